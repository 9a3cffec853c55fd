import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { StatusMark } from '../../components/status-mark';
import { countListed, listedPath, type OrderedFleet } from '../../features/fleet/fleet-filter';
import { owingFirms } from '../../features/home/home-lists';
import { Figure, HOME_ROWS, HomePanel } from '../../features/home/home-panel';
import { useAppState } from '../../session/app-state';

/** Visits overdue, by the firm that owes them. */
export function OwingPanel({ fleet }: { readonly fleet: OrderedFleet }) {
  const { t } = useTranslation();
  const { asOf } = useAppState();
  const firms = owingFirms(fleet, asOf);
  const overdue = countListed(fleet, { quick: 'overdue' }, asOf);
  return (
    <HomePanel
      title={t('home.owing.title')}
      none={firms.length === 0 ? t('home.owing.none') : null}
      more={{ count: firms.length - HOME_ROWS, href: listedPath({ quick: 'overdue' }) }}
      figures={
        <Figure href={listedPath({ quick: 'overdue' })} count={overdue} tone="bad">
          {t('home.owing.count', { count: overdue })}
        </Figure>
      }
    >
      <table className="list">
        <tbody>
          {firms.slice(0, HOME_ROWS).map(({ maintainer, overdue: own, days }) => (
            <tr key={maintainer}>
              <td>
                <Link href={listedPath({ quick: 'overdue', maintainer })}>
                  {maintainer === '' ? t('home.owing.nobody') : maintainer}
                </Link>
              </td>
              <td className="whole">{t('home.owing.elevators', { count: own })}</td>
              <td className="whole">
                <StatusMark shape="overdue" word={t('home.owing.longest', { count: days })} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </HomePanel>
  );
}

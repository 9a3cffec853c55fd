import { useTranslation } from 'react-i18next';
import { termsOf } from '../../../domain/terms/terms-of';
import { ElevatorName } from '../../components/elevator-name';
import { elevatorHref } from '../../components/elevator-place';
import { filterFleet, listedPath, NO_FILTER, type OrderedFleet } from '../../features/fleet/fleet-filter';
import { Figure, HOME_ROWS, HomePanel } from '../../features/home/home-panel';
import { useAppState } from '../../session/app-state';

/** Elevators with entries written late, and what the verdict is without them. */
export function LatePanel({ fleet }: { readonly fleet: OrderedFleet }) {
  const { t } = useTranslation();
  const { asOf, locale } = useAppState();
  const terms = termsOf(locale);
  const rows = filterFleet(fleet, { ...NO_FILTER, quick: 'late' }, asOf, null);
  const href = listedPath({ quick: 'late' });
  return (
    <HomePanel
      title={t('fleet.quick.late')}
      none={rows.length === 0 ? t('home.desk.noneLate') : null}
      more={{ count: rows.length - HOME_ROWS, href }}
      figures={
        <Figure href={href} count={rows.length} tone="warn">
          {t('home.owing.elevators', { count: rows.length })}
        </Figure>
      }
    >
      <table className="list">
        <tbody>
          {rows.slice(0, HOME_ROWS).map(({ registrationNo, elevator, late }) => (
            <tr key={registrationNo}>
              <td>
                <ElevatorName elevator={elevator} href={elevatorHref(registrationNo)} />
              </td>
              <td>
                {late === null
                  ? null
                  : t('home.desk.lateLine', {
                      count: late.count,
                      worst: terms.entry.late(late.worstDays),
                      verdict: terms.verdict[late.verdictWithoutLate],
                    })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </HomePanel>
  );
}

import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { termsOf } from '../../../domain/terms/terms-of';
import { choicesOf, countListed, listedPath, type OrderedFleet } from '../../features/fleet/fleet-filter';
import { HomePanel } from '../../features/home/home-panel';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';

/** More than anybody compares by eye; the fleet filters by each of them. */
const MOST_FIRMS = 20;

/** The firms side by side by name: numbers of elevators, no ranking. */
export function FirmsPanel({ fleet }: { readonly fleet: OrderedFleet }) {
  const { t } = useTranslation();
  const { asOf, locale } = useAppState();
  const terms = termsOf(locale);
  const firms = choicesOf(fleet.rows, 'maintainer');
  const figures = [
    { head: t('home.desk.elevators'), filter: {} },
    { head: capital(terms.use['must-not-run']), filter: { quick: 'must-not-run' } },
    { head: capital(terms.verdict['non-compliant']), filter: { verdict: 'non-compliant' } },
    { head: capital(terms.verdict.lapsed), filter: { verdict: 'lapsed' } },
    { head: t('fleet.quick.late'), filter: { quick: 'late' } },
    { head: t('fleet.quick.doubts'), filter: { quick: 'doubts' } },
  ] as const;
  return (
    <HomePanel
      title={t('home.desk.firms')}
      hint={t('home.desk.firmsHint')}
      none={firms.length === 0 ? t('home.desk.noFirms') : null}
      more={{ count: firms.length - MOST_FIRMS, href: '/' }}
    >
      <table className="list">
        <thead>
          <tr>
            <th>{t('fleet.columns.maintainer')}</th>
            {figures.map(({ head }) => (
              <th key={head} className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {firms.slice(0, MOST_FIRMS).map((maintainer) => (
            <tr key={maintainer}>
              <td>
                <Link href={listedPath({ maintainer })}>{maintainer}</Link>
              </td>
              {figures.map(({ head, filter }) => {
                const figure = countListed(fleet, { ...filter, maintainer }, asOf);
                return (
                  <td key={head} className="number">
                    {figure === 0 ? (
                      0
                    ) : (
                      <Link href={listedPath({ ...filter, maintainer })} aria-label={`${maintainer} ${head} ${figure}`}>
                        {figure}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </HomePanel>
  );
}

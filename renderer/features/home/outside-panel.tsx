import { useTranslation } from 'react-i18next';
import { toCivilDate } from '../../../domain/calendar/civil-date';
import type { FleetRow } from '../../../domain/fleet/fleet-row';
import { termsOf } from '../../../domain/terms/terms-of';
import { ElevatorName } from '../../components/elevator-name';
import { elevatorHref } from '../../components/elevator-place';
import { StatusMark } from '../../components/status-mark';
import { WeightTag } from '../../components/weight-tag';
import { longDate } from '../../i18n/dates';
import { capital } from '../../i18n/term-words';
import { useTerm } from '../../i18n/use-term';
import { useAppState } from '../../session/app-state';
import { listedPath } from '../fleet/fleet-filter';
import { useDueWords } from '../fleet/use-due-words';
import { outsideOf } from './home-lists';
import { Figure, HOME_ROWS, HomePanel } from './home-panel';

/** What must not be used or is not compliant, the weightiest first, with who can mend it. */
export function OutsidePanel({ outside }: { readonly outside: ReturnType<typeof outsideOf> }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const terms = termsOf(locale);
  const { rows, mustNotRun, nonCompliant } = outside;
  return (
    <HomePanel
      title={t('home.outside.title')}
      hint={t('home.outside.hint')}
      none={rows.length === 0 ? t('home.outside.none') : null}
      more={{ count: rows.length - HOME_ROWS, href: '/' }}
      figures={
        <>
          <Figure href={listedPath({ quick: 'must-not-run' })} count={mustNotRun} tone="bad">
            {capital(terms.use['must-not-run'])} {mustNotRun}
          </Figure>
          <Figure href={listedPath({ verdict: 'non-compliant' })} count={nonCompliant} tone="bad">
            {capital(terms.verdict['non-compliant'])} {nonCompliant}
          </Figure>
        </>
      }
    >
      <table className="list">
        <thead>
          <tr>
            <th>{t('home.columns.state')}</th>
            <th>{t('fleet.columns.place')}</th>
            <th>{t('home.columns.why')}</th>
            <th>{t('home.columns.who')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, HOME_ROWS).map((row) => (
            <OutsideRow key={row.registrationNo} row={row} />
          ))}
        </tbody>
      </table>
    </HomePanel>
  );
}

function OutsideRow({ row }: { readonly row: FleetRow }) {
  const { locale } = useAppState();
  const terms = termsOf(locale);
  const { use, pressing, elevator, registrationNo, weight, verdict } = row;
  const words = useDueWords();
  const term = useTerm();
  const isForbidden = use.state === 'must-not-run';
  const isForVisit = !isForbidden && pressing !== null && pressing.rule === row.visitPressing?.rule;
  const why =
    isForbidden && use.reason !== null
      ? `${longDate(use.reason.on, locale)} ${capital(terms.useReason[use.reason.kind])}`
      : pressing === null
        ? capital(terms.verdict[verdict])
        : `${longDate(toCivilDate(pressing.due), locale)} ${words.kind(pressing.rule)}`;
  const who = isForVisit ? elevator.maintainer : (elevator.propertyManager ?? elevator.userUnit);
  return (
    <tr>
      <td className="whole">
        {isForbidden ? (
          <StatusMark shape="refused" word={capital(terms.use['must-not-run'])} />
        ) : (
          <StatusMark
            shape={verdict}
            word={pressing === null ? capital(terms.verdict[verdict]) : words.left(pressing)}
          />
        )}
      </td>
      <td>
        <ElevatorName elevator={elevator} href={elevatorHref(registrationNo)} />
      </td>
      <td className="cut" title={why}>
        {why} {isForbidden || weight === null ? null : <WeightTag weight={weight} />}
      </td>
      <td className="whole">{who ?? term('party', isForVisit ? 'maintainer' : 'user-unit')}</td>
    </tr>
  );
}

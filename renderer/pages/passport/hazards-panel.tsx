import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { RISK_GROUPS, type RiskGroup } from '../../../domain/hazard/hazard';
import type { HazardClock } from '../../../domain/risk/hazard-clock';
import type { JudgedHazard } from '../../../domain/risk/judge-hazards';
import { termsOf } from '../../../domain/terms/terms-of';
import { WeightTag } from '../../components/weight-tag';
import { RiskMark } from '../../components/risk-mark';
import { StatusMark, type Shape } from '../../components/status-mark';
import { longDate } from '../../i18n/dates';
import { yuan } from '../../i18n/money';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { hazardPath } from '../../features/hazard/hazard-path';
import type { Passport } from './passport';
import { useTerm } from '../../i18n/use-term';

const GROUPS: readonly (RiskGroup | null)[] = [...RISK_GROUPS, null];

/** Open hazards by risk group with the clock that presses most; those closed only counted. */
export function HazardsPanel({ passport: { hazards } }: { readonly passport: Passport }) {
  const { t } = useTranslation();
  const { pack } = useAppState();
  const open = hazards.filter((hazard) => hazard.open);
  const matrix = pack.hazards?.matrix;
  return (
    <section className="panel">
      <header>
        <h2>{t('passport.hazards')}</h2>
        <span className="muted small">
          {t('passport.hazardSum', {
            open: open.length,
            overdue: open.filter(({ breached }) => breached).length,
            late: open.filter(({ overdue, breached }) => overdue && !breached).length,
            stopped: hazards.filter(({ stopped }) => stopped).length,
            closed: hazards.filter(({ life }) => life.state === 'closed').length,
          })}
        </span>
        {matrix === undefined ? null : (
          <span className="right small muted">
            {t('passport.matrixNote')} <WeightTag weight={matrix.confidence} />
          </span>
        )}
      </header>
      {open.length === 0 ? (
        <p className="none muted">{t(hazards.length === 0 ? 'passport.noHazards' : 'passport.noOpenHazards')}</p>
      ) : (
        <table className="list">
          <thead>
            <tr>
              {(['group', 'no', 'what', 'class', 'state', 'clock', 'cost', 'found'] as const).map((column) => (
                <th key={column} className={column === 'cost' ? 'number' : ''}>
                  {t(`passport.hazardColumns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {GROUPS.flatMap((group) => open.filter((hazard) => hazard.group === group)).map((hazard) => (
              <HazardLine key={hazard.id} hazard={hazard} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function HazardLine({ hazard }: { readonly hazard: JudgedHazard }) {
  const { t } = useTranslation();
  const term = useTerm();
  const { pack, say, locale } = useAppState();
  const { id, no, value, life, classes, group, pressing, stopped } = hazard;
  const component = pack.hazards?.components.find((one) => one.id === value.component);
  return (
    <tr data-record={id} tabIndex={-1}>
      <td>
        <RiskMark group={group} />
      </td>
      <td className="no-space">{no}</td>
      <td>
        <Link href={hazardPath({ registrationNo: value.registrationNo, id })}>
          <strong>{value.what}</strong>
        </Link>
        <div className="small muted">
          {[component === undefined ? value.component : say(component.title), value.location]
            .filter((part) => part !== undefined)
            .join(' ')}
        </div>
      </td>
      <td className={classes.includes('ordinary') ? '' : 'bad strong'}>
        {classes.map((one) => term('hazardClass', one)).join(t('elevator.listComma'))}
      </td>
      <td>
        {capital(termsOf(locale).hazardState[life.state])}
        {stopped ? <span className="bad strong"> {t('passport.stopped')}</span> : null}
      </td>
      <td>{pressing === null ? '—' : <Clock clock={pressing} />}</td>
      <td className="number">{value.estimatedCost === undefined ? '—' : yuan(value.estimatedCost, locale)}</td>
      <td className="whole">{longDate(value.foundOn, locale)}</td>
    </tr>
  );
}

const SHAPES: Readonly<Record<HazardClock['status'], Shape>> = {
  now: 'refused',
  overdue: 'overdue',
  'due-soon': 'due-soon',
  running: 'met',
  'no-deadline': 'no-data',
};

/** The house's own days breach nothing: what they say is told as late, never as overdue. */
function Clock({ clock }: { readonly clock: HazardClock }) {
  const { t } = useTranslation();
  const { say } = useAppState();
  const { step, status, ground, daysLeft, basis, confidence } = clock;
  const own = ground === 'settings' || ground === 'default';
  const word =
    daysLeft === null || status === 'now'
      ? t(`passport.clock.${status === 'now' ? 'now' : 'none'}`)
      : t(daysLeft < 0 ? 'passport.clock.over' : 'passport.clock.left', { count: Math.abs(daysLeft) });
  return (
    <>
      <StatusMark
        shape={own && status === 'overdue' ? 'lapsed' : SHAPES[status]}
        word={status === 'now' ? word : `${t(`hazard.clockSteps.${step}`)} ${word}`}
      />
      <div className="small muted">
        {own ? t('passport.ownDays') : basis === null ? '' : `${say(basis.shortDocument)} ${say(basis.shortClause)}`}{' '}
        {confidence === null || own ? null : <WeightTag weight={confidence} />}
      </div>
    </>
  );
}

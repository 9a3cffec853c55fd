import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isCivilDate, toEpochDay } from '../../../domain/calendar/civil-date';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { standing, type Dossier } from '../../../domain/record/dossier';
import { auditElevator, auditWindow } from '../../../domain/audit/audit-elevator';
import { packHistory } from '../../../domain/service-clock/packed-history';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import type { Visit } from '../../../domain/visit/visit';
import { StatusMark } from '../../components/status-mark';
import { useAppState } from '../../state/app-state';

function auditOf(
  dossier: Dossier,
  extra: readonly Pick<Visit, 'date' | 'task'>[],
  pack: RulePack,
  state: ReturnType<typeof useAppState>,
) {
  const { value } = dossier.elevator;
  const history = packHistory(value, [...standing(dossier.visits), ...extra], standing(dossier.outages));
  return auditElevator(
    { registrationNo: dossier.registrationNo, kind: value.kind, history },
    compileRules(pack),
    auditWindow(state.asOf, state.period),
  );
}

/** What saving will change, before it is saved: this interval, the four deadlines, the verdict. */
export function SavingPanel({
  dossier,
  visit,
}: {
  readonly dossier: Dossier;
  readonly visit: Pick<Visit, 'task'> & { readonly date: string };
}) {
  const { t } = useTranslation();
  const state = useAppState();
  const { pack, say } = state;
  const { date, task } = visit;
  const before = useMemo(() => auditOf(dossier, [], pack, state), [dossier, pack, state]);
  const after = useMemo(
    () => (isCivilDate(date) ? auditOf(dossier, [{ date, task }], pack, state) : null),
    [dossier, date, task, pack, state],
  );
  const last = standing(dossier.visits)
    .map((each) => each.date)
    .filter((day) => day < date)
    .sort()
    .at(-1);
  return (
    <section className="panel">
      <header>
        <h2>{t('visit.afterSaving')}</h2>
      </header>
      <div className="body">
        {last !== undefined && isCivilDate(date) ? (
          <div>{t('visit.thisInterval', { days: toEpochDay(date) - toEpochDay(last), last })}</div>
        ) : (
          <div>{t('visit.firstVisit')}</div>
        )}
        {after === null
          ? null
          : after.rules.map((rule, index) => {
              const old = before.rules[index]?.dueOn ?? '—';
              const changed = old !== rule.dueOn;
              const title = pack.rules[index];
              return (
                <div key={rule.ruleId} className={changed ? '' : 'muted'}>
                  {title === undefined ? '' : say(title.shortTitle)} {changed ? `${old} → ` : ''}
                  <span className={changed ? 'strong' : ''}>{rule.dueOn ?? '—'}</span>
                </div>
              );
            })}
        {after === null || after.verdict === before.verdict ? null : (
          <div>
            <StatusMark shape={before.verdict} word={t(`verdict.${before.verdict}`)} /> →{' '}
            <StatusMark shape={after.verdict} word={t(`verdict.${after.verdict}`)} />
          </div>
        )}
      </div>
    </section>
  );
}

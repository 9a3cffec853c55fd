import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Elevator } from '../../../domain/elevator/elevator';
import { asksForVisits, versionAt } from '../../../domain/pack/rule-pack';
import { explainRule } from '../../../domain/report/explain-rule';
import { textsOf } from '../../../domain/report/texts/texts-of';
import { ConfidenceTag } from '../../components/confidence-tag';
import { StatusMark } from '../../components/status-mark';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../state/app-state';
import type { JudgedRule, Judgement } from './elevator-judgement';
import { ExplanationDetails } from './explanation-details';
import { nextStep } from './next-step';

/** Each rule's status with its dates, what would have been lawful, its clause, and the step that mends most. */
export function RulesPanel({ judgement, elevator }: { readonly judgement: Judgement; readonly elevator: Elevator }) {
  const { t } = useTranslation();
  const { pack } = useAppState();
  return (
    <section className="panel rules-panel">
      <header>
        <h2>{t('elevator.rules')}</h2>
        <span className="muted small right">{t('frame.pack', { id: pack.id, version: pack.version })}</span>
      </header>
      {judgement.rules
        .filter(({ rule }) => asksForVisits(rule))
        .map((judged) => (
          <Rule key={judged.rule.id} judgement={judgement} judged={judged} />
        ))}
      <Next judgement={judgement} elevator={elevator} />
    </section>
  );
}

function Rule({ judgement, judged }: { readonly judgement: Judgement; readonly judged: JudgedRule }) {
  const { t } = useTranslation();
  const { asOf, locale, say } = useAppState();
  const { rule, audit, intervals } = judged;
  const explained = explainRule(audit, rule, intervals, asOf, locale);
  const lapsed = audit.late > 0 && (audit.status === 'met' || audit.status === 'due-soon');
  const running = intervals.findLast(({ to }) => to === null);
  return (
    <div className="rule">
      <div>
        <div className="name">
          {say(rule.shortTitle)} {textsOf(locale).limitShort(versionAt(rule, running?.from ?? null).interval)}
        </div>
        <StatusMark shape={audit.status} word={t(`status.${audit.status}`)} />
        {lapsed ? <StatusMark shape="lapsed" word={t('verdict.lapsed')} /> : null}
        {rule.consequence === 'deviation' && (audit.status === 'overdue' || lapsed) ? (
          <div className="small muted">{t('elevator.deviation')}</div>
        ) : null}
      </div>
      <div>
        <div className={audit.status === 'overdue' ? 'finding overdue' : 'finding'}>{explained.finding}</div>
        {explained.remedy === null ? null : (
          <div className="remedy">
            <strong>{t('elevator.remedy')}</strong> {explained.remedy}
          </div>
        )}
        <div className="basis">
          <ConfidenceTag confidence={explained.confidence} /> {explained.basis}
        </div>
        <ExplanationDetails judgement={judgement} judged={judged} />
      </div>
    </div>
  );
}

function Next({ judgement, elevator }: { readonly judgement: Judgement; readonly elevator: Elevator }) {
  const { t } = useTranslation();
  const { pack, asOf, period, say, locale } = useAppState();
  const { history, audit } = judgement;
  const { kind, place } = elevator;
  const step = useMemo(
    () => nextStep({ kind, place, history, pack, asOf, period, audit }),
    [kind, place, history, pack, asOf, period, audit],
  );
  if (step.kind === 'none') return null;
  return (
    <div className="next-step">
      <strong>{t('elevator.nextStep')}</strong>
      {step.kind === 'mend' ? (
        <span>
          {t(step.left === 0 ? 'elevator.next.mendAll' : 'elevator.next.mendSome', {
            task: t(`task.${step.task}`),
            count: step.mends,
            left: step.left,
          })}{' '}
          {t('elevator.next.verdictAfter')}{' '}
          <StatusMark shape={step.verdictAfter} word={t(`verdict.${step.verdictAfter}`)} />{' '}
          {step.gapsStay === 0 ? '' : t('elevator.next.gapsStay', { count: step.gapsStay })}
        </span>
      ) : step.kind === 'keep' ? (
        <span>
          {t(step.rules.length === 1 ? 'elevator.next.keepOne' : 'elevator.next.keep', {
            date: longDate(step.by, locale),
            task: t(`task.${step.task}`),
            rules: step.rules.map(({ shortTitle }) => say(shortTitle)).join(t('elevator.listComma')),
          })}
        </span>
      ) : (
        <span>{t(`elevator.next.${step.kind}`)}</span>
      )}
    </div>
  );
}

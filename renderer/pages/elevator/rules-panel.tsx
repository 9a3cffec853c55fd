import { limitOfVersion } from '../../../domain/report/limit-of-version';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { onDemandOf } from '../../../domain/explain/on-demand';
import { onDemandSentence } from '../../../domain/explain/on-demand-sentence';
import { asksForVisits, requirementIsFor } from '../../../domain/pack/rule-pack';
import { explainRule } from '../../../domain/report/explain-rule';
import { textsOf } from '../../../domain/report/texts/texts-of';
import { termsOf } from '../../../domain/terms/terms-of';
import { StatusMark } from '../../components/status-mark';
import { WeightTag } from '../../components/weight-tag';
import { useAppState } from '../../session/app-state';
import type { JudgedRule, Judgement } from './elevator-judgement';
import { ExplanationDetails } from './explanation-details';
import { GapList } from './gap-list';

/** Each rule's status with its dates, what would have been lawful, and its clause. */
export function RulesPanel({ judgement }: { readonly judgement: Judgement }) {
  const { t } = useTranslation();
  const { pack } = useAppState();
  const elevator = judgement.dossier.elevator.value;
  return (
    <section className="panel rules-panel">
      <header>
        <h2>{t('elevator.rules')}</h2>
        <span className="muted small right">{t('frame.pack', { id: pack.id, version: pack.version })}</span>
      </header>
      {judgement.rules
        .filter(({ rule }) => asksForVisits(rule) && requirementIsFor(rule, elevator))
        .map((judged) => (
          <Rule key={judged.rule.id} judgement={judgement} judged={judged} />
        ))}
    </section>
  );
}

function Rule({ judgement, judged }: { readonly judgement: Judgement; readonly judged: JudgedRule }) {
  const { t } = useTranslation();
  const { asOf, locale, pack, say } = useAppState();
  const { rule, audit, version } = judged;
  const terms = termsOf(locale);
  const explained = useMemo(() => explainRule(judged, pack, asOf, locale), [judged, pack, asOf, locale]);
  const onDemand = useMemo(
    () => onDemandOf({ elevator: judgement.dossier.elevator.value, ...judgement, ...judged }),
    [judgement, judged],
  );
  const lapsed = audit.late > 0 && (audit.status === 'met' || audit.status === 'due-soon');
  return (
    <div className="rule">
      <div>
        <div className="name">
          {say(rule.shortTitle)} {limitOfVersion(version, textsOf(locale).limitShort, locale)}
        </div>
        <StatusMark shape={audit.status} word={terms.ruleStatus[audit.status]} />
        {lapsed ? <StatusMark shape="lapsed" word={terms.verdict.lapsed} /> : null}
        {rule.consequence === 'deviation' && (audit.status === 'overdue' || lapsed) ? (
          <div className="small muted">{t('elevator.deviation')}</div>
        ) : null}
      </div>
      <div>
        <div className={audit.status === 'overdue' ? 'finding overdue' : 'finding'}>{explained.finding}</div>
        {onDemand === null ? null : <div className="small">{onDemandSentence(onDemand, locale)}</div>}
        {explained.remedy === null ? null : (
          <div className="remedy">
            <strong>{t('elevator.remedy')}</strong> {explained.remedy}
          </div>
        )}
        <div className="basis">
          <WeightTag weight={explained.confidence} /> {explained.basis}
        </div>
        <GapList rule={rule} gaps={audit.gaps} />
        <ExplanationDetails judgement={judgement} judged={judged} />
      </div>
    </div>
  );
}

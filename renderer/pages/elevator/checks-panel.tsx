import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { judgeRequirements, type JudgedRequirement } from '../../../domain/audit/judge-requirements';
import { briefExplanation, limitSentence } from '../../../domain/explain/explanation-lines';
import { requirementLines } from '../../../domain/explain/requirement-lines';
import { asksForVisits } from '../../../domain/pack/rule-pack';
import { termsOf } from '../../../domain/terms/terms-of';
import { WeightTag } from '../../components/weight-tag';
import { StatusMark } from '../../components/status-mark';
import { useAppState } from '../../session/app-state';
import { explainJudged, type JudgedRule, type Judgement } from './elevator-judgement';
import { ExplanationDetails } from './explanation-details';
import { GapList } from './gap-list';

/** The rules that no visit answers: inspections, tests, checks and drills; then what the records say of other demands. */
export function ChecksPanel({ judgement }: { readonly judgement: Judgement }) {
  const { t } = useTranslation();
  const { pack, asOf, period } = useAppState();
  const shown = judgement.rules.filter(({ rule, audit }) => !asksForVisits(rule) && audit.status !== 'not-applicable');
  const demands = useMemo(
    () => judgeRequirements(judgement.dossier, pack, asOf, period),
    [judgement, pack, asOf, period],
  );
  if (shown.length + demands.length === 0) return null;
  return (
    <section className="panel checks-panel">
      <header>
        <h2>{t('elevator.checks')}</h2>
        <span className="muted small right">{t('elevator.checksHint')}</span>
      </header>
      {shown.map((judged) => (
        <Check key={judged.rule.id} judgement={judgement} judged={judged} />
      ))}
      {demands.map((demand) => (
        <Demand key={demand.requirement.id} demand={demand} />
      ))}
    </section>
  );
}

function Check({ judgement, judged }: { readonly judgement: Judgement; readonly judged: JudgedRule }) {
  const { t } = useTranslation();
  const { pack, asOf, locale, say } = useAppState();
  const { rule, audit } = judged;
  const explanation = useMemo(() => explainJudged(judgement, judged), [judgement, judged]);
  const { finding, remedy, basis, confidence } = briefExplanation(explanation, pack, asOf, locale);
  const terms = termsOf(locale);
  const lapsed = audit.late > 0 && audit.status !== 'overdue';
  return (
    <div className="check-row">
      <div>
        <div className="name">{say(rule.title)}</div>
        <div className="small muted">{limitSentence(explanation, locale)}</div>
      </div>
      <div>
        <StatusMark shape={audit.status} word={terms.ruleStatus[audit.status]} />
        {lapsed ? <StatusMark shape="lapsed" word={terms.verdict.lapsed} /> : null}
      </div>
      <div>
        <div className={audit.status === 'overdue' || audit.status === 'failed' ? 'finding overdue' : 'finding'}>
          {finding}
        </div>
        <GapList rule={rule} gaps={audit.gaps} />
        {remedy === null ? null : (
          <div className="remedy">
            <strong>{t('elevator.remedy')}</strong> {remedy}
          </div>
        )}
        <div className="basis">
          <WeightTag weight={confidence} /> {basis}
        </div>
        <ExplanationDetails judgement={judgement} judged={judged} />
      </div>
    </div>
  );
}

function Demand({ demand }: { readonly demand: JudgedRequirement }) {
  const { t } = useTranslation();
  const { locale, say, pack } = useAppState();
  const { title, confidence } = demand.requirement;
  const { kept, mark, finding, remedy, basis } = requirementLines(demand, pack, locale);
  return (
    <div className="check-row">
      <div className="name">{say(title)}</div>
      <div>
        <StatusMark shape={kept ? 'met' : 'lapsed'} word={mark} />
      </div>
      <div>
        <div className="finding">{finding}</div>
        {remedy === null ? null : (
          <div className="remedy">
            <strong>{t('elevator.remedy')}</strong> {remedy}
          </div>
        )}
        <div className="basis">
          <WeightTag weight={confidence} /> {basis}
        </div>
      </div>
    </div>
  );
}

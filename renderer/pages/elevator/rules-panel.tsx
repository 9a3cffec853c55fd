import { useTranslation } from 'react-i18next';
import type { Gap } from '../../../domain/audit/verdict';
import { asksForVisits, versionAt, type ScheduleRule } from '../../../domain/pack/rule-pack';
import { explainRule } from '../../../domain/report/explain-rule';
import { textsOf } from '../../../domain/report/texts/texts-of';
import { termsOf } from '../../../domain/terms/terms-of';
import { ConfidenceTag } from '../../components/confidence-tag';
import { StatusMark } from '../../components/status-mark';
import { WeightTag } from '../../components/weight-tag';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../state/app-state';
import type { JudgedRule, Judgement } from './elevator-judgement';
import { ExplanationDetails } from './explanation-details';
import { basisOf } from './head-model';

/** Each rule's status with its dates, what would have been lawful, and its clause. */
export function RulesPanel({ judgement }: { readonly judgement: Judgement }) {
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
    </section>
  );
}

function Rule({ judgement, judged }: { readonly judgement: Judgement; readonly judged: JudgedRule }) {
  const { t } = useTranslation();
  const { asOf, locale, say } = useAppState();
  const { rule, audit, intervals } = judged;
  const terms = termsOf(locale);
  const explained = explainRule(audit, rule, intervals, asOf, locale);
  const lapsed = audit.late > 0 && (audit.status === 'met' || audit.status === 'due-soon');
  const running = intervals.findLast(({ to }) => to === null);
  return (
    <div className="rule">
      <div>
        <div className="name">
          {say(rule.shortTitle)} {textsOf(locale).limitShort(versionAt(rule, running?.from ?? null).interval)}
        </div>
        <StatusMark shape={audit.status} word={terms.ruleStatus[audit.status]} />
        {lapsed ? <StatusMark shape="lapsed" word={terms.verdict.lapsed} /> : null}
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
        <GapWeights rule={rule} gaps={audit.gaps} />
        <ExplanationDetails judgement={judgement} judged={judged} />
      </div>
    </div>
  );
}

/** Where gaps of one rule were judged by versions of another weight, each is told with its own. */
function GapWeights({ rule, gaps }: { readonly rule: ScheduleRule; readonly gaps: readonly Gap[] }) {
  const { t } = useTranslation();
  const { locale, say } = useAppState();
  if (new Set(gaps.map(({ version }) => version)).size < 2) return null;
  return (
    <ul className="gap-weights small">
      {gaps.map(({ deadline, daysLate, weight, version }) => {
        const basis = basisOf(rule, version);
        return (
          <li key={deadline}>
            {t('head.gap', { date: longDate(deadline, locale), count: daysLate })}{' '}
            <WeightTag weight={weight} locale={locale} /> {say(basis.shortDocument)} {say(basis.clause)}
          </li>
        );
      })}
    </ul>
  );
}

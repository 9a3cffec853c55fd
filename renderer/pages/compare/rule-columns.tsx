import { useTranslation } from 'react-i18next';
import { limitOf, type ComparedRule, type Comparison, type Side } from '../../../domain/audit/compare-audits';
import type { JudgedRule } from '../../../domain/audit/judge-by';
import { clausePhrase, comparedTitle, limitPhrase, versionPhrase } from '../../../domain/explain/comparison-lines';
import { termsOf } from '../../../domain/terms/terms-of';
import { WeightTag } from '../../components/weight-tag';
import { Segments } from '../../components/controls';
import { StatusMark } from '../../components/status-mark';
import { longDate } from '../../i18n/dates';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { DiffersSign, RowMarkTag } from './difference-mark';
import { differingFacts, FACTS, isJudged, rowMark, type Fact } from './rule-facts';

const SIDES = ['left', 'right'] as const;

/** The rules of both packs, a row each, what the two sides say of them side by side. */
export function RuleColumns({
  comparison,
  onlyDiffering,
  onOnlyDiffering,
}: {
  readonly comparison: Comparison;
  readonly onlyDiffering: boolean;
  readonly onOnlyDiffering: (only: boolean) => void;
}) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { measures } = comparison;
  const judged = comparison.rules.filter(isJudged);
  const shown = judged.filter(({ differences }) => !onlyDiffering || differences.length > 0);
  const idle = comparison.rules.length - judged.length;
  return (
    <section className="panel">
      <header>
        <h2>{t('compare.rules')}</h2>
        <span className="compare-right">
          <Segments
            label={t('compare.which')}
            value={onlyDiffering ? 'differing' : 'all'}
            options={[
              { value: 'all', text: t('compare.allRules', { count: judged.length }) },
              { value: 'differing', text: t('compare.onlyDiffering'), keys: 'D' },
            ]}
            onChange={(value) => onOnlyDiffering(value === 'differing')}
          />
        </span>
      </header>
      <table className="list compare-rules">
        <thead>
          <tr>
            <th>{t('compare.rule')}</th>
            {SIDES.map((side) => (
              <th key={side}>
                <span className="compare-letter">{t(`compare.side.${side}`)}</span>{' '}
                <span className="no-space">
                  {measures[side].pack.id} {measures[side].pack.version}
                </span>
                {' • '}
                {longDate(measures[side].asOf, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((rule) => (
            <RuleRow key={rule.left?.rule.id ?? rule.right?.rule.id} rule={rule} />
          ))}
        </tbody>
      </table>
      {shown.length > 0 ? null : <div className="body muted">{t('compare.noneDiffers')}</div>}
      {idle === 0 ? null : <div className="body small muted">{t('compare.idle', { count: idle })}</div>}
    </section>
  );
}

function RuleRow({ rule }: { readonly rule: ComparedRule }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const mark = rowMark(rule);
  const differing = differingFacts(rule);
  return (
    <tr className={mark.kind === 'same' ? '' : 'differing'}>
      <th scope="row">
        <div className="compare-title">{comparedTitle(rule, locale)}</div>
        <RowMarkTag mark={mark} />
        {rule.by === 'act' ? <div className="small muted">{t('compare.byAct')}</div> : null}
      </th>
      {SIDES.map((side) => (
        <td key={side}>
          <SideCell judged={rule[side]} side={side} differing={differing} />
        </td>
      ))}
    </tr>
  );
}

function SideCell({
  judged,
  side,
  differing,
}: {
  readonly judged: JudgedRule | null;
  readonly side: Side;
  readonly differing: ReadonlySet<Fact>;
}) {
  const { t } = useTranslation();
  if (judged === null || !judged.applies)
    return <span className="muted">{t(judged === null ? `compare.notIn.${side}` : 'compare.notFor')}</span>;
  return (
    <dl className="compare-facts">
      {FACTS.map((fact) => (
        <div key={fact} className={differing.has(fact) ? 'differs' : ''}>
          <dt>
            {differing.has(fact) ? <DiffersSign /> : null}
            {t(`compare.fact.${fact}`)}
          </dt>
          <dd>
            <FactValue fact={fact} judged={judged} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FactValue({ fact, judged }: { readonly fact: Fact; readonly judged: JudgedRule }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { audit, version } = judged;
  const date = (day: string | null): string => (day === null ? '—' : longDate(day, locale));
  switch (fact) {
    case 'status':
      return <StatusMark shape={audit.status} word={capital(termsOf(locale).ruleStatus[audit.status])} />;
    case 'due':
      return <>{date(audit.dueOn)}</>;
    case 'last-done':
      return <>{date(audit.lastDone)}</>;
    case 'limit':
      return <>{limitPhrase(limitOf(judged), locale)}</>;
    case 'clause':
      return (
        <>
          <WeightTag weight={version.confidence} /> {clausePhrase(version.legalBasis, locale)}{' '}
          <span className="muted">{versionPhrase(version, locale)}</span>
        </>
      );
    case 'gaps':
      return (
        <>
          {t('compare.figures', { met: audit.met, late: audit.late, missed: audit.missed, days: audit.daysOut })}
          {audit.status === 'overdue' ? ` ${t('compare.overNow', { days: audit.daysOverdue })}` : ''}
        </>
      );
  }
}

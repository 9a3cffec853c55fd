import { auditWindow, withinLife } from '../../domain/audit/audit-elevator';
import type { RuleAudit } from '../../domain/audit/verdict';
import { versionOfGap } from '../../domain/audit/version-of-gap';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { defaultPeriod } from '../../domain/calendar/period';
import { explain } from '../../domain/explain/explain';
import type { Explanation } from '../../domain/explain/explanation';
import { judgeHeadline, subjectOf, type HeadlineQuestion } from '../../domain/headline/judge-headline';
import { citationOf } from '../../domain/pack/citation';
import { isTask } from '../../domain/inspection/inspection';
import type { Locale } from '../../domain/pack/legal-basis';
import type { RulePack, ScheduleRule } from '../../domain/pack/rule-pack';
import type { Dossier } from '../../domain/record/dossier';
import { compileRules } from '../../domain/service-clock/compiled-rule';
import { dossierWith } from './dossier-with';
import type { JointCase } from './joint-cases';
import { shippedPack } from './shipped-packs';

export interface JointStory {
  readonly pack: RulePack;
  readonly rule: ScheduleRule;
  readonly dossier: Dossier;
  readonly asOf: CivilDate;
  readonly question: HeadlineQuestion;
  readonly audit: RuleAudit;
  readonly explanation: Explanation;
}

/** A case at a joint as an elevator on record, judged with everything else that its pack asks. */
export function jointStory(one: JointCase): JointStory {
  const { kind = '3110', acceptedOn, inServiceOn = acceptedOn, governorSince, acts, outages = [] } = one;
  const { asOf: day = '2026-11-23' } = one;
  const pack = shippedPack(one.pack);
  const asOf = day as CivilDate;
  const dossier = dossierWith({
    elevator: { kind, acceptedOn, inServiceOn, ...(governorSince !== undefined && { governorSince }) },
    visits: acts.flatMap(([date, task]) => (isTask(task) ? [{ date, task }] : [])),
    inspections: acts.flatMap(([date, act, validUntil]) =>
      isTask(act) ? [] : [{ date, kind: act, ...(validUntil !== undefined && { validUntil }) }],
    ),
    outages: outages.map(([from, to]) => ({ from, to })),
  });
  const question: HeadlineQuestion = {
    rules: compileRules(pack),
    requirements: pack.requirements,
    criteria: pack.hazards ?? null,
    hazardDays: {},
    asOf,
    period: defaultPeriod(asOf),
    scope: 'all',
    entry: { lateDays: 3, origin: 'files' },
  };
  const index = pack.rules.findIndex(({ id }) => id === one.rule);
  const rule = pack.rules[index]!;
  const { history } = subjectOf(dossier);
  const window = withinLife(auditWindow(asOf, question.period, 'all'), history);
  const audit = judgeHeadline(dossier, question).audit.rules[index]!;
  const explanation = explain({ dossier, history, rule, compiled: question.rules[index]!, audit, window });
  return { pack, rule, dossier, asOf, question, audit, explanation };
}

/** Of each gap what page and paper must say: its dates, its days, and the law that judged it. */
export function gapFacts({ rule, audit }: JointStory, locale: Locale) {
  return audit.gaps.map((gap) => ({ ...gap, clause: citationOf(versionOfGap(rule, gap).legalBasis, locale) }));
}

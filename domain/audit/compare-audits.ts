import type { CivilDate } from '../calendar/civil-date';
import type { Interval } from '../calendar/interval';
import type { CountingMode } from '../pack/counting';
import type { Confidence, LegalBasis, Text } from '../pack/legal-basis';
import type { Requirement } from '../pack/rule-pack';
import type { Judgement, JudgedRule, Measure } from './judge-by';
import { pairRules, type RulePair } from './pair-rules';
import type { Gap, RuleAudit, RuleStatus, Verdict } from './verdict';

export type Side = 'left' | 'right';

export interface Sides<T> {
  readonly left: T;
  readonly right: T;
}

export interface ComparedLimit {
  readonly interval: Interval;
  readonly mode: CountingMode;
  readonly text: Text | null;
}

export type VersionDates = { readonly effectiveFrom: CivilDate | null; readonly effectiveTo: CivilDate | null };

export const RULE_FIGURES = ['met', 'late', 'missed', 'daysOut', 'daysOverdue'] as const satisfies (keyof RuleAudit)[];
export type RuleFigures = Pick<RuleAudit, (typeof RULE_FIGURES)[number]>;

/** One thing in which two judgements of a rule differ. */
export type RuleDifference =
  | { readonly what: 'only'; readonly side: Side }
  | ({ readonly what: 'status' } & Sides<RuleStatus>)
  | ({ readonly what: 'due' | 'last-done' } & Sides<CivilDate | null>)
  | ({ readonly what: 'limit' } & Sides<ComparedLimit>)
  | ({ readonly what: 'version' } & Sides<VersionDates>)
  | ({ readonly what: 'clause' } & Sides<LegalBasis>)
  | ({ readonly what: 'confidence' } & Sides<Confidence>)
  | ({ readonly what: 'figures' } & Sides<RuleFigures>)
  | { readonly what: 'gap-only'; readonly side: Side; readonly gap: Gap }
  | ({ readonly what: 'gap' } & Sides<Gap>);

/** One rule of either pack, or two that ask the same thing; at least one side is there. */
export interface ComparedRule {
  readonly by: RulePair['by'];
  readonly left: JudgedRule | null;
  readonly right: JudgedRule | null;
  readonly differences: readonly RuleDifference[];
}

export interface Comparison {
  readonly registrationNo: string;
  readonly measures: Sides<Measure>;
  readonly verdict: Sides<Verdict>;
  readonly rules: readonly ComparedRule[];
  /** Demands without an interval that only one side makes of this elevator on its day. */
  readonly requirements: Sides<readonly Requirement[]>;
  /** How many differences there are, the verdict among them. */
  readonly count: number;
}

/**
 * Two judgements of one history side by side. A judgement compared with itself has no difference; the two compared the
 * other way round have the same differences with the sides changed.
 */
export function compareAudits(left: Judgement, right: Judgement): Comparison {
  const rules = pairRules(left.rules.map(paired), right.rules.map(paired)).map((pair): ComparedRule => {
    const sides = {
      left: pair.left === null ? null : left.rules[pair.left]!,
      right: pair.right === null ? null : right.rules[pair.right]!,
    };
    return { by: pair.by, ...sides, differences: differencesOf(sides.left, sides.right, pair.by) };
  });
  const requirements = { left: requirementsOnlyOf(left, right), right: requirementsOnlyOf(right, left) };
  const verdict = { left: left.audit.verdict, right: right.audit.verdict };
  return {
    registrationNo: left.subject.registrationNo,
    measures: { left: left.measure, right: right.measure },
    verdict,
    rules,
    requirements,
    count:
      (verdict.left === verdict.right ? 0 : 1) +
      rules.reduce((sum, { differences }) => sum + differences.length, 0) +
      requirements.left.length +
      requirements.right.length,
  };
}

function paired({ rule, applies }: JudgedRule) {
  return { id: rule.id, task: rule.task, applies };
}

/** A rule that judges this elevator on no side makes no difference to it. */
function differencesOf(left: JudgedRule | null, right: JudgedRule | null, by: RulePair['by']): RuleDifference[] {
  if (left === null || right === null) {
    const alone = left ?? right;
    const judges = alone !== null && alone.audit.status !== 'not-applicable';
    return judges ? [{ what: 'only', side: left === null ? 'right' : 'left' }] : [];
  }
  if (left.audit.status === 'not-applicable' && right.audit.status === 'not-applicable') return [];
  if (!left.applies || !right.applies) return [{ what: 'only', side: left.applies ? 'left' : 'right' }];
  return [...statusDifferences(left, right), ...wordingDifferences(left, right, by), ...gapDifferences(left, right)];
}

function statusDifferences({ audit: left }: JudgedRule, { audit: right }: JudgedRule): RuleDifference[] {
  const found: RuleDifference[] = [];
  if (left.status !== right.status) found.push({ what: 'status', left: left.status, right: right.status });
  if (left.dueOn !== right.dueOn) found.push({ what: 'due', left: left.dueOn, right: right.dueOn });
  if (left.lastDone !== right.lastDone) found.push({ what: 'last-done', left: left.lastDone, right: right.lastDone });
  return found;
}

/** Dates of force are compared within one rule only: two laws of their own never began on the same day. */
function wordingDifferences(left: JudgedRule, right: JudgedRule, by: RulePair['by']): RuleDifference[] {
  const found: RuleDifference[] = [];
  const limits = { left: limitOf(left), right: limitOf(right) };
  if (!sameLimit(limits.left, limits.right)) found.push({ what: 'limit', ...limits });
  const versions = { left: datesOf(left), right: datesOf(right) };
  if (by === 'id' && !sameDates(versions.left, versions.right)) found.push({ what: 'version', ...versions });
  const clauses = { left: left.version.legalBasis, right: right.version.legalBasis };
  if (!sameText(clauses.left.document, clauses.right.document) || !sameText(clauses.left.clause, clauses.right.clause))
    found.push({ what: 'clause', ...clauses });
  const weights = { left: left.version.confidence, right: right.version.confidence };
  if (weights.left !== weights.right) found.push({ what: 'confidence', ...weights });
  return found;
}

export function limitOf({ version, limit }: JudgedRule): ComparedLimit {
  return { interval: limit, mode: version.counting.mode, text: version.limitText ?? null };
}

function sameLimit(left: ComparedLimit, right: ComparedLimit): boolean {
  const { interval: one } = left;
  const { interval: other } = right;
  const sameWords = left.text === null ? right.text === null : right.text !== null && sameText(left.text, right.text);
  return left.mode === right.mode && one.count === other.count && one.unit === other.unit && sameWords;
}

function datesOf({ version: { effectiveFrom, effectiveTo } }: JudgedRule): VersionDates {
  return { effectiveFrom, effectiveTo };
}

function sameDates(left: VersionDates, right: VersionDates): boolean {
  return left.effectiveFrom === right.effectiveFrom && left.effectiveTo === right.effectiveTo;
}

function sameText(left: Text, right: Text): boolean {
  return left['zh-CN'] === right['zh-CN'] && left.en === right.en;
}

/** Gaps meet by the day they start on. */
function gapDifferences({ audit: left }: JudgedRule, { audit: right }: JudgedRule): RuleDifference[] {
  const found: RuleDifference[] = [];
  if (RULE_FIGURES.some((name) => left[name] !== right[name]))
    found.push({ what: 'figures', left: figuresOf(left), right: figuresOf(right) });
  const spare = [...right.gaps];
  const gaps: RuleDifference[] = [];
  for (const gap of left.gaps) {
    const at = spare.findIndex(({ from }) => from === gap.from);
    const other = at === -1 ? undefined : spare.splice(at, 1)[0];
    if (other === undefined) gaps.push({ what: 'gap-only', side: 'left', gap });
    else if (!sameGap(gap, other)) gaps.push({ what: 'gap', left: gap, right: other });
  }
  for (const gap of spare) gaps.push({ what: 'gap-only', side: 'right', gap });
  return [...found, ...gaps.sort((one, other) => (startOf(one) < startOf(other) ? -1 : 1))];
}

function figuresOf({ met, late, missed, daysOut, daysOverdue }: RuleAudit): RuleFigures {
  return { met, late, missed, daysOut, daysOverdue };
}

function sameGap(one: Gap, other: Gap): boolean {
  return (
    one.to === other.to &&
    one.deadline === other.deadline &&
    one.daysLate === other.daysLate &&
    one.missed === other.missed
  );
}

function startOf(difference: RuleDifference): string {
  if (difference.what === 'gap-only') return difference.gap.from;
  return difference.what === 'gap' ? difference.left.from : '';
}

function requirementsOnlyOf(mine: Judgement, other: Judgement): Requirement[] {
  const theirs = new Set(requirementsFor(other).map(({ id }) => id));
  return requirementsFor(mine).filter(({ id }) => !theirs.has(id));
}

function requirementsFor({ measure: { pack, asOf }, subject: { kind, place } }: Judgement): Requirement[] {
  return pack.requirements.filter(({ appliesTo: { kinds, places, notPlaces }, effectiveFrom, effectiveTo }) => {
    const inForce = (effectiveFrom === null || effectiveFrom <= asOf) && (effectiveTo === null || asOf <= effectiveTo);
    const forKind = kinds === 'all' || kinds.includes(kind);
    const forPlace = places === undefined || (place !== undefined && places.includes(place));
    return inForce && forKind && forPlace && (place === undefined || notPlaces?.includes(place) !== true);
  });
}

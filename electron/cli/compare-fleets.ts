import { compareAudits, type Comparison, type Side, type Sides } from '../../domain/audit/compare-audits';
import { judgeBy, readyMeasure, type Measure } from '../../domain/audit/judge-by';
import type { Scope, Verdict } from '../../domain/audit/verdict';
import { isCivilDate } from '../../domain/calendar/civil-date';
import { isRetiredOn } from '../../domain/elevator/elevator';
import { comparisonLines, type ComparisonLines } from '../../domain/explain/comparison-lines';
import { subjectOf } from '../../domain/headline/judge-headline';
import type { Locale } from '../../domain/pack/legal-basis';
import type { ImportBody } from '../../domain/record/entry';
import { UsageError, type CommandIo } from './io';
import { dossiersOf } from './fleet-dossiers';
import { findPack, type ChosenPack } from './load-pack';
import { daysAsOf, type AuditDays } from './options';
import { verdictTotals } from './totals';
import { wordsOf } from './words';

/** By what the audit judges, and by what `--against` asks to judge the same history, both in the same scope. */
export function measuresOf(
  { pack, all }: Pick<ChosenPack, 'pack' | 'all'>,
  days: AuditDays,
  scope: Scope,
  against: string,
  locale: Locale,
): Sides<Measure> {
  const left = { pack, ...days, scope };
  if (isCivilDate(against)) return { left, right: { ...left, ...daysAsOf(days, against) } };
  if (/^\d{4}-\d{2}-\d{2}$/.test(against)) throw new UsageError(wordsOf(locale).badDate('--against', against));
  return { left, right: { ...left, pack: findPack(all, against, locale).pack } };
}

/** One elevator by both measures, the differences in sentences beside them. */
export interface ComparedElevator {
  readonly comparison: Comparison;
  readonly lines: ComparisonLines;
  /** Whether its registration had ended by the day of each side. */
  readonly retired: Sides<boolean>;
}

/** The elevators in the register's order, one at a time: a comparison is many times as large as its elevator. */
export function* comparedFleet(
  body: ImportBody,
  measures: Sides<Measure>,
  locale: Locale,
): Generator<ComparedElevator, void> {
  const left = readyMeasure(measures.left);
  const right = readyMeasure(measures.right);
  for (const dossier of dossiersOf(body)) {
    const subject = subjectOf(dossier);
    const comparison = compareAudits(judgeBy(subject, left), judgeBy(subject, right));
    const isRetired = ({ asOf }: Measure): boolean => isRetiredOn(dossier.elevator.value, asOf);
    const retired = { left: isRetired(left), right: isRetired(right) };
    yield { comparison, lines: comparisonLines(comparison, locale), retired };
  }
}

/** The verdict of one side as totals count it; null = retired. */
export function countedVerdict({ comparison, retired }: ComparedElevator, side: Side): Verdict | null {
  return retired[side] ? null : comparison.verdict[side];
}

/** Whether the judgements differ; what a pack demands beyond its rules is told apart from that. */
export function differs({ lines }: ComparedElevator): boolean {
  return lines.verdict !== null || lines.rules.length > 0;
}

const ELEVATORS_A_WRITE = 100;

/** The member `comparison` of the printed object, without its name, written piece by piece. */
export async function writeComparison(
  fleet: Iterable<ComparedElevator>,
  { left, right }: Sides<Measure>,
  io: CommandIo,
): Promise<void> {
  const head = JSON.stringify({ left: measureJson(left), right: measureJson(right) });
  await io.out(`${head.slice(0, -1)},"elevators":[`);
  const verdicts: Sides<(Verdict | null)[]> = { left: [], right: [] };
  let part: string[] = [];
  let separator = '';
  const flush = async (): Promise<void> => {
    if (part.length === 0) return;
    await io.out(`${separator}\n${part.join(',\n')}`);
    separator = ',';
    part = [];
  };
  for (const compared of fleet) {
    for (const side of ['left', 'right'] as const) verdicts[side].push(countedVerdict(compared, side));
    if (differs(compared)) part.push(JSON.stringify(elevatorJson(compared)));
    if (part.length === ELEVATORS_A_WRITE) await flush();
  }
  await flush();
  const totals = { left: verdictTotals(verdicts.left), right: verdictTotals(verdicts.right) };
  await io.out(`],"totals":${JSON.stringify(totals)}}`);
}

function measureJson({ pack: { id, version }, asOf, period }: Measure) {
  return { pack: { id, version }, asOf, period };
}

/** Only what differs: rules without a difference stand in the audit itself. */
function elevatorJson({ comparison, lines }: ComparedElevator) {
  const { registrationNo, verdict, rules, requirements } = comparison;
  const differing = rules.filter(({ differences }) => differences.length > 0);
  return {
    registrationNo,
    verdict,
    rules: differing.map(({ by, left, right, differences }, index) => ({
      by,
      left: left?.rule.id ?? null,
      right: right?.rule.id ?? null,
      differences: differences.map((difference, at) => ({
        ...difference,
        sentence: lines.rules[index]!.sentences[at]!, // one a difference, in the same order
      })),
    })),
    requirements: {
      left: requirements.left.map(({ id }) => id),
      right: requirements.right.map(({ id }) => id),
    },
  };
}

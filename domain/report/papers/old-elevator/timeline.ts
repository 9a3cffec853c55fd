import { civilPartsOf, toCivilDate, toEpochDay, type CivilDate } from '../../../calendar/civil-date';
import { addMonths } from '../../../calendar/interval';
import type { Age } from '../../../elevator/age';
import type { Inspection, InspectionKind } from '../../../inspection/inspection';
import { standing } from '../../../record/dossier';
import type { ReachedAge } from '../../../risk/old-age';
import { TIMELINE_SHAPES, type Block, type TimelineBlock, type TimelineShape } from '../../model';
import { paragraph, type Ledger } from './tables';

/** Acts of an inspection body over the whole elevator; tests and own checks would crowd the bar. */
export const ON_THE_BAR: ReadonlySet<InspectionKind> = new Set<InspectionKind>([
  'supervision',
  'supervision-repair',
  'supervision-alteration',
  'periodic',
  'self-test',
  'intermediate',
  'category-1',
  'category-3',
  'category-5',
  'technical-inspection',
  'performance-inspection',
]);
const DAYS_AFTER = 200;
const YEARS_UNTOLD = 2;

/** The bar, and what each shape that stands above it means. */
export function timelineBlocks(ledger: Ledger, age: Age, ages: readonly ReachedAge[]): Block[] {
  const { words, subject } = ledger;
  const bar = timeline(ledger, age, ages);
  const drawn = new Set(bar.points.map(({ shape }) => shape));
  const said = TIMELINE_SHAPES.filter((shape) => drawn.has(shape)).map((shape) => words.timelineShapes[shape]);
  const [first = '', ...rest] = said.join(subject.texts.clauseSeparator).trim();
  return [bar, paragraph(`${first.toUpperCase()}${rest.join('')}${subject.locale === 'en' ? '.' : '。'}`, 'note')];
}

function timeline({ subject, words }: Ledger, age: Age, ages: readonly ReachedAge[]): TimelineBlock {
  const { evidence, others } = subject;
  const { designLifeYears } = evidence.dossier.elevator.value;
  const lifeEnd = designLifeYears === undefined ? undefined : designLifeEnd(age, designLifeYears);
  const assessed = standing(evidence.dossier.assessments ?? [])
    .map(({ date }) => date)
    .filter((date) => date >= age.since && date <= evidence.asOf);
  const onBar = standing(evidence.dossier.inspections).filter(
    ({ kind, date }) => ON_THE_BAR.has(kind) && date >= age.since && date <= evidence.asOf,
  );
  const due = others
    .filter(({ rule }) => rule.satisfiedBy.some((act) => ON_THE_BAR.has(act as InspectionKind)))
    .flatMap(({ audit }) => (audit.dueOn === null ? [] : [audit.dueOn]))
    .sort()[0];
  const end = toCivilDate(toEpochDay(evidence.asOf) + DAYS_AFTER);
  const to = due !== undefined && due > end ? due : end;
  const steps = [...new Map(ages.map(({ rule, on }) => [rule.years, on]))].sort(([a], [b]) => a - b);
  const bounds: (readonly [number, CivilDate])[] = [[0, age.since], ...steps.filter(([, on]) => on < to)];
  const first =
    onBar
      .map(({ date }) => date)
      .filter((date) => date > age.since)
      .sort()[0] ?? evidence.asOf;
  const years = (day: CivilDate): string => String(civilPartsOf(toEpochDay(day)).year);
  const isUntold = toEpochDay(first) - toEpochDay(age.since) > YEARS_UNTOLD * 365;
  return {
    kind: 'timeline',
    from: age.since,
    to,
    spans: bounds.map(([from, on], place) => ({
      from: on,
      to: bounds[place + 1]?.[1] ?? to,
      label: words.span(from, bounds[place + 1]?.[0] ?? null),
    })),
    points: [
      { on: age.since, shape: 'start' as const },
      ...onBar
        .filter(({ date }) => date > age.since)
        .map(({ date, kind, result }) => ({ on: date, shape: shapeOf(kind, result) })),
      ...assessed.map((on) => ({ on, shape: 'assessed' as const })),
      ...(lifeEnd === undefined || lifeEnd > to ? [] : [{ on: lifeEnd, shape: 'design-life' as const }]),
      ...(due === undefined || due < evidence.asOf ? [] : [{ on: due, shape: 'due' as const }]),
    ],
    unknown: isUntold
      ? { from: age.since, to: first, label: words.unknownYears(years(age.since), years(first)) }
      : null,
    asOf: { on: evidence.asOf, label: words.asOfMark },
    alt: words.timelineAlt({
      since: age.since,
      years: age.years,
      inspections: onBar.length,
      assessments: assessed.length,
      lifeEnd: lifeEnd ?? null,
      due: due === undefined || due < evidence.asOf ? null : due,
    }),
  };
}

function shapeOf(kind: InspectionKind, result: Inspection['result']): TimelineShape {
  if (result === 'fail') return 'failed';
  return kind === 'supervision-repair' || kind === 'supervision-alteration' ? 'works' : 'done';
}

export function designLifeEnd({ since }: Age, years: number): CivilDate {
  return toCivilDate(addMonths(toEpochDay(since), 12 * years));
}

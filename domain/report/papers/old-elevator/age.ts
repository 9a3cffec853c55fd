import { civilPartsOf, toCivilDate, toEpochDay, type CivilDate } from '../../../calendar/civil-date';
import { addMonths } from '../../../calendar/interval';
import { ageOf, type Age } from '../../../elevator/age';
import type { Inspection, InspectionKind } from '../../../inspection/inspection';
import { standing } from '../../../record/dossier';
import { oldAgesOf, type ReachedAge } from '../../../risk/old-age';
import { VALUE_NAMES } from '../../texts/field-names';
import type { Block, TimelineBlock } from '../../model';
import { inspectionBlocks } from '../compliance/inspections';
import { retrofitBlocks } from './retrofit';
import { cited, orNothing, paragraph, plain, plainTable, type Ledger } from './tables';

/** Acts of an inspection body over the whole elevator; tests and own checks would crowd the bar. */
const ON_THE_BAR: ReadonlySet<InspectionKind> = new Set<InspectionKind>([
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

/** How old it is and by which clauses that counts, its inspections, and what programmes would ask. */
export function ageBlocks(ledger: Ledger): Block[] {
  const { subject, words } = ledger;
  const { evidence, say } = subject;
  const elevator = evidence.dossier.elevator.value;
  const age = ageOf(elevator, evidence.asOf);
  const ages = evidence.criteria === undefined ? [] : oldAgesOf(elevator, evidence.criteria, evidence.asOf);
  const sentences = [
    ...(age === null ? [] : [words.age(age.years, age.months)]),
    age === null || elevator.designLifeYears === undefined
      ? words.noDesignLife
      : designLife(ledger, age, elevator.designLifeYears),
  ];
  return [
    ...(age === null ? [] : [timeline(ledger, age, ages), paragraph(words.timelineNote, 'note')]),
    paragraph(sentences.join(subject.locale === 'en' ? ' ' : '')),
    ...ages.map(({ rule, on }): Block => ({
      kind: 'paragraph',
      style: 'note',
      runs: [
        { text: `${on} ` },
        ...cited(subject, rule.legalBasis, rule.confidence),
        { text: ` ${say(rule.legalBasis.says)}` },
      ],
    })),
    ...programmeBlocks(ledger, age),
    ...retrofitBlocks(ledger),
    { kind: 'subheading', text: words.inspectionList },
    ...inspectionList(ledger),
    ...inspectionBlocks(subject).slice(1),
  ];
}

function designLife({ subject, words }: Ledger, { since }: Age, years: number): string {
  const until = toCivilDate(addMonths(toEpochDay(since), 12 * years));
  return words.designLife(years, until, until <= subject.evidence.asOf);
}

function timeline({ subject, words }: Ledger, age: Age, ages: readonly ReachedAge[]): TimelineBlock {
  const { evidence, others } = subject;
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
        .map(({ date, result }) => ({ on: date, shape: result === 'fail' ? ('failed' as const) : ('done' as const) })),
      ...(due === undefined || due < evidence.asOf ? [] : [{ on: due, shape: 'due' as const }]),
    ],
    unknown: isUntold
      ? { from: age.since, to: first, label: words.unknownYears(years(age.since), years(first)) }
      : null,
    asOf: { on: evidence.asOf, label: words.asOfMark },
    alt: words.timelineAlt(age.since, age.years, onBar.length, due ?? null),
  };
}

/** Those of the period and the last of each kind, newest first. */
function inspectionList({ subject, words }: Ledger): Block[] {
  const { evidence, texts, say, locale } = subject;
  const { period, asOf, pack, dossier } = evidence;
  const known = standing(dossier.inspections)
    .filter(({ date }) => date <= asOf)
    .sort((a, b) => (a.date < b.date ? 1 : Number(a.date > b.date) * -1));
  const isLast = ({ kind }: Inspection, place: number): boolean =>
    known.findIndex((one) => one.kind === kind) === place;
  const rows = known
    .filter((one, place) => one.date >= period.from || ON_THE_BAR.has(one.kind) || isLast(one, place))
    .map(({ date, kind, result, reportNo, by, validUntil }) => {
      const named = pack.inspections.find(({ id }) => id === kind);
      return {
        cells: [
          plain(date),
          plain(named === undefined ? kind : say(named.title)),
          {
            runs: [{ text: VALUE_NAMES[locale][result] ?? result }],
            mark: result === 'fail' ? ('late' as const) : ('met' as const),
          },
          plain(reportNo ?? ''),
          plain(by ?? ''),
          plain(validUntil ?? ''),
        ],
      };
    });
  const table = plainTable(subject, words.inspection, [21, 40, 21, 32, 29, 21], rows);
  return [
    rows.length === 0 ? paragraph(words.noInspection) : orNothing(words, { ...table, rowsFromTo: texts.rowsFromTo }),
  ];
}

/** Programmes whose age it has reached; whether it qualifies is for the authority. */
function programmeBlocks({ subject, words }: Ledger, age: Age | null): Block[] {
  const { evidence, say, texts } = subject;
  const own = (evidence.criteria?.programmes ?? []).filter(
    ({ minYears }) => minYears === undefined || (age !== null && age.years >= minYears),
  );
  if (own.length === 0 || age === null) return [];
  return [
    paragraph(words.programmeNote, 'note'),
    ...own.map(({ title, says, conditions, confidence }): Block => ({
      kind: 'paragraph',
      style: 'note',
      runs: [
        { text: texts.confidence[confidence], tag: confidence },
        { text: ` ${words.programme(say(title), say(says), conditions.map(say))}` },
      ],
    })),
  ];
}

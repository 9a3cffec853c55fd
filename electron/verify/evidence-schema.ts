import { z } from 'zod';
import { isCivilDate } from '../../domain/calendar/civil-date';
import { SCOPES } from '../../domain/audit/verdict';
import { HAZARD_STATES } from '../../domain/hazard/hazard-life';
import { EVIDENCE_FORMAT, type Evidence } from '../../domain/report/evidence';
import { SHEET_SIZES } from '../../domain/report/paper-particulars';
import { LOCALES } from '../../domain/pack/legal-basis';
import { hazardStepSchema, recordIdSchema } from '../../domain/record/hazard-schemas';
import { DOSSIER_LISTS, kindOf, type DossierList, type ListsWith } from '../../domain/record/kinds';
import { schemaOfKind } from '../../domain/record/record-schemas';
import { ELEVATOR_PAPERS, listOfPaper } from '../../domain/record/paper-kind';
import { HOUSE_STEPS } from '../../domain/risk/hazard-days';
import {
  civilDateSchema,
  elevatorSchema,
  inspectionsKeptSchema,
  registrationNoSchema,
  sha256Schema,
} from '../../domain/record/schemas';
import { INSPECTION_KINDS } from '../../domain/inspection/inspection';
import { TASKS } from '../../domain/visit/visit';
import { criteriaSchema } from './criteria-schema';
import { doubtsSchema } from './doubts-schema';
import { recordedSchema } from './recorded-schema';

const MOST_INTERVALS = 10_000;
const MOST_LETTERS = 500;

const words = z.string().max(MOST_LETTERS);

const interval = z.strictObject({
  count: z.int().min(1).max(MOST_INTERVALS), // nought would never pass a deadline, and the count of missed ones not end
  unit: z.enum(['day', 'week', 'month', 'year']),
});

const terms = {
  ageSwitch: z
    .strictObject({
      of: z.enum(['elevator', 'governor']),
      atYears: z.int().min(1).max(200),
      interval,
      runningToo: z.literal('reading').optional(),
    })
    .optional(),
  strictlyMaker: z.literal(true).optional(),
  onDemand: z.strictObject({ cap: interval }).optional(),
};
const months = z.int().min(0).max(MOST_INTERVALS);
const filing = z
  .strictObject({
    withinDays: z.int().min(1).max(MOST_INTERVALS),
    latestDayOfNextMonth: z.int().min(1).max(28).optional(),
    from: civilDateSchema.optional(),
  })
  .optional();

const counting = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('service-clock'), ...terms }),
  z.strictObject({ mode: z.literal('rolling'), ...terms }),
  z.strictObject({ mode: z.literal('calendar-month'), ...terms }),
  z.strictObject({ mode: z.literal('calendar-year'), filing, ...terms }),
  z.strictObject({ mode: z.literal('anniversary-month'), filing, ...terms }),
  z.strictObject({
    mode: z.literal('due-month-chain'),
    graceMonths: months,
    earlyResets: z.boolean(),
    outageResets: z.boolean(),
    first: interval.optional(),
    ...terms,
  }),
  z.strictObject({
    mode: z.literal('service-year-list'),
    years: z.array(z.int().min(1).max(200)).min(1).max(200),
    thenEvery: z.boolean(),
    earlyMonths: months,
    beforeReturnAfter: interval.optional(),
    alterationsFrom: civilDateSchema.optional(),
    alternatesWith: words.optional(),
    ...terms,
  }),
  z.strictObject({
    mode: z.literal('midpoint'),
    of: z.string(),
    roundTo: z.enum(['day', 'month']),
    graceMonths: months,
    ...terms,
  }),
  z.strictObject({ mode: z.literal('certificate-expiry'), earlyWindow: interval.nullable(), ...terms }),
]);

const acts = z.array(z.enum([...TASKS, ...INSPECTION_KINDS])).min(1);

const weight = z.enum(['law', 'reading', 'unverified']);
const owed = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('acceptance'), confidence: weight }),
  z.strictObject({ by: z.literal('acceptance-grid'), confidence: weight, every: interval, answeredWithin: interval }),
  z.strictObject({ by: z.literal('main-acts'), confidence: weight }),
]);

const appliesTo = z.strictObject({
  kinds: z.union([z.literal('all'), z.array(z.string())]),
  places: z.array(z.string()).optional(),
  notPlaces: z.array(z.string()).optional(),
});

/** Of a requirement, what use is judged by. */
const requirement = z.looseObject({
  kind: z.string(),
  when: z.enum(['failed', 'overdue']).optional(),
  acts: z.array(z.enum(INSPECTION_KINDS)).optional(),
  rules: z.array(z.string()).optional(),
  appliesTo,
  effectiveFrom: civilDateSchema.nullable(),
  effectiveTo: civilDateSchema.nullable(),
  confidence: weight,
});

/** Of a rule, what the clock reads; texts and sources are carried along and compared with the pack's. */
const rule = z.looseObject({
  id: z.string().min(1),
  task: z.enum([...TASKS, ...INSPECTION_KINDS]),
  satisfiedBy: acts,
  appliesTo,
  warnDays: z.int().min(0).max(MOST_INTERVALS),
  owed: owed.optional(),
  versions: z
    .array(
      z.looseObject({
        effectiveFrom: civilDateSchema.nullable(),
        effectiveTo: civilDateSchema.nullable(),
        interval,
        counting,
        satisfiedBy: acts.optional(),
        confidence: weight,
      }),
    )
    .min(1),
});

const named = z
  .array(z.looseObject({ id: z.string(), title: z.strictObject({ 'zh-CN': z.string(), en: z.string() }) }))
  .max(100);

/** A civil day first: lateness is counted from it. Empty where no journal was kept. */
const writtenAt = z.string().refine((at) => at === '' || isCivilDate(at.slice(0, 10)));
const clock = z.literal('before-previous').optional();
const amendment = z.looseObject({
  at: writtenAt,
  clock,
  changes: z.array(z.looseObject({ field: z.string(), to: z.unknown() })).max(1000),
  withdrawn: z.literal(true).optional(),
  takenBack: z.literal(true).optional(),
});

export const recorded = <T extends z.ZodType>(value: T) =>
  z.looseObject({
    id: z.string().min(1),
    at: writtenAt,
    value,
    original: value.optional(),
    imported: z.literal(true).optional(),
    clock,
    amendments: z.array(amendment).max(MOST_INTERVALS).optional(),
    withdrawn: z.literal(true).optional(),
  });

type AnyRecord = ReturnType<typeof recorded<z.ZodType>>;
type AnyLists = { readonly [L in ListsWith<{ readonly always: true }>]: z.ZodArray<AnyRecord> } & {
  readonly [L in Exclude<DossierList, ListsWith<{ readonly always: true }> | 'hazards'>]: z.ZodOptional<
    z.ZodArray<AnyRecord>
  >;
} & { readonly hazards: z.ZodOptional<z.ZodArray<typeof recordedHazard>> };

export const recordedHazard = recorded(schemaOfKind('hazards')).extend({
  steps: z.array(z.looseObject({ at: writtenAt, clock, step: hazardStepSchema })),
});

/** The lists of records, each by its kind's schema; reports made before a kind was kept have no list of it. */
function recordLists(): AnyLists {
  const lists = DOSSIER_LISTS.map((list) => {
    const records = z.array(list === 'hazards' ? recordedHazard : recorded(schemaOfKind(list)));
    return [list, kindOf(list).always ? records : records.optional()] as const;
  });
  const byList: Readonly<Record<string, unknown>> = Object.fromEntries(lists);
  return byList as unknown as AnyLists; // as the table of kinds says
}

/** The limits of a paper's own words are those of the contract; here only their size is met. */
const particulars = z.strictObject({
  hazards: z.array(recordIdSchema).max(MOST_INTERVALS).optional(),
  record: recordIdSchema.optional(),
  addressee: words.optional(),
  answers: words.optional(),
  phone: words.optional(),
  note: z.string().max(MOST_INTERVALS).optional(),
  size: z.enum(SHEET_SIZES).optional(),
  summary: z.string().max(MOST_INTERVALS).optional(),
});

const stated = z.strictObject({
  id: recordIdSchema,
  no: z.string().max(MOST_LETTERS),
  state: z.enum(HAZARD_STATES),
  open: z.boolean(),
  overdue: z.boolean(),
  breached: z.boolean(),
  stopped: z.boolean(),
});

const evidence = z.looseObject({
  format: z.literal(EVIDENCE_FORMAT),
  formatVersion: z.union([z.literal(1), z.literal(2)]),
  program: z.string().max(MOST_LETTERS),
  layout: sha256Schema.optional(),
  kind: z.enum(ELEVATOR_PAPERS),
  number: z.string().max(MOST_LETTERS),
  locale: z.enum(LOCALES),
  asOf: civilDateSchema,
  period: z.strictObject({ from: civilDateSchema, to: civilDateSchema }),
  claimedAt: z.iso.datetime({ offset: true }),
  signer: z.looseObject({ fingerprint: sha256Schema }),
  pack: z.looseObject({
    id: z.string(),
    version: z.string(),
    sha256: sha256Schema,
    rules: z.array(rule).max(1000),
    tasks: named,
    inspections: named,
    causes: named.optional(),
    requirements: z.array(requirement).max(1000).optional(),
  }),
  chain: z.looseObject({ origin: z.enum(['journal', 'files']) }),
  dossier: z.strictObject({
    registrationNo: registrationNoSchema,
    elevator: recorded(elevatorSchema),
    ...recordLists(),
  }),
  criteria: criteriaSchema.optional(),
  scope: z.union([z.enum(SCOPES), z.strictObject({ kept: inspectionsKeptSchema.nullable() })]).optional(),
  lateDays: z.int().min(0).max(MOST_INTERVALS).optional(),
  headline: z.looseObject({ scope: z.enum(SCOPES) }).optional(),
  hazardDays: z.partialRecord(z.enum(HOUSE_STEPS), z.int().min(0).max(MOST_INTERVALS)).optional(),
  paper: particulars.optional(),
  recorded: recordedSchema.optional(),
  photos: z.array(z.looseObject({ sha256: sha256Schema })).optional(),
  ledger: z.array(stated).optional(),
  doubts: doubtsSchema.optional(),
  audit: z.looseObject({ registrationNo: z.string(), verdict: z.string(), rules: z.array(z.looseObject({})) }),
});

/** The evidence in a parsed JSON value, or null: enough of it is checked that judging it neither throws nor hangs. */
export function parseEvidence(value: unknown): Evidence | null {
  const { success, data } = evidence.safeParse(value);
  if (!success) return null;
  const { period, asOf, dossier } = data;
  const isInOrder = period.from <= period.to && period.to <= asOf;
  const isOneElevator =
    dossier.elevator.value.registrationNo === dossier.registrationNo &&
    data.audit.registrationNo === dossier.registrationNo;
  const isWhole =
    isInOrder &&
    isOneElevator &&
    isDated(data) &&
    isAboutItsHazards(data) &&
    isBesideIt(data) &&
    isAboutItsRecord(data);
  return isWhole ? (value as Evidence) : null; // the members that were not checked are shown as text only
}

/** Visits beside those of the elevator are of others, each of a place that is named, and no record stands twice. */
function isBesideIt({ dossier, doubts }: z.infer<typeof evidence>): boolean {
  if (doubts === undefined) return true;
  const places = new Set<string>(doubts.places.map(({ registrationNo }) => registrationNo));
  const names = [...dossier.visits, ...doubts.visits].map(({ id }) => id);
  return (
    !places.has(dossier.registrationNo) &&
    doubts.visits.every(({ visit }) => places.has(visit.registrationNo)) &&
    new Set(names).size === names.length
  );
}

/** A journal dates every entry; lateness is counted from it. */
function isDated({ chain, dossier }: z.infer<typeof evidence>): boolean {
  if (chain.origin === 'files') return true;
  const { elevator, hazards = [] } = dossier;
  const records = [elevator, ...DOSSIER_LISTS.flatMap((list): readonly z.infer<AnyRecord>[] => dossier[list] ?? [])];
  return (
    records.every(({ at, amendments = [] }) => at !== '' && amendments.every((one) => one.at !== '')) &&
    hazards.every(({ steps }) => steps.every(({ at }) => at !== ''))
  );
}

/** A paper of one record names one that it has and that stands; no other paper names one. */
function isAboutItsRecord({ kind, dossier, paper, recorded }: z.infer<typeof evidence>): boolean {
  const list = listOfPaper(kind);
  if (list === null) return paper?.record === undefined && recorded === undefined;
  const record = dossier[list].find(({ id }) => id === paper?.record);
  return record !== undefined && record.withdrawn !== true && recorded !== undefined;
}

/** Hazards, criteria and the stated ledger stand together or not at all, and never in a paper that has no place for them. */
function isAboutItsHazards({
  formatVersion,
  kind,
  dossier,
  criteria,
  ledger,
  paper,
}: z.infer<typeof evidence>): boolean {
  const known = new Set(dossier.hazards?.map(({ id }) => id));
  if (paper?.hazards?.some((id) => !known.has(id)) === true) return false;
  if (formatVersion === 1 && kind === 'compliance') return dossier.hazards === undefined && ledger === undefined;
  return dossier.hazards !== undefined && (criteria === undefined) === (ledger === undefined);
}

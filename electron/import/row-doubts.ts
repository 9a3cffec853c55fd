import type { ImportDoubt, ImportDoubts } from '../../domain/bridge/import-replies';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Doubt } from '../../domain/doubts/doubt';
import { lookForDoubts } from '../../domain/doubts/look';
import type { Elevator, RegistrationNo } from '../../domain/elevator/elevator';
import { doubtQuestion, doubtSentence, innocentLooks } from '../../domain/explain/doubt-sentences';
import { DOUBT_KINDS } from '../../domain/pack/doubt-threshold';
import type { Locale } from '../../domain/pack/legal-basis';
import type { RulePack } from '../../domain/pack/rule-pack';
import { standing } from '../../domain/record/dossier';
import type { Visit } from '../../domain/visit/visit';
import type { ImportPlan } from './import-plan';
import type { RowAt } from './refusal-at';
import type { Lookup } from './row-context';

export type DoubtNames = Pick<RulePack, 'believability' | 'tasks'>;

/** Visits of the files and of their elevators that are looked through before writing. */
const MOST_LOOKED_AT = 500_000;
/** Doubts of one kind that are shown with their rows, and rows named of one. */
const MOST_SHOWN = 50;
const MOST_ROWS = 8;

type TakenVisit = RowAt & { readonly value: Visit };

/**
 * What the rows to be written ask, beside each other and beside what is on record of their elevators. Nothing is refused
 * for it.
 */
export function rowDoubts(
  visits: readonly TakenVisit[],
  plan: Pick<ImportPlan, 'elevators' | 'outages' | 'callouts' | 'deviceEvents'>,
  lookup: Lookup,
  { pack, today }: { readonly pack: DoubtNames; readonly today: CivilDate },
): ImportDoubts {
  const none = { kinds: [], looked: 0, tooMany: null };
  if (visits.length === 0 || pack.believability === undefined) return none;
  const elevators = new Map<RegistrationNo, Elevator>(plan.elevators.map((one) => [one.registrationNo, one]));
  const known = [...new Set(visits.map(({ value }) => value.registrationNo))].flatMap((no) => lookup(no) ?? []);
  for (const { registrationNo, elevator } of known)
    if (!elevators.has(registrationNo)) elevators.set(registrationNo, elevator.value);
  const onRecord = known.flatMap((dossier) => standing(dossier.visits));
  if (visits.length + onRecord.length > MOST_LOOKED_AT) return { ...none, tooMany: visits.length + onRecord.length };
  const rows = new Map<Visit, TakenVisit>(visits.map((row) => [row.value, row]));
  const outages = known.flatMap(({ registrationNo, outages: own }) =>
    standing(own).map((outage) => ({ ...outage, registrationNo })),
  );
  const { doubts } = lookForDoubts(
    {
      elevators: [...elevators.values()],
      visits: [...rows.keys(), ...onRecord],
      outages: [...outages, ...plan.outages],
      callouts: [...known.flatMap(({ callouts }) => standing(callouts)), ...plan.callouts],
      certificates: null,
      deviceEvents: [...known.flatMap(({ deviceEvents }) => standing(deviceEvents)), ...plan.deviceEvents],
      ways: null,
      askedItems: new Set(), // a table has no checklist
      asOf: today,
    },
    pack,
  );
  const ofRows = doubts.filter((doubt) => doubt.visits.length === 0 || doubt.visits.some((visit) => rows.has(visit)));
  const told = (doubt: Doubt): ImportDoubt => tell(doubt, rows, elevators, pack);
  const kinds = DOUBT_KINDS.flatMap((kind) => {
    const all = ofRows.filter((doubt) => doubt.kind === kind);
    const [first] = all;
    if (first === undefined) return [];
    const asked = all.filter(({ level }) => level !== 'note');
    return [
      {
        kind,
        asked: asked.length,
        notes: all.length - asked.length,
        innocent: text((locale) => innocentLooks(kind, locale)),
        source: first.source,
        weight: first.weight,
        shown: [...asked, ...all.filter(({ level }) => level === 'note')].slice(0, MOST_SHOWN).map(told),
      },
    ];
  });
  return { kinds, looked: visits.length, tooMany: null };
}

function tell(
  doubt: Doubt,
  rows: ReadonlyMap<Visit, TakenVisit>,
  elevators: ReadonlyMap<RegistrationNo, Elevator>,
  { tasks }: DoubtNames,
): ImportDoubt {
  const context = (locale: Locale) => ({
    elevatorOf: (no: string) => elevators.get(no as RegistrationNo),
    names: { tasks, inspections: [] },
    locale,
  });
  return {
    level: doubt.level,
    people: doubt.people,
    asks: text((locale) => doubtQuestion(doubt, context(locale))),
    says: text((locale) => doubtSentence(doubt, context(locale))),
    visits: doubt.visits.length,
    rows: doubt.visits.slice(0, MOST_ROWS).map((visit) => {
      const row = rows.get(visit);
      return row === undefined ? null : { part: row.origin.part, row: row.row };
    }),
  };
}

function text(of: (locale: Locale) => string): Readonly<Record<Locale, string>> {
  return { 'zh-CN': of('zh-CN'), en: of('en') };
}

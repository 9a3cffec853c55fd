import { toCivilDate } from '../../domain/calendar/civil-date';
import type { Dossier, Recorded } from '../../domain/record/dossier';
import type { DossierList } from '../../domain/record/kinds';
import type { EntryDraft, EntryType, Json, RecordBodies } from '../../domain/record/entry';

interface Choice {
  readonly day: number;
  readonly record: number;
}

interface Correctable {
  readonly list: DossierList;
  readonly type: Extract<EntryType, `${string}-corrected`>;
  readonly field: string;
  /** Null takes the field away. */
  readonly to: (day: number) => Json;
}

const CORRECTABLE: readonly Correctable[] = [
  { list: 'visits', type: 'visit-corrected', field: 'date', to: toCivilDate },
  { list: 'outages', type: 'outage-corrected', field: 'reason', to: (day) => (day % 3 === 0 ? null : `原因 ${day}`) },
  { list: 'inspections', type: 'inspection-corrected', field: 'date', to: toCivilDate },
  { list: 'callouts', type: 'callout-corrected', field: 'trapped', to: (day) => day % 7 },
  { list: 'hazards', type: 'hazard-corrected', field: 'what', to: (day) => `改述 ${day}` },
  { list: 'policies', type: 'policy-corrected', field: 'premium', to: (day) => (day % 4 === 0 ? null : day) },
  { list: 'drills', type: 'drill-corrected', field: 'problems', to: (day) => (day % 3 === 0 ? null : `问题 ${day}`) },
  { list: 'claims', type: 'claim-corrected', field: 'paid', to: (day) => (day % 5 === 0 ? null : day) },
];

const WITHDRAWABLE: readonly (readonly [DossierList, Extract<keyof RecordBodies, `${string}-withdrawn`>])[] = [
  ['visits', 'visit-withdrawn'],
  ['outages', 'outage-withdrawn'],
  ['inspections', 'inspection-withdrawn'],
  ['callouts', 'callout-withdrawn'],
  ['assessments', 'assessment-withdrawn'],
  ['policies', 'policy-withdrawn'],
  ['claims', 'claim-withdrawn'],
  ['drills', 'drill-withdrawn'],
];

/** One field of one record corrected, of a list that has any; null where none has. */
export function correctionOf(dossier: Dossier, { day, record }: Choice, author: string): EntryDraft | null {
  const found = filledFrom(CORRECTABLE, day, ({ list }) => dossier[list].length > 0);
  if (found === null) return null;
  const { list, type, field, to } = found;
  const corrected = recordAt(dossier, list, record);
  const from = (corrected.value as Readonly<Record<string, Json | undefined>>)[field] ?? null;
  const body = { corrects: corrected.id, changes: [{ field, from, to: to(day) }], reason: `笔误 ${day}` };
  return { type, subject: dossier.registrationNo, author, body } as EntryDraft; // field and list belong to the type
}

/** One record withdrawn, of a list that has any; null where none has. */
export function withdrawalOf(dossier: Dossier, { day, record }: Choice, author: string): EntryDraft | null {
  const found = filledFrom(WITHDRAWABLE, day, ([list]) => dossier[list].length > 0);
  if (found === null) return null;
  const [list, type] = found;
  const body = { corrects: recordAt(dossier, list, record).id, reason: `重复登记 ${day}` };
  return { type, subject: dossier.registrationNo, author, body };
}

function filledFrom<T>(choices: readonly T[], start: number, isFilled: (choice: T) => boolean): T | null {
  const turned = choices.map((_, place) => choices[(start + place) % choices.length]!);
  return turned.find(isFilled) ?? null;
}

function recordAt(dossier: Dossier, list: DossierList, record: number): Recorded<object> {
  const records: readonly Recorded<object>[] = dossier[list];
  return records[record % records.length]!;
}

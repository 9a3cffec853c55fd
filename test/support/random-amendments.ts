import { toCivilDate } from '../../domain/calendar/civil-date';
import type { Dossier, Recorded } from '../../domain/record/dossier';
import { DOSSIER_LISTS, kindOf, type CorrectableList, type DossierList, type FieldOf } from '../../domain/record/kinds';
import type { EntryDraft, Json } from '../../domain/record/entry';

interface Choice {
  readonly day: number;
  readonly record: number;
}

/** A field that a correction changes, and what it becomes; null takes the field away. */
type Change<L extends CorrectableList> = readonly [field: FieldOf<L>, to: (day: number) => Json];

/** One of each kind; the compiler asks for those that are added. */
const CHANGES: { readonly [L in CorrectableList]: Change<L> } = {
  visits: ['date', toCivilDate],
  outages: ['reason', (day) => (day % 3 === 0 ? null : `原因 ${day}`)],
  inspections: ['date', toCivilDate],
  callouts: ['trapped', (day) => day % 7],
  hazards: ['what', (day) => `改述 ${day}`],
  policies: ['premium', (day) => (day % 4 === 0 ? null : day)],
  drills: ['problems', (day) => (day % 3 === 0 ? null : `问题 ${day}`)],
  dailyChecks: ['by', (day) => `安全员 ${day}`],
  deviceEvents: ['count', (day) => (day % 3 === 0 ? null : day)],
  contracts: ['note', (day) => (day % 3 === 0 ? null : `续签 ${day}`)],
  claims: ['paid', (day) => (day % 5 === 0 ? null : day)],
};
const CORRECTABLE = Object.keys(CHANGES) as readonly CorrectableList[];
const WITHDRAWABLE = DOSSIER_LISTS.filter((list) => kindOf(list).withdrawn);

/** One field of one record corrected, of a list that has any; null where none has. */
export function correctionOf(dossier: Dossier, { day, record }: Choice, author: string): EntryDraft | null {
  const list = filledFrom(CORRECTABLE, day, (one) => dossier[one].length > 0);
  if (list === null) return null;
  const [field, to] = CHANGES[list];
  const corrected = recordAt(dossier, list, record);
  const from = (corrected.value as Readonly<Record<string, Json | undefined>>)[field] ?? null;
  const body = { corrects: corrected.id, changes: [{ field, from, to: to(day) }], reason: `笔误 ${day}` };
  const type = `${kindOf(list).name}-corrected`;
  return { type, subject: dossier.registrationNo, author, body } as EntryDraft; // the field is one of the list
}

/** One record withdrawn, of a list that has any; null where none has. */
export function withdrawalOf(dossier: Dossier, { day, record }: Choice, author: string): EntryDraft | null {
  const list = filledFrom(WITHDRAWABLE, day, (one) => dossier[one].length > 0);
  if (list === null) return null;
  const type = `${kindOf(list).name}-withdrawn`;
  const body = { corrects: recordAt(dossier, list, record).id, reason: `重复登记 ${day}` };
  return { type, subject: dossier.registrationNo, author, body } as EntryDraft; // of a kind that is withdrawn
}

function filledFrom<T>(choices: readonly T[], start: number, isFilled: (choice: T) => boolean): T | null {
  const turned = choices.map((_, place) => choices[(start + place) % choices.length]!);
  return turned.find(isFilled) ?? null;
}

function recordAt(dossier: Dossier, list: DossierList, record: number): Recorded<object> {
  const records: readonly Recorded<object>[] = dossier[list];
  return records[record % records.length]!;
}

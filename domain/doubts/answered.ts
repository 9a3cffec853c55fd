import type { AnswerToDoubt, DoubtAnswer } from '../doubt-answer/doubt-answer';
import { doubtKey } from '../doubt-answer/doubt-key';
import type { RegistrationNo } from '../elevator/elevator';
import type { Recorded } from '../record/dossier';
import type { RecordId } from '../record/record-id';
import type { Doubt } from './doubt';

/** A record that a doubt is about, and whose it is. */
export interface RecordOfDoubt {
  readonly registrationNo: RegistrationNo;
  readonly id: RecordId;
}

/** Finds the record of what a check was given; null for what no record holds. */
export type FindRecord = (given: object) => RecordOfDoubt | null;

/** A doubt as it stands in a ledger: what it is known by, and what was answered. */
export interface LedgerDoubt {
  readonly doubt: Doubt;
  readonly key: string;
  readonly records: readonly RecordOfDoubt[];
  /** Oldest first, each once however many elevators hold it. */
  readonly answers: readonly Recorded<DoubtAnswer>[];
}

/** The records of a doubt: its visits and the call-outs beside them, each once. */
export function recordsOfDoubt({ visits, beside }: Doubt, find: FindRecord): RecordOfDoubt[] {
  const given = [...visits, ...beside.flatMap((one) => (one.type === 'callout' ? [one.callOut] : []))];
  const found = given.flatMap((one) => find(one) ?? []);
  return [...new Map(found.map((one) => [one.id, one])).values()];
}

export type AnswersByKey = ReadonlyMap<string, readonly Recorded<DoubtAnswer>[]>;

/** Answers by the key of their doubt, oldest first; an answer that several elevators hold stands once. */
export function answersByKey(all: Iterable<Recorded<DoubtAnswer>>): AnswersByKey {
  const byKey = new Map<string, Map<number, Recorded<DoubtAnswer>>>();
  for (const one of all) {
    const { doubt, turn } = one.value;
    const turns = byKey.get(doubt) ?? new Map<number, Recorded<DoubtAnswer>>();
    byKey.set(doubt, turns);
    if (!turns.has(turn)) turns.set(turn, one);
  }
  return new Map(
    [...byKey].map(([key, turns]) => [key, [...turns.values()].sort((a, b) => a.value.turn - b.value.turn)]),
  );
}

/** What a doubt is known by in a ledger. */
export function knownBy(doubt: Doubt, find: FindRecord): Omit<LedgerDoubt, 'answers'> {
  const records = recordsOfDoubt(doubt, find);
  const ids = records.map(({ id }) => id);
  return { doubt, key: doubtKey(doubt.kind, ids), records };
}

/** Puts doubts together with their records and what was answered to them. */
export function inLedger(doubts: readonly Doubt[], find: FindRecord, answers: AnswersByKey): LedgerDoubt[] {
  return doubts.map((doubt) => {
    const known = knownBy(doubt, find);
    return { ...known, answers: answers.get(known.key) ?? [] };
  });
}

/** What the last answer says; without one it is open. */
export function answerTo({ answers }: Pick<LedgerDoubt, 'answers'>): AnswerToDoubt {
  return answers.at(-1)?.value.answer ?? 'open';
}

/** Whether somebody is asked: a note asks nothing. */
export function isAsked({ doubt, ...one }: Pick<LedgerDoubt, 'doubt' | 'answers'>): boolean {
  return doubt.level !== 'note' && answerTo(one) === 'open';
}

/** Answers whose doubt is not raised any more: records of it were corrected or withdrawn, or a threshold changed. */
export function answersBehind(answers: AnswersByKey, raised: Iterable<Pick<LedgerDoubt, 'key'>>) {
  const keys = new Set(Array.from(raised, ({ key }) => key));
  return [...answers].flatMap(([key, given]) => (keys.has(key) ? [] : [given]));
}

import { auditElevator, auditWindow } from '../audit/audit-elevator';
import type { ElevatorAudit, RuleStatus, Verdict } from '../audit/verdict';
import { toEpochDay, type CivilDate } from '../calendar/civil-date';
import type { CallOut } from '../callout/callout';
import type { Outage } from '../elevator/elevator';
import type { Inspection } from '../inspection/inspection';
import type { Dossier, Recorded } from '../record/dossier';
import type { Change } from '../record/entry';
import type { RecordId } from '../record/record-id';
import type { Visit } from '../visit/visit';
import { differs } from './entry-figures';
import { scopeOf, subjectOf, type HeadlineQuestion } from './judge-headline';
import { changed, DONE_ON, doneBy } from './late-entries';
import { olderTurn, type OlderTurn } from './older-turn';

export type EnteredList = keyof typeof DONE_ON;
type EnteredValue = Visit | Outage | Inspection | CallOut;

/** What a form is about to save. */
export type Pending =
  | { readonly act: 'record'; readonly list: EnteredList; readonly value: EnteredValue }
  | {
      readonly act: 'correct';
      readonly list: EnteredList;
      readonly recordId: RecordId;
      readonly set: readonly Pick<Change, 'field' | 'to'>[];
    }
  | { readonly act: 'withdraw'; readonly list: EnteredList; readonly recordId: RecordId };

/** What was, and what will be. */
export interface Turn<T> {
  readonly from: T;
  readonly to: T;
}

/** What saving changes of what is judged. */
export interface VerdictTurn {
  readonly verdict: Turn<Verdict>;
  readonly verdictByLaw: Turn<Verdict>;
  readonly rules: readonly (Turn<RuleStatus> & { readonly ruleId: string })[];
}

export interface SavingEffect {
  readonly doneOn: CivilDate;
  /** Calendar days from the day it was done to today, at least 0. */
  readonly days: number;
  readonly isLate: boolean;
  /** Of the period asked about; null where its verdict and every state stay. */
  readonly turn: VerdictTurn | null;
  /** Of days before that period, where the period itself stays as it is. */
  readonly older: OlderTurn | null;
}

/** Whether some period would be judged otherwise. */
export function changesVerdict({ turn, older }: Pick<SavingEffect, 'turn' | 'older'>): boolean {
  return turn !== null || older !== null;
}

/** How late something would be saved today, and what it would change; nothing is refused for it. */
export function savingEffect(
  dossier: Dossier,
  pending: Pending,
  today: CivilDate,
  question: HeadlineQuestion,
): SavingEffect | null {
  const next = foreseen(dossier, pending, today);
  if (next === null) return null;
  const { doneOn, after } = next;
  const days = Math.max(0, toEpochDay(today) - toEpochDay(doneOn));
  const isJudged = pending.list !== 'callouts';
  const turn = isJudged ? turnOf(judged(dossier, question), judged(after, question)) : null;
  const older = isJudged && turn === null ? olderTurn(dossier, after, question) : null;
  return { doneOn, days, isLate: days > question.entry.lateDays, turn, older };
}

/** The dossier as it will stand, and the day of what the entry tells; null where the record is not there. */
function foreseen(dossier: Dossier, pending: Pending, today: CivilDate) {
  const dayOf = DONE_ON[pending.list] as (value: EnteredValue) => CivilDate;
  const records = dossier[pending.list] as readonly Recorded<EnteredValue>[];
  if (pending.act === 'record') {
    const { value } = pending;
    const record: Recorded<EnteredValue> = { id: 'pending/0' as RecordId, at: today, author: '', value };
    return { doneOn: dayOf(value), after: { ...dossier, [pending.list]: [...records, record] } };
  }
  const record = records.find(({ id }) => id === pending.recordId);
  if (record === undefined) return null;
  const changes = pending.act === 'correct' ? pending.set : [];
  const value = changed(record.value, { changes });
  const amended = { ...record, value, ...(pending.act === 'withdraw' ? { withdrawn: true as const } : {}) };
  const after = { ...dossier, [pending.list]: records.map((one) => (one === record ? amended : one)) };
  return { doneOn: doneBy({ changes }, value, dayOf), after };
}

function judged(dossier: Dossier, question: HeadlineQuestion): ElevatorAudit {
  const { rules, asOf, period, scope } = question;
  return auditElevator(subjectOf(dossier), rules, auditWindow(asOf, period, scopeOf(dossier, scope)));
}

function turnOf(before: ElevatorAudit, after: ElevatorAudit): VerdictTurn | null {
  if (!differs(before, after)) return null;
  return {
    verdict: { from: before.verdict, to: after.verdict },
    verdictByLaw: { from: before.verdictByLaw, to: after.verdictByLaw },
    rules: before.rules.flatMap(({ ruleId, status: from }, index) => {
      const to = after.rules[index]?.status ?? from;
      return from === to ? [] : [{ ruleId, from, to }];
    }),
  };
}

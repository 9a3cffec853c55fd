import type { ErrorCode, ErrorDetails } from '../../domain/bridge/errors';
import type { JournalHead } from '../../domain/bridge/journal-condition';
import type { QuestionName } from '../../domain/fleet/questions';
import type { Entry } from '../../domain/record/entry';
import type { Followed } from './follow-journal';

/** A refusal of the bridge on its way between page and worker. */
export interface WireFailure {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

/** To the worker. `page` answers its `read`. */
export type ToFleetWorker =
  /** With the house's days by which lateness is told, and the entry just written, where one is known. */
  | { readonly kind: 'follow'; readonly id: number; readonly lateDays: number; readonly entry: Entry | null }
  /** `frame`: the reply of `journal.read` as it came; without it the call failed. */
  | {
      readonly kind: 'page';
      readonly id: number;
      readonly frame: Uint8Array | null;
      readonly failure: WireFailure | null;
    }
  /** Throws the read model away and builds it from the journal. */
  | { readonly kind: 'rebuild'; readonly id: number }
  /** A question to the fleet, as its name says. */
  | { readonly kind: 'ask'; readonly id: number; readonly name: QuestionName; readonly question: unknown };

/** From the worker. `read` asks the page for journal entries, since only the page has the bridge. */
export type FromFleetWorker =
  | { readonly kind: 'read'; readonly id: number; readonly afterSeq: number }
  /** How far the read model has followed the journal. */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  /** How much of the fleet is in memory; all of it when `done` is `total`. */
  | { readonly kind: 'loading'; readonly done: number; readonly total: number }
  | {
      readonly kind: 'followed';
      readonly id: number;
      readonly head: JournalHead;
      readonly touched: Followed['touched'];
      readonly lost: Followed['lost'];
    }
  /** Some rows of an answer as `row-wire.ts` sends them, and how many elevators have been looked at for it. */
  | {
      readonly kind: 'part';
      readonly id: number;
      readonly rows: unknown;
      readonly done: number;
      readonly total: number;
    }
  /** The end of an answer whose rows came in parts. */
  | { readonly kind: 'answered'; readonly id: number; readonly rest: unknown }
  /** The read model was built again: whatever was shown is asked for anew. */
  | { readonly kind: 'rebuilt' }
  | { readonly kind: 'done'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string; readonly refusal: WireFailure | null };

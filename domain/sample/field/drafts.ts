import type { Task } from '../../visit/visit';
import type { Done } from './day';
import type { Change, FabricatedAs, FieldMinute, Person, RoughEdge } from './kinds';
import type { Round } from './rounds';

/** A record while it is being written; minutes as they will be read, which may differ from what happened. */
export interface Draft {
  readonly round: Round;
  readonly lift: number;
  readonly task: Task;
  happened: Pick<Done, 'from' | 'to' | 'people'> | null;
  date: number;
  from: FieldMinute;
  to: FieldMinute;
  people: readonly Person[];
  confirmedBy: string | null;
  note: string | null;
  /** `habit` = when the depot enters what was done on `habitDay`. */
  entered: FieldMinute | 'habit' | null;
  habitDay: number;
  edges: RoughEdge[];
  fabricated: FabricatedAs | null;
  /** The draft whose photos and readings it carries. */
  evidenceOf: Draft | null;
}

/** Marks a draft as fabricated. */
export function mark(draft: Draft, as: Omit<FabricatedAs, 'changed'>, changed: readonly Change[]): void {
  draft.fabricated = { ...as, changed };
}

/** Drafts by the number of their round. */
export function byRound(drafts: readonly Draft[]): Map<number, Draft[]> {
  const rounds = new Map<number, Draft[]>();
  for (const draft of drafts) {
    const known = rounds.get(draft.round.no);
    if (known === undefined) rounds.set(draft.round.no, [draft]);
    else known.push(draft);
  }
  return rounds;
}

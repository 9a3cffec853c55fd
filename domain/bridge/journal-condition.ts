import type { ChainBreak } from '../record/entry';

export interface JournalHead {
  readonly feed: string;
  readonly seq: number;
  /** Hash of the last entry; NO_HASH of an empty journal. */
  readonly hash: string;
}

/**
 * How a head became known outside the journal: told after a write, given away on a paper, remembered by a window, met in a
 * paper that was verified, in one that others countersigned, in a backup.
 */
export const HEAD_SOURCES = ['write', 'paper', 'window', 'verified', 'receipt', 'backup'] as const;
export type HeadSource = (typeof HEAD_SOURCES)[number];

/** What opening the journal found. `broken`, `contradicted`, `keyless`, `closed` and `newer` are read-only until somebody decides. */
export type JournalCondition =
  | { readonly state: 'whole' }
  /** The last line lacked its newline, was whole, and is taken. */
  | { readonly state: 'completed' }
  /** A torn last line was cut off. `confirmed`: the head told after the last write is there; without one nobody can tell. */
  | { readonly state: 'healed'; readonly cutBytes: number; readonly keptAs: string; readonly confirmed: boolean }
  /** A head that is known elsewhere is not in the journal: `has` = the hash under its number, null = none. */
  | {
      readonly state: 'contradicted';
      /** `where` = which paper or backup. */
      readonly known: JournalHead & { readonly from: HeadSource; readonly where?: string };
      readonly has: string | null;
    }
  /** Where it breaks first, how many numbers no entry can be read under, and how many entries behind the break can be. */
  | {
      readonly state: 'broken';
      readonly seq: number;
      readonly line: number;
      readonly reason: ChainBreak;
      readonly unreadable: number;
      readonly behind: number;
    }
  /** The key of the feed of the last entry is not here, cannot be read, or is of another feed. */
  | { readonly state: 'keyless'; readonly feed: string; readonly key: 'missing' | 'unreadable' | 'other' }
  /** The feed was closed by that entry, whose day and author these are; `after` = entries written in it all the same. */
  | {
      readonly state: 'closed';
      readonly feed: string;
      readonly seq: number;
      readonly on: string;
      readonly author: string;
      readonly after: number;
    }
  | { readonly state: 'newer'; readonly version: number };

/** A head of a feed that was closed here before it: whoever has the journal from before then went on with it elsewhere. */
export interface WrittenElsewhere {
  readonly known: JournalHead & { readonly from: HeadSource; readonly where?: string };
  /** The last number of that feed here. */
  readonly closedAt: number;
}

/**
 * How a profile was opened: for writing, or for reading alone, for its folder is write-protected, somebody asked for it, or
 * it is itself a backup.
 */
export const ACCESSES = ['write', 'protected', 'asked', 'backup'] as const;
export type Access = (typeof ACCESSES)[number];

/** Conditions in which nothing is written. */
export const READ_ONLY_STATES = [
  'broken',
  'contradicted',
  'keyless',
  'closed',
  'newer',
] as const satisfies readonly JournalCondition['state'][];

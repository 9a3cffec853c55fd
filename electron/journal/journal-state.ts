import {
  READ_ONLY_STATES,
  type Access,
  type JournalCondition,
  type JournalHead,
} from '../../domain/bridge/journal-condition';
import { conditionOf, type KnownOfJournal } from './condition-of';
import { Entries } from './entries';
import type { FeedKey, NoKey } from './feed-key';
import type { KnownHeads } from './known-heads';
import type { OpenedFile } from './opened-file';
import type { Scan } from './scan';

/** What an open journal knows of itself; the journal changes it, others ask. */
export class JournalState {
  readonly access: Access;
  readonly heads: KnownHeads;
  scan: Scan;
  key: FeedKey | NoKey;
  entries: Entries;
  condition: JournalCondition = { state: 'whole' };
  /** What somebody decided to go on without or over. */
  decisions: KnownOfJournal['decisions'] = [];
  closings: KnownOfJournal['closings'] = [];

  constructor({ access, heads, scan, handle }: OpenedFile, key: FeedKey | NoKey) {
    this.access = access;
    this.heads = heads;
    this.scan = scan;
    this.key = key;
    this.entries = new Entries(handle, scan.index, scan.open?.lines);
  }

  get known(): KnownOfJournal {
    const { scan, entries, key, decisions, closings } = this;
    return { scan, entries, key, heads: this.heads.all, decisions, closings };
  }

  /** The condition that follows from what is known, whatever was said before. */
  get found(): JournalCondition {
    return conditionOf(this.known);
  }

  get head(): JournalHead {
    const { index } = this.entries;
    const feed = this.scan.feeds.at(-1)?.feed ?? ('none' in this.key ? '' : this.key.feed);
    return { feed, seq: index.length, hash: index.lastHash };
  }

  get readOnly(): boolean {
    return this.access !== 'write' || (READ_ONLY_STATES as readonly string[]).includes(this.condition.state);
  }
}

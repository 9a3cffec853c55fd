import type { Elevator, RegistrationNo } from '../../domain/elevator/elevator';
import { KnownNumbers } from '../../domain/elevator/known-numbers';
import { allRecords, type Dossier } from '../../domain/record/dossier';
import type { Entry, EntryDraft, IdentityRenewed, IdentityWithdrawn, ImportSource } from '../../domain/record/entry';
import { applyTo, stepsOf } from '../../domain/record/fold';
import { foldRoster, ROSTER_ENTRIES, type Roster, type RosterEntry } from '../../domain/roster/roster';
import type { InspectionsKept } from '../../domain/record/inspections-kept';
import { recordNoOf, type RecordId } from '../../domain/record/record-id';
import type { Entries } from './entries';
import type { Journal } from './journal';

/** Dossiers kept at hand; a page and its handlers ask for the same few. */
const MOST_AT_HAND = 200;
/** Elevators folded together where all are gone through. */
const ELEVATORS_AT_ONCE = 500;

/**
 * What the journal says now of an elevator, folded from that elevator's entries when it is asked for: what a question
 * costs does not grow with the ledger.
 */
export class Ledger {
  readonly #journal: Journal;
  /** Those that what is held here was made from. */
  #entries: Entries;
  #numbers: KnownNumbers | null = null;
  /** In the order in which they were last asked for, each with the last entry that it has. */
  readonly #atHand = new Map<RegistrationNo, { readonly dossier: Dossier; readonly seq: number }>();
  /** Elevators about which something is being written: what is asked of them waits until that is on disk or refused. */
  readonly #beingWritten = new Map<RegistrationNo, Promise<unknown>>();
  #reports: Promise<Entry<'report-signed'>[]> | null = null;

  constructor(journal: Journal) {
    this.#journal = journal;
    this.#entries = journal.entries;
  }

  /** The entries as they are known now; where the journal's index turned out to be wrong, nothing held from it stays. */
  #current(): Entries {
    const { entries } = this.#journal;
    if (entries === this.#entries) return entries;
    this.#entries = entries;
    this.#atHand.clear();
    this.#numbers = this.#reports = null;
    return entries;
  }

  /** The numbers on record, by any spelling. */
  get numbers(): KnownNumbers {
    const entries = this.#current();
    return (this.#numbers ??= new KnownNumbers(entries.elevators()));
  }

  /** How many elevators are on record. */
  get count(): number {
    return this.#current().elevators().length;
  }

  /** Appends, then follows what was written. Throws as `Journal.append`. */
  async append(draft: EntryDraft): Promise<Entry> {
    const written = this.appendBatch([draft]);
    const no = draft.subject as RegistrationNo;
    const settled = Promise.allSettled([this.#beingWritten.get(no), written]);
    this.#beingWritten.set(no, settled);
    void settled.then(() => {
      if (this.#beingWritten.get(no) === settled) this.#beingWritten.delete(no);
    });
    return (await written)[0]!; // an entry a draft
  }

  /** The same for the entries of one import: all of them count or none. */
  async appendBatch(drafts: readonly EntryDraft[]): Promise<readonly Entry[]> {
    const entries = await this.#journal.appendBatch(drafts);
    const signed = entries.filter((entry) => entry.type === 'report-signed');
    if (signed.length > 0) this.#reports = this.#reports?.then((known) => withNewer(known, signed)) ?? null;
    for (const entry of entries) {
      for (const no of this.#current().index.elevatorsOf(entry.seq)) {
        this.#follow(no, entry);
        this.#numbers?.add(no);
      }
    }
    return entries;
  }

  /** Erases details, and forgets whatever it was made from. Throws as `Journal.erase`. */
  async erase(...asked: Parameters<Journal['erase']>): ReturnType<Journal['erase']> {
    const erased = await this.#journal.erase(...asked);
    this.#current();
    return erased;
  }

  async dossier(registrationNo: RegistrationNo): Promise<Dossier | undefined> {
    return (await this.dossiers([registrationNo])).get(registrationNo);
  }

  /** The dossiers of those that are on record. */
  async dossiers(numbers: readonly RegistrationNo[]): Promise<Map<RegistrationNo, Dossier>> {
    const asked = [...new Set(numbers)];
    await Promise.all(asked.flatMap((no) => this.#beingWritten.get(no) ?? []));
    const known = this.#current();
    const { seq } = this.#journal.head;
    const missing = asked.filter((no) => !this.#atHand.has(no));
    const folded = await this.#fold(missing);
    const found = new Map<RegistrationNo, Dossier>();
    for (const no of asked) {
      const held = this.#atHand.get(no);
      const dossier = held?.dossier ?? folded.get(no);
      if (dossier === undefined) continue;
      found.set(no, dossier);
      const isCurrent = this.#journal.head.seq === seq && this.#journal.entries === known;
      if (asked.length > MOST_AT_HAND || !isCurrent) continue; // it may be behind
      this.#keep(no, held ?? { dossier, seq });
    }
    return found;
  }

  /** Every dossier, in the order of the register. */
  async *all(): AsyncGenerator<Dossier> {
    const numbers = this.#current().elevators();
    for (let from = 0; from < numbers.length; from += ELEVATORS_AT_ONCE)
      yield* (await this.#fold(numbers.slice(from, from + ELEVATORS_AT_ONCE))).values();
  }

  /** Elevators that may have one of the device codes, as they stand. */
  async withDeviceCodes(codes: readonly string[]): Promise<Elevator[]> {
    const seqs = new Set(codes.flatMap((code) => this.#current().namingCode(code)));
    const numbers = [...seqs].flatMap((seq) => this.#current().index.elevatorsOf(seq));
    return [...(await this.dossiers(numbers)).values()].map(({ elevator }) => elevator.value);
  }

  /** The entry by which a record came; null where no entry of this journal goes by that name. */
  async entryOf(id: RecordId): Promise<Entry | null> {
    const seq = Number(recordNoOf(id).split('.')[0]);
    const known = this.#current();
    if (!(seq >= 1 && seq <= known.index.length) || known.index.isDamaged(seq)) return null;
    const [entry] = await known.read([seq]);
    return entry !== undefined && entry.feed.slice(0, 8) === id.slice(0, 8) ? entry : null;
  }

  /** Papers on record, in the order of signing. */
  reports(): Promise<readonly Entry<'report-signed'>[]> {
    return (this.#reports ??= this.#current().ofType('report-signed'));
  }

  /** Papers that were received or witnessed here, in the order of signing. */
  countersigned(): Promise<readonly Entry<'paper-countersigned'>[]> {
    return this.#current().ofType('paper-countersigned');
  }

  /** How many papers were signed in a feed; the next one has the number after it. */
  async papersIn(feed: string): Promise<number> {
    const own = (await this.reports()).filter((entry) => entry.feed === feed);
    return own.reduce((sum, { body }) => sum + (body.papers?.length ?? 1), 0);
  }

  /** Signing identities that were withdrawn, by the SHA-256 of their certificates; the first day that was said holds. */
  async withdrawnIdentities(): Promise<ReadonlyMap<string, IdentityWithdrawn>> {
    const withdrawn = new Map<string, IdentityWithdrawn>();
    for (const { body } of await this.#current().ofType('identity-withdrawn')) {
      const before = withdrawn.get(body.fingerprint);
      if (before === undefined || body.on < before.on) withdrawn.set(body.fingerprint, body);
    }
    return withdrawn;
  }

  /** Identities that took the place of others, in the order of renewing. */
  async renewedIdentities(): Promise<readonly IdentityRenewed[]> {
    return (await this.#current().ofType('identity-renewed')).map(({ body }) => body);
  }

  /** What the house last said it keeps; null = it was not asked. */
  async inspectionsKept(): Promise<InspectionsKept | null> {
    return (await this.#current().ofType('inspections-kept')).at(-1)?.body.kept ?? null;
  }

  /** People and firms on record, as all their entries leave them. */
  async roster(): Promise<Roster> {
    const known = this.#current();
    const all: RosterEntry[] = (await Promise.all(ROSTER_ENTRIES.map((type) => known.ofType(type)))).flat();
    return foldRoster(all.sort((a, b) => a.seq - b.seq));
  }

  /** The files that the records of a dossier were read from, in the order of their imports. */
  async sourcesOf(dossier: Dossier): Promise<ImportSource[]> {
    const records = [dossier.elevator, ...allRecords(dossier)];
    const seqs = new Set(records.map(({ id }) => Number(recordNoOf(id).split('.')[0])));
    const known = this.#current();
    const firsts = new Set([...seqs].map((seq) => known.firstOfBatch(seq)));
    const entries = await known.read([...firsts].sort((a, b) => a - b));
    return entries.flatMap((entry) => (entry.type === 'records-imported' ? entry.body.sources : []));
  }

  async #fold(numbers: readonly RegistrationNo[]): Promise<Map<RegistrationNo, Dossier>> {
    const wanted = new Set(numbers);
    const known = this.#current();
    const seqs = [...new Set(numbers.flatMap((no) => known.about(no)))].sort((a, b) => a - b);
    const folded = new Map<RegistrationNo, Dossier>();
    for (const seq of seqs) {
      const [entry] = await known.read([seq]);
      for (const [no, step] of stepsOf(entry!, known.timeBefore(seq))) if (wanted.has(no)) applyTo(folded, no, step);
    }
    return folded;
  }

  /**
   * A dossier at hand takes the next entry about its elevator, so that a save after another reads nothing again; where others
   * came in between, or the entry is about several elevators, it is folded anew.
   */
  #follow(no: RegistrationNo, entry: Entry): void {
    const known = this.#current();
    const held = this.#atHand.get(no);
    if (held === undefined || held.seq >= entry.seq) return;
    this.#atHand.delete(no);
    const isNext = !known.about(no).some((seq) => seq > held.seq && seq < entry.seq);
    if (entry.subject !== no || !isNext) return;
    const folded = new Map([[no, held.dossier]]);
    for (const step of stepsOf(entry, known.timeBefore(entry.seq)).values()) applyTo(folded, no, step);
    const dossier = folded.get(no);
    if (dossier !== undefined) this.#keep(no, { dossier, seq: entry.seq });
  }

  #keep(no: RegistrationNo, held: { readonly dossier: Dossier; readonly seq: number }): void {
    this.#atHand.delete(no);
    this.#atHand.set(no, held);
    if (this.#atHand.size <= MOST_AT_HAND) return;
    const [oldest] = this.#atHand.keys();
    if (oldest !== undefined) this.#atHand.delete(oldest);
  }
}

function withNewer<E extends Entry>(known: E[], entries: readonly E[]): E[] {
  const last = known.at(-1)?.seq ?? 0;
  return [...known, ...entries.filter(({ seq }) => seq > last)];
}

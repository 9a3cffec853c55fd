import { applyTo, stepsOf } from '../../domain/record/fold';
import { allRecords, type Dossier } from '../../domain/record/dossier';
import { recordNoOf } from '../../domain/record/record-id';
import { type Entry, type ImportSource } from '../../domain/record/entry';

import type { RegistrationNo } from '../../domain/elevator/elevator';
import { KnownNumbers } from '../../domain/elevator/known-numbers';
import type { InspectionsKept } from '../../domain/record/inspections-kept';

/** What entries say, folded whole and held in memory: those of one run of the command line, which keeps no journal. */
export class RecordState {
  readonly dossiers = new Map<RegistrationNo, Dossier>();
  /** The numbers of the dossiers, by any spelling. */
  readonly numbers = new KnownNumbers();
  readonly reports: Entry<'report-signed'>[] = [];
  #kept: InspectionsKept | null = null;
  #lastAt: string | null = null;
  readonly #sources = new Map<number, readonly ImportSource[]>();

  apply(entry: Entry): void {
    if (entry.type === 'inspections-kept') this.#kept = entry.body.kept;
    if (entry.type === 'report-signed') this.reports.push(entry);
    if (entry.type === 'records-imported') this.#sources.set(entry.seq, this.#sourcesIn(entry));
    for (const [registrationNo, step] of stepsOf(entry, this.#lastAt)) {
      applyTo(this.dossiers, registrationNo, step);
      this.numbers.add(registrationNo);
    }
    this.#lastAt = entry.at;
  }

  /** Of an import of several entries the first one names its files. */
  #sourcesIn({ seq, batch, body }: Entry<'records-imported'>): readonly ImportSource[] {
    if (batch === undefined || batch.part === 1) return body.sources;
    return this.#sources.get(seq - batch.part + 1) ?? [];
  }

  /** What the house last said it keeps; null = it was not asked. */
  get inspectionsKept(): InspectionsKept | null {
    return this.#kept;
  }

  /** How many papers were signed in a feed; the next one has the number after it. */
  papersIn(feed: string): number {
    return this.reports
      .filter((entry) => entry.feed === feed)
      .reduce((sum, { body }) => sum + (body.papers?.length ?? 1), 0);
  }

  /** The files that the records of a dossier were read from, in the order of their imports. */
  sourcesOf(dossier: Dossier): ImportSource[] {
    const records = [dossier.elevator, ...allRecords(dossier)];
    const entries = new Set(records.map(({ id }) => Number(recordNoOf(id).split('.')[0])));
    const lists = [...entries].sort((a, b) => a - b).map((seq) => this.#sources.get(seq) ?? []);
    return [...new Set(lists)].flat(); // entries of one import share their list
  }
}

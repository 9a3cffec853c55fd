import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { RulePack } from '../../domain/pack/rule-pack';
import type { Dossier } from '../../domain/record/dossier';
import type { EntryDraft, ImportBody } from '../../domain/record/entry';
import { NO_HASH } from '../../domain/record/entry';
import { dryRun, importBody, type DryRun } from '../../electron/import/preview';
import { sealEntry } from '../../electron/journal/seal-entry';
import { RecordState } from '../../electron/journal/record-state';

const cn = join(import.meta.dirname, '..', '..', 'resources', 'regulations', 'cn.json');
export const pack = JSON.parse(readFileSync(cn, 'utf8')) as RulePack;
export const today = '2026-11-23' as CivilDate;
export const context = { pack, today };

export type Files = Readonly<Record<string, string | Uint8Array>>;

export function inputFiles(files: Files): { name: string; bytes: Uint8Array }[] {
  return Object.entries(files).map(([name, content]) => ({ name, bytes: Buffer.from(content) }));
}

/** Tries files by name; text stands for UTF-8. */
export function tryFiles(
  files: Files,
  lookup: (no: RegistrationNo) => Dossier | undefined = () => undefined,
): Promise<DryRun> {
  const signal = new AbortController().signal;
  return dryRun({ files: inputFiles(files), context, lookup, signal, progress: () => undefined });
}

/** What was refused, as `[row, column, value, code]`. */
export async function refusalsOf(files: Files): Promise<(string | number)[][]> {
  const { preview } = await tryFiles(files);
  return preview.refusals.map(({ row, column, value, code }) => [row, column, value, code]);
}

/** A record that lives through imports and corrections. */
export class Desk {
  readonly #state = new RecordState();
  #seq = 0;
  #prev = NO_HASH;

  readonly lookup = (registrationNo: RegistrationNo): Dossier | undefined => this.#state.dossiers.get(registrationNo);

  get dossiers(): ReadonlyMap<RegistrationNo, Dossier> {
    return this.#state.dossiers;
  }

  write(draft: EntryDraft): void {
    const entry = sealEntry(draft, {
      feed: 'a'.repeat(64),
      at: '2026-11-23T10:00:00+08:00',
      seq: ++this.#seq,
      prev: this.#prev,
    });
    this.#prev = entry.hash;
    this.#state.apply(entry);
  }

  /** Tries the files and writes what may be written, with every proposal accepted. */
  async take(files: Files): Promise<DryRun> {
    const run = await tryFiles(files, this.lookup);
    const numbers = (of: readonly { registrationNo: RegistrationNo }[]) => new Set(of.map((p) => p.registrationNo));
    const { recordsFromProposals, elevatorUpdates } = run.preview;
    const body = importBody(run, numbers(recordsFromProposals), numbers(elevatorUpdates));
    if (body !== null) this.write({ type: 'records-imported', subject: '', author: '', body });
    return run;
  }

  dossier(registrationNo: string): Dossier {
    const dossier = this.#state.dossiers.get(registrationNo as RegistrationNo);
    if (dossier === undefined) throw new Error(`${registrationNo} is not on record`);
    return dossier;
  }
}

export function bodyOf(run: DryRun): ImportBody | null {
  return importBody(run, new Set(), new Set());
}

export const REGISTER = 'registration_no,kind,district,in_service_on\nT1,3110,西湖区,2010-01-01\nT2,3110,拱墅区,\n';

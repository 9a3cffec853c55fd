import type { RegistrationNo } from '../../domain/elevator/elevator';
import { KnownNumbers } from '../../domain/elevator/known-numbers';
import type { Dossier } from '../../domain/record/dossier';
import { byCodeOf, codesIn } from './codes';
import { judgeFiles, mentioned, readFiles, type DryRun, type ImportJob } from './preview';
import type { FileToRead, KnownSheets, ReadJob } from './read-file';
import type { InputFile } from './read-sheets';
import type { TwinAnswers } from './twins';

/** What is said of files; their bytes are at hand already. */
export interface ImportTask extends Pick<ImportJob, 'mappings' | 'context'> {
  readonly twins: TwinAnswers;
  readonly said: readonly Omit<FileToRead, 'name' | 'bytes'>[];
}

/** What has to be known of the records before rows can be judged. */
export interface Mentioned {
  readonly mentioned: readonly RegistrationNo[];
  readonly codes: readonly string[];
}

/** The files of an import, each read once, and the last run over them; whatever is said next is judged on what was read. */
export class FilesAtHand {
  readonly #files: readonly InputFile[];
  readonly #known: KnownSheets = new Map();
  #run: DryRun | null = null;

  constructor(files: readonly InputFile[]) {
    this.#files = files;
  }

  /** Reads what was not read, asks what is on record of it, and judges. */
  async run(
    { said, mappings, context, twins }: ImportTask,
    how: Pick<ReadJob, 'signal' | 'progress'>,
    onRecord: (of: Mentioned) => Promise<Iterable<Dossier>>,
  ): Promise<DryRun> {
    this.#run = null; // two runs at a time would need twice the memory
    const files = this.#files.map((file, at) => ({ ...file, ...said[at] }));
    const read = await readFiles({ ...how, files, mappings, context, known: this.#known });
    const asked = { mentioned: [...mentioned(read)], codes: [...codesIn(read.rows)] };
    const dossiers = new Map<RegistrationNo, Dossier>();
    for (const dossier of await onRecord(asked)) dossiers.set(dossier.registrationNo, dossier);
    return (this.#run = judgeFiles(read, {
      context,
      twins,
      lookup: (registrationNo) => dossiers.get(registrationNo),
      numbers: new KnownNumbers(dossiers.keys()),
      byCode: byCodeOf([...dossiers.values()].map(({ elevator }) => elevator.value)),
    }));
  }

  /** The last run. Throws where there is none. */
  get last(): DryRun {
    if (this.#run === null) throw new Error('nothing was run over these files');
    return this.#run;
  }
}

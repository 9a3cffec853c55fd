import { copyFile, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ensureFolder, flushFolder, writeFileAtomic } from '../fs/files';
import { metReportSchema, type MetReport, type NamedKey } from './met-report';
import type { Reason } from './reasons';
import { remarkOf, remarksOnKey, remarksOnReport } from './remarks';

/** What a machine remembers of the reports it has verified. */
export interface VerifierMemory {
  /** Tells what contradicts what was met before, then remembers this one too. `report` null: only the name is judged. */
  meet(met: {
    readonly report: MetReport | null;
    readonly signer: NamedKey;
    readonly trusted: boolean;
    readonly pinned: readonly NamedKey[];
  }): Promise<readonly Reason[]>;
}

/** About 500 bytes each; beyond this the oldest of untrusted signers go first, then the oldest. */
const MOST = 20_000;
/** Between two rewritings of the file. */
const SURPLUS = 1_000;

/** Of one run, for a command that keeps nothing. */
export function memoryOfRun(): VerifierMemory {
  return memoryOver([], 0, () => Promise.resolve());
}

/**
 * One line of JSON a report, appended and flushed before the answer is given. Lines that cannot be read are told with every
 * answer of this run; the file with them is kept beside the new one.
 */
export function openVerifierMemory(file: string): VerifierMemory {
  let opened: Promise<VerifierMemory> | null = null;
  const load = async (): Promise<VerifierMemory> => {
    const { met, damaged, readable, ended } = await readMemory(file);
    const kept = bounded(met);
    let inFile = met.length;
    if (damaged > 0 && readable) await copyFile(file, `${file}.damaged-${Date.now()}`);
    if (readable && !ended) await writeFileAtomic(file, kept.map(lineOf).join(''));
    return memoryOver(kept, damaged, async (next, all) => {
      if (!readable) throw new Error('unreadable'); // never written over
      await ensureFolder(dirname(file));
      if (inFile > MOST + SURPLUS) {
        await writeFileAtomic(file, all.map(lineOf).join(''));
        inFile = all.length;
      } else {
        await appendDurably(file, lineOf(next));
        inFile += 1;
      }
    });
  };
  return {
    meet: async (met) =>
      (await (opened ??= load().catch(() => memoryOver([], 1, () => Promise.reject(new Error('unreadable')))))).meet(
        met,
      ),
  };
}

function memoryOver(
  start: readonly MetReport[],
  damaged: number,
  keep: (next: MetReport, all: readonly MetReport[]) => Promise<void>,
): VerifierMemory {
  let all = start;
  let last: Promise<unknown> = Promise.resolve();
  const meet: VerifierMemory['meet'] = async ({ report, signer, trusted, pinned }) => {
    const remarks = [
      ...remarksOnKey(signer, trusted, pinned, all),
      ...(report === null ? [] : remarksOnReport(report, all)),
      ...(damaged === 0 ? [] : [remarkOf('memory-damaged', String(damaged))]),
    ];
    if (report === null || all.some((each) => isKnown(each, report))) return remarks;
    all = bounded([...all, report]);
    try {
      await keep(report, all);
      return remarks;
    } catch {
      return [...remarks, remarkOf('memory-not-kept')]; // the verdict stands without it
    }
  };
  return {
    meet: (met) => {
      const turn = last.then(() => meet(met));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

/** Met again with nothing new: neither content nor signer, nor trust in him. */
function isKnown(one: MetReport, other: MetReport): boolean {
  return (
    one.number === other.number &&
    one.evidence === other.evidence &&
    one.certificate === other.certificate &&
    one.trusted === other.trusted
  );
}

function bounded(all: readonly MetReport[]): readonly MetReport[] {
  const surplus = all.length - MOST;
  if (surplus <= 0) return all;
  const untrusted = all.filter(({ trusted }) => !trusted).slice(0, surplus);
  const trusted = all.filter((each) => each.trusted).slice(0, surplus - untrusted.length);
  const gone = new Set([...untrusted, ...trusted]);
  return all.filter((each) => !gone.has(each));
}

interface Read {
  readonly met: readonly MetReport[];
  readonly damaged: number;
  /** False where the file is there and cannot be read at all. */
  readonly readable: boolean;
  /** A line can be appended: every line is whole, the last one too. */
  readonly ended: boolean;
}

async function readMemory(file: string): Promise<Read> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const absent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { met: [], damaged: absent ? 0 : 1, readable: absent, ended: absent };
  }
  const lines = text.split('\n').filter((line) => line !== '');
  const read = lines.map(metIn);
  const met = read.filter((each) => each !== null);
  const damaged = lines.length - met.length;
  return { met, damaged, readable: true, ended: damaged === 0 && (text === '' || text.endsWith('\n')) };
}

function metIn(line: string): MetReport | null {
  try {
    return metReportSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

function lineOf(met: MetReport): string {
  return `${JSON.stringify(met)}\n`;
}

async function appendDurably(file: string, line: string): Promise<void> {
  const handle = await open(file, 'a', 0o600);
  try {
    const { size } = await handle.stat();
    await handle.writeFile(line);
    await handle.sync();
    if (size === 0) await flushFolder(dirname(file));
  } finally {
    await handle.close();
  }
}

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from './met-report';
import { signedPaperHead, type SignedPaperHead } from './paper-head';

export interface PaperFile {
  readonly name: string;
  readonly size: number;
  readonly mtimeMs: number;
}

export interface ReadPaper extends PaperFile {
  readonly stated: SignedPaperHead | null;
  /** Whether the file is called after its bytes, as this program calls the papers that it keeps. */
  readonly isNamedByContent: boolean;
}

/** What one opening reads at most; the next one goes on. */
const MOST_FILES = 2_000;
const MOST_BYTES = 400 * 1024 * 1024;

/**
 * The heads in the papers of a folder, the newest first, but for files that were read before and are of the same size and
 * time. What cannot be read is left out.
 */
export async function readPapers(folder: string, known: readonly PaperFile[]): Promise<ReadPaper[]> {
  const before = new Map(known.map((file) => [file.name, file]));
  const files = (await papersIn(folder)).filter(({ name, size, mtimeMs }) => {
    const same = before.get(name);
    return same?.size !== size || same.mtimeMs !== mtimeMs;
  });
  const read: ReadPaper[] = [];
  let bytes = 0;
  for (const file of files.sort((a, b) => b.mtimeMs - a.mtimeMs).slice(0, MOST_FILES)) {
    bytes += file.size;
    if (bytes > MOST_BYTES) break;
    const content = await readFile(join(folder, file.name)).catch(() => null);
    if (content === null) continue;
    read.push({ ...file, stated: signedPaperHead(content), isNamedByContent: file.name === `${sha256(content)}.pdf` });
  }
  return read;
}

async function papersIn(folder: string): Promise<PaperFile[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names
      .filter((name) => name.endsWith('.pdf') && name.length <= 300)
      .map(async (name) => {
        const about = await stat(join(folder, name)).catch(() => null);
        return about?.isFile() === true ? { name, size: about.size, mtimeMs: about.mtimeMs } : null;
      }),
  );
  return found.filter((file) => file !== null);
}

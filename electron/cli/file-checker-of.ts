import { join } from 'node:path';
import { loadPacks, SCHEMA_FILE } from '../packs/load-packs';
import { fileChecker, type FileChecker } from '../verify/file-checker';
import type { CommandIo } from './io';

/** Checks files by the program's own packs, within its limits; to be closed. */
export async function fileCheckerOf({ paths, version }: CommandIo): Promise<FileChecker> {
  const { packs } = await loadPacks(join(paths.regulationsDir, SCHEMA_FILE), [paths.regulationsDir]);
  return fileChecker(join(paths.workersDir, 'check-worker.js'), () => ({
    packs: packs.map(({ pack, sha256 }) => ({ pack, sha256 })),
    program: `Elevator Audit ${version}`,
  }));
}

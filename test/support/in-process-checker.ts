import { checkFile } from '../../electron/verify/check-file';
import type { KnownPack } from '../../electron/verify/check-evidence';
import type { FileChecker } from '../../electron/verify/file-checker';
import { judgeEnclosed } from '../../electron/verify/judge-enclosed';
import { ownLayout } from '../../electron/verify/own-layout';
import { sharedFonts } from './pdf/rendered';

/** Checks files in the thread of the test, without limits; the worker needs a build. */
export function inProcessChecker(packs: readonly KnownPack[], version: string): FileChecker {
  const layout = ownLayout(`Elevator Audit ${version}`, sharedFonts);
  return {
    lanes: 1,
    check: async (bytes, trust, { signal }) => {
      signal.throwIfAborted();
      const checkOne = (file: Uint8Array) => checkFile(file, trust, { packs, layout });
      return judgeEnclosed(await checkOne(bytes), checkOne);
    },
    close: () => Promise.resolve(),
  };
}

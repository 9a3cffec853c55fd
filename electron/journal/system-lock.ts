import { createRequire } from 'node:module';

/** Locks of the operating system on open files. */
export interface SystemLock {
  /**
   * Takes the lock on a file that is open for writing, until it is closed or the process ends; false while another holds
   * it, null where the file's system has no locks.
   */
  tryLock(fd: number): boolean | null;
}

interface NativeExtensions {
  tryLock(fd: number, offset: number, length: number): boolean;
}

/** Behind everything that is written into the file: Windows lets nobody read what is locked. */
const LOCKED_BYTE = 1 << 20;

let loaded: SystemLock | null | undefined;

/** Null where this machine has no build of the part that asks the system. */
export function systemLock(): SystemLock | null {
  return (loaded ??= load());
}

function load(): SystemLock | null {
  let native: NativeExtensions;
  try {
    native = createRequire(import.meta.url)('fs-native-extensions') as NativeExtensions;
  } catch {
    return null;
  }
  return {
    tryLock: (fd) => {
      try {
        return native.tryLock(fd, LOCKED_BYTE, 1);
      } catch {
        return null;
      }
    },
  };
}

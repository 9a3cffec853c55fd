import type { FileHandle } from 'node:fs/promises';
import { realDisk, type Disk } from '../../electron/fs/files';

/** What reached one file, in order. `flush`: all before it is on the medium for good. */
export type DiskOperation =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'cut'; readonly to: number }
  | { readonly kind: 'flush' };

/** The real disk, with the operations on files of one name written down, and a fault where `fault` asks for one. */
export function recordingDisk(
  name: string,
  operations: DiskOperation[],
  fault: (operation: 'write' | 'flush') => 'full' | 'half' | 'io' | null = () => null,
): Disk {
  const refused = (code: string): Error => Object.assign(new Error(code), { code });
  const recorded = (handle: FileHandle): FileHandle =>
    new Proxy(handle, {
      get(target, member) {
        if (member === 'write')
          return async (data: Buffer, offset: number, length: number, at: number) => {
            const wrong = fault('write');
            if (wrong === 'full') throw refused('ENOSPC');
            const taken = wrong === 'half' ? Math.floor(length / 2) : length;
            const done = await target.write(data, offset, taken, at);
            operations.push({ kind: 'write', at, bytes: Buffer.from(data.subarray(offset, offset + taken)) });
            if (wrong !== null) throw refused(wrong === 'half' ? 'ENOSPC' : 'EIO');
            return done;
          };
        if (member === 'truncate')
          return async (to: number) => {
            await target.truncate(to);
            operations.push({ kind: 'cut', to });
          };
        if (member === 'sync')
          return async () => {
            if (fault('flush') !== null) throw refused('EIO');
            await target.sync();
            operations.push({ kind: 'flush' });
          };
        const value: unknown = Reflect.get(target, member, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  return {
    ...realDisk,
    open: async (path, flags, mode) => {
      const handle = await realDisk.open(path, flags, mode);
      return path.endsWith(name) ? recorded(handle) : handle;
    },
  };
}

/**
 * The bytes of the file after a power cut behind some operations: all that was flushed, and of what came later what
 * `survives` lets through; a write that did not survive whole leaves zeros or its beginning.
 */
export function afterPowerCut(
  operations: readonly DiskOperation[],
  survives: () => 'whole' | 'begun' | 'zeros' | 'gone',
): Buffer {
  const flushed = operations.findLastIndex(({ kind }) => kind === 'flush');
  let file = Buffer.alloc(0);
  const put = (at: number, bytes: Buffer): void => {
    const grown = Buffer.alloc(Math.max(file.length, at + bytes.length));
    file.copy(grown);
    bytes.copy(grown, at);
    file = grown;
  };
  for (const [place, operation] of operations.entries()) {
    const fate = place <= flushed ? 'whole' : survives();
    if (operation.kind === 'flush' || fate === 'gone') continue;
    if (operation.kind === 'cut') {
      if (fate === 'whole') file = file.subarray(0, operation.to);
      continue;
    }
    const { at, bytes } = operation;
    if (fate === 'whole') put(at, bytes);
    else if (fate === 'begun') put(at, bytes.subarray(0, Math.ceil(bytes.length / 2)));
    else put(at, Buffer.alloc(bytes.length));
  }
  return file;
}

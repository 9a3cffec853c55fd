import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BridgeError } from '../../../domain/bridge/errors';
import {
  diskError,
  ensureFolder,
  isProtected,
  realDisk,
  replaceUnflushed,
  writeFileAtomic,
  type Disk,
} from '../../../electron/fs/files';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'elevator-audit-files-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const refused = (code: string): Error => Object.assign(new Error(code), { code });

/** The real disk, of which one operation fails or is written down. */
function diskThat(change: { readonly fails?: string; readonly at?: 'open' | 'sync' | 'rename'; log?: string[] }): Disk {
  const { fails, at, log = [] } = change;
  const meet = (operation: string): void => {
    log.push(operation);
    if (fails !== undefined && operation.startsWith(at!)) throw refused(fails);
  };
  return {
    open: async (path, flags, mode) => {
      const handle = await realDisk.open(path, flags, mode);
      const what = flags === 'w' ? 'file' : 'folder';
      try {
        meet(`open ${what}`);
      } catch (error) {
        await handle.close();
        throw error;
      }
      return new Proxy(handle, {
        get(target, member) {
          if (member === 'sync')
            return async () => {
              meet(`sync ${what}`);
              await target.sync();
            };
          const value: unknown = Reflect.get(target, member, target);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        },
      });
    },
    rename: async (from, to) => {
      meet('rename');
      await realDisk.rename(from, to);
    },
    remove: (path) => realDisk.remove(path),
  };
}

describe('a file written whole or not at all', () => {
  it.each([
    ['text', '电梯', '电梯'],
    ['bytes', new TextEncoder().encode('lift'), 'lift'],
  ])('holds its %s and is readable by its user alone', async (_kind, data, text) => {
    const path = join(folder, 'a.json');
    await writeFileAtomic(path, data);
    expect(readFileSync(path, 'utf8')).toBe(text);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('is written piece by piece from what comes in pieces', async () => {
    const pieces = async function* () {
      for (const piece of ['一', '二', '三']) yield await Promise.resolve(piece);
    };
    await writeFileAtomic(join(folder, 'a.csv'), pieces());
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('一二三');
  });

  it.skipIf(process.platform === 'win32')('is flushed before it takes its name, and its folder after', async () => {
    const log: string[] = [];
    await writeFileAtomic(join(folder, 'a'), 'x', 0o600, diskThat({ log }));
    expect(log).toEqual(['open file', 'sync file', 'rename', 'open folder', 'sync folder']);
  });

  it.each([
    ['open', 'ENOSPC', 'disk-full'],
    ['sync', 'EDQUOT', 'disk-full'],
    ['sync', 'EIO', 'io-failed'],
    ['rename', 'EACCES', 'io-failed'],
  ] as const)('leaves the older file and nothing else where %s fails by %s', async (at, fails, code) => {
    const path = join(folder, 'a.json');
    writeFileSync(path, 'older');
    const writing = writeFileAtomic(path, 'newer', 0o600, diskThat({ at, fails }));
    await expect(writing).rejects.toMatchObject({ code });
    expect(readFileSync(path, 'utf8')).toBe('older');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('leaves nothing behind where the pieces end in an error, which passes as it is', async () => {
    const broken = async function* () {
      yield await Promise.resolve('half');
      throw new RangeError('the source ended');
    };
    await expect(writeFileAtomic(join(folder, 'a'), broken())).rejects.toThrow(RangeError);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a file replaced without a flush', () => {
  it('takes the place of the older one and leaves no other', async () => {
    const path = join(folder, 'index.json');
    await replaceUnflushed(path, 'one');
    await replaceUnflushed(path, 'two');
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(readdirSync(folder)).toEqual(['index.json']);
  });
});

describe('a folder', () => {
  it('is made with those above it, for its user alone, and may be there already', async () => {
    const deep = join(folder, 'a', 'b');
    await ensureFolder(deep);
    await ensureFolder(deep);
    expect(statSync(deep).isDirectory()).toBe(true);
    if (process.platform !== 'win32') expect(statSync(deep).mode & 0o777).toBe(0o700);
  });
});

describe('a failure of the disk', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EIO', 'io-failed'],
    ['EROFS', 'io-failed'],
    ['EMFILE', 'io-failed'],
  ])('%s is the refusal %s, its cause kept', (code, said) => {
    const error = diskError(refused(code));
    expect(error).toBeInstanceOf(BridgeError);
    expect(error).toMatchObject({ code: said, cause: { code } });
  });

  it('that is none passes unchanged', () => {
    const other = refused('ENOENT');
    expect(diskError(other)).toBe(other);
    expect(diskError('text')).toBe('text');
  });

  it.each([
    ['EROFS', true],
    ['EACCES', true],
    ['EPERM', true],
    ['ENOSPC', false],
    ['ENOENT', false],
  ])('%s forbids writing alone: %s', (code, forbids) => {
    expect(isProtected(refused(code))).toBe(forbids);
  });
});

import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, openSettings } from '../../../electron/host/settings-store';

describe('settings', () => {
  let folder: string;
  const path = (): string => join(folder, 'settings.json');
  const inFile = (): unknown => JSON.parse(readFileSync(path(), 'utf8'));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'settings-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('of a new profile are the defaults, and nothing is told', async () => {
    expect((await openSettings(path())).read()).toEqual(DEFAULT_SETTINGS);
  });

  it('keep every member that can be taken, and name what cannot', async () => {
    writeFileSync(path(), JSON.stringify({ author: '张建国', packId: 'hk', lateDays: -1, theme: 'green' }));
    const settings = await openSettings(path());
    expect(settings.read()).toEqual({
      ...DEFAULT_SETTINGS,
      author: '张建国',
      packId: 'hk',
      unread: ['theme', 'lateDays'],
    });
    await settings.write({ theme: 'dark' });
    expect(settings.read().unread).toEqual(['lateDays']);
    expect(inFile()).toEqual({ author: '张建国', packId: 'hk', lateDays: -1, theme: 'dark' });
  });

  it('keep members of a newer program through writing', async () => {
    writeFileSync(path(), JSON.stringify({ author: '张建国', backupFolder: '/media/usb', later: { deep: [1] } }));
    const settings = await openSettings(path());
    expect(settings.read()).toEqual({ ...DEFAULT_SETTINGS, author: '张建国' });
    await settings.write({ locale: 'en' });
    expect(inFile()).toEqual({
      author: '张建国',
      backupFolder: '/media/usb',
      later: { deep: [1] },
      locale: 'en',
    });
  });

  it.each(['{"author":"张建', '[]', 'null', '"x"', '\u0000'])(
    'a file that is %j is told, and kept when they are written',
    async (text) => {
      writeFileSync(path(), text);
      const settings = await openSettings(path());
      expect(settings.read()).toEqual({ ...DEFAULT_SETTINGS, unread: ['settings.json'] });
      expect(readFileSync(path(), 'utf8')).toBe(text);
      expect((await settings.write({ author: '王海' })).unread).toBeUndefined();
      expect(readFileSync(`${path()}.unreadable`, 'utf8')).toBe(text);
      expect(inFile()).toEqual({ author: '王海' });
    },
  );

  it('take any members without failing, and lose none of them by writing another', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom('author', 'packId', 'hazardDays', 'role', 'x', 'toString'), fc.jsonValue()),
        async (members) => {
          writeFileSync(path(), JSON.stringify(members));
          const settings = await openSettings(path());
          const { author } = settings.read();
          if (typeof members['author'] === 'string' && author !== '') expect(author).toBe(members['author']);
          await settings.write({ locale: 'en' });
          expect(inFile()).toEqual({ ...(JSON.parse(JSON.stringify(members)) as object), locale: 'en' });
        },
      ),
      { seed: 20_261_130, numRuns: 100 },
    );
  });

  it.skipIf(process.getuid?.() === 0)(
    'that may not be read are told (not tried as root, who may read all)',
    async () => {
      writeFileSync(path(), '{}');
      chmodSync(path(), 0);
      expect((await openSettings(path())).read().unread).toEqual(['settings.json']);
    },
  );
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openIdentity } from '../../../electron/signing/open-identity';
import { answer } from '../../support/command-line';

describe('the identity command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cli-identity-'));
  const at = (name: string): string => join(folder, name);
  const act = (word: string, out: string, ...rest: string[]) =>
    answer(['identity', word, '--passphrase-file', at('pass'), '--out', at(out), ...rest]);
  beforeAll(async () => {
    writeFileSync(at('pass'), 'the passphrase 7\n');
    writeFileSync(at('next'), 'the passphrase 8\n');
    expect((await act('create', 'own.p12', '--name', '绿源物业')).code).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('renews under the same root, into a new file', async () => {
    const { code, out } = await act('renew', 'renewed.p12', '--identity', at('own.p12'));
    expect(code).toBe(0);
    expect(out).toMatch(/renewed\.p12\n.*renewed\.pem\nsha256:[0-9a-f]{64}\n$/);
    expect(readFileSync(at('renewed.pem'), 'utf8')).toBe(readFileSync(at('own.pem'), 'utf8'));
    const again = await act('renew', 'renewed.p12', '--identity', at('own.p12'));
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('renewed.p12')]);
  });

  it('exports without the key of the root, which then cannot renew', async () => {
    expect((await act('export', 'given.p12', '--identity', at('own.p12'))).code).toBe(0);
    expect((await openIdentity(readFileSync(at('given.p12')), 'the passphrase 7')).keepsRoot).toBe(false);
    const { code, err } = await act('renew', 'more.p12', '--identity', at('given.p12'), '--locale', 'en');
    expect([code, err]).toEqual([2, expect.stringContaining('key of its root')]);
  });

  it('puts a file under another passphrase', async () => {
    const named = ['--identity', at('own.p12'), '--new-passphrase-file', at('next')];
    expect((await act('passphrase', 'changed.p12', ...named)).code).toBe(0);
    expect((await openIdentity(readFileSync(at('changed.p12')), 'the passphrase 8')).keepsRoot).toBe(true);
    expect((await act('change', 'x.p12', ...named)).code).toBe(2);
  });
});

import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answer } from '../../support/command-line';
import { openedProfile } from '../../support/opened-profile';

describe('journal', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'journal-command-'));
  const profile = join(scratch, 'profile');
  let harmed: string;
  let round = 0;
  const file = (folder: string): string => join(folder, 'journal', 'journal.ndjson');

  beforeAll(async () => {
    const ports = await openedProfile(profile);
    for (const number of [1, 2, 3, 4]) {
      const registrationNo = `梯11浙A${number}(04)` as never;
      const elevator = { registrationNo, kind: '3110', regime: 'standard' as const };
      await ports.append({ type: 'elevator-registered', subject: registrationNo, author: '', body: { elevator } });
    }
    await ports.close();
  });
  beforeEach(() => {
    harmed = join(scratch, `harmed-${round++}`);
    cpSync(profile, harmed, { recursive: true });
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it('verify walks the chain and holds it against the heads that are known, and changes nothing', async () => {
    const before = readFileSync(file(profile));
    expect(await answer(['journal', 'verify', '--profile', profile])).toMatchObject({ code: 0, err: '' });
    expect((await answer(['journal', 'verify', '--profile', profile])).out).toContain('4 entries following each other');
    expect(readFileSync(file(profile)).equals(before)).toBe(true);
  });

  it.each<[string, (path: string) => void, string]>([
    ['cut at a line', (path) => writeFileSync(path, lines(path).slice(0, 3).join('')), 'Entry 4 that is known'],
    ['changed', (path) => writeFileSync(path, readFileSync(path, 'utf8').replace('3110', '3120')), 'Broken at line 1'],
    ['with a torn end', (path) => appendFileSync(path, '{"at":"2026'), '11 bytes that make no entry'],
  ])('verify of one %s says so and exits with 1', async (_what, harm, says) => {
    harm(file(harmed));
    const { code, out } = await answer(['journal', 'verify', '--profile', harmed]);
    expect([code, out.includes(says), out]).toEqual([1, true, out]);
  });

  it('export writes the entries as they stand, and never over a file', async () => {
    const out = join(scratch, 'export.ndjson');
    expect((await answer(['journal', 'export', '--profile', profile, '--out', out])).code).toBe(0);
    expect(readFileSync(out).equals(readFileSync(file(profile)))).toBe(true);
    expect(await answer(['journal', 'export', '--profile', profile, '--out', out])).toMatchObject({ code: 2, out: '' });
  });

  it('export writes nothing of one that is not whole', async () => {
    writeFileSync(file(harmed), readFileSync(file(harmed), 'utf8').replace('3110', '3120'));
    const out = join(scratch, 'not-whole.ndjson');
    expect((await answer(['journal', 'export', '--profile', harmed, '--out', out])).code).toBe(1);
    expect(existsSync(out)).toBe(false);
  });

  it('verify says of one that goes on by a decision what cannot be read, and exits with 1', async () => {
    writeFileSync(file(harmed), readFileSync(file(harmed), 'utf8').replace('3110', '3120'));
    const ports = await openedProfile(harmed);
    await ports.journal.resume('李明', '原样保留');
    await ports.close();
    const { code, out } = await answer(['journal', 'verify', '--profile', harmed]);
    expect(code).toBe(1);
    expect(out).toContain('5 entries, of which 1 cannot be read');
    expect(out).not.toContain('nobody has decided');
  });

  it('salvage takes what stands behind a break', async () => {
    writeFileSync(file(harmed), readFileSync(file(harmed), 'utf8').replace('梯11浙A2', '梯11浙A9'));
    const out = join(scratch, 'salvaged.ndjson');
    const { code, out: said } = await answer(['journal', 'salvage', '--profile', harmed, '--out', out]);
    expect([code, said.includes('3 entries')]).toEqual([1, true]);
    expect(lines(out)).toEqual(lines(file(profile)).filter((_, index) => index !== 1));
  });

  it('erase counts without changing anything, erases, and says what stays elsewhere', async () => {
    const ports = await openedProfile(harmed);
    const registrationNo = '梯11浙A9(04)' as never;
    const elevator = { registrationNo, kind: '3110', regime: 'standard' as const, safetyOfficer: '赵六' };
    await ports.append({ type: 'elevator-registered', subject: registrationNo, author: '', body: { elevator } });
    const details = join(scratch, 'details.txt');
    writeFileSync(details, '赵六\r\n没有的人\n\n');
    const command = ['journal', 'erase', '--profile', harmed, '--details', details, '--reason'];
    const before = readFileSync(file(harmed));
    expect(await answer([...command, 'request', '--dry-run'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 detail in 1 entry') as unknown,
    });
    expect(await answer([...command, 'request'])).toMatchObject({ code: 2, out: '' }); // the program has it open
    await ports.close();
    expect(await answer([...command, 'whim'])).toMatchObject({ code: 2, out: '' });
    expect(readFileSync(file(harmed)).equals(before)).toBe(true);
    const done = await answer([...command, 'request', '--author', '李明']);
    expect([done.code, done.out]).toEqual([0, expect.stringContaining('entry 6 says so')]);
    expect(readFileSync(file(harmed), 'utf8')).not.toContain('赵六');
    expect((await answer([...command, 'request', '--dry-run'])).code).toBe(1);
    expect((await answer(['journal', 'verify', '--profile', harmed])).code).toBe(0);
    writeFileSync(details, '');
    expect((await answer([...command, 'term'])).code).toBe(2);
  });

  it('of a folder without one, or mistyped, is bad input', async () => {
    expect((await answer(['journal', 'verify', '--profile', scratch])).code).toBe(2);
    expect((await answer(['journal', 'look', '--profile', profile])).code).toBe(2);
    expect(existsSync(join(scratch, 'journal'))).toBe(false);
  });
});

function lines(path: string): string[] {
  return readFileSync(path, 'utf8').split(/(?<=\n)/);
}

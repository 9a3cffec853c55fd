import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../support/command-line';
import { Firm } from '../../support/firm';

const ORGANISATION = '恒升<电梯>';

describe('the recovery sheet', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'recovery-sheet-'));
  const profile = join(scratch, 'firm');
  const disk = join(scratch, 'disk');
  let firm: Firm;

  beforeAll(async () => {
    firm = await Firm.found(profile, ORGANISATION);
    await firm.ask('backup.choose', { folder: disk, passphrase: 'secret of the backups' });
  });
  afterAll(async () => {
    await firm.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('says in both languages which ledger it is of, where backups lie, who signs, and no passphrase', async () => {
    const { html, fileName } = await firm.ask('backup.sheet', { locale: 'zh-CN' });
    const { feed, seq, hash } = firm.ports.journal.head;
    const [identity] = await firm.ports.identities.list();
    for (const text of [feed, hash, disk, profile, identity!.fingerprint, `第 ${seq} 条`, `entry ${seq}`])
      expect(html).toContain(text);
    expect(html).toContain('恒升&lt;电梯&gt;');
    expect(html).toContain('要。口令不在本页');
    expect(html).toContain('Needed. It is neither on this page');
    expect(html).toContain('还没有，请先备份');
    expect(html).not.toContain('secret of the backups');
    expect(html.indexOf('恢复说明</h1>')).toBeLessThan(html.indexOf('Recovery sheet</h1>'));
    expect(fileName).toBe('recovery-sheet-2026-11-23.html');
  });

  it('is written by the command line while the program runs, the same page, and over nothing', async () => {
    const out = join(scratch, 'sheet.html');
    const command = ['backup', 'sheet', '--profile', profile, '--out', out, '--locale', 'en'];
    expect(await answer(command)).toMatchObject({ code: 0, err: '' });
    const { html } = await firm.ask('backup.sheet', { locale: 'en' });
    expect(readFileSync(out, 'utf8')).toBe(
      html
        .replace('Elevator Audit 0.0.0', 'Elevator Audit 0.0.0-test')
        .replace('Elevator Audit 0.0.0<', 'Elevator Audit 0.0.0-test<'),
    );
    expect((await answer(command)).code).toBe(2);
  });
});

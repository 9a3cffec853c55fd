import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../support/command-line';
import { runOk } from '../../support/pdf/outside-tools';
import { textOf } from '../../support/pdf/rendered';

const [A, B] = ['梯11浙A12056(04)', '梯11浙A12057(04)'];
const folder = mkdtempSync(join(tmpdir(), 'visit-records-'));
const at = (...names: string[]): string => join(folder, ...names);
const pass = ['--passphrase-file', at('passphrase')];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const report = (out: string, more: readonly string[]) =>
  answer([
    ...['report', '--register', at('elevators.csv'), '--visits', at('visits.csv'), '--as-of', '2026-11-23'],
    ...['--identity', at('id.p12'), ...pass, '--out', at(out), '--kind', 'visit-record', ...more],
  ]);

beforeAll(async () => {
  writeFileSync(at('passphrase'), '梯审 2026 passphrase\n');
  writeFileSync(at('elevators.csv'), `registration_no,kind,address\n${A},3110,翠柏路18号\n${B},3110,翠柏路20号\n`);
  writeFileSync(
    at('visits.csv'),
    [
      'registration_no,date,task,start,end,technicians,confirmed_by',
      `${A},2026-10-20,half-month,09:00,09:40,张建国;李明,孙丽华`,
      `${A},2026-11-03,half-month,09:00,09:40,张建国;李明,`,
      `${A},2026-11-18,quarter,,,,`,
      `${B},2026-11-04,half-month,10:00,10:40,张建国,孙丽华`,
      '',
    ].join('\n'),
  );
  await answer(['identity', 'create', '--name', '样例维保公司', '--out', at('id.p12'), ...pass]);
});

describe('report --kind visit-record', () => {
  it('writes a signed record of every visit of the period, each with a number of its own', async () => {
    const { code, out } = await report('all', ['--elevator', 'all', '--from', '2026-11-01', '--to', '2026-11-23']);
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(3);
    const files = readdirSync(at('all')).sort();
    expect(files.map((name) => name.slice(NO_LENGTH))).toEqual([
      expect.stringMatching(/^_visit-record_2026-11-03_/),
      expect.stringMatching(/^_visit-record_2026-11-18_/),
      expect.stringMatching(/^_visit-record_2026-11-04_/),
    ]);
    const numbers = files.map((name) => /字第([0-9A-F]{8}-\d{4})号/.exec(textOf(at('all', name)))?.[1]);
    expect(new Set(numbers).size).toBe(3);
    for (const name of files) {
      expect(runOk('qpdf', ['--check', at('all', name)])).toContain('No syntax or stream encoding errors found');
      const verified = await answer(['verify', at('all', name), '--trust', at('id.pem')]);
      expect(verified).toMatchObject({ code: 0 });
    }
  });

  it('says of one elevator, in English, that nobody recorded when it was entered', async () => {
    const { code } = await report('one', ['--elevator', B, '--locale', 'en', '--from', '2026-11-01']);
    expect(code).toBe(0);
    const [name = ''] = readdirSync(at('one'));
    expect(textOf(at('one', name))).toContain('withoutajournal');
  });

  it('writes nothing for a period without visits, and refuses an elevator that is not in the register', async () => {
    const none = await report('none', ['--elevator', B, '--from', '2026-11-10', '--to', '2026-11-12']);
    expect(none.out).toBe('');
    expect(none.code).toBe(2);
    expect((await report('none', ['--elevator', '梯11浙A99999(04)'])).code).toBe(2);
  });
});

const NO_LENGTH = A.length;

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { TABLES_IN } from '../../../domain/record/table-names';
import type { Person } from '../../../domain/roster/person';
import { readPeople } from '../../../electron/cli/beside-tables';
import { answer } from '../../support/command-line';
import { openedProfile } from '../../support/opened-profile';

const scratch = mkdtempSync(join(tmpdir(), 'export-command-'));
const profile = join(scratch, 'profile');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('export', () => {
  const registrationNo = '梯11浙A00001(20)' as never;
  beforeAll(async () => {
    const ports = await openedProfile(profile);
    const elevator = { registrationNo, kind: '3110', regime: 'standard' as const, recordsFrom: '2026-10-01' as never };
    await ports.append({ type: 'elevator-registered', subject: registrationNo, author: '', body: { elevator } });
    const visit = {
      registrationNo,
      date: '2026-11-20' as never,
      task: 'half-month' as const,
      technicians: ['/'],
      note: '=1',
    };
    await ports.append({ type: 'visit-logged', subject: registrationNo, author: '', body: { visit } });
    await ports.close();
  });

  it('writes a file each for the tables that have rows, by which the audit says what the ledger says', async () => {
    const out = join(scratch, 'tables');
    const before = readFileSync(join(profile, 'journal', 'journal.ndjson'));
    const { code, err, out: told } = await answer(['export', '--profile', profile, '--out', out, '--format', 'csv']);
    expect([code, err]).toEqual([0, '']);
    expect(told).toContain('visits.csv: 1 row\n');
    expect(readdirSync(out).sort()).toEqual(['elevators.csv', 'visits.csv']);
    expect(readFileSync(join(out, 'visits.csv'), 'utf8')).toBe(
      '\ufeffregistration_no,date,task,started_at,ended_at,filled_times,technicians,confirmed_by,note,entered_at\r\n' +
        `${registrationNo as string},2026-11-20,half-month,,,,"[""/""]",,'=1,2026-11-23 10:00\r\n`,
    );
    expect(readFileSync(join(profile, 'journal', 'journal.ndjson')).equals(before)).toBe(true);
    const tables = ['--register', join(out, 'elevators.csv'), '--visits', join(out, 'visits.csv')];
    const judged = await answer(['audit', ...tables, '--as-of', '2026-11-23', '--format', 'json']);
    expect(JSON.parse(judged.out)).toMatchObject({ elevators: [{ entry: { direct: 1, late: 0, imported: 0 } }] });
  });

  it('writes the tables that are named, in Chinese, and over no file', async () => {
    const out = join(scratch, 'named');
    const line = ['export', '--profile', profile, '--out', out, '--table', 'drills', '--table', 'visits'];
    expect((await answer([...line, '--locale', 'zh-CN'])).code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['drills.xlsx', 'visits.xlsx']);
    const sizes = readdirSync(out).map((name) => statSync(join(out, name)).size);
    expect(sizes.every((size) => size > 0)).toBe(true);
    expect(await answer(line)).toMatchObject({ code: 2, out: '' });
  });

  it.each([
    [['--profile', join(scratch, 'nowhere'), '--out', scratch], 'nowhere'],
    [['--profile', profile, '--out', scratch, '--table', 'photos'], '--table'],
    [['--profile', profile, '--out', scratch, '--format', 'ods'], '--format'],
  ])('says what is wrong with %j', async (words, told) => {
    const { code, err } = await answer(['export', ...words]);
    expect([code, err.includes(told)]).toEqual([2, true]);
  });
});

describe('people and firms', () => {
  const person: Person = {
    name: '样一',
    firm: '样例维保',
    certificateKind: '电梯修理',
    certificateNo: 'T0001',
    validFrom: '2023-04-01' as CivilDate,
    validUntil: '2027-03-31' as CivilDate,
    from: '2020-01-01' as CivilDate,
    phone: '+86 571 0000',
  };
  const folder = join(scratch, 'with-roster');
  beforeAll(async () => {
    const ports = await openedProfile(folder);
    const body = { people: [person, { name: '样二' }], firms: [{ name: '样例维保', permitNo: 'TS1' }] };
    await ports.append({ type: 'roster-recorded', subject: '', author: '', body });
    await ports.close();
  });

  it.each([
    ['csv', 'en'],
    ['csv', 'zh-CN'],
    ['xlsx', 'zh-CN'],
  ] as const)('leave as tables (%s, %s), and people come back as they were', async (format, locale) => {
    const out = join(scratch, `roster-${format}-${locale}`);
    const { code, err } = await answer([
      ...['export', '--profile', folder, '--out', out, '--format', format, '--locale', locale],
    ]);
    expect([code, err]).toEqual([0, '']);
    expect(readdirSync(out).sort()).toEqual([`firms.${format}`, `people.${format}`]);
    const bytes = readFileSync(join(out, `people.${format}`));
    expect(await readPeople([{ name: `people.${format}`, bytes }], locale)).toEqual({
      rows: [person, { name: '样二' }],
      problems: [],
      whole: false,
    });
  });

  it('firms have their permits', async () => {
    const out = join(scratch, 'firms');
    const line = [
      'export',
      '--profile',
      folder,
      '--out',
      out,
      '--format',
      'csv',
      '--table',
      'firms',
      '--locale',
      'zh-CN',
    ];
    expect((await answer(line)).code).toBe(0);
    expect(readdirSync(out)).toEqual(['firms.csv']);
    expect(readFileSync(join(out, 'firms.csv'), 'utf8')).toBe(
      '\ufeff单位名称,许可证编号,许可证有效期至,电话,备注\r\n样例维保,TS1,,,\r\n',
    );
  });
});

describe('template', () => {
  it('writes an empty table each, which the audit takes as one without rows', async () => {
    const out = join(scratch, 'templates');
    expect((await answer(['template', '--out', out, '--format', 'csv'])).code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(TABLES_IN.map((table) => `${table}-template.csv`).sort());
    const register = join(scratch, 'r.csv');
    writeFileSync(register, 'registration_no,kind,records_from\nT1,3110,2026-10-01\n');
    const { err } = await answer([
      ...['audit', '--register', register, '--visits', join(out, 'visits-template.csv'), '--as-of', '2026-11-23'],
    ]);
    expect(err).toContain('This is an empty table of visits');
  });
});

describe('--refused', () => {
  it('writes the rows that were not taken as their tables, and names the file', async () => {
    const register = join(scratch, 'register.csv');
    const visits = join(scratch, 'visits.csv');
    writeFileSync(register, 'registration_no,kind,records_from\nT1,3110,2026-10-01\n');
    writeFileSync(visits, 'registration_no,date,task,天气\nT1,2026-10-10,half-month,晴\nT1,2026-10-32,half-month,雨\n');
    const out = join(scratch, 'refused.txt');
    const line = ['--as-of', '2026-10-12', '--skip-bad-rows', '--refused', out];
    const { err } = await answer(['audit', '--register', register, '--visits', visits, ...line]);
    const written = readFileSync(join(scratch, 'refused.csv'), 'utf8');
    expect(err).toContain('refused.csv');
    expect(written).toContain(
      'registration_no,date,task,天气,refused at,refused because\r\nT1,2026-10-32,half-month,雨,',
    );
    expect(written).not.toContain('2026-10-10');
  });

  it('writes no file where every row was taken', async () => {
    const register = join(scratch, 'whole.csv');
    const visits = join(scratch, 'whole-visits.csv');
    writeFileSync(register, 'registration_no,kind,records_from\nT1,3110,2026-10-01\n');
    writeFileSync(visits, 'registration_no,date,task\nT1,2026-10-10,half-month\n');
    const out = join(scratch, 'none.csv');
    await answer(['audit', '--register', register, '--visits', visits, '--as-of', '2026-10-12', '--refused', out]);
    expect(readdirSync(scratch)).not.toContain('none.csv');
  });
});

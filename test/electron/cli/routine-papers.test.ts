import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoutineEvidence } from '../../../domain/report/routine/routine-evidence';
import { routineFacts } from '../../../domain/report/routine/routine-facts';
import { readRoutine } from '../../../electron/verify/routine-paper';
import { attachmentsOf } from '../../../electron/verify/own-structure';
import { readStrict } from '../../../electron/verify/strict-reader';
import { answer } from '../../support/command-line';

const [A, B, OTHER] = ['梯11浙A12056(04)', '梯11浙A12057(04)', '梯11浙A12099(04)'];
const folder = mkdtempSync(join(tmpdir(), 'routine-papers-'));
const at = (...names: string[]): string => join(folder, ...names);
const pass = ['--passphrase-file', at('passphrase')];
const without = (tables: readonly string[]): string[] =>
  ['visits', 'daily-checks', 'callouts', 'hazards']
    .filter((table) => !tables.includes(table))
    .flatMap((table) => [`--${table}`, at(`${table}.csv`)]);
const report = (out: string, more: readonly string[], missing: readonly string[] = []) =>
  answer([
    ...['report', '--register', at('elevators.csv'), ...without(missing), '--as-of', '2026-11-22'],
    ...['--identity', at('id.p12'), ...pass, '--out', at(out), ...more],
  ]);
const WEEK = ['--kind', 'weekly-report', '--site', '翠柏苑', '--week', '2026-11-18', '--locale', 'zh-CN'];

beforeAll(async () => {
  const write = (name: string, ...lines: string[]): void => writeFileSync(at(name), [...lines, ''].join('\n'));
  write('passphrase', '梯审 2026 passphrase');
  write(
    'elevators.csv',
    'registration_no,kind,address,in_service_on',
    `${A},3110,翠柏路18号翠柏苑,2020-01-01`,
    `${B},3110,翠柏路18号翠柏苑,2020-01-01`,
    `${OTHER},3110,南苑街7号翠屏里,2020-01-01`,
  );
  write('visits.csv', 'registration_no,date,task', `${A},2026-11-18,half-month`, `${A},2026-11-02,half-month`);
  write(
    'daily-checks.csv',
    'registration_no,date,result,by,found,entered_at',
    `${A},2026-11-16,nothing-found,吴国平,,2026-11-16 08:00`,
    `${A},2026-11-17,nothing-found,吴国平,,2026-11-20 08:00`,
    `${A},2026-11-18,found,吴国平,层门异响,`,
    `${B},2026-11-16,nothing-found,吴国平,,2026-11-16 08:10`,
    `${OTHER},2026-11-01,nothing-found,吴国平,,2026-11-01 08:10`,
  );
  write('callouts.csv', 'registration_no,kind,reported_at', `${B},fault,2026-11-19 09:00`);
  write('hazards.csv', 'registration_no,found_on,found_by,component,what,responsible');
  await answer(['identity', 'create', '--name', '绿源物业', '--out', at('id.p12'), ...pass]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function evidenceOf(file: string): RoutineEvidence {
  const own = attachmentsOf(readStrict(readFileSync(file)))[0]!; // a paper has its evidence and nothing else
  const read = readRoutine(own.content(1_000_000));
  if (read === null) throw new Error('no evidence of a week or month');
  return read;
}

describe('the week and the month of a site, on the command line', () => {
  it('hold the elevators of the site with what the tables say of the week, and verify finds pages and figures again', async () => {
    const { code, out, err } = await report('week', WEEK);
    expect([code, err]).toEqual([0, expect.not.stringContaining('undefined')]);
    const file = at('week', '翠柏苑_weekly-report_2026-11-22.pdf');
    expect(out).toBe(`${file}\n`);
    const evidence = evidenceOf(file);
    expect(evidence.period).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    expect(evidence.elevators.map(({ registrationNo }) => registrationNo)).toEqual([A, B]);
    const { sum, visits, faults, elevators } = routineFacts(evidence);
    expect(sum).toMatchObject({ checked: 4, found: 1, late: 1 });
    expect([visits.length, faults]).toEqual([1, 1]);
    expect(
      elevators
        .flatMap(({ days }) => days)
        .filter(({ isUntimed }) => isUntimed)
        .map(({ date }) => date),
    ).toEqual(['2026-11-18']);
    const verified = await answer(['verify', file, '--trust', at('id.pem'), '--format', 'json']);
    expect(verified.code).toBe(0);
  });

  it('have numbers of their own over the same files', async () => {
    const month = ['--kind', 'monthly-minutes', '--site', '翠柏苑', '--month', '2026-11', '--locale', 'en'];
    expect(await report('month', month)).toMatchObject({ code: 0 });
    const earlier = WEEK.map((one) => (one === '2026-11-18' ? '2026-11-09' : one));
    expect(await report('other', earlier)).toMatchObject({ code: 0 });
    const evidences = ['week', 'month', 'other'].map((out) => evidenceOf(at(out, readdirSync(at(out))[0]!)));
    expect(new Set(evidences.map(({ number }) => number.replace(/^.*字第/, ''))).size).toBe(3);
    expect(evidences[1]?.period).toEqual({ from: '2026-11-01', to: '2026-11-22' });
    const verified = await answer(['verify', at('month', readdirSync(at('month'))[0]!), '--trust', at('id.pem')]);
    expect(verified.code).toBe(0);
  });

  it.each([
    ['no table of daily checks', WEEK, ['daily-checks'], '--daily-checks'],
    ['no table of hazards', WEEK, ['hazards'], '--hazards'],
    ['no site', WEEK.filter((one) => one !== '--site' && one !== '翠柏苑'), [], '--site'],
    ['no week', WEEK.slice(0, 4), [], '--week'],
    ['a week to come', WEEK.map((one) => (one === '2026-11-18' ? '2026-12-01' : one)), [], '2026-11-30'],
    ['a month that is none', ['--kind', 'monthly-minutes', '--site', '翠柏苑', '--month', '2026-13'], [], '2026-13'],
    ['a site of no elevator', WEEK.map((one) => (one === '翠柏苑' ? '无此苑' : one)), [], '无此苑'],
  ])('are not made with %s', async (_, options, missing, says) => {
    const { code, out, err } = await report('none', options, missing);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });

  it.each([
    [['--month', '2026-11'], '--month'],
    [['--from', '2026-11-01'], '--from'],
    [['--elevator', A], '--elevator'],
    [['--visit-records', 'all'], '--visit-records'],
  ])('refuse %j, which would change nothing', async (options, told) => {
    const { code, out, err } = await report('useless', [...WEEK, ...options]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`--kind weekly-report 用不上 ${told}`);
  });

  it('are alone in taking a week, a month and daily checks', async () => {
    const { code, err } = await report('other-kind', ['--kind', 'compliance', '--elevator', A, '--locale', 'en']);
    expect(code).toBe(2);
    expect(err).toContain('--kind compliance has no use for --daily-checks');
  });
});

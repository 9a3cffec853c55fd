import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answer } from '../../support/command-line';

const folder = mkdtempSync(join(tmpdir(), 'cli-planned-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const table = (name: string, ...lines: string[]): string => {
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, lines.join('\n'));
  return path;
};

async function judged(outage: string) {
  const { out } = await answer([
    ...['audit', '--as-of', '2026-11-23', '--from', '2026-11-10', '--format', 'json'],
    '--register',
    table(
      'register',
      'registration_no,kind,accepted_on,in_service_on,records_from',
      'P-1,3110,2024-12-05,2024-12-05,2026-11-09',
    ),
    '--visits',
    table('visits', 'registration_no,date,task', 'P-1,2026-11-09,year', 'P-1,2026-11-20,half-month'),
    '--inspections',
    table(
      'inspections',
      'registration_no,date,kind,result',
      'P-1,2025-12-03,periodic,pass',
      'P-1,2026-10-20,governor,pass',
      'P-1,2026-11-02,self-test,pass',
    ),
    '--outages',
    table('outages', 'registration_no,from,to', outage),
  ]);
  const { elevators, problems } = JSON.parse(out) as {
    problems: object[];
    elevators: { use: object; verdict: string; rules: { ruleId: string; dueOn: string | null }[] }[];
  };
  expect(problems).toEqual([]);
  const { use, verdict, rules } = elevators[0]!;
  return { use, verdict, dueOn: rules.find(({ ruleId }) => ruleId === 'cn.maintenance.half-month')!.dueOn };
}

describe('an outage planned for after the day of judgement', () => {
  const inUse = { use: { state: 'may-run', reasons: [] }, verdict: 'compliant' };

  it('moves the deadline that it reaches, and the elevator may be used until then', async () => {
    expect(await judged('P-1,2026-12-01,2026-12-11')).toEqual({ ...inUse, dueOn: '2026-12-15' });
  });

  it('that begins after the deadline moves nothing', async () => {
    expect(await judged('P-1,2026-12-06,2026-12-11')).toEqual({ ...inUse, dueOn: '2026-12-05' });
  });

  it('without a day of return leaves no deadline', async () => {
    expect(await judged('P-1,2026-12-01,')).toEqual({ ...inUse, dueOn: null });
  });

  it('that begins today is an outage now', async () => {
    expect(await judged('P-1,2026-11-23,2026-12-11')).toMatchObject({
      use: { state: 'out-of-use', reasons: [{ kind: 'outage', on: '2026-11-23' }] },
      dueOn: '2026-12-23',
    });
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../support/command-line';

const REGISTER = 'registration_no,kind,records_from,address\n梯A,3110,2026-01-01,翠柏苑\n梯B,3110,2026-01-01,翠柏苑\n';
const VISITS = `registration_no,date,task
梯A,2026-01-01,year
梯A,2026-01-15,half-month
梯B,2026-01-01,year
梯B,2026-01-15,half-month
梯B,2026-01-30,half-month
梯B,2026-02-14,half-month
`;

interface Printed {
  readonly elevators: readonly unknown[];
  readonly comparison?: {
    readonly left: { readonly pack: { readonly id: string }; readonly asOf: string };
    readonly right: { readonly pack: { readonly id: string }; readonly asOf: string; readonly period: object };
    readonly elevators: readonly {
      readonly registrationNo: string;
      readonly verdict: object;
      readonly rules: readonly { readonly left: string; readonly differences: readonly { readonly what: string }[] }[];
      readonly requirements: { readonly left: readonly string[]; readonly right: readonly string[] };
    }[];
    readonly totals: { readonly left: object; readonly right: object };
  };
}

describe('audit --against', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cli-against-'));
  const audit = (...rest: string[]) =>
    answer([
      ...['audit', '--register', join(folder, 'elevators.csv'), '--visits', join(folder, 'visits.csv')],
      ...['--as-of', '2026-02-20', ...rest],
    ]);
  const printed = (out: string): Printed => JSON.parse(out) as Printed;

  beforeAll(() => {
    writeFileSync(join(folder, 'elevators.csv'), REGISTER);
    writeFileSync(join(folder, 'visits.csv'), VISITS);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('a date: the object is as without it, but for the member that lists the differences', async () => {
    const plain = await audit('--format', 'json');
    const against = await audit('--against', '2026-01-20', '--format', 'json');
    expect(against.code).toBe(plain.code);
    const { comparison, ...rest } = printed(against.out);
    expect(rest).toEqual(printed(plain.out));
    expect(comparison).toMatchObject({
      left: { pack: { id: 'cn' }, asOf: '2026-02-20', period: { from: '2025-02-21', to: '2026-02-20' } },
      right: { pack: { id: 'cn' }, asOf: '2026-01-20', period: { from: '2025-01-21', to: '2026-01-20' } },
      totals: { left: { elevators: 2, 'non-compliant': 1 }, right: { elevators: 2, compliant: 2 } },
    });
    expect(comparison?.elevators[0]).toMatchObject({
      registrationNo: '梯A',
      verdict: { left: 'non-compliant', right: 'compliant' },
      rules: [
        {
          by: 'id',
          left: 'cn.maintenance.half-month',
          right: 'cn.maintenance.half-month',
          differences: [
            {
              what: 'status',
              left: 'overdue',
              right: 'met',
              sentence: 'Status: overdue as of 20 February 2026, in time as of 20 January 2026',
            },
            { what: 'figures' },
            { what: 'gap-only', side: 'left', gap: { deadline: '2026-01-30', to: null } },
          ],
        },
      ],
      requirements: { left: [], right: [] },
    });
  });

  it('a date with a period asked for moves the period with it', async () => {
    const { out } = await audit(
      '--from',
      '2026-02-01',
      '--to',
      '2026-02-10',
      '--against',
      '2026-01-20',
      '--format',
      'json',
    );
    expect(printed(out).comparison?.right.period).toEqual({ from: '2026-01-01', to: '2026-01-10' });
  });

  it('a later date knows what happened until then', async () => {
    const { out } = await answer(
      [
        ...['audit', '--register', join(folder, 'elevators.csv'), '--visits', join(folder, 'visits.csv')],
        ...['--as-of', '2026-01-20', '--against', '2026-02-20', '--format', 'json'],
      ],
      { now: '2026-01-20T08:00:00Z' },
    );
    const { comparison } = printed(out);
    expect(comparison?.totals).toMatchObject({ left: { compliant: 2 }, right: { compliant: 1, 'non-compliant': 1 } });
  });

  it('a pack: elevators judged alike are left out, what the pack demands beyond its rules is told', async () => {
    const { out, code } = await audit('--against', 'cn-zj-hz', '--locale', 'en');
    expect(code).toBe(1);
    expect(out).toContain('Right: rule pack cn-zj-hz ');
    expect(out).toContain('Elevators: 2, of which 0 differ.');
    expect(out).toContain('Demands beyond the rules, only under cn-zj-hz:');
    expect(out).not.toContain('梯A');
  });

  it('text names the verdict change and the differences of each elevator, in either language', async () => {
    const english = await audit('--against', '2026-01-20', '--locale', 'en');
    expect(english.out).toContain('non-compliant → compliant  梯A 翠柏苑');
    expect(english.out).toContain('    Status: overdue as of 20 February 2026, in time as of 20 January 2026');
    const chinese = await audit('--against', '2026-01-20', '--locale', 'zh-CN');
    expect(chinese.out).toContain('不合规 → 合规  梯A 翠柏苑');
    expect(chinese.out).toContain('    状态：截至2026年2月20日为超期；截至2026年1月20日为在期内');
  });

  it('itself: says that nothing differs', async () => {
    expect((await audit('--against', 'cn', '--locale', 'en')).out).toContain('The two sides do not differ.');
    expect(printed((await audit('--against', 'cn', '--format', 'json')).out).comparison?.elevators).toEqual([]);
  });

  it('with --explain: one elevator explained, then compared', async () => {
    const { out } = await audit('--against', '2026-01-20', '--explain', '梯B', '--locale', 'en');
    expect(out).toContain('Half-month maintenance');
    expect(out).toContain('Elevators: 1, of which 1 differ.');
    expect(out).not.toContain('梯A');
  });

  it('neither a pack nor a date that exists: says so, and ends with 2', async () => {
    const unknown = await audit('--against', 'atlantis', '--locale', 'en');
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('There is no rule pack "atlantis"');
    const wrong = await audit('--against', '2026-02-30', '--locale', 'en');
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('--against takes a date that exists');
  });
});

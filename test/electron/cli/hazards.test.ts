import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, type Answer } from '../../support/command-line';
import { hazardTable, SEVERE_CLOSED, type Cells } from '../../support/hazard-table';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hazards-'));
  writeFileSync(join(folder, 'elevators.csv'), 'registration_no,kind\nT1,3110\nT2,3110\n');
  writeFileSync(join(folder, 'callouts.csv'), 'registration_no,kind,reported_at\nT1,fault,2026-09-01 08:00\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NOTHING_DONE = Object.fromEntries(
  Object.keys(SEVERE_CLOSED)
    .slice(Object.keys(SEVERE_CLOSED).indexOf('停用日期'))
    .map((header) => [header, '']),
);
const ORDINARY: Cells = {
  ...SEVERE_CLOSED,
  ...NOTHING_DONE,
  使用登记证编号: 'T2',
  发现日期: '2026-11-20',
  部位: '对讲',
  隐患情况: '对讲不通',
  严重情形: '',
  重大情形: '',
  严重程度: '3',
  概率: 'C',
  整改期限: '',
};
/** Severe, told and reported in time, and still in use. */
const IN_USE: Cells = { ...SEVERE_CLOSED, ...NOTHING_DONE, 重大情形: '', 整改期限: '2026-12-31' };

function hazards(rows: readonly Cells[], ...more: readonly string[]): Promise<Answer> {
  const path = join(folder, 'hazards.csv');
  writeFileSync(path, hazardTable(...rows));
  const register = join(folder, 'elevators.csv');
  return answer(['hazards', '--register', register, '--hazards', path, '--as-of', '2026-11-23', ...more]);
}

interface Listed {
  readonly hazards: readonly Readonly<Record<string, unknown>>[];
  readonly totals: Readonly<Record<string, number>>;
  readonly problems: readonly Readonly<Record<string, unknown>>[];
  readonly callouts?: { readonly total: { readonly calls: number } };
}
const listed = ({ out }: Answer): Listed => JSON.parse(out) as Listed;

describe('hazards', () => {
  it('lists the ledger judged: a closed one owes nothing, an ordinary one runs on the default days, and nothing is amiss', async () => {
    const said = await hazards([ORDINARY, SEVERE_CLOSED], '--format', 'json');
    expect([said.code, said.err]).toEqual([0, '']);
    const { hazards: all, totals, problems } = listed(said);
    expect(problems).toEqual([]);
    expect(all.map(({ registrationNo, no, state }) => [registrationNo, no, state])).toEqual([
      ['T1', 'YH-01', 'closed'],
      ['T2', 'YH-01', 'found'],
    ]);
    expect(all[0]).toMatchObject({
      classes: ['severe', 'major'],
      severe: 'severe-25-3',
      group: { id: 'I', confidence: 'unverified' },
      open: false,
      stopped: false,
      clocks: [],
    });
    expect(all[0]!.steps).toHaveLength(8);
    expect(all[1]).toMatchObject({ classes: ['ordinary'], group: { id: 'II' }, overdue: false, breached: false });
    expect(all[1]!.clocks).toMatchObject([
      { step: 'notify', owner: 'maintainer', dueOn: '2026-11-23', daysLeft: 0, ground: 'default', clause: null },
      { step: 'rectify', dueOn: '2026-12-20', ground: 'default', confidence: 'unverified' },
    ]);
    expect(totals).toEqual({
      hazards: 2,
      open: 1,
      severe: 0,
      major: 0,
      stopped: 0,
      mustStop: 0,
      overdue: 0,
      breached: 0,
    });
  });

  it('a severe hazard on an elevator in use ends with 1 and names the clause', async () => {
    const said = await hazards([IN_USE], '--format', 'json');
    expect(said.code).toBe(1);
    const [severe] = listed(said).hazards;
    expect(severe!.clocks).toMatchObject([
      { step: 'stop-use', owner: 'user-unit', status: 'now', ground: 'law', clause: 'SAMR Order 74 art. 70' },
      { step: 'notify' },
      { step: 'report' },
      { step: 'rectify', ground: 'written', dueOn: '2026-12-31' },
    ]);
    expect(listed(said).totals).toMatchObject({ mustStop: 1, breached: 1 });
  });

  it('a deadline of the notice that has passed ends with 1, default days that have passed with 0', async () => {
    const late = { ...ORDINARY, 发现日期: '2026-09-01' };
    const byDefault = await hazards([late], '--format', 'json');
    expect([byDefault.code, listed(byDefault).totals]).toMatchObject([0, { overdue: 1, breached: 0 }]);
    const byNotice = await hazards([{ ...late, 整改期限: '2026-11-22' }], '--format', 'json');
    expect([byNotice.code, listed(byNotice).totals]).toMatchObject([1, { overdue: 1, breached: 1 }]);
  });

  it('steps behind the as-of day do not count', async () => {
    const path = join(folder, 'hazards.csv');
    writeFileSync(path, hazardTable(SEVERE_CLOSED));
    const register = join(folder, 'elevators.csv');
    const on = async (day: string) => {
      const options = ['--register', register, '--hazards', path, '--as-of', day, '--format', 'json'];
      return listed(await answer(['hazards', ...options])).hazards.map(({ state, stopped }) => [state, stopped]);
    };
    expect(await on('2026-08-31')).toEqual([]);
    expect(await on('2026-09-02')).toEqual([['notified', true]]);
    expect(await on('2026-09-04')).toEqual([['rectified', true]]);
    expect(await on('2026-09-05')).toEqual([['rechecked', false]]);
  });

  it('a row that breaks the lifecycle is told by file, row, column, value and reason and ends with 2 unless passed over', async () => {
    const rows = [ORDINARY, { ...SEVERE_CLOSED, 见证材料: '' }];
    const refused = await hazards(rows, '--format', 'json');
    expect(refused.code).toBe(2);
    expect(listed(refused).problems).toEqual([
      { file: 'hazards.csv', row: 3, column: '见证材料', value: '', reason: 'A severe or major hazard needs evidence' },
    ]);
    expect(listed(refused).hazards).toHaveLength(1);
    expect(refused.err).toContain('hazards.csv:3, 见证材料: A severe or major hazard needs evidence');
    expect((await hazards(rows, '--skip-bad-rows')).code).toBe(0);
  });

  it('says the same as text in both languages, with what is to be checked marked', async () => {
    const zh = await hazards([ORDINARY, IN_USE], '--locale', 'zh-CN');
    expect(zh.code).toBe(1);
    expect(zh.out).toContain('隐患台账，截至日期 2026-11-23');
    expect(zh.out).toMatch(/T1\s+YH-01\s+门锁装置\s+严重\s+I〔待核〕\s+待告知\s+2026-12-31\s+维保单位/);
    expect(zh.out).toContain('T1 YH-01  停用（使用单位）：立即停用（总局令第74号 第70条');
    expect(zh.out).toContain(
      'T2 YH-01  告知使用单位（维保单位）：今天到期（2026-11-23，本程序默认〔待核〕；依据 TSG T5002-2017 第5条第11项）',
    );
    const en = await hazards([ORDINARY, IN_USE], '--locale', 'en');
    expect(en.out).toContain('T1 YH-01  stop of use (user unit): must be out of use now (SAMR Order 74 art. 70');
    expect(en.out).toContain('Hazards: 2; open 2 (severe 1, major 0)');
    for (const { out } of [zh, en]) expect(out).not.toMatch(/undefined|null|NaN/);
    expect((await hazards([], '--locale', 'en')).code).toBe(2);
  });

  it('adds up the call-outs of a table beside the ledger', async () => {
    const said = await hazards([ORDINARY], '--callouts', join(folder, 'callouts.csv'), '--format', 'json');
    expect(listed(said).callouts?.total.calls).toBe(1);
  });

  it('asks for its tables, a day and a pack that knows of hazards', async () => {
    const register = join(folder, 'elevators.csv');
    const without = await answer(['hazards', '--register', register, '--as-of', '2026-11-23']);
    expect([without.code, without.err]).toEqual([2, expect.stringContaining('--hazards is missing')]);
    const noDay = await answer(['hazards', '--register', register, '--hazards', register]);
    expect([noDay.code, noDay.err]).toEqual([2, expect.stringContaining('--as-of is missing')]);
    const abroad = await hazards([ORDINARY], '--pack', 'hk');
    expect([abroad.code, abroad.err]).toEqual([2, expect.stringContaining('"hk" says nothing of hazards')]);
    const wrongTable = await answer([
      'hazards',
      '--register',
      register,
      '--hazards',
      register,
      '--as-of',
      '2026-11-23',
    ]);
    expect([wrongTable.code, wrongTable.out]).toEqual([2, '']);
  });
});

describe('hazards beside an audit', () => {
  it('are read with the other tables, and a bad row of theirs is a problem of the audit', async () => {
    const visits = join(folder, 'visits.csv');
    writeFileSync(visits, 'registration_no,date,task\nT1,2026-11-20,半月\n');
    const table = join(folder, 'hazards.csv');
    writeFileSync(table, hazardTable(SEVERE_CLOSED, { ...ORDINARY, 责任方: '张三' }));
    const register = join(folder, 'elevators.csv');
    const options = ['--register', register, '--visits', visits, '--hazards', table, '--as-of', '2026-11-23'];
    const said = await answer(['audit', ...options, '--format', 'json', '--explain', 'T2']);
    expect(said.code).toBe(2);
    expect(listed(said).problems).toMatchObject([{ file: 'hazards.csv', row: 3, column: '责任方', value: '张三' }]);
  });
});

describe('a bridged door lock of GB 45067 4.6 b)', () => {
  const BRIDGED: Cells = {
    ...SEVERE_CLOSED,
    ...NOTHING_DONE,
    隐患情况: '门锁回路短接',
    严重情形: '',
    重大情形: '4.6 b)',
    整改期限: '',
  };
  const audit = (...more: readonly string[]): Promise<Answer> => {
    const path = join(folder, 'bridged.csv');
    writeFileSync(path, hazardTable(BRIDGED));
    const visits = join(folder, 'visits.csv');
    writeFileSync(visits, 'registration_no,date,task\nT1,2026-11-20,year\n');
    const tables = ['--register', join(folder, 'elevators.csv'), '--visits', visits, '--hazards', path];
    return answer(['audit', ...tables, '--as-of', '2026-11-23', ...more]);
  };

  it('with nothing done must be out of use and is to be reported, by the duties of Order 57', async () => {
    const [hazard] = listed(await hazards([BRIDGED], '--format', 'json')).hazards;
    expect(hazard).toMatchObject({ classes: ['severe', 'major'] });
    const clocks = hazard!['clocks'] as readonly { readonly step: string; readonly status: string }[];
    expect(clocks.map(({ step, status }) => `${step} ${status}`)).toEqual(
      expect.arrayContaining(['stop-use now', 'report overdue']),
    );
  });

  it('makes the elevator one that must not run, and the audit ends with 1', async () => {
    const { code, out } = await audit('--format', 'json');
    expect(code).toBe(1);
    const [elevator] = (JSON.parse(out) as { elevators: { use: { state: string; reasons: { kind: string }[] } }[] })
      .elevators;
    expect(elevator?.use).toMatchObject({ state: 'must-not-run', reasons: [{ kind: 'hazard-must-stop' }] });
  });

  it('on an escalator, and a circumstance of escalators on a lift, is refused by row and reason', async () => {
    const stray: Cells = { ...BRIDGED, 重大情形: '4.6 d)' };
    const zh = await hazards([stray], '--locale', 'zh-CN');
    expect(zh.code).toBe(2);
    expect(zh.err).toContain('这种情形不是对这一品种（3110）规定的');
    expect((await hazards([stray], '--locale', 'en')).err).toContain('not for equipment of kind 3110');
  });
});

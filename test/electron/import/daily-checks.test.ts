import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { standing } from '../../../domain/record/dossier';
import { refusalSentence } from '../../../domain/record/refusal-sentences';
import { countDays, routineDays } from '../../../domain/routine/days';
import { tableFile } from '../../../electron/export/table-file';
import { Desk, pack, REGISTER, refusalsOf, today, tryFiles } from '../../support/import-desk';

const HEAD = 'registration_no,date,at,result,by,modules,found,measure,told_to,reason,entered_at';
const table = (...rows: string[]): string => [HEAD, ...rows].join('\n') + '\n';
const NO = 'T1' as never;
const D = (day: string): CivilDate => day as CivilDate;

describe('a table of daily checks', () => {
  const said = [
    { registrationNo: 'T1', date: '2026-11-20', result: 'nothing-found', by: '吴国平', at: '08:05' },
    {
      ...{ registrationNo: 'T1', date: '2026-11-21', result: 'found', by: '吴国平' },
      ...{ modules: ['machine-room', 'pit'], found: '底坑渗水', measure: '停梯', toldTo: '恒升电梯' },
      enteredAt: '2026-11-22T09:00',
    },
    { registrationNo: 'T1', date: '2026-11-22', result: 'not-done', by: '吴国平', reason: '全院停电' },
  ];
  it.each([
    [
      '使用登记证编号,检查日期,检查时间,检查结果,电梯安全员,异常部位,发现的问题,当场措施,已告知,未检查原因,录入时间\n' +
        'T1,2026年11月20日,8:05,未发现问题,吴国平,,未发现隐患,/,,无,\n' +
        'T1,2026-11-21,,有隐患,吴国平,机房、井道底坑,底坑渗水,停梯,恒升电梯,,2026-11-22 09:00\n' +
        'T1,2026-11-22,,未检查,吴国平,,,,,全院停电,\n',
    ],
    [
      table(
        'T1,2026-11-20,2026-11-20 08:05,nothing-found,吴国平,,,,,,',
        'T1,2026-11-21,,something found,吴国平,machine-room;pit,底坑渗水,停梯,恒升电梯,,2026-11-22 09:00',
        'T1,2026-11-22,,not checked,吴国平,,,,,全院停电,',
      ),
    ],
  ])('is told by its headers and taken as it says', async (text) => {
    const { plan, preview } = await tryFiles({ 'r.csv': REGISTER, 'c.csv': text });
    expect(preview.files.map((file) => file.table)).toEqual(['elevators', 'daily_checks']);
    expect(preview.refusals).toEqual([]);
    expect(preview.adds.daily_checks).toBe(3);
    expect(plan.dailyChecks).toEqual(said);
  });

  it.each([
    ['a day to come', 'T1,2026-11-24,,nothing-found,吴国平,,,,,,', 'date', 'future-date'],
    ['a result nobody knows', 'T1,2026-11-20,,也许,吴国平,,,,,,', 'result', 'not-one-of'],
    ['nobody who checked', 'T1,2026-11-20,,nothing-found,,,,,,,', 'by', 'missing-value'],
    ['a finding without a word', 'T1,2026-11-20,,found,吴国平,,,,,,', 'found', 'missing-value'],
    ['no check and no reason', 'T1,2026-11-20,,not-done,吴国平,,,,,,', 'reason', 'missing-value'],
    ['nothing found, and a finding', 'T1,2026-11-20,,nothing-found,吴国平,,渗水,,,,', 'found', 'against-result'],
    ['a check, and why there was none', 'T1,2026-11-20,,nothing-found,吴国平,,,,,停电,', 'reason', 'against-result'],
    ['no check, and who was told', 'T1,2026-11-20,,not-done,吴国平,,,,王海,停电,', 'told_to', 'against-result'],
    [
      'an entry before its day',
      'T1,2026-11-20,,nothing-found,吴国平,,,,,,2026-11-19',
      'entered_at',
      'entered-before-done',
    ],
  ])('refuses %s', async (_, row, column, code) => {
    const files = { 'r.csv': REGISTER, 'c.csv': table(row) };
    expect((await refusalsOf(files)).map(([, at, , what]) => [at, what])).toEqual([[column, code]]);
    const { preview } = await tryFiles(files);
    for (const locale of ['zh-CN', 'en'] as const)
      expect(refusalSentence(preview.refusals[0]!, locale)).not.toMatch(/undefined|“”/);
  });

  it('keeps a check whose place or hour cannot be read, and tells it', async () => {
    const row = 'T1,2026-11-20,早上,found,吴国平,屋顶,渗水,,,,';
    const { plan, preview } = await tryFiles({ 'r.csv': REGISTER, 'c.csv': table(row) });
    expect(preview.notes.map(({ column, code }) => [column, code])).toEqual([
      ['at', 'bad-time'],
      ['modules', 'not-one-of'],
    ]);
    expect(plan.dailyChecks).toEqual([
      { registrationNo: 'T1', date: '2026-11-20', result: 'found', by: '吴国平', found: '渗水' },
    ]);
  });

  it('never makes another check of one on record: its row is refused', async () => {
    const desk = new Desk();
    await desk.take({ 'r.csv': REGISTER, 'c.csv': table('T1,2026-11-22,,not-done,吴国平,,,,,停电,') });
    const again = { 'c.csv': table('T1,2026-11-22,,nothing-found,吴国平,,,,,,') };
    const { preview } = await desk.take(again);
    expect(preview.refusals.map(({ code }) => code)).toEqual(['conflict-with-record']);
    expect(preview.recordUpdates).toEqual([]);
    expect(standing(desk.dossier(NO).dailyChecks).map(({ result }) => result)).toEqual(['not-done']);
  });

  it('counts late as a table of visits does: by the day of its import, or of what it says of its entry', async () => {
    const desk = new Desk();
    await desk.take({ 'r.csv': REGISTER, 'c.csv': table('T1,2026-11-20,,nothing-found,吴国平,,,,,,') });
    const { elevator, ...rest } = desk.dossier(NO);
    // As if the elevator had been on record since the 21st.
    const since = { ...elevator, at: '2026-11-21T08:00:00+08:00' };
    await desk.take({
      'c.csv': table(
        'T1,2026-11-21,,nothing-found,吴国平,,,,,,',
        'T1,2026-11-22,,nothing-found,吴国平,,,,,,2026-11-22 10:00',
        'T1,2026-11-19,,nothing-found,吴国平,,,,,,2026-11-23',
      ),
    });
    const dossier = { ...rest, elevator: since, dailyChecks: desk.dossier(NO).dailyChecks };
    const period = { from: D('2026-11-19'), to: D('2026-11-22') };
    const days = routineDays(dossier, period, { today, since: period.from });
    expect(days.map(({ date, lateDays }) => `${date.slice(8)} ${lateDays}`)).toEqual(['19 4', '20 0', '21 2', '22 0']);
    expect(countDays(days)).toMatchObject({ checked: 4, late: 2 });
  });

  it.each([
    ['csv', 'zh-CN'],
    ['csv', 'en'],
    ['xlsx', 'zh-CN'],
    ['xlsx', 'en'],
  ] as const)('leaves and comes in again unchanged, as %s in %s', async (format, locale) => {
    const check = { registrationNo: NO, result: 'nothing-found', by: '吴国平' } as const;
    const checks = [
      { ...check, date: D('2026-11-19'), at: '08:05' },
      {
        ...{ ...check, date: D('2026-11-20'), result: 'found' as const, found: '无', measure: '停梯' },
        ...{ modules: ['car-and-landings', 'safety-devices'] as const, toldTo: '恒升、西子' },
      },
      { ...check, date: D('2026-11-21'), result: 'not-done' as const, reason: '无' },
      { ...check, date: D('2026-11-23') },
    ];
    const desk = new Desk();
    await desk.take({ 'r.csv': REGISTER });
    for (const one of checks)
      desk.write({ type: 'daily-check-recorded', subject: NO, author: '吴国平', body: { check: one } });
    const dossiers = async function* () {
      await Promise.resolve();
      yield* desk.dossiers.values();
    };
    const job = { tables: ['daily_checks'] as const, format, locale, pack, dossiers };
    const { fileName, bytes, rows } = await tableFile({ ...job, signal: new AbortController().signal });
    expect(rows).toEqual({ daily_checks: 4 });
    const files = { [fileName]: bytes };
    const same = await desk.take(files);
    expect([same.preview.refusals, same.preview.notes, same.preview.adds.daily_checks]).toEqual([[], [], undefined]);
    const fresh = new Desk();
    await fresh.take({ 'r.csv': REGISTER, ...files });
    const come = standing(fresh.dossier(NO).dailyChecks);
    expect(come.map(({ enteredAt: _, ...rest }) => rest)).toEqual(checks);
    const lateOf = (from: Desk): number[] =>
      routineDays(from.dossier(NO), { from: D('2026-11-19'), to: today }, { today, since: null }).map(
        ({ lateDays }) => lateDays,
      );
    expect(lateOf(fresh)).toEqual(lateOf(desk));
    expect(lateOf(desk)).toEqual([4, 3, 2, 0, 0]);
  });
});

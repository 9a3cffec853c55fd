import { describe, expect, it } from 'vitest';
import { refusalCure, refusalSentence } from '../../../domain/record/refusal-sentences';
import { bodyOf, Desk, refusalsOf, today, tryFiles } from '../../support/import-desk';

const HEAD = 'registration_no,kind,in_service_on,records_from,status,stopped_on,ended_on,successor_no\n';
const register = (...cells: string[]): string =>
  `${HEAD}${cells.map((cell, i) => `E${i},3110,2020-01-01,2026-01-01,${cell}\n`).join('')}`;
const lives = async (text: string) => {
  const { plan, preview } = await tryFiles({ 'r.csv': text });
  expect(preview.refusals).toEqual([]);
  return plan.elevators.map(({ status, endedOn, successorNo }) => [status, endedOn, successorNo]);
};

describe('status of a register', () => {
  it('an end comes with its day and successor; the words of other ledgers are known', async () => {
    expect(
      await lives(
        register(
          '注销,,2026-02-01,',
          'scrapped,,2026/2/1,',
          '移装,,2026年2月1日,梯11浙A０0009(26)',
          'relocated,,20260201,',
          '已拆除,,2026-02-01,',
          'D,,2026-02-01,',
          '已报废,,2026-02-01,',
          '在用,,,',
          'ACTIVE,,,',
          ',,,',
        ),
      ),
    ).toEqual([
      ['deregistered', '2026-02-01', undefined],
      ['scrapped', '2026-02-01', undefined],
      ['relocated', '2026-02-01', '梯11浙A00009(26)'],
      ['relocated', '2026-02-01', undefined],
      ['deregistered', '2026-02-01', undefined],
      ['deregistered', '2026-02-01', undefined],
      ['scrapped', '2026-02-01', undefined],
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
    ]);
  });

  it.each([
    ['注销日期', 'deregistered'],
    ['报废日期', 'scrapped'],
    ['移装日期', 'relocated'],
  ])('a day under %s says by itself which end it is', async (header, status) => {
    const text = `使用登记证编号,品种,${header}\nE0,3110,2026-02-01\n`;
    expect(await lives(text)).toEqual([[status, '2026-02-01', undefined]]);
  });

  it('what contradicts itself or leaves out the day is refused, each by its own code, in both languages', async () => {
    const { preview } = await tryFiles({
      'r.csv': register(
        '脱保,,,',
        '报废,,,',
        ',,2026-02-01,',
        '在用,,2026-02-01,',
        '停用,,2026-02-01,',
        '在用,2026-02-01,,',
        '注销,,2019-12-31,',
        '移装,,2026-02-01,E7',
        '停用,2026-02-30,,',
        '注销,,不详,',
      ),
    });
    expect(preview.refusals.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'status', 'unknown-status'],
      [3, 'ended_on', 'end-without-day'],
      [4, 'status', 'day-without-status'],
      [5, 'status', 'status-against-day'],
      [6, 'status', 'status-against-day'],
      [7, 'status', 'status-against-day'],
      [8, 'ended_on', 'end-before-start'],
      [9, 'successor_no', 'follows-itself'],
      [10, 'stopped_on', 'no-such-date'],
      [11, 'ended_on', 'end-without-day'],
    ]);
    for (const refusal of preview.refusals)
      for (const locale of ['zh-CN', 'en'] as const)
        for (const said of [refusalSentence(refusal, locale), refusalCure(refusal, locale)])
          expect(said).not.toMatch(/undefined|^$/);
    expect(refusalSentence(preview.refusals[1]!, 'zh-CN')).toBe('写着报废，没有报废日期，不知从哪天起不再计入');
  });

  describe('with a column of days for each end', () => {
    const HEADERS = '使用登记证编号,品种,投用日期,维保记录起始日期,使用状态,注销日期,报废日期\n';
    const rows = (...cells: string[]): string =>
      `${HEADERS}${cells.map((cell, i) => `E${i},3110,2020-01-01,2026-01-01,${cell}\n`).join('')}`;

    it('the filled one is read, and the one that fits the status where both say the same day', async () => {
      const cells = ['注销,2026-03-01,', '报废,,2026-04-01', ',2026-05-01,', ',,2026-06-01'];
      expect(await lives(rows(...cells, '报废,2026-07-01,2026-07-01', '在用,,'))).toEqual([
        ['deregistered', '2026-03-01', undefined],
        ['scrapped', '2026-04-01', undefined],
        ['deregistered', '2026-05-01', undefined],
        ['scrapped', '2026-06-01', undefined],
        ['scrapped', '2026-07-01', undefined],
        [undefined, undefined, undefined],
      ]);
    });

    it('a day of another end than the status, or two days, contradict each other by name', async () => {
      const cells = [
        '报废,2026-03-01,',
        '注销,2026-03-01,2026-02-01',
        ',2026-03-01,2026-02-01',
        '报废,,',
        '在用,,2026-01-05',
      ];
      const { preview } = await tryFiles({ 'r.csv': rows(...cells) });
      expect(preview.refusals.map(({ row, column, code, params }) => [row, column, code, params['header']])).toEqual([
        [2, '使用状态', 'status-against-day', '注销日期'],
        [3, '注销日期', 'status-against-day', '报废日期'],
        [4, '注销日期', 'status-against-day', '报废日期'],
        [5, '报废日期', 'end-without-day', undefined],
        [6, '使用状态', 'status-against-day', '报废日期'],
      ]);
      expect(refusalSentence(preview.refusals[1]!, 'zh-CN')).toBe('与同一行的“报废日期”（2026-02-01）相矛盾');
    });
  });

  it('stopped without a day stays a status and is asked; stopped from a day is an outage', async () => {
    const { plan, preview } = await tryFiles({ 'r.csv': register('停用,,,', '停用,2026-03-01,,', ',2026-04-01,,') });
    expect(plan.elevators.map(({ status }) => status)).toEqual(['stopped', undefined, undefined]);
    expect(preview.stoppedWithoutDay).toEqual(['E0']);
    expect(plan.outages).toEqual([
      { registrationNo: 'E1', from: '2026-03-01', reason: '使用状态：停用' },
      { registrationNo: 'E2', from: '2026-04-01', reason: '使用状态：停用' },
    ]);
    expect(plan.elevators.some((elevator) => 'stoppedOn' in elevator)).toBe(false);
  });

  it('a stop ends with the life; one that an outage covers, of the files or on record, is not written again', async () => {
    const text = register('停用,2026-03-01,,', '注销,2026-03-01,2026-05-01,');
    const outages = 'registration_no,from,to\nE0,2026-02-01,2026-06-01\n';
    const desk = new Desk();
    const run = await desk.take({ 'r.csv': text, 'o.csv': outages });
    expect(run.plan.outages.map(({ registrationNo, from, to }) => [registrationNo, from, to])).toEqual([
      ['E0', '2026-02-01', '2026-06-01'],
      ['E1', '2026-03-01', '2026-05-01'],
    ]);
    const again = await tryFiles({ 'r.csv': text }, desk.lookup);
    expect([again.preview.refusals, bodyOf(again)]).toEqual([[], null]);
  });

  it('a later register proposes the end, and its taking back, of an elevator on record', async () => {
    const desk = new Desk();
    await desk.take({ 'r.csv': register('停用,,,') });
    await desk.take({ 'r.csv': register('报废,,2026-02-01,') });
    expect(desk.dossier('E0').elevator.value).toMatchObject({ status: 'scrapped', endedOn: '2026-02-01' });
    await desk.take({ 'r.csv': register('在用,,,') });
    expect(desk.dossier('E0').elevator.value).not.toHaveProperty('status');
    expect(desk.dossier('E0').elevator.value).not.toHaveProperty('endedOn');
  });
});

const ENTERED = {
  visits: (at: string) => `registration_no,date,task,entered_at\nE0,2026-03-01,半月,${at}\n`,
  inspections: (at: string) => `registration_no,date,kind,result,录入时间\nE0,2026-03-01,periodic,pass,${at}\n`,
  callouts: (at: string) => `registration_no,kind,reported_at,录入日期\nE0,fault,2026-03-01 08:00,${at}\n`,
  outages: (at: string) => `registration_no,from,to,entered_at\nE0,2026-03-01,2026-03-05,${at}\n`,
} as const;
const TABLES = ['visits', 'inspections', 'callouts', 'outages'] as const;
const R = register(',,,');

describe('when a row was written down', () => {
  it.each(TABLES)('is kept on rows of %s, by day, minute or instant', async (table) => {
    const kept = async (at: string) =>
      (await tryFiles({ 'r.csv': R, 't.csv': ENTERED[table](at) })).plan[table][0]?.enteredAt;
    expect(await kept('2026/3/2')).toBe('2026-03-02');
    expect(await kept('2026-03-02 17:45')).toBe('2026-03-02T17:45');
    expect(await kept('2026-03-02T16:00:00Z')).toBe('2026-03-03');
    expect(await kept('2026-03-02T23:30:00+08:00')).toBe('2026-03-02');
    expect(await kept('')).toBeUndefined();
  });

  it.each(TABLES)('of %s is refused after today and where it is no day', async (table) => {
    const codes = async (at: string) =>
      (await refusalsOf({ 'r.csv': R, 't.csv': ENTERED[table](at) })).map((r) => r[3]);
    expect(await codes('2026-11-24')).toEqual(['future-date']);
    expect(await codes('昨天')).toEqual(['bad-date']);
    expect(await codes('2026-02-30T08:00:00Z')).toEqual(['no-such-date']);
    expect(await codes('2026-03-02T25:00:00Z')).toEqual(['bad-time']);
    expect(await codes('2026-02-28')).toEqual(table === 'outages' ? [] : ['entered-before-done']);
  });

  it('says nothing of the record itself: the same row with another time of entry changes nothing', async () => {
    const desk = new Desk();
    await desk.take({ 'r.csv': R, 'v.csv': ENTERED.visits('2026-03-02') });
    const again = await tryFiles({ 'v.csv': ENTERED.visits('2026-03-09') }, desk.lookup);
    expect([again.preview.unchanged.visits, again.preview.refusals]).toEqual([1, []]);
  });
});

describe('outages', () => {
  it('may be planned; visits and inspections may not', async () => {
    const outage = 'registration_no,from,to\nE0,2027-01-01,2027-02-01\n';
    const visit = 'registration_no,date,task\nE0,2027-01-01,半月\n';
    expect((await tryFiles({ 'r.csv': R, 'o.csv': outage })).plan.outages).toHaveLength(1);
    expect(await refusalsOf({ 'r.csv': R, 'v.csv': visit })).toEqual([[2, 'date', '2027-01-01', 'future-date']]);
  });
});

describe('from which day an elevator is judged', () => {
  const of = async (...lines: string[]) => {
    const text = `registration_no,kind,in_service_on,records_from,status,ended_on\n${lines.join('\n')}\n`;
    return (await tryFiles({ 'r.csv': text })).preview.recordsFromProposals;
  };

  it('the day of import is proposed where nobody has a visit of one long in service', async () => {
    expect(await of('E0,3110,2010-01-01,,,')).toEqual([
      { registrationNo: 'E0', inServiceOn: '2010-01-01', from: today, firstVisit: false },
    ]);
  });

  it('nothing is asked of one that is new, has records_from, no day in service, or ended before', async () => {
    expect(
      await of(
        'E0,3110,2026-11-01,,,',
        'E1,3110,2010-01-01,2025-01-01,,',
        'E2,3110,,,,',
        'E3,3110,2010-01-01,,注销,2020-01-01',
      ),
    ).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { refusalSentence } from '../../../domain/record/refusal-sentences';
import { parseMinute } from '../../../domain/reading/times';
import { readRecords } from '../../../electron/import/read-records';
import { cnPack } from '../../support/cn-pack';

const text = (name: string, lines: readonly string[]) => ({ name, bytes: Buffer.from(lines.join('\n')) });

async function read(header: string, ...rows: readonly string[]) {
  const register = text('elevators.csv', [
    'registration_no,kind,area,governor_since,maker_interval_days',
    'A1,3110,城区,2019-05-01,20天',
  ]);
  return readRecords(
    { elevators: [register], visits: [], callouts: [text('callouts.csv', [header, ...rows])] },
    { pack: cnPack, today: '2026-11-23' as CivilDate },
    new AbortController().signal,
  );
}

describe('a table of call-outs', () => {
  it('is read with Chinese headers, dates with times as people write them, and causes by their names', async () => {
    const { body, refusals } = await read(
      '使用登记证编号,类别,报告时间,派遣时间,到达时间,解救时间,原因分类,受伤人数,被困人数,救援单位,备注,天气',
      'A1,困人,2026/11/3 8:05,2026-11-03 08:07,2026年11月3日 8时25分,2026-11-03T08:41:30,门系统,0,3人,某某电梯,已安抚,雨',
      'A1,故障,46000.5,,,,雷击,,,,,',
    );
    expect(refusals).toEqual([]);
    expect(body.callouts).toEqual([
      {
        registrationNo: 'A1',
        kind: 'entrapment',
        reportedAt: '2026-11-03T08:05',
        dispatchedAt: '2026-11-03T08:07',
        arrivedAt: '2026-11-03T08:25',
        freedAt: '2026-11-03T08:41',
        cause: 'door-system',
        injured: 0,
        trapped: 3,
        by: '某某电梯',
        note: '已安抚',
        extra: { 天气: '雨' },
      },
      { registrationNo: 'A1', kind: 'fault', reportedAt: '2025-12-09T12:00', cause: '雷击' },
    ]);
    expect(body.elevators[0]).toMatchObject({ area: 'urban', governorSince: '2019-05-01', makerIntervalDays: 20 });
  });

  it('takes the causes by the other names that the pack has for them, in any case of letters', async () => {
    const { body } = await read(
      'registration_no,kind,reported_at,cause',
      ...['人为', 'External', 'door-system', 'DOOR SYSTEM', '其它', '雷击'].map(
        (cause, i) => `A1,故障,2026-11-0${i + 1} 08:00,${cause}`,
      ),
    );
    expect(body.callouts?.map(({ cause }) => cause)).toEqual([
      ...['human', 'external', 'door-system', 'door-system', 'other', '雷击'],
    ]);
  });

  it('refuses a row with its column and reason: kind, time, order, future, unknown elevator, conflict', async () => {
    const { body, refusals } = await read(
      'registration_no,kind,reported_at,arrived_at,injured',
      'A1,fire,2026-11-01 08:00,,',
      'A1,fault,2026-11-01,,',
      'A1,fault,2026-11-31 08:00,,',
      'A1,fault,2026-11-01 25:00,,',
      'A1,fault,2026-11-01 08:00,2026-11-01 07:59,',
      'A1,fault,2026-11-24 08:00,,',
      'B9,fault,2026-11-01 08:00,,',
      'A1,fault,2026-11-02 08:00,,-1',
      'A1,fault,2026-11-05 08:00,,1',
      'A1,fault,2026-11-05 08:00,,2',
      'A1,fault,2026-11-05 08:00,,1',
    );
    expect(refusals.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '2 kind unknown-callout-kind',
      '3 reported_at bad-minute',
      '4 reported_at no-such-date',
      '5 reported_at bad-time',
      '6 arrived_at end-before-start',
      '7 reported_at future-date',
      '8 registration_no unknown-elevator',
      '11 injured conflict-in-files',
    ]);
    for (const refusal of refusals)
      for (const locale of ['zh-CN', 'en'] as const)
        expect(refusalSentence(refusal, locale)).not.toMatch(/undefined|^$/);
    expect(body.callouts?.map(({ injured, extra }) => injured ?? extra)).toEqual([{ injured: '-1' }, 1]);
  });
});

describe('particulars of an elevator that came later', () => {
  it('are refused with their column where they cannot be', async () => {
    const { refusals, notes } = await readRecords(
      {
        elevators: [
          text('elevators.csv', [
            'registration_no,kind,area,governor_since,maker_interval_days,regime_from,regime_to',
            'A1,3110,山上,,,,',
            'A2,3110,,2019-13-01,,,',
            'A3,3110,,,3661,,',
            'A4,3110,,,,2026-01-01,2025-12-31',
            'A5,3110,other,2019-05-01,3660,2026-01-01,2026-01-01',
          ]),
        ],
      },
      { pack: cnPack, today: '2026-11-23' as CivilDate },
      new AbortController().signal,
    );
    expect(refusals.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '5 regime_to end-before-start',
    ]);
    expect(notes.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '2 area unknown-area',
      '3 governor_since no-such-date',
      '4 maker_interval_days bad-number',
    ]);
  });
});

describe('a date with its time', () => {
  it.each([
    ['2026-11-03 08:15', '2026-11-03T08:15'],
    ['2026.11.3 8:15', '2026-11-03T08:15'],
    ['2026-11-03T08:15:59.250+08:00', '2026-11-03T08:15'],
    ['２０２６-11-03　08：15', '2026-11-03T08:15'],
    ['20261103 08:15', '2026-11-03T08:15'],
    ['46329.99999', '2026-11-03T23:59'],
  ])('%s is %s', (written, minute) =>
    expect(parseMinute(written, { zone: 'Asia/Shanghai' })).toEqual({ ok: true, value: minute }),
  );

  it.each(['', '08:15', '2026-11-03', 'yesterday 08:15', '2026-13-01 08:15', '2026-11-03 08:60'])(
    '%j is refused',
    (written) => expect(parseMinute(written).ok).toBe(false),
  );
});

import { describe, expect, it } from 'vitest';
import { readRecords } from '../../../electron/import/read-records';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { cnPack } from '../../support/cn-pack';

const NO = '梯11浙A12056(04)';
const REGISTER = `registration_no,kind\n${NO},3110\n`;
const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

async function read(table: string) {
  const { body, refusals } = await readRecords(
    {
      elevators: [{ name: 'register.csv', bytes: bytes(REGISTER) }],
      device_events: [{ name: 'device_events.csv', bytes: bytes(table) }],
    },
    { pack: cnPack, today: '2026-11-23' as CivilDate },
    new AbortController().signal,
  );
  return { events: body.deviceEvents, refusals };
}

describe('a table of device events', () => {
  it('comes in by headers in both languages, with the words of platforms', async () => {
    const { events, refusals } = await read(
      [
        '使用登记证编号,事件类型,事件开始时间,事件结束时间,时钟偏差,次数,故障代码,数据来源,备注',
        `${NO},检修模式,2026-11-02 09:05,2026-11-02 09:42,,,,梯联网终端,`,
        `${NO},运行次数,2026/11/2 10:00,11:00,快2分钟,12次,,梯联网终端,`,
        `${NO},故障,2026-11-03 08:10:31,,,,E31,梯联网终端,`,
        `${NO},无人,2026-11-04 23:30,00:10,慢3,,,大堂监控,看回放`,
      ].join('\n'),
    );
    expect(refusals).toEqual([]);
    expect(events).toEqual([
      { registrationNo: NO, kind: 'maintenance-mode', startedAt: '2026-11-02T09:05', endedAt: '2026-11-02T09:42', source: '梯联网终端' }, // prettier-ignore
      { registrationNo: NO, kind: 'trips', startedAt: '2026-11-02T10:00', endedAt: '2026-11-02T11:00', clockAhead: 2, count: 12, source: '梯联网终端' }, // prettier-ignore
      { registrationNo: NO, kind: 'fault', startedAt: '2026-11-03T08:10', faultCode: 'E31', source: '梯联网终端' },
      { registrationNo: NO, kind: 'person-absent', startedAt: '2026-11-04T23:30', endedAt: '2026-11-05T00:10', clockAhead: -3, source: '大堂监控', note: '看回放' }, // prettier-ignore
    ]);
    const english = await read(
      `registration no,event type,event start,event end,clock ahead,count,event source\n${NO},person-present,2026-11-02 09:05,2026-11-02 09:42,-1,,lobby camera\n`,
    );
    expect(english.events).toMatchObject([{ kind: 'person-present', clockAhead: -1, source: 'lobby camera' }]);
  });

  it('refuses what it cannot read, each with its reason, and takes the rest', async () => {
    const { events, refusals } = await read(
      [
        'registration_no,kind,started_at,ended_at,clock_ahead,count,source',
        `${NO},trips,2026-11-02 09:05,2026-11-02 08:00,,,终端`,
        `${NO},trips,2026-11-24 09:05,,,,终端`,
        `${NO},dancing,2026-11-02 09:05,,,,终端`,
        `${NO},trips,,,,,终端`,
        `${NO},trips,2026-11-02 09:05,,,,`,
        `${NO},trips,2026-11-02 09:05,,9999,,终端`,
        `${NO},trips,2026-11-02 09:05,,,many,终端`,
        `${NO},trips,2026-11-02 09:05,,,3,终端`,
        `${NO},trips,2026-11-02 09:05,,,4,终端`,
        `梯11浙A99999(04),trips,2026-11-02 09:05,,,3,终端`,
      ].join('\n'),
    );
    expect(refusals.map(({ row, code }) => [row, code])).toEqual([
      [2, 'end-before-start'],
      [3, 'future-date'],
      [4, 'not-one-of'],
      [5, 'missing-value'],
      [6, 'missing-value'],
      [7, 'bad-number'],
      [8, 'bad-number'],
      [10, 'conflict-in-files'],
      [11, 'unknown-elevator'],
    ]);
    expect(events).toMatchObject([{ count: 3 }]);
  });

  it('leaves no list in what was read where none came', async () => {
    expect((await read('registration_no,kind,started_at,source\n')).events).toBeUndefined();
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answer } from '../../support/command-line';

interface Printed {
  readonly doubts: readonly {
    readonly kind: string;
    readonly records: readonly { readonly registrationNo: string; readonly date: string }[];
    readonly people: readonly string[];
    readonly measure: number;
    readonly threshold: number;
    readonly source: string;
    readonly level: string;
    readonly weight: string;
    readonly says: string;
  }[];
  readonly joinedSigns: readonly object[];
  readonly doubtChecks: readonly { readonly kind: string; readonly status: string; readonly missing: string[] }[];
}

const [Z1, Z2, Z3] = ['梯11浙Z00001(24)', '梯11浙Z00002(24)', '梯11浙Z00003(24)'];
const at = (name: string): string => join(import.meta.dirname, '..', '..', 'fixtures', 'truth', 'doubts', name);
const folder = mkdtempSync(join(tmpdir(), 'cli-doubts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const audit = (...rest: string[]) =>
  answer(['audit', '--register', at('elevators.csv'), '--visits', at('visits.csv'), '--as-of', '2024-04-18', ...rest], {
    locale: 'zh-CN',
  });
const printed = async (...rest: string[]): Promise<Printed> =>
  JSON.parse((await audit('--doubts', '--format', 'json', ...rest)).out) as Printed;

describe('seven rounds of the same two people at three elevators', () => {
  it('are asked about once a day: one minute for a way of 25', async () => {
    const { doubts } = await printed('--sites', at('sites.csv'));
    const ways = doubts.filter(({ kind }) => kind === 'travel');
    expect(ways.map(({ records }) => records.map(({ registrationNo }) => registrationNo))).toEqual(
      Array.from({ length: 7 }, () => [Z1, Z2]),
    );
    expect(new Set(ways.map(({ records }) => records[0]?.date)).size).toBe(7);
    for (const way of ways)
      expect(way).toMatchObject({
        people: ['样一', '样二'],
        measure: 1,
        threshold: 25,
        level: 'question',
        weight: 'house',
      });
    expect(ways[0]?.says).toBe(
      `2024-01-10 09:30 离开甲路1号A单位（${Z1}），09:31 在乙路88号B单位（${Z2}）开始，相隔1分钟，路上要25分钟`,
    );
  });

  it('raise nothing else but seven visits too short and seven without confirmation', async () => {
    const { doubts } = await printed('--sites', at('sites.csv'));
    const others = doubts.filter(({ kind }) => kind !== 'travel');
    expect(others.map(({ kind, records }) => [kind, records[0]?.registrationNo])).toEqual([
      ...Array.from({ length: 7 }, () => ['too-short', Z2]),
      ...Array.from({ length: 7 }, () => ['unconfirmed', Z3]),
    ]);
  });

  it('are told in plain words, those that repeat once', async () => {
    const { out } = await audit('--doubts', '--sites', at('sites.csv'));
    expect(out).toContain('不可能都属实 0，要问 14，供参考 7');
    expect(out).toContain('路上时间不够（要问，7 处）');
    expect(out).toContain('同样的还有 2024-01-25、2024-02-09、2024-02-24、2024-03-10、2024-03-25、2024-04-09');
    expect(out).toContain('也可能是：在门口就按了开始');
    expect(out).toContain('困人期间有维保：缺故障与困人记录，没有查');
  });

  it('are told in English too, without a table of ways as notes', async () => {
    const { out } = await audit('--doubts', '--locale', 'en');
    expect(out).toContain('too little time on the way (for notice: 7)');
    expect(out).toContain('1 minute between, the way takes 15');
    expect(out).not.toContain('undefined');
  });
});

describe('a second source beside the visits', () => {
  const events = ['--device-events', at('device_events.csv')];

  it('is asked about where it counts runs or saw nobody, and supports the others', async () => {
    const { doubts, doubtChecks } = await printed(...events);
    const found = doubts.filter(({ kind }) => kind === 'trips-meanwhile' || kind === 'nobody-seen');
    expect(found.map(({ kind, level, measure }) => [kind, level, measure])).toEqual([
      ['nobody-seen', 'question', 10],
      ['trips-meanwhile', 'question', 24],
    ]);
    expect(found[1]?.records).toMatchObject([
      { type: 'visit', registrationNo: Z1, date: '2024-01-10' },
      { type: 'device-events', of: 1, events: [{ kind: 'trips', count: 24, clockAhead: null, faultCode: null }] },
    ]);
    expect(found[0]?.says).toContain('3号楼大堂监控在 2024-01-10 08:53 至 2024-01-10 09:38 未见有人，重叠10分钟');
    const checks = new Map(doubtChecks.map((check) => [check.kind, check]));
    expect(checks.get('trips-meanwhile')).toMatchObject({ lookedAt: 2, of: 21, missing: ['second-source'] });
    expect(checks.get('nobody-seen')).toMatchObject({ lookedAt: 1, missing: ['second-source', 'source-clock'] });
  });

  it('changes no verdict, and without it the checks say what they lack', async () => {
    const [beside, alone] = await Promise.all([audit('--format', 'json', ...events), audit('--format', 'json')]);
    expect(JSON.parse(beside.out)).toEqual(JSON.parse(alone.out));
    const { out } = await audit('--doubts');
    expect(out).toContain('维保期间电梯正常运行：缺另一来源在这段时间的记录，没有查');
  });

  it('does not stand in the way of an explanation of one elevator', async () => {
    const { code, out } = await audit('--explain', Z1, ...events);
    expect([code, out.includes(Z1)]).toEqual([(await audit('--explain', Z1)).code, true]);
  });
});

describe('doubts and verdicts', () => {
  it('the audit is the same with doubts and without', async () => {
    const [without, withDoubts] = await Promise.all([audit('--format', 'json'), audit('--doubts', '--format', 'json')]);
    const { doubts, doubtChecks, joinedSigns, ...rest } = JSON.parse(withDoubts.out) as Printed & object;
    expect(rest).toEqual(JSON.parse(without.out));
    expect(withDoubts.code).toBe(without.code);
    expect([doubts.length, doubtChecks.length, joinedSigns]).toEqual([21, 24, []]);
  });

  it('a check without its facts is not applicable and names them', async () => {
    const { doubtChecks } = await printed();
    expect(doubtChecks.find(({ kind }) => kind === 'entrapment')).toMatchObject({
      status: 'not-applicable',
      missing: ['callouts'],
    });
  });

  it('one elevator explained is told with its own doubts alone', async () => {
    const { out } = await audit('--doubts', '--explain', Z3);
    expect(out).toContain('使用单位未确认（供参考，7 处）');
    expect(out).not.toContain('路上时间不够（');
  });
});

describe('tables beside the records', () => {
  it('certificates: who was outside its days is asked about', async () => {
    const file = write('people.csv', '姓名,证书编号,有效期至\n样一,T1,2024-03-31\n样二,T2,2026-01-01\n');
    const { doubts } = await printed('--certificates', file);
    const [doubt, ...others] = doubts.filter(({ kind }) => kind === 'no-certificate');
    expect(others).toEqual([]);
    expect(doubt).toMatchObject({ people: ['样一'], measure: 9, weight: 'law', level: 'question' });
  });

  it.each([
    [
      '姓名,所在单位,证书编号,有效期至,入职日期\n样一,甲,T1,2024-03-31,2020-01-01\n样二,甲,T2,2026-01-01,\n样三,甲,,,\n',
    ],
    ['name,firm,certificate_no,valid_until,from\n样一,甲,T1,2024-03-31,2020-01-01\n样二,甲,T2,2026-01-01,\n'],
  ])('people: their certificates are read as those of --certificates', async (text) => {
    const { doubts } = await printed('--people', write('roster.csv', text));
    const found = doubts.filter(({ kind }) => kind === 'no-certificate');
    expect(found).toMatchObject([{ people: ['样一'], measure: 9, weight: 'law', level: 'question' }]);
    const renewed = write('renewed.csv', '姓名,证书编号,发证日期,有效期至\n样一,T1,2024-04-01,2028-03-31\n');
    const both = await printed('--people', write('roster.csv', text), '--certificates', renewed);
    expect(both.doubts.filter(({ kind }) => kind === 'no-certificate')).toEqual([]);
  });

  it.each([
    ['sites', 'from,to,minutes\n甲路1号A单位,乙路88号B单位,soon\n', 'minutes', 'soon'],
    ['sites', 'from,to,minutes\n甲路1号A单位,,25\n', 'to', ''],
    ['certificates', 'name,valid_until\n样一,2024-02-30\n', 'valid_until', '2024-02-30'],
    ['certificates', 'name,valid_until\n样一,\n', 'valid_until', ''],
    ['people', 'name,valid_until\n,2024-01-01\n', 'name', ''],
    ['people', 'name,from\n样一,2024-02-30\n', 'from', '2024-02-30'],
    ['people', 'name,from,to\n样一,2024-02-01,2024-01-31\n', 'to', '2024-01-31'],
  ])('--%s: a row that cannot be read is a problem with file, row and column', async (option, text, column, value) => {
    const file = write('bad.csv', text);
    const { code, out } = await audit('--doubts', '--format', 'json', `--${option}`, file);
    const { problems } = JSON.parse(out) as { readonly problems: readonly object[] };
    expect(problems).toMatchObject([{ file: 'bad.csv', row: 2, column, value }]);
    expect(code).toBe(2);
  });

  it.each([
    ['another table', 'registration_no,date\nx,2024-01-01\n'],
    ['nothing', ''],
    ['bytes of no text', '\u0000\u0001\u0002'],
  ])('a file that holds %s is refused, and nothing is judged', async (_what, text) => {
    const { code, out, err } = await audit('--doubts', '--sites', write('other.csv', text));
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('other.csv');
  });

  it('are refused without --doubts: they would change nothing', async () => {
    const { code, err } = await audit('--sites', at('sites.csv'));
    expect(code).toBe(2);
    expect(err).toContain('--doubts');
  });
});

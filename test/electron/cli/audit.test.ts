import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../support/command-line';

const samples = join(import.meta.dirname, '..', '..', 'fixtures', 'samples');
const SAMPLE_TABLES = [
  ...['--register', join(samples, 'register.xlsx')],
  ...['--visits', join(samples, 'visits-2025.csv'), '--visits', join(samples, 'visits-2026.csv')],
  ...['--outages', join(samples, 'outages.csv'), '--inspections', join(samples, 'inspections.csv')],
];

/** The half-month visits of the worked example, with the longer categories where they fall due. */
const VISITS = `registration_no,date,task
梯A,2025-11-18,year
梯A,2025-12-03,half-month
梯A,2025-12-18,half-month
梯A,2026-01-01,half-month
梯A,2026-01-25,quarter
${[
  ['02-08', 'half-month'],
  ['02-23', 'half-month'],
  ['03-10', 'half-month'],
  ['03-25', 'half-month'],
  ['04-09', 'half-year'],
  ['04-24', 'half-month'],
  ['05-09', 'half-month'],
  ['05-24', 'half-month'],
  ['06-08', 'half-month'],
  ['06-23', 'half-month'],
  ['07-08', 'quarter'],
  ['07-23', 'half-month'],
  ['08-07', 'half-month'],
  ['08-22', 'half-month'],
  ['09-06', 'half-month'],
  ['09-21', 'half-month'],
  ['10-06', 'year'],
  ['10-21', 'half-month'],
  ['11-05', 'half-month'],
  ['11-15', 'half-month'],
]
  .map(([day, task]) => `梯A,2026-${day},${task}`)
  .join('\n')}
`;

describe('the audit command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cli-audit-'));
  const path = (name: string) => join(folder, name);
  const write = (name: string, text: string) => {
    writeFileSync(path(name), text);
    return path(name);
  };
  const audit = (visits: string, ...rest: string[]) =>
    answer(['audit', '--register', path('elevators.csv'), '--visits', visits, '--as-of', '2026-11-23', ...rest]);

  beforeAll(() => {
    write('elevators.csv', 'registration_no,kind,records_from\n梯A,3110,2025-11-18\n');
    write('visits.csv', VISITS);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('prints the object of the formats, its members in the order given there', async () => {
    const { code, out, err } = await audit(path('visits.csv'), '--format', 'json');
    expect(err).toBe('');
    expect(code).toBe(0);
    const halfMonth =
      '{"ruleId":"cn.maintenance.half-month","status":"met","lastDone":"2026-11-15","dueOn":"2026-11-30","daysOverdue":0,' +
      '"met":23,"late":1,"missed":1,"daysOut":9,"weight":"law",' +
      '"gaps":[{"from":"2026-01-01","to":"2026-01-25","deadline":"2026-01-16","daysLate":9,"missed":1,' +
      '"version":"2003-06-01","clause":"监察条例第31条第2款","weight":"law"}]}';
    const compact = out.replaceAll('\n', '');
    const head = '{"asOf":"2026-11-23","period":{"from":"2025-11-24","to":"2026-11-23"},"pack":{"id":"cn","version":"';
    expect(compact.startsWith(head)).toBe(true);
    expect(compact).toContain(`"elevators":[{"registrationNo":"梯A","verdict":"lapsed","rules":[${halfMonth},`);
    expect(compact).toMatch(/"pack":\{"id":"cn","version":"[^"]+"\},"scope":"maintenance","elevators":/);
    const confirmation = '{"given":0,"asRecorded":0,"earlier":0,"refused":0,"asked":0,"none":24,"unconfirmed":24}';
    const tail =
      '],"weight":"law","verdictByLaw":"lapsed","use":{"state":"cannot-tell","reasons":[]},' +
      '"entry":{"direct":0,"late":0,"imported":25,"worstDaysLate":null,"verdictWithoutLate":null},' +
      `"confirmation":${confirmation}}],` +
      '"totals":{"elevators":1,"compliant":0,"lapsed":1,"non-compliant":0,"not-shown":0,"not-applicable":0,"no-data":0,' +
      '"mustNotRun":0,"cannotTell":1,"outOfUse":0,"retired":0},"problems":[],' +
      `"confirmation":${confirmation}}`;
    expect(compact.endsWith(tail)).toBe(true);
    const { elevators } = JSON.parse(out) as { elevators: { rules: { ruleId: string }[] }[] };
    expect(elevators[0]?.rules.map(({ ruleId }) => ruleId)).toEqual([
      'cn.maintenance.half-month',
      'cn.maintenance.quarter',
      'cn.maintenance.half-year',
      'cn.maintenance.year',
      'cn.inspection.periodic',
      'cn.inspection.self-test',
      'cn.test.governor.traction',
      'cn.test.governor.hydraulic',
      'cn.test.governor.dumbwaiter',
      'cn.test.brake-125',
      'cn.test.safety-gear',
      'cn.test.overspeed',
      'cn.inspection.own',
      'cn.check.user',
      'cn.drill',
    ]);
  });

  it('counts how many visits of the period the user unit confirmed, for each elevator and in all', async () => {
    write(
      'named.csv',
      `registration_no,date,task,confirmed_by\n梯A,2026-11-01,half-month,周敏\n梯A,2026-11-15,half-month,\n`,
    );
    const { out } = await audit(path('named.csv'), '--format', 'json');
    const counted = { given: 0, asRecorded: 1, earlier: 0, refused: 0, asked: 0, none: 1, unconfirmed: 1 };
    expect(JSON.parse(out)).toMatchObject({ confirmation: counted, elevators: [{ confirmation: counted }] });
    expect((await audit(path('named.csv'), '--from', '2026-11-10', '--locale', 'zh-CN')).out).toContain(
      '使用单位确认（期内维保）：已确认 0，据记录已确认 0，未确认 1；未经确认共 1 次',
    );
    expect((await audit(path('named.csv'), '--locale', 'en')).out).toContain(
      'confirmed, as the record says 1; not confirmed 1; 1 in all not confirmed as they stand',
    );
  });

  it('exits with 1 when some elevator is non-compliant', async () => {
    const visits = write('stopped.csv', 'registration_no,date,task\n梯A,2026-06-01,year\n');
    expect((await audit(visits, '--format', 'json')).code).toBe(1);
  });

  it('names a bad row by file, row, column, value and reason, judges the rest and exits with 2', async () => {
    const bad = write('bad.csv', `${VISITS}梯A,2026-02-30,half-month\n`);
    const { code, out, err } = await audit(bad, '--format', 'json');
    expect(code).toBe(2);
    const { problems, elevators } = JSON.parse(out) as { problems: object[]; elevators: { verdict: string }[] };
    expect(problems).toEqual([
      { file: 'bad.csv', row: 27, column: 'date', value: '2026-02-30', reason: 'Month 2 of 2026 has only 28 days' },
    ]);
    expect(elevators[0]?.verdict).toBe('lapsed');
    expect(err).toContain('bad.csv:27, date "2026-02-30": Month 2 of 2026 has only 28 days');
  });

  it('passes over bad rows when asked to', async () => {
    const { code, err } = await audit(path('bad.csv'), '--skip-bad-rows');
    expect(code).toBe(0);
    expect(err).toContain('1 passed over.');
  });

  it('judges nothing when a whole table cannot be read, also when bad rows may be skipped', async () => {
    const headless = write('headless.csv', 'registration_no,task\n梯A,year\n');
    const { code, out, err } = await audit(headless, '--format', 'json', '--skip-bad-rows');
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('headless.csv');
  });

  it('calls two files of one name by the paths given', async () => {
    const twin = mkdtempSync(join(folder, 'twin-'));
    writeFileSync(join(twin, 'visits.csv'), 'registration_no,date,task\n梯A,2026-02-31,year\n');
    const { out } = await audit(path('visits.csv'), '--visits', join(twin, 'visits.csv'), '--format', 'json');
    expect((JSON.parse(out) as { problems: { file: string }[] }).problems[0]?.file).toBe(join(twin, 'visits.csv'));
  });

  it('judges at an earlier day without calling the visits after it future ones', async () => {
    const earlier = await answer([
      ...['audit', '--register', path('elevators.csv'), '--visits', path('visits.csv')],
      ...['--as-of', '2026-01-20', '--format', 'json'],
    ]);
    expect(earlier.code).toBe(1);
    const { problems, elevators } = JSON.parse(earlier.out) as {
      problems: object[];
      elevators: { rules: { lastDone: string; daysOverdue: number }[] }[];
    };
    expect(problems).toEqual([]);
    expect(elevators[0]?.rules[0]).toMatchObject({ lastDone: '2026-01-01', daysOverdue: 4 });
  });

  it('takes a period of its own, and the 365 days before --to without --from', async () => {
    const periodOf = async (...options: string[]) =>
      (JSON.parse((await audit(path('visits.csv'), '--format', 'json', ...options)).out) as { period: object }).period;
    expect(await periodOf('--from', '2026-01-01', '--to', '2026-06-30')).toEqual({
      from: '2026-01-01',
      to: '2026-06-30',
    });
    expect(await periodOf('--to', '2026-06-30')).toEqual({ from: '2025-07-01', to: '2026-06-30' });
    expect(await periodOf('--from', '2026-11-01')).toEqual({ from: '2026-11-01', to: '2026-11-23' });
  });

  it.each([
    [['--from', '2026-06-02', '--to', '2026-06-01'], 'must not end before it begins'],
    [['--to', '2026-11-24'], 'nor after the as-of day 2026-11-23'],
    [['--from', '2026-02-30'], '--from takes a date that exists'],
    [['--from', '2026/06/01'], '--from takes a date that exists'],
    [['--format', 'xml'], '--format takes one of text, json'],
    [['--pack', 'atlantis'], 'There is no rule pack "atlantis"; there are: '],
    [['--colour'], 'The options cannot be understood'],
    [['--outages', 'nowhere.csv'], 'nowhere.csv cannot be read: there is no such file.'],
    [['--outages', '.'], 'it is a folder'],
    [['stray'], 'The options cannot be understood'],
  ])('refuses %j with a sentence and exits with 2', async (options, sentence) => {
    const { code, out, err } = await audit(path('visits.csv'), ...options);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(sentence);
  });

  it.each([['--register'], ['--visits'], ['--as-of']])('asks for %s when it is missing', async (option) => {
    const all = ['--register', path('elevators.csv'), '--visits', path('visits.csv'), '--as-of', '2026-11-23'];
    const at = all.indexOf(option);
    const { code, err } = await answer(['audit', ...all.slice(0, at), ...all.slice(at + 2)]);
    expect(code).toBe(2);
    expect(err).toContain(`${option} is missing.`);
    expect(err).toContain('audit --register FILE');
  });

  it('says in Chinese why an elevator is not in order and what would have been lawful', async () => {
    const visits = write('lapse.csv', 'registration_no,date,task\n梯A,2026-06-01,year\n');
    const { out } = await audit(visits, '--locale', 'zh-CN');
    expect(out).toContain('不合规（法定）  梯A');
    expect(out).toContain('共 1 台：合规 0，曾超期 0，不合规 1，应有而未见记录 0，无记录 0，不适用 0');
    expect(out).toContain('上次 2026-06-01，期限 2026-06-16。其后未见记录；已超期 160 天，错过 11 次。');
    expect(out).toContain('怎样才合规：若');
    expect(out).toContain('《特种设备安全监察条例》');
  });

  it('explains one elevator rule by rule, as text and in the object', async () => {
    const { out, code } = await audit(path('visits.csv'), '--explain', '梯A', '--locale', 'en');
    expect(code).toBe(0);
    expect(out).toContain('Half-month maintenance  [in time]');
    expect(out).toMatch(/Counted from +from the half-month visit of 15 November 2026/);
    expect(out).toMatch(/What would be lawful +\w+, had a visit of any category been done/);
    const json = await audit(path('visits.csv'), '--explain', '梯A', '--format', 'json');
    const { explanation } = JSON.parse(json.out) as {
      explanation: {
        registrationNo: string;
        rules: { ruleId: string; lines: { kind: string }[]; counted: object[] }[];
      };
    };
    expect(explanation.registrationNo).toBe('梯A');
    expect(explanation.rules).toHaveLength(4);
    expect(explanation.rules[0]?.counted).toHaveLength(25);
    expect(explanation.rules[0]?.lines.map(({ kind }) => kind)).toContain('remedy');
    expect((await audit(path('visits.csv'), '--explain', '梯B')).code).toBe(2);
  });

  it('judges the inspections it is given', async () => {
    write('accepted.csv', 'registration_no,kind,records_from,accepted_on\n梯A,3110,2025-11-18,2012-05-20\n');
    const inspections = write(
      'inspections.csv',
      'registration_no,date,kind,result\n梯A,2012-05-20,supervision,pass\n梯A,2024-05-10,periodic,pass\n',
    );
    const command = [
      'audit',
      '--register',
      path('accepted.csv'),
      '--visits',
      path('visits.csv'),
      '--as-of',
      '2026-11-23',
    ];
    const judged = await answer([...command, '--inspections', inspections, '--format', 'json']);
    expect(judged.code).toBe(1);
    const { elevators } = JSON.parse(judged.out) as {
      elevators: { verdict: string; rules: { ruleId: string; status: string; dueOn: string | null }[] }[];
    };
    expect(elevators[0]?.verdict).toBe('non-compliant');
    expect(elevators[0]?.rules.find(({ ruleId }) => ruleId === 'cn.inspection.periodic')).toMatchObject({
      status: 'overdue',
      dueOn: '2025-05-31',
    });
    expect((await answer(command)).code).toBe(0);
  });

  it('judges the call-outs it is given and adds up their months', async () => {
    write('urban.csv', 'registration_no,kind,records_from,area\n梯A,3110,2025-11-18,urban\n');
    const callouts = write(
      'callouts.csv',
      'registration_no,kind,reported_at,dispatched_at,arrived_at,cause\n' +
        '梯A,困人,2026-11-03 08:05,2026-11-03 08:10,2026-11-03 08:50,门系统\n梯A,故障,2026-10-03 08:05,,,\n',
    );
    const command = ['audit', '--register', path('urban.csv'), '--visits', path('visits.csv'), '--as-of', '2026-11-23'];
    const text = await answer([...command, '--callouts', callouts, '--locale', 'en']);
    expect(text.out).toContain('Late: 梯A 2026-11-03 08:05, 40 minutes, limit 30 minutes (TSG T5002-2017 art. 5(4))');
    expect(text.out).toMatch(/2026-11 +1 +0 +1 +0 +1 +0 +40 +40 +Door system 1/);
    expect(text.out).toMatch(/梯A +2 +1 +1 +0 +1 +0 +40 +40 +not classed 1, Door system 1\nTotal +2 +1 +1 /);
    const json = await answer([...command, '--callouts', callouts, '--format', 'json']);
    const { callouts: read } = JSON.parse(json.out) as { callouts: { months: { month: string }[]; calls: object[] } };
    expect(read.months.map(({ month }) => month)).toEqual(['2026-10', '2026-11']);
    expect(read.calls).toHaveLength(2);
    expect(JSON.parse((await answer([...command, '--format', 'json'])).out)).not.toHaveProperty('callouts');
  });

  it('tells which arrivals it cannot judge, and why; calls after the as-of day are left out', async () => {
    write('nowhere.csv', 'registration_no,kind,records_from\n梯A,3110,2025-11-18\n');
    const callouts = write(
      'some.csv',
      'registration_no,kind,reported_at,arrived_at\n' +
        '梯A,困人,2026-11-03 08:05,2026-11-03 08:45\n梯A,困人,2026-11-04 08:05,\n',
    );
    const judged = (asOf: string) =>
      answer([
        ...['audit', '--register', path('nowhere.csv'), '--visits', path('visits.csv'), '--as-of', asOf],
        ...['--callouts', callouts, '--locale', 'zh-CN', '--skip-bad-rows'],
      ]);
    const { out } = await judged('2026-11-23');
    expect(out).toContain(
      '未能判定：梯A 2026-11-03 08:05，40分钟，过了30分钟（TSG T5002-2017 第5条第4项），台账没有写明区域（没有派遣时间，自报告起算）',
    );
    expect(out).toContain('没有到达时间：梯A 2026-11-04 08:05');
    expect((await judged('2026-11-02')).out).toContain('截至日之前没有故障与困人记录。');
  });

  it('explains each elevator by its own records, also where another one has call-outs', async () => {
    write('two.csv', 'registration_no,kind,records_from\n梯A,3110,2025-11-18\n梯C,3110,2025-11-18\n');
    const callouts = write(
      'calls.csv',
      'registration_no,kind,reported_at,arrived_at\n梯C,困人,2026-11-03 08:05,2026-11-03 08:25\n',
    );
    const command = ['audit', '--register', path('two.csv'), '--visits', path('visits.csv'), '--as-of', '2026-11-23'];
    const { code, out, err } = await answer([...command, '--callouts', callouts, '--locale', 'en']);
    expect(err).toBe('');
    expect(code).toBe(1);
    expect(out).toMatch(/^lapsed \(law\) {2}梯A$/m);
    expect((await answer([...command, '--callouts', callouts, '--explain', '梯A'])).code).toBe(1);
  });

  it('explains beside the rules what the records say of other demands, and the call-outs of that elevator', async () => {
    write('pair.csv', 'registration_no,kind,records_from,area\n梯A,3110,2025-11-18,urban\n梯C,3110,2025-11-18,urban\n');
    const inspections = write('own.csv', 'registration_no,date,kind,result\n梯A,2026-05-10,periodic,pass\n');
    const callouts = write(
      'both.csv',
      'registration_no,kind,reported_at,dispatched_at,arrived_at\n' +
        '梯A,困人,2026-11-03 08:05,2026-11-03 08:10,2026-11-03 08:50\n梯C,困人,2026-11-04 08:05,,2026-11-04 08:15\n',
    );
    const command = [
      ...['audit', '--register', path('pair.csv'), '--visits', path('visits.csv'), '--as-of', '2026-11-23'],
      ...['--inspections', inspections, '--callouts', callouts, '--explain', '梯A', '--locale', 'en'],
    ];
    const { out } = await answer(command);
    expect(out).toContain('Own yearly inspection before the periodic one  [not shown]');
    expect(out).toMatch(/What would be lawful +Kept for the first of them, had the maintainer's own yearly inspection/);
    expect(out).toContain('Late: 梯A 2026-11-03 08:05, 40 minutes, limit 30 minutes (TSG T5002-2017 art. 5(4))');
    expect(out).not.toContain('梯C');
    const { explanation } = JSON.parse((await answer([...command, '--format', 'json'])).out) as {
      explanation: { requirements: { id: string; kept: boolean }[] };
    };
    expect(explanation.requirements).toMatchObject([
      { id: 'cn.records.retention', kept: false },
      { id: 'cn.inspection.own-before', kept: false },
    ]);
  });

  it('speaks English when asked to', async () => {
    const { out } = await audit(path('visits.csv'), '--locale', 'en');
    expect(out).toContain(
      '1 elevator: compliant 0, lapsed 1, non-compliant 0, due but not shown 0, no data 0, not applicable 0',
    );
  });

  it('takes the sample spreadsheets as people keep them, with every bad row named', async () => {
    const command = ['audit', ...SAMPLE_TABLES, '--as-of', '2026-11-23', '--format', 'json'];
    const strict = await answer(command);
    expect(strict.code).toBe(2);
    const { problems, totals } = JSON.parse(strict.out) as { problems: object[]; totals: Record<string, number> };
    expect(problems).toHaveLength(9);
    expect(totals).toMatchObject({ elevators: 37, compliant: 4, lapsed: 1, 'non-compliant': 6 });
    expect((await answer([...command, '--skip-bad-rows'])).code).toBe(1);
  });
});

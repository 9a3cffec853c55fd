import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { MAX_IMPORT_BYTES } from '../../../domain/bridge/limits';
import { REFUSAL_CODES, type RefusalCode } from '../../../domain/record/refusal';
import { refusalCure, refusalSentence } from '../../../domain/record/refusal-sentences';
import { Desk, REGISTER, tryFiles, type Files } from '../../support/import-desk';
import { workbookOf, zipOf } from '../../support/workbook';

const VISITS = 'registration_no,date,task,started_at,ended_at,technicians,note\n';
const visits = (line: string): Files => ({ 'r.csv': REGISTER, 'v.csv': `${VISITS}${line}\n` });
const elevators = (header: string, line: string): Files => ({
  'r.csv': `registration_no,kind,${header}\nT1,3110,${line}\n`,
});

/** Code, what brings it about, row, column as written, and the sentences. */
const CASES: readonly (readonly [RefusalCode, () => Files, number, string, string, string])[] = [
  [
    'file-unreadable',
    () => ({ 'a.xlsx': 'no archive' }),
    0,
    '',
    '文件不是完好的 XLSX 工作簿',
    'The file is not a sound XLSX workbook',
  ],
  ['file-empty', () => ({ 'a.csv': '' }), 0, '', '文件是空的', 'The file is empty'],
  [
    'file-too-large',
    () => ({ 'a.csv': new Uint8Array(MAX_IMPORT_BYTES + 1) }),
    0,
    '',
    '文件过大',
    'The file is too large',
  ],
  [
    'archive-bomb',
    () => ({ 'a.xlsx': zipOf({ 'xl/workbook.xml': Buffer.from(`<r>${'<a/>'.repeat(8_000_000)}</r>`) }) }),
    0,
    '',
    '压缩包展开后大得不合常理，没有打开',
    'The archive would unpack to an unreasonable size and was not opened',
  ],
  ['too-many-rows', () => ({ 'a.csv': 'a\n'.repeat(2_000_001) }), 0, '', '超过2000000行', 'More than 2000000 rows'],
  ['header-not-found', () => ({ 'a.csv': '甲,乙\n1,2\n' }), 0, '', '没有找到认得的表头', 'No known header row'],
  [
    'missing-column',
    () => ({ 'a.csv': '使用登记证编号,维保日期\nT1,2026-01-01\n' }),
    1,
    '维保类别',
    '缺少“维保类别”列，整个表没有读',
    'The column task (维保类别) is missing; the table was not read',
  ],
  [
    'encoding-doubtful',
    () => ({ 'a.csv': Buffer.from([0x61, 0x2c, 0xff, 0xff]) }),
    0,
    '',
    '文字编码认不出来，没有猜',
    'The text encoding is not recognised and was not guessed',
  ],
  [
    'missing-value',
    () => visits('T1,,半月,,,,'),
    2,
    'date',
    '没有日期，不能计入间隔',
    'Without a date it counts in no interval',
  ],
  ['bad-date', () => visits('T1,soon,半月,,,,'), 2, 'date', '不是认得的日期写法', 'Not a known way to write a date'],
  [
    'no-such-date',
    () => visits('T1,2025-02-29,半月,,,,'),
    2,
    'date',
    '2025年2月只有28天',
    'Month 2 of 2025 has only 28 days',
  ],
  [
    'future-date',
    () => visits('T1,2026-11-24,半月,,,,'),
    2,
    'date',
    '晚于今日 2026-11-23',
    'Later than today, 2026-11-23',
  ],
  [
    'bad-time',
    () => visits('T1,2026-01-01,半月,25:00,,,'),
    2,
    'started_at',
    '不是认得的时间写法',
    'Not a known way to write a time',
  ],
  [
    'end-before-start',
    () => visits('T1,2026-01-01,半月,10:30,09:50,,'),
    2,
    'ended_at',
    '结束早于开始（10:30）',
    'Ends before it starts (10:30)',
  ],
  ['bad-number', () => elevators('load_kg', 'heavy'), 2, 'load_kg', '不是认得的数', 'Not a known number'],
  [
    'bad-whole',
    () => elevators('rated_persons', '13.5'),
    2,
    'rated_persons',
    '不是 1 至 1000 的整数',
    'Not a whole number from 1 to 1000',
  ],
  ['not-yes-or-no', () => elevators('retrofit', '不详'), 2, 'retrofit', '不是是、否之一', 'Not yes or no'],
  [
    'bad-regime',
    () => elevators('regime', '随便'),
    2,
    'regime',
    '不是认得的维保方式',
    'Not a known maintenance regime',
  ],
  [
    'unknown-kind',
    () => ({ 'a.csv': '使用登记证编号,品种\nT1,观光飞梯\n' }),
    2,
    '品种',
    '不在特种设备目录之内',
    'Not in the equipment catalogue',
  ],
  [
    'unknown-task',
    () => visits('T1,2026-01-01,周保养,,,,'),
    2,
    'task',
    '不是半月、季度、半年、年度之一',
    'Not half-month, quarter, half-year or year',
  ],
  [
    'bad-minute',
    () => ({ 'r.csv': REGISTER, 'c.csv': 'registration_no,kind,reported_at\nT1,fault,2026-01-01\n' }),
    2,
    'reported_at',
    '不是认得的日期加时间的写法',
    'Not a known way to write a date with its time',
  ],
  [
    'unknown-callout-kind',
    () => ({ 'r.csv': REGISTER, 'c.csv': 'registration_no,kind,reported_at\nT1,火警,2026-01-01 08:00\n' }),
    2,
    'kind',
    '不是故障、困人之一',
    'Not fault or entrapment',
  ],
  ['unknown-area', () => elevators('area', '山上'), 2, 'area', '不是城区、其他之一', 'Not urban or other'],
  [
    'unknown-inspection-kind',
    () => ({ 'r.csv': REGISTER, 'i.csv': 'registration_no,date,kind,result\nT1,2026-01-01,月检,合格\n' }),
    2,
    'kind',
    '不是认得的检验类别',
    'Not a known kind of inspection',
  ],
  [
    'unknown-inspection-result',
    () => ({ 'r.csv': REGISTER, 'i.csv': 'registration_no,date,kind,result\nT1,2026-01-01,定期检验,尚可\n' }),
    2,
    'result',
    '不是合格、不合格、复检合格之一',
    'Not pass, fail or recheck',
  ],
  [
    'unknown-elevator',
    () => visits('T9,2026-01-01,半月,,,,'),
    2,
    'registration_no',
    '台账中没有这台电梯',
    'This elevator is not in the register',
  ],
  [
    'conflict-in-files',
    () => visits('T1,2026-01-01,半月,,,,x\nT1,2026-01-01,半月,,,,'),
    3,
    'note',
    '与第2行同一次维保（同台、同日、同类别、同开始时间）而内容不同（第2行为x）',
    'Same visit (elevator, day, category, start) as row 2, with different content (there: x)',
  ],
  [
    'too-long',
    () => visits(`T1,2026-01-01,半月,,,,${'长'.repeat(4001)}`),
    2,
    'note',
    '超过4000个字',
    'Longer than 4000 characters',
  ],
  [
    'people-unsure',
    () => visits('T1,2026-01-01,半月,,,样一样二,'),
    2,
    'technicians',
    '可能写着几个人，分不清，没有计为一个人；原文留在附注列里',
    'May name several people and cannot be told apart; it counts as nobody and is kept as written',
  ],
  [
    'time-of-other-day',
    () => visits('T1,2026-01-01,半月,2026-01-03 09:30,,,'),
    2,
    'started_at',
    '时间写的是另一天（2026-01-03），没有采用；原文留在附注列里',
    'The time is of another day (2026-01-03) and was not taken; it is kept as written',
  ],
  [
    'row-not-done',
    () => ({ 'r.csv': REGISTER, 'v.csv': 'registration_no,date,task,状态\nT1,2026-01-01,半月,草稿\n' }),
    2,
    '状态',
    '“状态”写着“草稿”，这一行已撤回，不作为记录',
    '状态 says 草稿: the row was taken back and is no record',
  ],
  [
    'unknown-state',
    () => ({ 'r.csv': REGISTER, 'v.csv': 'registration_no,date,task,status\nT1,2026-01-01,半月,x9\n' }),
    2,
    'status',
    '“status”里的“x9”不知是做完了还是没有做，先放在一边',
    'status says x9: whether it was done is not known, so it was set aside',
  ],
  [
    'unknown-code',
    () => ({ 'r.csv': REGISTER, 'v.csv': '设备代码,date,task\n31103301002020090001,2026-01-01,半月\n' }),
    2,
    '设备代码',
    '台账中没有这个代码的电梯',
    'No elevator in the register has this code',
  ],
  [
    'code-not-unique',
    () => ({
      'r.csv': 'registration_no,kind,rescue_code\nT1,3110,330901\nT2,3110,330901\n',
      'v.csv': '识别码,date,task\n330901,2026-01-01,半月\n',
    }),
    2,
    '识别码',
    '有2台电梯是这个代码（如 T1），不知是哪一台',
    '2 elevators have this code (T1 for one); which is meant is not known',
  ],
  [
    'column-may-negate',
    () => ({ 'r.csv': REGISTER, 'v.csv': 'registration_no,date,task,结果\nT1,2026-01-01,半月,未完成\n' }),
    2,
    '结果',
    '“结果”列没有读，其中1行写着“未完成”，可能并没有做',
    'The column 结果 was not read; 1 of its rows say 未完成 and may not have been done',
  ],
  [
    'unreadable-row',
    () => visits('T1,2026-01-01,半月,,,,a\u0007'),
    2,
    'note',
    '这一格里有控制字符',
    'The cell has control characters in it',
  ],
  [
    'control-in-key',
    () => visits('T1\u0007,2026-01-01,半月,,,,'),
    2,
    'registration_no',
    '编号里有控制字符，没有猜它是哪一台、哪一份',
    'A control character stands in a number that identifies; whose it is was not guessed',
  ],
];

/** In this file below, in hazards.test.ts, template.test.ts, read-xlsx.test.ts and field-tables.test.ts. */
const TOLD_ELSEWHERE: readonly RefusalCode[] = [
  'unwritable-text',
  'conflict-with-record',
  'not-one-of',
  'against-result',
  'unknown-component',
  'unknown-criterion',
  'criterion-of-other-kind',
  'no-hazard-criteria',
  'step-refused',
  'step-without-hazard',
  'unknown-status',
  'end-without-day',
  'day-without-status',
  'status-against-day',
  'follows-itself',
  'entered-before-done',
  'encoding-asked',
  'cell-without-value',
  'tick-matrix',
  'read-as',
  'said-above',
  'hidden-sheet',
  'hidden-rows',
  'empty-template',
];

describe('every refusal', () => {
  it.each(CASES)(
    '%s is told with its row, its column, a sentence and a cure',
    async (code, files, row, column, zh, en) => {
      const { preview } = await tryFiles(files());
      const told = [...preview.refusals, ...preview.notes];
      expect(told).toHaveLength(1);
      const [refusal] = told;
      expect([refusal!.code, refusal!.row, refusal!.column]).toEqual([code, row, column]);
      expect([refusalSentence(refusal!, 'zh-CN'), refusalSentence(refusal!, 'en')]).toEqual([zh, en]);
      expect(refusalCure(refusal!, 'zh-CN')).toMatch(/\p{Script=Han}/u);
      expect(refusalCure(refusal!, 'en')).toMatch(/^[A-Z][\x20-\x7e]+$/);
      expect(refusal!.cells.length > 0).toBe(row > 0 && code !== 'column-may-negate');
    },
  );

  it('conflict-with-record is told with its row, its column, a sentence and a cure', async () => {
    const desk = new Desk();
    const outages = 'registration_no,from,to\nT1,2026-02-01,2026-02-28\nT1,2026-02-20,2026-03-10\n';
    await desk.take({ ...visits('T1,2026-01-01,半月,,,,x'), 'o.csv': outages });
    const insideAnother = { 'o.csv': 'registration_no,from,to\nT1,2026-02-20,2026-02-25\n' };
    const { preview } = await tryFiles(insideAnother, desk.lookup);
    expect(preview.refusals.map((r) => [r.file, r.row, r.column, refusalSentence(r, 'zh-CN')])).toEqual([
      ['o.csv', 2, 'from', '同一次停用（同台、同日停用）已有记录，内容不同'],
    ]);
  });

  it('control characters and halves of characters in a value are shown by their code', async () => {
    const { preview } = await tryFiles(visits('T\u00071\u0085,2026-01-01,半月,,,,'));
    expect(preview.refusals.map(({ value }) => value)).toEqual(['T‹U+0007›1‹U+0085›']);
  });

  it('no code is left without a file that brings it about', () => {
    const tried = new Set<RefusalCode>([...CASES.map(([code]) => code), ...TOLD_ELSEWHERE]);
    expect(REFUSAL_CODES.filter((code) => !tried.has(code))).toEqual([]);
  });
});

describe('a row or table is never half taken', () => {
  it('a row with two faults is refused once for each and counted once', async () => {
    const { preview } = await tryFiles(visits('T1,2026-02-30,周保养,,,,'));
    expect(preview.refusals.map(({ code }) => code)).toEqual(['no-such-date', 'unknown-task']);
    expect(preview.files[1]).toMatchObject({ rows: 1, refused: 1, accepted: 0 });
  });

  it('a table without its required column is refused whole, and the other files stay usable', async () => {
    const { preview } = await tryFiles({ 'r.csv': REGISTER, 'v.csv': '使用登记证编号,维保日期\nT1,2026-01-01\n' });
    expect(preview.adds).toMatchObject({ elevators: 2, visits: 0 });
    expect(preview.files[1]).toMatchObject({ table: 'visits', rows: 0, refused: 1 });
  });

  it('nothing longer than a record may hold is cut, in known and in unknown columns', async () => {
    const long = '长'.repeat(4001);
    const { preview, plan } = await tryFiles({
      'r.csv': `registration_no,kind,address,保险单号\nT1,3110,${'长'.repeat(501)},\nT2,3110,,${long}\n${'1'.repeat(65)},3110,,\n`,
    });
    expect(preview.refusals.map(({ column, code, params }) => [column, code, params['most']])).toEqual([
      ['address', 'too-long', 500],
      ['保险单号', 'too-long', 4000],
      ['registration_no', 'too-long', 64],
    ]);
    expect(plan.elevators).toEqual([]);
  });

  it('more technicians than a record may hold, or a longer name, are refused', async () => {
    const many = Array.from({ length: 21 }, (_, i) => `员${i}`).join('、');
    const { preview } = await tryFiles(
      visits(`T1,2026-01-01,半月,,,${many},\nT1,2026-01-02,半月,,,${'T'.repeat(81)},`),
    );
    expect(preview.refusals.map((refusal) => refusalSentence(refusal, 'zh-CN'))).toEqual(['超过20人', '超过80个字']);
  });

  it('a code whose digits a spreadsheet lost is refused, not kept', async () => {
    const rows = [
      ['registration_no', 'kind', 'device_code'],
      ['T1', '3110', 3.110101200400001e19],
    ];
    const { preview } = await tryFiles({ 'a.xlsx': workbookOf([{ name: 'S', rows }]) });
    expect(preview.refusals.map((r) => [r.value, refusalSentence(r, 'zh-CN'), refusalCure(r, 'zh-CN')])).toEqual([
      ['3.11010E+19', '被当作数字，后面的位数已经丢了', '设为文本格式后照证重填'],
    ]);
  });
});

describe('headers', () => {
  it('are found under a title and a note, with spaces, full-width forms, units and aliases', async () => {
    const table =
      '电梯台账,,,\n填报：张三,,,\n 使用登记证号 ,设备品种,额定载重量（kg）,９６３３３识别码\nT1,客梯,1000,330052.0\n';
    const { plan, preview } = await tryFiles({ 'a.csv': iconv.encode(table, 'gb18030') });
    expect(preview.files[0]).toMatchObject({ table: 'elevators', headerRow: 3, encoding: 'GB18030' });
    expect(plan.elevators).toEqual([
      { registrationNo: 'T1', kind: '3110', loadKg: 1000, rescueCode: '330052', regime: 'standard' },
    ]);
  });

  it('unknown columns are kept by name, one without a name by its letter, a second of a name by both', async () => {
    const table = 'registration_no,kind,保险单号,保险单号,,\nT1,3110,P1,P2,x,\n';
    const { plan, preview } = await tryFiles({ 'a.csv': table });
    expect(plan.elevators[0]?.extra).toEqual({ 保险单号: 'P1', '保险单号 (D)': 'P2', '(E)': 'x' });
    expect(preview.files[0]?.columns.map(({ header }) => header)).toEqual([
      'registration_no',
      'kind',
      '保险单号',
      '保险单号',
      '(E)',
    ]);
  });

  it('a column called __proto__ is a column like any other', async () => {
    const { plan } = await tryFiles({ 'a.csv': 'registration_no,kind,__proto__\nT1,3110,x\n' });
    expect(Object.entries(plan.elevators[0]!.extra!)).toEqual([['__proto__', 'x']]);
  });

  it('totals rows and empty rows are skipped and counted', async () => {
    const table = `${REGISTER},,,\n\n合计,2,,\n合 计：36 台,,,\n`;
    const { preview } = await tryFiles({ 'a.csv': table });
    expect(preview.files[0]).toMatchObject({ rows: 2, accepted: 2, skippedBlank: 2, skippedTotals: 2, refused: 0 });
  });
});

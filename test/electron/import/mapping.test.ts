import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyMapping, type KeptMapping, type TableMapping } from '../../../domain/mapping/mapping';
import type { ShownTable } from '../../../domain/bridge/table-replies';
import { dryRun, type DryRun } from '../../../electron/import/preview';
import type { FileToRead } from '../../../electron/import/read-file';
import { context, inputFiles, REGISTER, type Files } from '../../support/import-desk';

const field = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'field-tables', name));

function run(files: readonly FileToRead[], mappings: readonly KeptMapping[] = []): Promise<DryRun> {
  const signal = new AbortController().signal;
  return dryRun({ files, mappings, context, lookup: () => undefined, signal, progress: () => undefined });
}

/** A register, and a file with what is said of it. */
async function said(files: Files, mapping: Partial<TableMapping>, headerRow = 1): Promise<DryRun> {
  const [file] = inputFiles(files);
  const whole = { ...emptyMapping('visits'), ...mapping };
  return run([...inputFiles({ 'r.csv': REGISTER }), { ...file!, said: [{ sheet: '', headerRow, mapping: whole }] }]);
}

const lastTable = ({ preview }: DryRun): ShownTable => preview.tables.at(-1)!;

describe('columns taken for what a person says', () => {
  const TABLE = '哪一台,哪天,谁去的,天气\nT1,2026-11-03,样一,晴\nT2,2026-11-04,样二,雨\n';
  const columns = [
    { header: '哪一台', field: 'registration_no' },
    { header: '哪天', field: 'date' },
    { header: '谁去的', field: 'technicians' },
  ];

  it('a table nobody could recognise goes in, with one category for all rows and the rest kept as it is', async () => {
    const before = await run(inputFiles({ 'v.csv': TABLE }));
    expect(before.preview.refusals.map(({ code }) => code)).toEqual(['header-not-found']);
    expect(lastTable(before).columns.map(({ name, samples }) => [name, samples])).toEqual([
      ['哪一台', ['T1', 'T2']],
      ['哪天', ['2026-11-03', '2026-11-04']],
      ['谁去的', ['样一', '样二']],
      ['天气', ['晴', '雨']],
    ]);
    const after = await said({ 'v.csv': TABLE }, { columns, same: [{ field: 'task', value: 'half-month' }] });
    expect(after.preview.refusals).toEqual([]);
    expect(after.plan.visits).toEqual([
      { registrationNo: 'T1', date: '2026-11-03', task: 'half-month', technicians: ['样一'], extra: { 天气: '晴' } },
      { registrationNo: 'T2', date: '2026-11-04', task: 'half-month', technicians: ['样二'], extra: { 天气: '雨' } },
    ]);
    expect(after.preview.notes).toEqual([]);
  });

  it('the source of the entry names the columns that were read by what was said, and the mapping that was kept', async () => {
    const same = [{ field: 'task', value: 'half-month' }];
    const once = await said({ 'v.csv': TABLE }, { columns, same });
    expect(once.plan.sources.map(({ mapping }) => mapping)).toEqual([undefined, { name: null, columns }]);
    const kept = {
      ...emptyMapping('visits'),
      name: '手工表',
      headers: ['哪一台', '哪天', '谁去的', '天气'],
      columns,
      same,
    };
    const later = await run(inputFiles({ 'r.csv': REGISTER, 'v.csv': TABLE }), [kept]);
    expect(later.plan.sources.map(({ mapping }) => mapping?.name)).toEqual([undefined, '手工表']);
  });

  it('an elevator is found by its rescue code alone', async () => {
    const register =
      '使用登记证编号,品种,96333识别码\nT1,3110,330106001234\nT2,3110,330106005678\nT3,3110,330106005678\n';
    const visits =
      '96333识别码,维保日期,维保类别\n330106001234,2026-11-03,半月\n330106005678,2026-11-03,半月\n99,2026-11-03,半月\n';
    const { plan, preview } = await run(inputFiles({ 'r.csv': register, 'v.csv': visits }));
    expect(plan.visits.map(({ registrationNo }) => registrationNo)).toEqual(['T1']);
    expect(preview.refusals.map(({ row, code }) => [row, code])).toEqual([
      [3, 'code-not-unique'],
      [4, 'unknown-code'],
    ]);
  });

  it('what is said goes before what a header says, and a column may be left unread', async () => {
    const table = '使用登记证编号,维保日期,实际,维保类别,备注\nT1,2026-10-01,2026-11-03,半月,x\n';
    const { plan } = await said(
      { 'v.csv': table },
      {
        columns: [
          { header: '实际', field: 'date' },
          { header: '备注', field: null },
        ],
      },
    );
    expect(plan.visits).toMatchObject([{ date: '2026-11-03', extra: { 维保日期: '2026-10-01', 备注: 'x' } }]);
    expect(plan.visits[0]).not.toHaveProperty('note');
  });

  it('columns of one header are told apart by their letters', async () => {
    const table = '使用登记证编号,日期,日期,维保类别\nT1,2026-10-01,2026-11-03,半月\n';
    const { plan } = await said({ 'v.csv': table }, { columns: [{ header: '日期 (C)', field: 'date' }] });
    expect(plan.visits.map(({ date }) => date)).toEqual(['2026-11-03']);
  });

  it('a sheet may be left out, and that is no refusal', async () => {
    const [file] = inputFiles({ 'v.csv': TABLE });
    const { preview } = await run([{ ...file!, said: [{ sheet: '', headerRow: 1, mapping: null }] }]);
    expect(preview.refusals).toEqual([]);
  });

  it('a field that the table does not have is passed over', async () => {
    const { preview } = await said({ 'v.csv': TABLE }, { columns: [{ header: '天气', field: 'load_kg' }] });
    expect(preview.refusals.map(({ code }) => code)).toEqual(['missing-column', 'missing-column', 'missing-column']);
  });
});

describe('days and words, asked once a column', () => {
  it('a column of two-digit years is asked about and then read', async () => {
    const table = field('22-two-digit-year.csv').toString();
    const files = { 'v.csv': table.replaceAll('梯11浙A90001(20)', 'T1') };
    const before = await said(files, {});
    const asked = lastTable(before).columns.filter((column) => column.asked !== null);
    expect(asked).toMatchObject([{ name: '维保日期', isDay: true, asked: { what: 'short-year', rows: 5 } }]);
    const after = await said(files, { days: [{ header: '维保日期', style: 'short-year' }] });
    expect(after.plan.visits.map(({ date }) => date)).toEqual([3, 4, 5, 6, 7].map((day) => `2026-11-0${day}`));
  });

  it.each([
    ['day-first', '2026-11-03'],
    ['month-first', '2026-03-11'],
  ] as const)('03/11/2026 is asked about; said to be %s it is %s', async (style, day) => {
    const files = { 'v.csv': '使用登记证编号,维保日期,维保类别\nT1,03/11/2026,半月\n' };
    expect(lastTable(await said(files, {})).columns[1]!.asked).toEqual({ what: 'day-order', rows: 1 });
    const after = await said(files, { days: [{ header: '维保日期', style }] });
    expect(after.plan.visits.map(({ date }) => date)).toEqual([day]);
    expect(after.preview.notes).toEqual([]);
  });

  it('Minguo years are read where the rules of the mainland are chosen and a person says so', async () => {
    const files = { 'v.csv': '使用登记证编号,维保日期,维保类别\nT1,115/11/03,半月\n' };
    expect(lastTable(await said(files, {})).columns[1]!.asked).toEqual({ what: 'minguo-year', rows: 1 });
    const after = await said(files, { days: [{ header: '维保日期', style: 'minguo' }] });
    expect(after.plan.visits.map(({ date }) => date)).toEqual(['2026-11-03']);
  });

  it('words that are not known are asked about with what they may mean, and taken as a person says', async () => {
    const files = {
      'v.csv':
        '使用登记证编号,维保日期,维保类别,完成状态\nT1,2026-11-03,半月例保,完成\nT1,2026-11-17,例行,做好了\nT2,2026-11-17,半月例保,完成\n',
    };
    const before = await said(files, {});
    expect(before.plan.visits).toEqual([]);
    expect(lastTable(before).words.map(({ field, word, rows, near }) => [field, word, rows, near])).toEqual([
      ['task', '半月例保', 2, 'half-month'],
      ['state', '做好了', 1, null],
    ]);
    const after = await said(files, {
      words: [
        { field: 'task', word: '半月例保', value: 'half-month' },
        { field: 'task', word: '例行', value: 'quarter' },
        { field: 'state', word: '做好了', value: 'done' },
      ],
    });
    expect(after.plan.visits.map(({ date, task }) => [date, task])).toEqual([
      ['2026-11-03', 'half-month'],
      ['2026-11-17', 'quarter'],
      ['2026-11-17', 'half-month'],
    ]);
    expect(after.preview.refusals).toEqual([]);
  });
});

describe('mappings that are kept', () => {
  const kept: KeptMapping = {
    ...emptyMapping('elevators'),
    name: '地铁',
    headers: field('47-metro-asset-list.csv').toString().split('\n')[0]!.trim().split(','),
    columns: [{ header: '设备ID', field: 'registration_no' }],
  };

  it('a station’s list goes in by the mapping that fits its headers, and the table says which', async () => {
    const { plan, preview } = await run([{ name: 'm.csv', bytes: field('47-metro-asset-list.csv') }], [kept]);
    expect(plan.elevators).toMatchObject([
      { registrationNo: 'SMPL001', kind: '3110', place: '样例站', address: '北进站东', maintainer: '样例维保' },
    ]);
    expect(preview.tables).toMatchObject([{ kept: { name: '地铁', common: 17, of: 17 } }]);
  });

  it('without one, its column of numbers is proposed and not taken', async () => {
    const { plan, preview } = await run([{ name: 'm.csv', bytes: field('47-metro-asset-list.csv') }]);
    expect(plan.elevators).toEqual([]);
    const proposed = preview.tables[0]!.columns.filter((column) => column.proposed !== null);
    expect(proposed.map(({ name, proposed, field }) => [name, proposed, field])).toEqual([
      ['设备ID', 'registration_no', null],
    ]);
  });

  it('an encoding that nothing proves is asked with samples, and remembered with the mapping', async () => {
    const bytes = field('35-big5-values.csv');
    const file = { name: 'b.csv', bytes };
    const asked = lastTable(await run([file]));
    expect(asked.encodings.map(({ encoding }) => encoding)).toContain('Big5');
    expect(asked.encodings.find(({ encoding }) => encoding === 'Big5')!.sample).toContain('臺北市信義區');
    const saidBig5 = await run([{ ...file, encoding: 'Big5' }]);
    expect(saidBig5.plan.elevators[0]!.address).toBe('臺北市信義區松仁路1號');
    expect(lastTable(saidBig5)).toMatchObject({ encoding: 'Big5', encodingBy: 'said' });
    const headers = lastTable(saidBig5).columns.map(({ name }) => name);
    const remembered = await run([file], [{ ...emptyMapping('elevators'), name: '台', headers, encoding: 'Big5' }]);
    expect(remembered.plan.elevators[0]!.address).toBe('臺北市信義區松仁路1號');
  });
});

describe('rows as they will be written', () => {
  const lines = Array.from(
    { length: 450 },
    (_, at) =>
      `T1,2024-${String((at % 12) + 1).padStart(2, '0')}-${String((Math.floor(at / 12) % 28) + 1).padStart(2, '0')},半月`,
  );
  const files = inputFiles({
    'r.csv': REGISTER,
    'v.csv': `使用登记证编号,维保日期,维保类别\n${lines.join('\n')}\nT1,2024-13-01,半月\n`,
  });

  it('stand beside the rows as they are, two hundred at a time, with what becomes of each', async () => {
    const first = lastTable(await run(files));
    expect(first.rows).toHaveLength(200);
    expect(first.rows[0]).toEqual({
      row: 2,
      cells: ['T1', '2024-01-01', '半月'],
      fate: 'taken',
      values: [
        { field: 'registration_no', value: 'T1' },
        { field: 'date', value: '2024-01-01' },
        { field: 'task', value: 'half-month' },
      ],
    });
    const last = (await run(files)).rowsOf({ at: 1, sheet: '', from: 400 });
    expect(last.map(({ row }) => row)).toEqual(Array.from({ length: 51 }, (_, at) => 402 + at));
    expect(last.at(-1)).toMatchObject({ fate: 'refused', values: [] });
    expect(last.at(-2)!.fate).toBe('repeated');
  });

  it('the days add up to the rows that were read', async () => {
    const { days } = lastTable(await run(files));
    expect(days.reduce((sum, { rows }) => sum + rows, 0)).toBe(450);
    expect(days.map(({ day }) => day)).toEqual([...days.map(({ day }) => day)].sort());
  });
});

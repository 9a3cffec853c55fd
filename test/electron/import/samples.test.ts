import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { RulePack } from '../../../domain/pack/rule-pack';
import type { Dossier } from '../../../domain/record/dossier';
import { sealEntry } from '../../../electron/journal/seal-entry';
import { RecordState } from '../../../electron/journal/record-state';
import { NO_HASH } from '../../../domain/record/entry';
import { refusalSentence } from '../../../domain/record/refusal-sentences';
import { dryRun, importBody, type DryRun } from '../../../electron/import/preview';

const root = join(import.meta.dirname, '..', '..', '..');
const samples = join(root, 'test', 'fixtures', 'samples');
const pack = JSON.parse(readFileSync(join(root, 'resources', 'regulations', 'cn.json'), 'utf8')) as RulePack;
const order = ['register.xlsx', 'visits-2025.csv', 'visits-2026.csv', 'outages.csv', 'inspections.csv'];
const files = order.map((name) => ({ name, bytes: readFileSync(join(samples, name)) }));

export const runSamples = (lookup: (no: RegistrationNo) => Dossier | undefined = () => undefined): Promise<DryRun> =>
  dryRun({
    files,
    context: { pack, today: '2026-11-23' as CivilDate },
    lookup,
    signal: new AbortController().signal,
    progress: () => undefined,
  });

describe('spreadsheets as people keep them', () => {
  let run: DryRun;
  beforeAll(async () => {
    run = await runSamples();
  });

  it('every sample file is tried', () => {
    expect(readdirSync(samples).sort()).toEqual([...order].sort());
  });

  it.each([
    [
      'register.xlsx',
      {
        table: 'elevators',
        rows: 40,
        accepted: 37,
        refused: 3,
        repeated: 0,
        headerRow: 3,
        skippedTotals: 1,
        skippedBlank: 355,
      },
    ],
    [
      'visits-2025.csv',
      { table: 'visits', rows: 1097, accepted: 1092, refused: 4, repeated: 1, encoding: 'GB18030', delimiter: 'comma' },
    ],
    [
      'visits-2026.csv',
      {
        table: 'visits',
        rows: 874,
        accepted: 873,
        refused: 1,
        repeated: 0,
        encoding: 'UTF-8 BOM',
        delimiter: 'semicolon',
      },
    ],
    ['outages.csv', { table: 'outages', rows: 4, accepted: 3, refused: 1 }],
    ['inspections.csv', { table: 'inspections', rows: 284, accepted: 284, refused: 0 }],
  ])('%s goes in with every bad row counted', (file, expected) => {
    expect(run.preview.files.find((preview) => preview.file === file)).toMatchObject(expected);
  });

  it('every refused row has its place and its reason', () => {
    expect(
      run.preview.refusals.map((refusal) => [
        refusal.file,
        refusal.row,
        refusal.value,
        refusalSentence(refusal, 'zh-CN'),
      ]),
    ).toEqual([
      ['register.xlsx', 40, '西湖区', '与第6行同一登记证号而内容不同（第6行为拱墅区）'],
      ['register.xlsx', 41, '', '缺少登记证编号，无从建档'],
      ['register.xlsx', 42, '观光飞梯', '不在特种设备目录之内'],
      ['visits-2025.csv', 1095, '2025/2/29', '2025年2月只有28天'],
      ['visits-2025.csv', 1096, '梯11浙A77777(04)', '台账中没有这台电梯'],
      ['visits-2025.csv', 1097, '周保养', '不是半月、季度、半年、年度之一'],
      ['visits-2025.csv', 1098, '', '没有日期，不能计入间隔'],
      ['visits-2026.csv', 875, '2027年5月6日', '晚于今日 2026-11-23'],
      ['outages.csv', 5, '2026-03-01', '启用早于停用（2026-04-02）'],
    ]);
  });

  it('unknown columns are kept with their rows, and a sheet that is no table is named', () => {
    const register = run.preview.files[0];
    expect(register?.columns.filter(({ field }) => field === null).map(({ header }) => header)).toEqual([
      '序号',
      '保险单号',
    ]);
    expect(register?.skippedSheets).toEqual(['说明']);
    expect(run.plan.elevators[0]?.extra).toEqual({ 保险单号: 'PICC000001' });
    expect(run.plan.visits.at(-1)?.extra?.['天气']).toMatch(/晴|雨|阴/);
  });

  it('what is odd in a row that is taken is told with its place', () => {
    expect(run.preview.notes.map((note) => [note.file, note.row, note.value, refusalSentence(note, 'zh-CN')])).toEqual([
      ['register.xlsx', 43, '2018-13-01', '没有第13月'],
      ['register.xlsx', 43, '2018-02-30', '2018年2月只有28天'],
      ['visits-2026.csv', 874, '09:50', '结束早于开始（10:30）'],
    ]);
  });

  it('units, texts and numbers become the same particulars', () => {
    const values = run.plan.elevators;
    const lifts = values.filter(({ kind, extra }) => kind.startsWith('31') && extra?.['投用日期'] !== '2018-02-30');
    expect(lifts.every(({ loadKg, speedMps }) => typeof loadKg === 'number' && typeof speedMps === 'number')).toBe(
      true,
    );
    expect(values.every(({ rescueCode }) => rescueCode === undefined || /^\d{6}$/.test(rescueCode))).toBe(true);
    expect(values[3]?.acceptedOn).toBe('2004-08-22');
  });

  it('records_from is proposed where the first known visit comes years after the start of service', () => {
    expect(run.preview.recordsFromProposals).toHaveLength(36);
    expect(run.preview.recordsFromProposals[0]?.from.startsWith('2024-11-')).toBe(true);
  });

  it('importing the same files again changes nothing and says so, also after a correction', async () => {
    const body = importBody(run, new Set(run.preview.recordsFromProposals.map((p) => p.registrationNo)), new Set());
    const numbering = { feed: 'a'.repeat(64), at: '2026-11-23T10:00:00+08:00' };
    const imported = sealEntry(
      { type: 'records-imported', subject: '', author: '', body: body! },
      { ...numbering, seq: 1, prev: NO_HASH },
    );
    const state = new RecordState();
    state.apply(imported);
    const visit = state.dossiers.get('梯11浙A12007(04)' as RegistrationNo)!.visits[0]!;
    state.apply(
      sealEntry(
        {
          type: 'visit-corrected',
          subject: '梯11浙A12007(04)',
          author: '',
          body: {
            corrects: visit.id,
            changes: [{ field: 'date', from: visit.value.date, to: '2024-11-21' }],
            reason: '笔误',
          },
        },
        { ...numbering, seq: 2, prev: imported.hash },
      ),
    );
    const again = await runSamples((no) => state.dossiers.get(no));
    expect(again.preview.adds).toEqual({
      elevators: 0,
      visits: 0,
      outages: 0,
      inspections: 0,
      callouts: 0,
      hazards: 0,
    });
    expect(again.preview.unchanged).toEqual({
      elevators: 37,
      visits: 1965,
      outages: 3,
      inspections: 284,
      callouts: 0,
      hazards: 0,
    });
    expect(again.preview.recordsFromProposals).toEqual([]);
    expect(importBody(again, new Set(), new Set())).toBeNull();
  });
});

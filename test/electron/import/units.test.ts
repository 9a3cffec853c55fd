import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { ShownTable } from '../../../domain/bridge/table-replies';
import { emptyMapping, type KeptMapping, type TableMapping } from '../../../domain/mapping/mapping';
import { refusalCure, refusalSentence } from '../../../domain/record/refusal-sentences';
import type { Dossier } from '../../../domain/record/dossier';
import { tableFile } from '../../../electron/export/table-file';
import { namesOf } from '../../../electron/import/pack-names';
import { dryRun, type DryRun } from '../../../electron/import/preview';
import { inputFiles, Desk } from '../../support/import-desk';
import { shippedPack, shippedPacks } from '../../support/shipped-packs';
import { workbookOf } from '../../support/workbook';

interface Asked {
  readonly pack?: string;
  readonly mapping?: Partial<TableMapping>;
  readonly kept?: readonly KeptMapping[];
}

function read(bytes: Uint8Array | string, { pack = 'cn', mapping, kept = [] }: Asked = {}): Promise<DryRun> {
  const [file] = inputFiles({ 'r.csv': bytes });
  const whole = { ...emptyMapping('elevators'), ...mapping };
  const said = mapping === undefined ? {} : { said: [{ sheet: '', headerRow: 1, mapping: whole }] };
  const context = { pack: namesOf(shippedPack(pack), shippedPacks), today: '2026-11-23' as CivilDate };
  const signal = new AbortController().signal;
  const files = [{ ...file!, ...said }];
  return dryRun({ files, mappings: kept, context, lookup: () => undefined, signal, progress: () => undefined });
}

const tableOf = ({ preview }: DryRun): ShownTable => preview.tables[0]!;
const unitOf = (run: DryRun, name: string) => tableOf(run).columns.find((column) => column.name === name)?.unit;

describe('measures in other units', () => {
  it('of which the header speaks are converted, shown with what the file says, kept beside it and told', async () => {
    const run = await read('使用登记证编号,品种,载重(lb),额定速度（m/min）,底坑深度(m),层站\nT1,3110,2500,105,1.4,5\n');
    expect(run.plan.elevators).toEqual([
      {
        registrationNo: 'T1',
        kind: '3110',
        loadKg: 1133.9809,
        speedMps: 1.75,
        pitDepthMm: 1400,
        stops: '5',
        regime: 'standard',
        extra: { '载重(lb)': '2500', '额定速度（m/min）': '105', '底坑深度(m)': '1.4' },
      },
    ]);
    expect(tableOf(run).rows[0]!.values).toContainEqual({ field: 'load_kg', value: '1133.9809', from: '2500 lb' });
    expect(run.preview.notes.map(({ column, value, params }) => [column, value, params['into']])).toEqual([
      ['载重(lb)', '2500 lb', '1133.9809 kg'],
      ['额定速度（m/min）', '105 m/min', '1.75 m/s'],
      ['底坑深度(m)', '1.4 m', '1400 mm'],
    ]);
    for (const locale of ['zh-CN', 'en'] as const)
      for (const note of run.preview.notes) {
        expect(refusalSentence(note, locale)).toContain(String(note.params['into']));
        expect(refusalCure(note, locale)).toMatch(locale === 'en' ? /unit/ : /单位/);
      }
  });

  it('of which a cell speaks itself are read by it, whatever the column says', async () => {
    const { plan } = await read('使用登记证编号,品种,额定载重量\nT1,3110,1000\nT2,3110,2500 lb\nT3,3110,1.6t\n');
    expect(plan.elevators.map(({ loadKg }) => loadKg)).toEqual([1000, 1133.9809, 1600]);
    expect(plan.elevators.map(({ extra }) => extra)).toEqual([
      undefined,
      { 额定载重量: '2500 lb' },
      { 额定载重量: '1.6t' },
    ]);
  });

  it('that no elevator has are asked about with the unit they speak for, and taken only once it is said', async () => {
    const text = '使用登记证编号,品种,额定速度,额定载重量\nT1,3110,105,1\nT2,3110,150,1.6\nT3,3110,1.75m/s,800kg\n';
    const before = await read(text);
    expect(before.plan.elevators.map(({ speedMps, loadKg }) => [speedMps, loadKg])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [1.75, 800],
    ]);
    expect(before.plan.elevators[0]!.extra).toEqual({ 额定速度: '105', 额定载重量: '1' });
    expect(unitOf(before, '额定速度')).toMatchObject({ read: null, asked: { rows: 2, near: 'm/min' } });
    expect(unitOf(before, '额定载重量')).toMatchObject({ read: null, asked: { rows: 2, near: 't' } });
    const units = [
      { header: '额定速度', unit: 'm/min' as const },
      { header: '额定载重量', unit: 't' as const },
    ];
    const after = await read(text, { mapping: { units } });
    expect(after.plan.elevators.map(({ speedMps, loadKg }) => [speedMps, loadKg])).toEqual([
      [1.75, 1000],
      [2.5, 1600],
      [1.75, 800],
    ]);
    expect(after.preview.notes).toEqual([]);
    const kept = [
      {
        ...emptyMapping('elevators'),
        units,
        name: '旧表',
        headers: ['使用登记证编号', '品种', '额定速度', '额定载重量'],
      },
    ];
    expect((await read(text, { kept })).plan.elevators).toEqual(after.plan.elevators);
  });

  it('a bare figure is in doubt where people measure in feet and pounds', async () => {
    const text = 'registration_no,kind,capacity,speed (m/s)\nT1,passenger-lift,2500,1.75\n';
    expect((await read(text)).plan.elevators[0]!.loadKg).toBe(2500);
    const asked = await read(text, { pack: 'us-nyc' });
    expect(asked.plan.elevators[0]).toMatchObject({ speedMps: 1.75, extra: { capacity: '2500' } });
    expect(unitOf(asked, 'capacity')).toMatchObject({ read: null, asked: { rows: 1, near: 'lb' } });
  });

  it('a city’s device file goes in once its number is said, in metres and kilograms with its own figures beside', async () => {
    const file = readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'field-tables', '77-nyc-device.csv'));
    const before = await read(file, { pack: 'us-nyc' });
    expect(tableOf(before).columns.filter(({ proposed }) => proposed !== null)).toMatchObject([
      { name: 'DV_DEVICE_NUMBER', proposed: 'registration_no' },
    ]);
    const mapping = { columns: [{ header: 'DV_DEVICE_NUMBER', field: 'registration_no' }] };
    const { plan, preview } = await read(file, { pack: 'us-nyc', mapping });
    expect(plan.elevators).toMatchObject([
      {
        registrationNo: '9P90001',
        kind: 'passenger-lift',
        district: 'Manhattan',
        speedMps: 1.778,
        loadKg: 1133.9809,
        extra: { DV_SPEED_FPM: '350', DV_CAPACITY_LBS: '2500' },
      },
    ]);
    expect(preview.refusals.map(({ row, code }) => [row, code])).toEqual([[3, 'end-without-day']]);
  });
});

describe('figures of workbooks', () => {
  it('a cell of a number has a point for its decimals in every country, a text the sign of its country', async () => {
    const rows = [
      ['registration_no', 'kind', 'load_kg', 'speed_mps'],
      ['A', '3110', 1000.125, 1.75],
      ['B', '3110', '1.000', '1,75'],
    ];
    for (const pack of ['de', 'fr']) {
      const { plan, preview } = await read(workbookOf([{ name: 'x', rows }]), { pack });
      expect(plan.elevators.map(({ loadKg, speedMps }) => [loadKg, speedMps])).toEqual([
        [1000.125, 1.75],
        [1000, 1.75],
      ]);
      expect(preview.notes).toEqual([]);
    }
  });

  it('what is written comes back as it was, as text and as a workbook, under every way of writing numbers', async () => {
    const figure = (most: number) =>
      fc.double({ min: 0.001, max: most, noNaN: true }).map((x) => Number(x.toFixed(4)) || 1);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('cn', 'de', 'fr', 'us-nyc'),
        fc.constantFrom('csv', 'xlsx'),
        fc.constantFrom('zh-CN', 'en'),
        figure(1_000_000),
        figure(100),
        async (pack, format, locale, loadKg, speedMps) => {
          const desk = new Desk();
          const elevator = { registrationNo: 'T1', kind: '3110', regime: 'standard', loadKg, speedMps };
          const body = {
            sources: [],
            elevators: [elevator],
            elevatorChanges: [],
            visits: [],
            outages: [],
            inspections: [],
          };
          desk.write({ type: 'records-imported', subject: '', author: '', body } as never);
          const dossiers = async function* (): AsyncGenerator<Dossier> {
            await Promise.resolve();
            yield* desk.dossiers.values();
          };
          const signal = new AbortController().signal;
          const job = { tables: ['elevators'], format, locale, pack: shippedPack(pack), dossiers, signal } as const;
          const { bytes } = await tableFile(job);
          const [back] = (await read(bytes, { pack })).plan.elevators;
          expect([back!.loadKg, back!.speedMps, back!.extra]).toEqual([loadKg, speedMps, undefined]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

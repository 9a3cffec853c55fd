import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { emptyMapping } from '../../../domain/mapping/mapping';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import type { HandlerContext, Ports } from '../../../electron/host/ports';
import { openedProfile } from '../../support/opened-profile';

const context: HandlerContext = { progress: () => undefined, signal: new AbortController().signal };
const bytes = readFileSync(
  join(import.meta.dirname, '..', '..', 'fixtures', 'field-tables', '47-metro-asset-list.csv'),
);
const ACCEPTED = { recordsFrom: { accept: ['SMPL001' as RegistrationNo], decline: [] }, acceptUpdates: [] };
let folder = '';
let ports: Ports;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mapping-handlers-'));
  ports = await openedProfile(folder);
});
afterEach(async () => {
  await ports.close();
  rmSync(folder, { recursive: true, force: true });
});

const SAID = [
  {
    sheet: '',
    headerRow: 1,
    mapping: {
      ...emptyMapping('elevators'),
      columns: [{ header: '设备ID', field: 'registration_no' }],
      same: [],
      days: [],
      units: [],
      words: [],
    },
  },
];

it('a page that still shows a run says more of it, writes it and lets all go, whatever was kept meanwhile', async () => {
  const handlers = createHandlers(ports);
  const files = [{ name: 'm.csv', bytes: new Uint8Array(bytes) }];
  const { importId } = await handlers['import.preview']({ files }, context);
  const map = (said: typeof SAID) => handlers['import.map']({ importId, files: [{ at: 0, said }] }, context);
  const given = await map([]); // its reply was given up
  const shown = await map(SAID);
  expect([given.adds.elevators, shown.adds.elevators]).toEqual([0, 1]);
  const answers = await handlers['import.answer']({ importId, answers: [] }, context);
  expect(answers.adds.elevators).toBe(0); // of the run it was given for
  const written = handlers['import.commit']({ ...ACCEPTED, importId: shown.importId }, context);
  expect((await written).adds.elevators).toBe(1);
  expect(() => map(SAID)).toThrow('stale-import');
  const next = await handlers['import.preview']({ files }, context);
  await handlers['import.map']({ importId: next.importId, files: [] }, context);
  await handlers['import.discard']({ importId: next.importId }, context);
  expect(() => handlers['import.map']({ importId: next.importId, files: [] }, context)).toThrow('stale-import');
});

it('what is said of a table is judged anew, and a mapping that is kept needs no saying', async () => {
  const handlers = createHandlers(ports);
  const files = [{ name: 'm.csv', bytes: new Uint8Array(bytes) }];
  const first = await handlers['import.preview']({ files }, context);
  expect(first.adds.elevators).toBe(0);
  const mapping = {
    ...emptyMapping('elevators'),
    columns: [{ header: '设备ID', field: 'registration_no' }],
    same: [],
    days: [],
    units: [],
    words: [],
  };
  const said = [{ sheet: '', headerRow: 1, mapping }];
  const second = await handlers['import.map']({ importId: first.importId, files: [{ at: 0, said }] }, context);
  expect(second.adds.elevators).toBe(1);
  const rows = await handlers['import.rows']({ importId: second.importId, at: 0, sheet: '', from: 0 }, context);
  expect(rows.map(({ row, fate }) => [row, fate])).toEqual([[2, 'taken']]);
  const headers = second.tables[0]!.columns.map(({ name }) => name);
  await handlers['mappings.keep']({ mapping: { ...mapping, name: '地铁', headers } }, context);
  const third = await handlers['import.preview']({ files }, context);
  expect(third.adds.elevators).toBe(1);
  expect(third.tables[0]!.kept).toEqual({ name: '地铁', common: 17, of: 17 });
  const none = { bytes: new TextEncoder().encode('{}') };
  expect(() => handlers['mappings.take'](none, context)).toThrow('no-mapping-file');
  expect(await handlers['mappings.forget']({ name: '地铁' }, context)).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportPreview } from '../../domain/bridge/import-replies';
import type { LoopbackApp } from '../support/loopback-app';
import { callHost } from '../support/window-bridge';
import { hostMemory, spentByHost, type Spent } from './app-gauges';

const TABLES = ['elevators.csv', 'visits.csv', 'outages.csv', 'inspections.csv'];

export interface Imported {
  readonly rows: number;
  readonly previewed: Spent;
  readonly committed: Spent;
  readonly memory: number;
}

export async function importTables(app: LoopbackApp, folder: string): Promise<Imported> {
  const files = TABLES.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const rows = files.reduce((sum, { bytes }) => sum + bytes.toString('latin1').split('\n').length - 2, 0);
  let preview!: ImportPreview;
  const previewed = await spentByHost(app, async () => {
    preview = (await callHost(app.address, 'import.preview', { files })) as ImportPreview;
  });
  const decline = preview.recordsFromProposals.map(({ registrationNo }) => registrationNo);
  const recordsFrom = { accept: [], decline };
  const committed = await spentByHost(app, () =>
    callHost(app.address, 'import.commit', { importId: preview.importId, recordsFrom, acceptUpdates: [] }),
  );
  return { rows, previewed, committed, memory: hostMemory(app) };
}

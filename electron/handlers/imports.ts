import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { BridgeError } from '../../domain/bridge/errors';
import type { ImportCounts } from '../../domain/bridge/replies';
import type { ImportBody } from '../../domain/record/entry';
import { makeSampleFleet } from '../../domain/sample/sample-fleet';
import type { DryRun } from '../import/preview';
import { importBody } from '../import/preview';
import { namesOf } from '../import/pack-names';
import { refusedRowsCsv } from '../import/refused-rows';
import { requirePack } from './chosen-pack';
import type { Handlers } from './handlers';
import type { Ports } from './ports';

type Group = Pick<Handlers, 'import.preview' | 'import.commit' | 'import.discard' | 'import.refused' | 'sample.add'>;

const SAMPLE = { elevators: 36, years: 2, seed: 1 };

/** One dry run is kept at a time, with the head it was judged against: a later entry makes it stale. */
interface Kept {
  readonly importId: string;
  readonly seq: number;
  readonly run: DryRun;
}

export function importHandlers(ports: Ports): Group {
  let kept: Kept | null = null;
  const keptRun = (importId: string): Kept => {
    if (kept?.importId !== importId) throw new BridgeError('stale-import');
    return kept;
  };
  const write = async (body: ImportBody) => {
    const { author } = ports.settings.read();
    const entry = await ports.append({ type: 'records-imported', subject: '', author, body });
    return { entry, adds: countsOf(body) };
  };
  return {
    'import.preview': async ({ files }, { progress, signal }) => {
      const started = ports.now().getTime();
      const records = await ports.records();
      const packs = ports.packs.packs.map(({ pack }) => pack);
      const run = await ports.importer({
        files,
        context: { pack: namesOf(requirePack(ports).pack, packs), today: ports.today() },
        dossiers: records.dossiers,
        progress,
        signal,
      });
      await delay(0); // lets a late cancel be seen before the run is kept
      signal.throwIfAborted();
      kept = { importId: randomUUID(), seq: ports.journal.head.seq, run };
      return { ...run.preview, importId: kept.importId, tookMs: ports.now().getTime() - started };
    },
    'import.commit': async ({ importId, acceptRecordsFrom, acceptUpdates }) => {
      const { run, seq } = keptRun(importId);
      if (seq !== ports.journal.head.seq) throw new BridgeError('stale-import');
      const body = importBody(run, new Set(acceptRecordsFrom), new Set(acceptUpdates));
      if (body === null) throw new BridgeError('nothing-to-import');
      const written = await write(body);
      kept = null;
      return written;
    },
    'import.discard': ({ importId }) => {
      if (kept?.importId === importId) kept = null;
      return Promise.resolve(null);
    },
    'import.refused': ({ importId, locale }) => {
      const { run } = keptRun(importId);
      const fileName = locale === 'en' ? 'refused-rows.csv' : '拒收行.csv';
      return Promise.resolve({ fileName, bytes: refusedRowsCsv(run.preview.refusals, locale) });
    },
    'sample.add': async () => {
      const fleet = makeSampleFleet({ ...SAMPLE, asOf: ports.today() });
      const elevators = fleet.elevators.map((elevator) => ({ ...elevator, sample: true as const }));
      const known = (await ports.records()).dossiers;
      const clash = elevators.find(({ registrationNo }) => known.has(registrationNo));
      if (clash !== undefined) throw new BridgeError('already-registered', { registrationNo: clash.registrationNo });
      return write({ ...fleet, elevators, elevatorChanges: [], sources: [], sample: true });
    },
  };
}

function countsOf({ elevators, visits, outages, inspections, callouts, hazards }: ImportBody): ImportCounts {
  return {
    elevators: elevators.length,
    visits: visits.length,
    outages: outages.length,
    inspections: inspections.length,
    callouts: callouts?.length ?? 0,
    hazards: hazards?.length ?? 0,
  };
}

import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { BridgeError } from '../../domain/bridge/errors';
import type { ImportPreview } from '../../domain/bridge/replies';
import { sharedDeviceCodes, type SharedDeviceCode } from '../../domain/elevator/shared-device-codes';
import { requirePack } from '../host/chosen-pack';
import type { HandlerContext, Ports } from '../host/ports';
import type { ImportRequest } from '../import/import-runner';
import { namesOf } from '../import/pack-names';
import type { DryRun } from '../import/preview';
import type { FileToRead } from '../import/read-file';
import type { TwinAnswers } from '../import/twins';
import type { Ledger } from '../journal/ledger';

/** A dry run with the head it was judged against: a later entry makes it stale. */
interface Kept {
  readonly importId: string;
  readonly seq: number;
  readonly run: DryRun;
  /** The files with what was said of their tables, and what was said of numbers: answers are judged with both. */
  readonly files: readonly FileToRead[];
  readonly twins: TwinAnswers;
}

type Asked = Pick<ImportRequest, 'files' | 'twins' | 'rowsFrom'>;

/** The dry runs of imports, of which the last one is kept until it is written or discarded. */
export class DryRuns {
  readonly #ports: Ports;
  #kept: Kept | null = null;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** Throws BridgeError stale-import where that run is not the one kept. */
  kept(importId: string): Kept {
    if (this.#kept?.importId !== importId) throw new BridgeError('stale-import');
    return this.#kept;
  }

  /** The run kept, if nothing was recorded since. Throws BridgeError stale-import. */
  fresh(importId: string): Kept {
    const found = this.kept(importId);
    if (found.seq !== this.#ports.journal.head.seq) throw new BridgeError('stale-import');
    return found;
  }

  /** Runs without keeping. */
  run(asked: Asked, { progress, signal }: HandlerContext): Promise<DryRun> {
    const ports = this.#ports;
    const packs = ports.packs.packs.map(({ pack }) => pack);
    const context = { pack: namesOf(requirePack(ports).pack, packs), today: ports.today() };
    const { ledger } = ports;
    return ports.importer({ ...asked, mappings: ports.mappings.read(), context, ledger, progress, signal });
  }

  /** Runs and keeps the run in place of the one before. */
  async tryOut(files: readonly FileToRead[], twins: TwinAnswers, context: HandlerContext): Promise<ImportPreview> {
    const ports = this.#ports;
    const started = ports.now().getTime();
    const { ledger } = ports;
    const run = await this.run({ files, twins }, context);
    await delay(0); // lets a late cancel be seen before the run is kept
    context.signal.throwIfAborted();
    const { importId } = (this.#kept = { importId: randomUUID(), seq: ports.journal.head.seq, run, files, twins });
    const tookMs = ports.now().getTime() - started;
    return { ...run.preview, sharedDeviceCodes: await sharedWith(ledger, run), importId, tookMs };
  }

  forget(): void {
    this.#kept = null;
  }

  /** Forgets that run; another that came since stays. */
  discard(importId: string): void {
    if (this.#kept?.importId === importId) this.forget();
  }
}

/** Device codes that elevators of the files share with each other or with those on record. */
async function sharedWith(ledger: Ledger, { plan: { elevators } }: DryRun): Promise<SharedDeviceCode[]> {
  const known = await ledger.withDeviceCodes(elevators.flatMap(({ deviceCode }) => deviceCode ?? []));
  const inFiles = new Set(elevators.map(({ registrationNo }) => registrationNo));
  return sharedDeviceCodes([...known, ...elevators]).filter(({ registrationNos }) =>
    registrationNos.some((no) => inFiles.has(no)),
  );
}

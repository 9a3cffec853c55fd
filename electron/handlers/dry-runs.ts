import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { BridgeError } from '../../domain/bridge/errors';
import type { ImportPreview } from '../../domain/bridge/import-replies';
import { sharedDeviceCodes, type SharedDeviceCode } from '../../domain/elevator/shared-device-codes';
import { requirePack } from '../host/chosen-pack';
import type { HandlerContext, Ports } from '../host/ports';
import type { ImportRequest, Tried } from '../import/importer';
import { namesOf } from '../import/pack-names';
import type { FileToRead } from '../import/read-file';
import type { TwinAnswers } from '../import/twins';
import type { Ledger } from '../journal/ledger';

/** A run with the head it was judged against: a later entry makes it stale. */
interface Kept extends Pick<Tried, 'preview'> {
  readonly importId: string;
  readonly seq: number;
  /** The files with what was said of their tables, and what was said of numbers: answers are judged with both. */
  readonly request: ImportRequest;
}

/** A page that says two things in turn gives up the first; it still shows the run before while others are kept. */
const MOST_KEPT = 4;

/** The last runs of an import, kept until one is written or discarded: what is written is the run that a page shows. */
export class DryRuns {
  readonly #ports: Ports;
  #kept: readonly Kept[] = [];

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** Throws BridgeError stale-import where that run is not kept. */
  kept(importId: string): Kept {
    const found = this.#kept.find((run) => run.importId === importId);
    if (found === undefined) throw new BridgeError('stale-import');
    return found;
  }

  /** That run, if nothing was recorded since. Throws BridgeError stale-import. */
  fresh(importId: string): Kept {
    const found = this.kept(importId);
    if (found.seq !== this.#ports.journal.head.seq) throw new BridgeError('stale-import');
    return found;
  }

  /** Runs and keeps the run: beside those before it where it is of the files of `after`, else in their place. */
  async tryOut(
    files: readonly FileToRead[],
    twins: TwinAnswers,
    { progress, signal }: HandlerContext,
    after: string | null = null,
  ): Promise<ImportPreview> {
    const ports = this.#ports;
    const started = ports.now().getTime();
    const { ledger } = ports;
    const packs = ports.packs.packs.map(({ pack }) => pack);
    const context = { pack: namesOf(requirePack(ports).pack, packs), today: ports.today() };
    const asked = { files, twins, mappings: ports.mappings.read(), context, ledger };
    const request: ImportRequest = { ...asked, progress, signal };
    const { preview, elevators } = await ports.importer.tryOut(request);
    await delay(0); // lets a late cancel be seen before the run is kept
    signal.throwIfAborted();
    const importId = randomUUID();
    const before = this.#kept.some((run) => run.importId === after) ? this.#kept : [];
    this.#kept = [...before, { importId, seq: ports.journal.head.seq, request, preview }].slice(-MOST_KEPT);
    const tookMs = ports.now().getTime() - started;
    return { ...preview, sharedDeviceCodes: await sharedWith(ledger, elevators), importId, tookMs };
  }

  async forget(): Promise<void> {
    this.#kept = [];
    await this.#ports.importer.end();
  }

  /** Forgets that run and the others of its files; another import that came since stays. */
  async discard(importId: string): Promise<void> {
    if (this.#kept.some((run) => run.importId === importId)) await this.forget();
  }
}

/** Device codes that elevators of the files share with each other or with those on record. */
async function sharedWith(ledger: Ledger, elevators: Tried['elevators']): Promise<SharedDeviceCode[]> {
  const known = await ledger.withDeviceCodes(elevators.flatMap(({ deviceCode }) => deviceCode ?? []));
  const inFiles = new Set(elevators.map(({ registrationNo }) => registrationNo));
  return sharedDeviceCodes([...known, ...elevators]).filter(({ registrationNos }) =>
    registrationNos.some((no) => inFiles.has(no)),
  );
}

import { access, constants, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { z } from 'zod';
import { BridgeError } from '../../domain/bridge/errors';
import type { BackupStatus } from '../../domain/bridge/backup-replies';
import { BACKUP_FAULTS } from '../../domain/terms/backup-fault';
import { listBackups, type FoundBackup } from '../backup/automatic';
import { BackupFault } from '../backup/backup-fault';
import type { BackupRunner } from '../backup/backup-runner';
import { kdfSchema, sealKeyOf, type SealKey } from '../backup/seal-key';
import { writeFileAtomic } from '../fs/files';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const stateSchema = z.strictObject({
  folder: z.string().nullable(),
  proved: z
    .strictObject({
      at: z.string(),
      name: z.string(),
      seq: z.int(),
      hash: hex64,
      elevators: z.int(),
      photos: z.int(),
      files: z.int(),
      bytes: z.int(),
    })
    .nullable(),
  failed: z.strictObject({ at: z.string(), code: z.enum(BACKUP_FAULTS), what: z.string() }).nullable(),
});
type State = z.infer<typeof stateSchema>;
const keySchema = z.strictObject({ kdf: kdfSchema, key: hex64 });

const NOTHING: State = { folder: null, proved: null, failed: null };
/** What the automatic backups know; no part of a backup. */
const STATE_FILE = 'backups.json';
/** What the passphrase became, readable by this user alone: whoever reads it here reads the records themselves beside it. */
const KEY_FILE = 'backups.key';
const SCRATCH = 'backup-scratch';

/** A day without anything new is backed up all the same after so many. */
const AT_LEAST_DAYS = 7;
const MS_A_DAY = 86_400_000;
const FIRST_LOOK_MS = 60_000;
const LOOK_EVERY_MS = 3_600_000;

export interface BackupHouse {
  readonly profile: string;
  readonly program: string;
  readonly run: BackupRunner;
  /** Instant, ISO 8601 with the offset of the pack's zone. */
  readonly now: () => string;
  readonly head: () => { readonly seq: number; readonly hash: string };
  /** Hears of the head in a backup that was proved. */
  readonly known: (backup: { readonly name: string; readonly seq: number; readonly hash: string }) => Promise<void>;
  /** False of a profile that is opened for reading: another program may be at work in it. */
  readonly mayWrite: boolean;
}

/** The automatic backups of a profile: one a day on which something was written, and at least one a week. */
export class Backups {
  readonly #house: BackupHouse;
  #state: State;
  #key: SealKey | null;
  #running: Promise<BackupStatus> | null = null;
  #timer: NodeJS.Timeout | null = null;

  private constructor(house: BackupHouse, state: State, key: SealKey | null) {
    this.#house = house;
    this.#state = state;
    this.#key = key;
  }

  /** A state that cannot be read counts as none: the folder is asked for anew. */
  static async open(house: BackupHouse): Promise<Backups> {
    const { state, key } = await keptOf(house.profile);
    if (house.mayWrite) await rm(join(house.profile, SCRATCH), { recursive: true, force: true }).catch(() => undefined); // of a run that was killed
    return new Backups(house, state, key);
  }

  get status(): BackupStatus {
    return { ...this.#state, sealed: this.#key !== null, running: this.#running !== null };
  }

  list(): Promise<FoundBackup[]> {
    return this.#state.folder === null ? Promise.resolve([]) : listBackups(this.#state.folder);
  }

  /** Where a backup of that name lies. Throws BridgeError unknown-backup. */
  async pathOf(name: string): Promise<string> {
    const { folder } = this.#state;
    if (folder === null || !(await this.list()).some((one) => one.name === name))
      throw new BridgeError('unknown-backup', { name });
    return join(folder, name);
  }

  get key(): SealKey | null {
    return this.#key;
  }

  /**
   * Null ends the automatic backups. `passphrase`: null = not sealed, undefined = as before. Throws BridgeError backup-folder with `what`
   * = relative, inside, missing or not-writable; disk-full, io-failed.
   */
  async choose(folder: string | null, passphrase: string | null | undefined): Promise<BackupStatus> {
    if (!this.#house.mayWrite) throw new BridgeError('read-only');
    if (folder !== null) await this.#requireFolder(folder);
    const keyFile = join(this.#house.profile, KEY_FILE);
    if (passphrase === null) {
      await rm(keyFile, { force: true });
      this.#key = null;
    } else if (passphrase !== undefined) {
      const key = await sealKeyOf(passphrase);
      await writeFileAtomic(
        keyFile,
        JSON.stringify({ kdf: key.kdf, key: Buffer.from(key.key).toString('hex') }),
        0o600,
      );
      this.#key = key;
    }
    await this.#keep({ ...this.#state, folder, failed: null });
    return this.status;
  }

  async #requireFolder(folder: string): Promise<void> {
    const refuse = (what: string): never => {
      throw new BridgeError('backup-folder', { what });
    };
    if (!isAbsolute(folder)) return refuse('relative');
    const within = relative(this.#house.profile, folder);
    if (within === '' || (!within.startsWith('..') && !isAbsolute(within))) return refuse('inside');
    // Made where its parent is there: a disk that is not connected has none.
    await mkdir(folder, { mode: 0o700 }).catch(() => undefined);
    const isFolder = await stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isFolder) return refuse('missing');
    await access(folder, constants.W_OK).catch(() => refuse('not-writable'));
  }

  /** Throws BridgeError read-only, and backup-folder where the folder cannot be written to now. */
  async requireReady(): Promise<void> {
    if (!this.#house.mayWrite) throw new BridgeError('read-only');
    const { folder } = this.#state;
    if (folder === null) throw new BridgeError('backup-folder', { what: 'none' });
    await this.#requireFolder(folder);
  }

  /** Makes one now; one that is under way is waited for. What fails is told by the status. Throws BridgeError backup-folder. */
  run(): Promise<BackupStatus> {
    if (!this.#house.mayWrite) return Promise.reject(new BridgeError('read-only'));
    if (this.#state.folder === null) return Promise.reject(new BridgeError('backup-folder', { what: 'none' }));
    const { folder } = this.#state;
    return (this.#running ??= this.#make(folder).finally(() => {
      this.#running = null;
    })).then(() => this.status);
  }

  async #make(folder: string): Promise<BackupStatus> {
    const { profile, program, run, now } = this.#house;
    const madeAt = now();
    const job = { profile, into: folder, scratch: join(profile, SCRATCH), key: this.#key, madeAt, program };
    try {
      const { name, bytes, proved } = await run(job);
      const { seq, hash, elevators, photos, files } = proved;
      const known = { at: madeAt, name, seq, hash, elevators, photos, files, bytes };
      await this.#keep({ ...this.#state, proved: known, failed: null });
      await this.#house.known({ name, seq, hash }).catch(() => undefined); // read from the backup itself at the next opening
    } catch (error) {
      const { code, what } = error instanceof BackupFault ? error : ({ code: 'io-failed', what: '' } as const);
      await this.#keep({ ...this.#state, failed: { at: madeAt, code, what } }).catch(() => undefined);
      if (!(error instanceof BackupFault)) throw error;
    }
    return this.status;
  }

  async #keep(state: State): Promise<void> {
    this.#state = state;
    await writeFileAtomic(join(this.#house.profile, STATE_FILE), `${JSON.stringify(state, null, 2)}\n`);
  }

  /** Whether one is due: nothing is proved of this day, and something was written since, or a week went by. */
  get isDue(): boolean {
    const { folder, proved } = this.#state;
    if (folder === null || this.#running !== null) return false;
    if (proved === null) return true;
    const now = this.#house.now();
    if (proved.at.slice(0, 10) === now.slice(0, 10)) return false;
    const isNew = proved.hash !== this.#house.head().hash;
    return isNew || Date.parse(now) - Date.parse(proved.at) >= AT_LEAST_DAYS * MS_A_DAY;
  }

  /** Looks every hour whether one is due, for as long as the program is open. `failed` hears what has no words. */
  start(failed: (error: unknown) => void): void {
    const look = (): void => {
      if (this.isDue) this.run().catch(failed);
      this.#timer = setTimeout(look, LOOK_EVERY_MS).unref();
    };
    this.#timer = setTimeout(look, FIRST_LOOK_MS).unref();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

/** What the automatic backups of a profile know, read without opening it. */
export async function backupsOfProfile(profile: string): Promise<Omit<BackupStatus, 'running'>> {
  const { state, key } = await keptOf(profile);
  return { ...state, sealed: key !== null };
}

async function keptOf(profile: string): Promise<{ readonly state: State; readonly key: SealKey | null }> {
  const state = stateSchema.safeParse(await jsonIn(join(profile, STATE_FILE)));
  const stored = keySchema.safeParse(await jsonIn(join(profile, KEY_FILE)));
  const key = stored.success ? { kdf: stored.data.kdf, key: Buffer.from(stored.data.key, 'hex') } : null;
  return { state: state.success ? state.data : NOTHING, key };
}

async function jsonIn(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch {
    return null;
  }
}

import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { ownStart, processSpace, startOf, type ProcessStart } from './process-start';
import { systemLock, type SystemLock } from './system-lock';

export interface Lock {
  /** Gives the folder free. A lock that is no longer ours is left alone. */
  release(): Promise<void>;
  /** The same within this turn, for a host that is not waited for. */
  releaseAtOnce(): void;
}

/** Who has a profile, as far as the lock says: texts are empty and the number is 0 where it does not. */
export interface LockHolder {
  readonly machine: string;
  readonly user: string;
  /** Instant, ISO 8601. */
  readonly since: string;
  readonly pid: number;
  /** On another machine, so that nobody here can tell whether it still runs. */
  readonly elsewhere: boolean;
}

/** Another process has the profile; nothing was read or written. */
export class ProfileLocked extends Error {
  readonly holder: LockHolder;
  readonly lockFile: string;

  constructor(holder: LockHolder, lockFile: string) {
    super(`locked by process ${holder.pid}`);
    this.name = 'ProfileLocked';
    this.holder = holder;
    this.lockFile = lockFile;
  }
}

const LOCK_FILE = 'lock';

const holderSchema = z.strictObject({
  owner: z.uuid(),
  pid: z.int().positive(),
  boot: z.string().nullable(),
  ticks: z.int().nullable(),
  startedAt: z.number().nullable(),
  /** Held by the operating system as well, which gives it free when its holder ends. */
  system: z.boolean().default(false),
  /** The set of processes in which the number counts, where the system has several. */
  space: z.string().nullable().default(null),
  machine: z.string(),
  user: z.string(),
  since: z.string(),
});
type Holder = z.infer<typeof holderSchema>;

/** What a lock file says, and when it was written. An earlier program wrote its process number and nothing else. */
interface Found {
  readonly text: string;
  readonly holder: Holder | null;
  readonly pid: number | null;
  readonly writtenAt: number;
}

/** Between the instant that a process knows as its start and the one its system tells, at most. */
const START_TOLERANCE_MS = 15_000;
const ATTEMPTS = 5;
/** A lock is made empty and filled in the same breath; one that stays unreadable so long is what a crash left. */
const UNREADABLE_PAUSES = 4;
const PAUSE_MS = 250;
const CLAIM_LIMIT_MS = 10_000;

/** Between taking a lock that only its text holds, and reading it again. */
const SETTLE_MS = 60;

/**
 * One process writes a profile. The operating system holds the lock where it has such locks for this folder: it is free as
 * soon as its holder has ended, whatever its text says, in whatever container or on whatever machine that was. Where it
 * has none, the text holds it: it is taken over when its holder no longer runs, for no process has that number, or one
 * that started at another time, or the machine was started anew. The text names the holder in any case. Throws
 * ProfileLocked while the holder lives, and where that cannot be told (another machine, a system that does not say).
 */
export async function takeLock(folder: string, since: string, system: SystemLock | null = systemLock()): Promise<Lock> {
  const path = join(folder, LOCK_FILE);
  const own: Holder = {
    owner: randomUUID(),
    pid: process.pid,
    ...(await ownStart()),
    ...whoAndWhere(),
    since,
    system: false,
    space: processSpace(),
  };
  if (system !== null) {
    const lock = await takeOfSystem(path, own, system);
    if (lock !== null) return lock;
  }
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await writeNew(path, JSON.stringify(own))) {
      await delay(SETTLE_MS);
      if (holderIn(await textOf(path))?.owner === own.owner) return lockAt(path, own.owner);
    }
    const found = await readLock(path);
    if (found === null) continue; // given free meanwhile
    if (!(await isOver(found, own))) throw lockedBy(found, path);
    await clear(path, found.text);
  }
  throw lockedBy(await readLock(path), path);
}

/** Null where this folder's system has no such locks; nothing is left behind then. */
async function takeOfSystem(path: string, own: Holder, system: SystemLock): Promise<Lock | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { fd, isNew } = openedLock(path);
    const held = system.tryLock(fd);
    if (held === null) {
      closeSync(fd);
      if (isNew) rmSync(path, { force: true });
      return null;
    }
    if (!held) {
      closeSync(fd);
      const found = await readLock(path);
      if (found !== null) throw lockedBy(found, path);
      continue; // given free meanwhile
    }
    if (!isStill(path, fd)) {
      closeSync(fd); // its holder removed it before it came to us
      continue;
    }
    const found = isNew ? null : foundIn(readFileSync(path, 'utf8'), fstatSync(fd).mtimeMs);
    if (found !== null && !(await isOver(found, own, true))) {
      closeSync(fd);
      throw lockedBy(found, path);
    }
    ftruncateSync(fd);
    writeSync(fd, JSON.stringify({ ...own, system: true }), 0);
    return lockAt(path, own.owner, fd);
  }
  throw lockedBy(await readLock(path), path);
}

function openedLock(path: string): { readonly fd: number; readonly isNew: boolean } {
  try {
    return { fd: openSync(path, 'wx+', 0o600), isNew: true };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return { fd: openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600), isNew: false };
}

function isStill(path: string, fd: number): boolean {
  const named = statSync(path, { throwIfNoEntry: false });
  const opened = fstatSync(fd);
  return named !== undefined && named.ino === opened.ino && named.dev === opened.dev;
}

function lockAt(path: string, owner: string, fd?: number): Lock {
  let isHeld = true;
  const releaseAtOnce = (): void => {
    if (!isHeld) return;
    isHeld = false;
    try {
      if (holderIn(readFileSync(path, 'utf8'))?.owner === owner) rmSync(path, { force: true });
    } catch {
      // the folder is gone, or was given free before
    }
    if (fd !== undefined) closeSync(fd);
  };
  return {
    release: () => {
      releaseAtOnce();
      return Promise.resolve();
    },
    releaseAtOnce,
  };
}

async function writeNew(path: string, text: string): Promise<boolean> {
  const handle = await open(path, 'wx', 0o600).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return null;
    throw error;
  });
  if (handle === null) return false;
  try {
    await handle.writeFile(text);
    return true;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** Null when there is none any more. */
async function readLock(path: string): Promise<Found | null> {
  for (let pause = 0; ; pause++) {
    try {
      const [text, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
      const found = foundIn(text, mtimeMs);
      if (found.pid !== null || pause === UNREADABLE_PAUSES) return found;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
    await delay(PAUSE_MS);
  }
}

function foundIn(text: string, writtenAt: number): Found {
  const holder = holderIn(text);
  return { text, holder, pid: holder?.pid ?? (/^[1-9]\d{0,9}$/.test(text) ? Number(text) : null), writtenAt };
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

function holderIn(text: string): Holder | null {
  try {
    return holderSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** True only where it is certain that whoever wrote the lock has ended. `isHeld` = the system gave it to us meanwhile. */
async function isOver({ holder, pid, writtenAt }: Found, own: Holder, isHeld = false): Promise<boolean> {
  if (holder !== null && !sameMachine(holder.machine, own.machine)) return false;
  if (isHeld && holder?.system === true) return true;
  if (holder !== null && holder.boot !== null && own.boot !== null && holder.boot !== own.boot) return true;
  if (holder !== null && holder.space !== own.space) return false; // its number counts among other processes
  if (pid === null || !isRunning(pid)) return true;
  const running = await startOf(pid);
  return holder === null ? startedAfter(running, writtenAt) : !sameStart(holder, running);
}

/** Two processes with one number are one where their starts agree, or where nothing about them can be compared. */
function sameStart(told: ProcessStart, running: ProcessStart): boolean {
  if (told.ticks !== null && running.ticks !== null) return told.ticks === running.ticks;
  if (told.startedAt === null || running.startedAt === null) return true;
  return Math.abs(told.startedAt - running.startedAt) <= START_TOLERANCE_MS;
}

function startedAfter({ startedAt }: ProcessStart, instant: number): boolean {
  return startedAt !== null && startedAt > instant + START_TOLERANCE_MS;
}

/**
 * Removes the lock of a holder that has ended. Only who holds the claim to this very text may, so that nobody removes
 * what another, who judged the same text, has put in its place meanwhile.
 */
async function clear(path: string, text: string): Promise<void> {
  const claim = `${path}.${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  if (!(await writeNew(claim, ''))) {
    const claimedAt = (await stat(claim).catch(() => null))?.mtimeMs ?? Date.now();
    if (Date.now() - claimedAt > CLAIM_LIMIT_MS)
      await rm(claim, { force: true }); // whoever claimed it was killed
    else await delay(PAUSE_MS);
    return;
  }
  try {
    if ((await readFile(path, 'utf8').catch(() => null)) === text) await rm(path, { force: true });
  } finally {
    await rm(claim, { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'; // it runs, as somebody else
  }
}

function whoAndWhere(): Pick<Holder, 'machine' | 'user'> {
  try {
    return { machine: hostname(), user: userInfo().username };
  } catch {
    return { machine: hostname(), user: '' }; // a user without an entry in the system's list
  }
}

function lockedBy(found: Found | null, lockFile: string): ProfileLocked {
  const { machine = '', user = '', since = '' } = found?.holder ?? {};
  const elsewhere = machine !== '' && !sameMachine(machine, hostname());
  return new ProfileLocked({ machine, user, since, pid: found?.pid ?? 0, elsewhere }, lockFile);
}

/** By the first part of the name: what follows changes with the network that a portable machine is in. */
function sameMachine(one: string, other: string): boolean {
  const first = (name: string): string => name.split('.')[0]!.toLowerCase(); // split gives at least one part
  return first(one) === first(other);
}

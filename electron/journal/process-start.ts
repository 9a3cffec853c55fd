import { execFile } from 'node:child_process';
import { readlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Clock ticks a second in which Linux counts a process's start (USER_HZ, the same on every architecture it runs on here). */
const TICKS_A_SECOND = 100;
const ASK_LIMIT_MS = 10_000;

/**
 * What tells one process from a later one with the same number, as far as the system says: on Linux the boot and the
 * tick of its start, which a clock set anew does not move; elsewhere the instant of its start.
 */
export interface ProcessStart {
  readonly boot: string | null;
  readonly ticks: number | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number | null;
}

/** The set of processes among which the number of this one counts (a container has its own); null where there is but one. */
export function processSpace(): string | null {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return null; // no Linux
  }
}

/** The start of this process. */
export async function ownStart(): Promise<ProcessStart> {
  const { boot, ticks } = await linuxStart(process.pid);
  return { boot, ticks, startedAt: Math.round(performance.timeOrigin) };
}

/** The start of a running process; members that the system does not tell are null. */
export async function startOf(pid: number): Promise<ProcessStart> {
  const { boot, ticks } = await linuxStart(pid);
  return { boot, ticks, startedAt: ticks === null ? await startedAtOf(pid) : await instantOfTick(ticks) };
}

async function linuxStart(pid: number): Promise<Pick<ProcessStart, 'boot' | 'ticks'>> {
  if (process.platform !== 'linux') return { boot: null, ticks: null };
  const [boot, stat] = await Promise.all([readText('/proc/sys/kernel/random/boot_id'), readText(`/proc/${pid}/stat`)]);
  return { boot: boot?.trim() ?? null, ticks: stat === null ? null : ticksIn(stat) };
}

/** Field 22 of `/proc/PID/stat`; the name in field 2 may itself hold spaces and brackets. */
export function ticksIn(stat: string): number | null {
  const ticks = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
  return Number.isInteger(ticks) ? ticks : null;
}

async function instantOfTick(ticks: number): Promise<number | null> {
  const upFor = Number((await readText('/proc/uptime'))?.split(' ')[0]);
  return Number.isFinite(upFor) ? Math.round(Date.now() - upFor * 1000 + (ticks * 1000) / TICKS_A_SECOND) : null;
}

async function startedAtOf(pid: number): Promise<number | null> {
  const windows = process.platform === 'win32';
  const asked = windows
    ? run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', windowsQuestion(pid)], ASKED)
    : run('ps', ['-o', 'lstart=', '-p', String(pid)], ASKED);
  return asked.then(
    ({ stdout }) => (windows ? instantInFileTime(stdout) : instantInPs(stdout)),
    () => null, // no such command, forbidden, or the process has just ended
  );
}

const ASKED = { timeout: ASK_LIMIT_MS, windowsHide: true, env: { ...process.env, LC_ALL: 'C' } };

function windowsQuestion(pid: number): string {
  return `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`;
}

/** As `ps -o lstart=` prints it in the machine's zone: `Mon Nov 23 10:15:03 2026`. */
export function instantInPs(text: string): number | null {
  const instant = Date.parse(text.trim());
  return Number.isNaN(instant) ? null : instant;
}

/** Windows counts 100 ns since 1601-01-01. */
export function instantInFileTime(text: string): number | null {
  const found = /^\d{1,19}$/.exec(text.trim());
  return found === null ? null : Number(BigInt(found[0]) / 10_000n - 11_644_473_600_000n);
}

async function readText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}

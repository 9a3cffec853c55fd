import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import type { LoopbackApp } from '../support/loopback-app';

/** What one span of work took. */
export interface Spent {
  /** On the clock, milliseconds. */
  readonly wall: number;
  /** Of the processor, milliseconds. */
  readonly processor: number;
}

/** Work on the clock and by the processor time of the host. */
export async function spentByHost(app: LoopbackApp, work: () => Promise<unknown>): Promise<Spent> {
  const before = hostProcessor(app);
  const started = performance.now();
  await work();
  return { wall: performance.now() - started, processor: hostProcessor(app) - before };
}

/** Clock ticks of `/proc/PID/stat` a second: what every Linux has. */
const TICKS_A_SECOND = 100;

/** Processor time of a process so far, milliseconds; 0 where none runs. */
function processorOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // the name before it may hold blanks
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_A_SECOND;
  } catch {
    return 0;
  }
}

/** Bytes of memory that a process has taken at most; 0 where none runs. */
function memoryOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

export const hostProcessor = (app: LoopbackApp): number => processorOf(app.hostPid);
export const hostMemory = (app: LoopbackApp): number => memoryOf(app.hostPid);

const LOOK_MS = 10;

/** A program of Node from its start to its end; its last moment is not in what it took of processor and memory. */
export async function spentByProgram(args: readonly string[]): Promise<Spent & { readonly memory: number }> {
  const from = performance.now();
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve(performance.now() - from));
  });
  let [processor, memory] = [0, 0];
  const look = setInterval(() => {
    processor = Math.max(processor, processorOf(child.pid ?? 0));
    memory = Math.max(memory, memoryOf(child.pid ?? 0));
  }, LOOK_MS);
  try {
    return { wall: await ended, processor, memory };
  } finally {
    clearInterval(look);
  }
}

/** Bytes that the host has read and written so far, whatever from and to. */
export function hostBytes(app: LoopbackApp): { readonly read: number; readonly written: number } {
  const io = readFileSync(`/proc/${app.hostPid}/io`, 'utf8');
  const figure = (name: string): number => Number(new RegExp(`^${name}: (\\d+)$`, 'm').exec(io)?.[1] ?? Number.NaN);
  return { read: figure('rchar'), written: figure('wchar') };
}

/** Bytes of the files of the journal's folder. */
export function journalBytes(app: LoopbackApp): { readonly journal: number; readonly index: number } {
  const size = (name: string): number => statSync(join(app.profileDir, 'journal', name)).size;
  return { journal: size('journal.ndjson'), index: size('index.bin') + size('index.json') };
}

/** Bytes of the longest line of the journal. */
export function longestLine(app: LoopbackApp): number {
  const text = readFileSync(join(app.profileDir, 'journal', 'journal.ndjson'));
  let longest = 0;
  for (let from = 0, end = text.indexOf(10); end >= 0; from = end + 1, end = text.indexOf(10, from))
    longest = Math.max(longest, end - from);
  return longest;
}

/** Milliseconds in which a page ran tasks of its UI thread. */
export class UiThread {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<UiThread> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new UiThread(session);
  }

  async busy(): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  }
}

/** Bytes that a page is sent by the host while something is done: replies of calls, without the files of the program. */
export async function repliesDuring(page: Page, work: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const calls = new Set<string>();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.url.includes('/api/')) calls.add(requestId);
  });
  session.on('Network.dataReceived', ({ requestId, dataLength }) => {
    if (calls.has(requestId)) bytes += dataLength;
  });
  await work();
  await session.detach();
  return bytes;
}

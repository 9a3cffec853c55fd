import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { beforeEach, describe, expect, it } from 'vitest';

const built = readFileSync(join(import.meta.dirname, '..', '..', 'out', 'preload', 'preload.cjs'), 'utf8');

type Listener = (event: object, message: unknown) => void;
type Bridge = Record<string, (...given: unknown[]) => unknown>;

/** A promise of any world, not only of this one. */
function isPromise(value: unknown): value is Promise<unknown> {
  return Object.prototype.toString.call(value) === '[object Promise]';
}

/**
 * What crosses between the isolated worlds, as the context bridge copies it: values by structured cloning, functions as
 * functions whose arguments and answers are copied in turn. What cannot be cloned cannot cross.
 */
function crossing(value: unknown): unknown {
  if (typeof value === 'function')
    return (...given: unknown[]) => crossing((value as (...all: unknown[]) => unknown)(...given.map(crossing)));
  if (isPromise(value)) return value.then(crossing);
  if (value instanceof File) return value;
  if (Array.isArray(value)) return value.map(crossing);
  if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, crossing(member)]));
  return structuredClone(value);
}

describe('the built preload before a bridge that copies', () => {
  let page: Bridge;
  let worlds: string[];
  let listeners: Map<string, Listener[]>;
  let invoked: unknown[][];
  let sent: unknown[][];
  let answer: (channel: string, message: unknown) => unknown;

  beforeEach(() => {
    worlds = [];
    listeners = new Map();
    invoked = [];
    sent = [];
    answer = () => null;
    const emitter = {
      on: (channel: string, listener: Listener) => {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
        return emitter; // an emitter, as Electron's: what leaks it to the page fails to be copied
      },
      invoke: async (channel: string, message: unknown) => {
        invoked.push([channel, structuredClone(message)]);
        return structuredClone(await answer(channel, message));
      },
      send: (channel: string, message: unknown) => void sent.push([channel, structuredClone(message)]),
    };
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name: string, api: object) => {
          worlds.push(name);
          page = Object.fromEntries(Object.entries(api).map(([key, member]) => [key, crossing(member)])) as Bridge;
        },
      },
      ipcRenderer: emitter,
      webUtils: { getPathForFile: (file: File) => (file.name.startsWith('made') ? '' : `/home/c/${file.name}`) },
    };
    const require = (name: string): unknown => {
      if (name !== 'electron') throw new Error(`a sandboxed preload cannot load ${name}`);
      return electron;
    };
    runInContext(built, createContext({ require, module: { exports: {} }, exports: {}, Object, Error, Map, Promise }));
  });
  const fromMain = (channel: string, message: unknown): void =>
    listeners.get(channel)?.forEach((listener) => listener({}, message));

  it('exposes these functions and nothing else', () => {
    expect(worlds).toEqual(['elevatorAudit']);
    expect(Object.keys(page).sort()).toEqual(['ask', 'call', 'cancel', 'offer', 'onWindow', 'opened']);
    for (const member of Object.values(page)) expect(typeof member).toBe('function');
  });

  it('carries a call and the bytes of its reply, and its progress to whoever called', async () => {
    const told: unknown[] = [];
    answer = (_channel, message) => {
      const { taskId } = message as { taskId: string };
      fromMain('task.progress', { taskId: 'another', progress: { done: 9 } });
      fromMain('task.progress', { taskId, progress: { done: 1 } });
      return new Uint8Array([1, 2, 3]);
    };
    const call = { channel: 'app.info', request: { bytes: new Uint8Array([7]) }, taskId: 't' };
    expect(await page['call']!(call, (progress: unknown) => told.push(progress))).toEqual(new Uint8Array([1, 2, 3]));
    expect(invoked).toEqual([['bridge.call', call]]);
    expect(told).toEqual([{ done: 1 }]);
    fromMain('task.progress', { taskId: 't', progress: { done: 2 } });
    expect(told).toHaveLength(1);
  });

  it('has one listener a channel, however many calls run', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        page['call']!({ channel: 'app.info', request: {}, taskId: String(index) }, () => undefined),
      ),
    );
    expect([...listeners].map(([channel, all]) => [channel, all.length])).toEqual([
      ['task.progress', 1],
      ['window.event', 1],
    ]);
  });

  it('answers nothing of Electron to the page', () => {
    expect(page['cancel']!('t')).toBeUndefined();
    expect(page['ask']!({ kind: 'ready' })).toBeUndefined();
    expect(page['onWindow']!(() => undefined)).toBeUndefined();
    expect(sent).toEqual([
      ['task.cancel', 't'],
      ['window.request', { kind: 'ready' }],
    ]);
  });

  it('knows no channel outside the contract, and a call that fails fails as what it is', async () => {
    await expect(page['call']!({ channel: 'fs.read', request: {}, taskId: 't' }, () => undefined)).rejects.toThrow(
      'unknown channel',
    );
    expect(invoked).toEqual([]);
    answer = () => Promise.reject(new Error('the main process is gone'));
    await expect(page['call']!({ channel: 'app.info', request: {}, taskId: 't' }, () => undefined)).rejects.toThrow(
      'the main process is gone',
    );
  });

  it('gives the page a ticket for a file of this machine, and never its path', async () => {
    answer = (channel, message) => (channel === 'file.offer' && message === '/home/c/台账.csv' ? 'ticket-1' : null);
    expect(await page['offer']!(new File(['x'], '台账.csv'))).toBe('ticket-1');
    expect(await page['offer']!(new File(['x'], 'made-by-the-page.csv'))).toBeNull();
    expect(invoked).toHaveLength(1);
  });

  it('tells the page what the window tells, through the last listener alone', () => {
    const [first, second] = [[], []] as [unknown[], unknown[]];
    page['onWindow']!((event: unknown) => first.push(event));
    page['onWindow']!((event: unknown) => second.push(event));
    fromMain('window.event', { kind: 'find' });
    expect([first, second]).toEqual([[], [{ kind: 'find' }]]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { reportRenderer, type ReportRenderer } from '../../../electron/pdf/report-renderer';
import { storyEvidence } from '../../support/report-stories';

/** Answers like the report worker; what it does is said in the report number. */
const WORKER = `
import { parentPort, threadId } from 'node:worker_threads';
parentPort.on('message', ({ id, evidence }) => {
  const [order, wait] = evidence.number.split(' ');
  const answer = () => {
    if (order === 'die') process.exit(3);
    if (order === 'throw') throw new Error('fault in the worker');
    if (order === 'fail') return parentPort.postMessage({ id, failure: 'no layout' });
    const unsigned = new TextEncoder().encode(order + ' of ' + threadId);
    parentPort.postMessage({ id, report: { unsigned, pages: 1, missing: [] } }, [unsigned.buffer]);
  };
  setTimeout(answer, Number(wait ?? 0));
});
`;

let folder: string;
let renderer: ReportRenderer;
const never = new AbortController().signal;
const ask = async (number: string, signal = never): Promise<string> => {
  const { unsigned } = await renderer.render(storyEvidence({ number }), new Map(), signal);
  return Buffer.from(unsigned).toString();
};

describe('the renderer in its worker', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'renderer-'));
    writeFileSync(join(folder, 'worker.mjs'), WORKER);
  });
  const start = (lanes = 1): void => {
    renderer = reportRenderer(join(folder, 'worker.mjs'), lanes);
  };
  afterEach(() => renderer.close());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps one worker for all reports and answers each caller with its own', async () => {
    start();
    const answers = await Promise.all([ask('a 30'), ask('b'), ask('c 10')]);
    expect(answers.map((text) => text.split(' ')[0])).toEqual(['a', 'b', 'c']);
    expect(new Set(answers.map((text) => text.split(' ').at(-1))).size).toBe(1);
  });

  it('lays out as many reports at a time as there are lanes, and keeps their workers', async () => {
    start(2);
    const answers = await Promise.all([ask('a 30'), ask('b 30'), ask('c 30'), ask('d 30')]);
    expect(answers.map((text) => text.split(' ')[0])).toEqual(['a', 'b', 'c', 'd']);
    const workers = new Set(answers.map((text) => text.split(' ').at(-1)));
    expect(workers.size).toBe(2);
    expect(workers).toContain((await ask('e')).split(' ').at(-1));
  });

  it('uses one worker while no second report waits', async () => {
    start(4);
    const answers = [await ask('a'), await ask('b'), await ask('c')];
    expect(new Set(answers.map((text) => text.split(' ').at(-1))).size).toBe(1);
  });

  it('a report that fails leaves the others and the worker alone', async () => {
    start();
    await expect(ask('fail')).rejects.toThrow('no layout');
    expect(await ask('a')).toMatch(/^a of/);
  });

  it.each([
    ['die', 'the report worker ended'],
    ['throw', 'fault in the worker'],
  ])('a worker that ends (%s) fails what it was asked; the next report starts a new one', async (order, words) => {
    start();
    const first = await ask('a');
    const waiting = ask('b 5000');
    await expect(Promise.all([ask(order), waiting])).rejects.toThrow(words);
    await expect(waiting).rejects.toThrow();
    expect(await ask('c')).not.toBe(first.replace('a', 'c'));
  });

  it('a cancelled report rejects at once with the reason, and the next is answered', async () => {
    start();
    const controller = new AbortController();
    const cancelled = ask('a 200', controller.signal);
    controller.abort(new Error('cancelled by the user'));
    await expect(cancelled).rejects.toThrow('cancelled by the user');
    expect(await ask('b')).toMatch(/^b of/);
    await expect(ask('c', controller.signal)).rejects.toThrow('cancelled by the user');
  });

  it('many reports under one signal leave no listener behind', async () => {
    start();
    const warnings: Error[] = [];
    const note = (warning: Error): void => void warnings.push(warning);
    process.on('warning', note);
    const { signal } = new AbortController();
    for (let count = 0; count < 30; count++) await ask('a', signal);
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });
});

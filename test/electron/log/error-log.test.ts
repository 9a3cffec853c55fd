import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openErrorLog } from '../../../electron/log/error-log';
import { framesOf } from '../../../electron/log/frames';

const program = { version: '1.2.3', host: 'electron', now: () => new Date('2026-11-23T10:00:00Z') };

describe('the log of faults', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'log-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('has the id that the person was shown, and where in the program it happened', () => {
    const log = openErrorLog(folder, program);
    const error = Object.assign(new TypeError('陈工 at 文三路 12号'), { code: 'ERR_SOMETHING' });
    error.stack = [
      'TypeError: 陈工 at 文三路 12号',
      '    at judge (file:///home/chen/audit/out/main/chunks/run-1.js:10:5)',
      '    at async C:\\Users\\陈\\audit\\out\\main\\main.js:3:1',
      '    at read (/home/chen/文件/secret.js:1:1)',
      '    at process.run (node:internal/process/task_queues:95:5)',
    ].join('\n');
    log.write({ event: 'internal', id: 'b1946ac9-2492-4d23-8b49-2d1c2e0f1a11', error });
    expect(JSON.parse(readFileSync(log.file, 'utf8'))).toEqual({
      at: '2026-11-23T10:00:00.000Z',
      version: '1.2.3',
      host: 'electron',
      platform: process.platform,
      event: 'internal',
      id: 'b1946ac9-2492-4d23-8b49-2d1c2e0f1a11',
      name: 'TypeError',
      code: 'ERR_SOMETHING',
      frames: [
        'judge out/main/chunks/run-1.js:10:5',
        'out/main/main.js:3:1',
        'process.run node:internal/process/task_queues:95:5',
      ],
    });
  });

  it('never has what a message says, whatever it says', () => {
    const log = openErrorLog(folder, program, Number.POSITIVE_INFINITY);
    const secret = 'Jane-Doe-310112';
    const messages = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constant(`\n    at x (/home/y/out/${secret}.js:1:1)`),
    );
    fc.assert(
      fc.property(messages, fc.string(), (before, after) => {
        log.write({ event: 'internal', error: new Error(`${before}${secret}${after}`), reason: `${secret} ${after}` });
      }),
    );
    log.write({ event: 'internal', error: secret });
    log.write({
      event: 'internal',
      error: Object.assign(new Error('x'), { name: `${secret} !`, code: `${secret} !` }),
    });
    const text = readFileSync(log.file, 'utf8');
    expect(text.split('\n').length).toBeGreaterThan(100);
    expect(text).not.toContain(secret);
  });

  it('is turned over when it is full, and no more than three files are kept', () => {
    const log = openErrorLog(folder, program, 1_000);
    for (let number = 0; number < 100; number++) log.write({ event: 'page-gone', reason: 'crashed', exitCode: number });
    expect(readdirSync(folder).sort()).toEqual(['elevator-audit.log', 'elevator-audit.log.1', 'elevator-audit.log.2']);
    const all = ['.2', '.1', ''].flatMap((end) =>
      readFileSync(log.file + end, 'utf8')
        .trim()
        .split('\n'),
    );
    const numbers = all.map((line) => (JSON.parse(line) as { exitCode: number }).exitCode);
    expect(numbers.at(-1)).toBe(99);
    expect(numbers).toEqual(Array.from(numbers, (_, index) => numbers[0]! + index));
  });

  it('a log that cannot be written is no second fault', () => {
    writeFileSync(join(folder, 'a-file'), '');
    const log = openErrorLog(join(folder, 'a-file', 'logs'), program);
    expect(() => log.write({ event: 'uncaught', error: new Error('x') })).not.toThrow();
  });

  it('a stack that is none gives no places', () => {
    expect(framesOf('', '')).toEqual([]);
    expect(framesOf('Error: x', 'x')).toEqual([]);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { civilDayIn } from '../../electron/host/local-time';
import { IN_THE_MORNING } from '../support/morning-host';

/** Tells what time it is, itself and by a worker of the same file. */
const PROGRAM = `
const { isMainThread, parentPort, Worker } = require('node:worker_threads');
const told = [new Date().toISOString(), new Date(Date.now()).toISOString()];
if (!isMainThread) parentPort.postMessage(told);
else new Worker(__filename).on('message', (own) => console.log(JSON.stringify([...told, ...own])));
`;

it('a host in the morning and its workers have ten in the morning of this day in China', () => {
  const folder = mkdtempSync(join(tmpdir(), 'morning-'));
  const program = join(folder, 'told.cjs');
  writeFileSync(program, PROGRAM);
  const today = (): string => civilDayIn('Asia/Shanghai', new Date());
  try {
    const around = [today()];
    const said = execFileSync(process.execPath, [...IN_THE_MORNING, program], { encoding: 'utf8' });
    around.push(today());
    const told = JSON.parse(said) as string[];
    expect(told).toHaveLength(4);
    for (const instant of told) {
      expect(instant.slice(10, 14)).toBe('T02:'); // ten in Shanghai
      expect(around).toContain(instant.slice(0, 10));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

import { createReadStream, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { answer } from '../../support/command-line';

describe('a sample of 25 000 elevators over 3 years', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sample-large-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is written with visits by date, in memory that does not grow with them', async () => {
    const before = process.memoryUsage().rss;
    const { code, err } = await answer([
      ...['sample', '--elevators', '25000', '--years', '3', '--seed', '7', '--out', folder],
    ]);
    expect(code).toBe(0);
    expect(process.memoryUsage().rss - before).toBeLessThan(600e6); // whole, the visits alone take more than twice that
    expect(readdirSync(folder)).toHaveLength(6);
    const lines = createInterface({ input: createReadStream(join(folder, 'visits.csv')) });
    let rows = -1;
    let last = '';
    const elevators = new Set<string>();
    for await (const line of lines) {
      if (++rows === 0) continue;
      const [no = '', date = ''] = line.split(',');
      if (date < last) throw new Error(`${date} after ${last}`);
      last = date;
      elevators.add(no);
    }
    expect(rows).toBeGreaterThan(1_500_000);
    expect(elevators.size).toBeGreaterThan(24_000);
    expect(err.replaceAll(/\D/g, '')).toContain(String(rows));
  });
});

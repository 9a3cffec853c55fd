import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { calendarFacts } from '../../support/calendar-facts';

// A process takes its zone when it starts, so each zone needs a process of its own.
const ZONES = ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Apia'];

describe('the calendar under other time zones', () => {
  const folder = mkdtempSync(join(tmpdir(), 'calendar-zones-'));

  beforeAll(async () => {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: join(import.meta.dirname, '..', '..', 'support', 'calendar-facts.ts'),
        outDir: folder,
        rolldownOptions: { output: { entryFileNames: 'facts.mjs' } },
      },
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(ZONES)('%s changes no day', (zone) => {
    const script = `import { calendarFacts } from './facts.mjs';
      process.stdout.write(JSON.stringify({ facts: calendarFacts(), offset: new Date(2026, 6, 1).getTimezoneOffset() }));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: folder,
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    const { facts, offset } = JSON.parse(stdout) as { facts: unknown; offset: number };
    expect(facts).toEqual(JSON.parse(JSON.stringify(calendarFacts())));
    expect(offset).not.toBe(0);
  });
});

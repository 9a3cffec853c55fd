import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answer } from '../../support/command-line';

describe('the command line', () => {
  it('without a command tells what there is and exits with 2', async () => {
    const { code, out, err } = await answer([]);
    expect(code).toBe(2);
    expect(out).toBe('');
    for (const name of ['sample', 'audit', 'report', 'identity create', 'verify']) expect(err).toContain(`  ${name} `);
  });

  it('names a command that there is not, also one that every object has', async () => {
    for (const name of ['adit', 'constructor', '__proto__']) {
      const { code, err } = await answer([name]);
      expect(code).toBe(2);
      expect(err).toContain(`There is no command "${name}".`);
    }
  });

  it('gives help on standard output', async () => {
    expect((await answer(['--help'])).out).toContain('audit --register');
    expect(await answer(['audit', '--help'])).toMatchObject({ code: 0, err: '' });
  });

  it('speaks the language that the line asks for, also about what it cannot understand', async () => {
    expect((await answer(['audit', '--bogus', '--locale', 'zh-CN'])).err).toContain('选项看不懂');
    expect((await answer(['audit', '--locale=zh-CN'])).err).toContain('缺少 --as-of');
  });
});

const bundle = join(import.meta.dirname, '..', '..', '..', 'out', 'main', 'cli.js');

describe.skipIf(!existsSync(bundle))('the built command line (skipped when out/main/cli.js is not built)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cli-built-'));
  const sample = ['sample', '--elevators', '400', '--years', '1', '--seed', '1', '--out', folder];
  const audit = ['audit', '--register', join(folder, 'elevators.csv'), '--visits', join(folder, 'visits.csv')];

  it('keeps data on standard output and everything else on standard error', () => {
    const made = spawnSync(process.execPath, [bundle, ...sample], { encoding: 'utf8' });
    expect(made.status).toBe(0);
    const whole = spawnSync(process.execPath, [bundle, ...audit, '--as-of', '2026-11-23', '--format', 'json'], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    expect(whole.status).toBe(1);
    expect((JSON.parse(whole.stdout) as { elevators: object[] }).elevators).toHaveLength(400);
  });

  it('ends quietly when its reader goes away', () => {
    const line = [process.execPath, bundle, ...audit, '--as-of', '2026-11-23', '--format', 'json'];
    const piped = spawnSync('sh', ['-c', '"$@" | head -c 10', 'sh', ...line], { encoding: 'utf8' });
    expect(piped.stdout).toBe('{"asOf":"2');
    expect(piped.stderr).toBe('');
    rmSync(folder, { recursive: true, force: true });
  });
});

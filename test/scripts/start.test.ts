import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { electronBinary, fetchElectron } from '../../scripts/electron-binary.mjs';
import { endOf, sandboxLacks } from '../../scripts/electron-end.mjs';

const root = join(import.meta.dirname, '..', '..');
describe.skipIf(process.platform === 'win32')('the start before a binary that', () => {
  let folder: string;
  beforeAll(() => {
    spawnSync(process.execPath, [join(root, 'scripts', 'ensure-built.mjs')]);
    folder = mkdtempSync(join(tmpdir(), 'start-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const binaryThat = (script: string): string => {
    const dist = mkdtempSync(join(tmpdir(), 'start-dist-'));
    const name = process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
    mkdirSync(join(dist, name, '..'), { recursive: true });
    writeFileSync(join(dist, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(dist, name), 0o755);
    chmodSync(dist, 0o755);
    return dist;
  };

  /** Starts the program with nothing in the way of a window; where it serves a browser, it is ended once it has said so. */
  const start = (dist: string): Promise<{ code: number | null; signal: string | null; out: string; err: string }> =>
    new Promise((resolve) => {
      const program = join(folder, 'start.mjs');
      const module = pathToFileURL(join(root, 'scripts', 'start-application.mjs')).href;
      writeFileSync(
        program,
        `import { startApplication } from '${module}';
        await startApplication(${JSON.stringify(root)}, process.argv.slice(2), null);`,
      );
      const child = spawn(process.execPath, [program, '--profile', join(folder, 'profile'), '--port', '0'], {
        env: { ...process.env, HOME: folder, ELECTRON_OVERRIDE_DIST_PATH: dist },
      });
      const said = { out: '', err: '' };
      child.stdout.on('data', (chunk: Buffer) => {
        said.out += chunk.toString();
        if (said.out.includes('#token=')) child.kill('SIGTERM');
      });
      child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
      child.on('close', (code, signal) => {
        rmSync(dist, { recursive: true, force: true });
        resolve({ code, signal, ...said });
      });
    });

  it('dies by a signal says so and serves the browser instead', async () => {
    const { code, out, err } = await start(binaryThat('kill -TRAP $$'));
    expect(err).toContain('Electron ended with SIGTRAP');
    expect(out).toContain('http://127.0.0.1:');
    expect(code).toBe(0);
  });

  it('cannot be loaded says so and serves the browser instead', async () => {
    const { out, err } = await start(binaryThat('exit 127'));
    expect(err).toContain('exit code 127');
    expect(out).toContain('http://127.0.0.1:');
  });

  it('is closed ends as it ended, and serves nothing', async () => {
    for (const wanted of [0, 3]) {
      const { code, out } = await start(binaryThat(`exit ${wanted}`));
      expect(code).toBe(wanted);
      expect(out).toBe('');
    }
  });

  it('somebody ended passes the signal on as an exit code, and serves nothing', async () => {
    const { code, out } = await start(binaryThat('kill -TERM $$'));
    expect(code).toBe(143);
    expect(out).toBe('');
  });

  it('is not where the override says serves the browser, and asks no network', async () => {
    const { out, err } = await start(mkdtempSync(join(tmpdir(), 'start-dist-')));
    expect(err).toContain('ELECTRON_OVERRIDE_DIST_PATH=');
    expect(err).not.toContain('trying to fetch');
    expect(out).toContain('http://127.0.0.1:');
  });

  it('hands the profile to the window', async () => {
    const { out } = await start(binaryThat('echo "got: $*"'));
    expect(out).toContain(`--profile ${join(folder, 'profile')}`);
  });
});

describe('npm start', () => {
  it('serves the browser where it is asked to, and ends in order', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'start-'));
    const words = ['--loopback', '--profile', join(folder, '资 料'), '--port', '0'];
    const child = spawn(process.execPath, [join(root, 'scripts', 'start.mjs'), ...words]);
    const said = { out: '', err: '' };
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      said.out += chunk.toString();
      if (said.out.includes('#token=')) child.kill('SIGTERM');
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(said.err).toContain('the loopback host was asked for');
    expect(code, said.err).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('fetching the binary', () => {
  const HOUR = 3_600_000;
  let project: string;
  let said: string;
  const fetchAt = (now: number, mirror?: string) =>
    fetchElectron(project, {
      env: { PATH: process.env['PATH'], ...(mirror === undefined ? {} : { ELECTRON_MIRROR: mirror }) },
      now,
      say: (text: string) => (said += text),
    });
  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), 'fetch-'));
    said = '';
    mkdirSync(join(project, 'node_modules', 'electron'), { recursive: true });
    cpSync(join(root, 'node_modules', 'electron', 'package.json'), join(project, 'node_modules/electron/package.json'));
  });
  afterAll(() => {
    rmSync(project, { recursive: true, force: true });
  });
  const installer = (code: string): void =>
    writeFileSync(join(project, 'node_modules', 'electron', 'install.js'), code);

  it('a failure is remembered for a day, and names the ways on', () => {
    installer(`console.error('no route'); require('fs').appendFileSync(__dirname + '/tries', 'x'); process.exit(1)`);
    const tries = (): number => readFileSync(join(project, 'node_modules', 'electron', 'tries'), 'utf8').length;
    expect(fetchAt(0).why).toContain('ELECTRON_MIRROR');
    expect(fetchAt(23 * HOUR).why).toContain('1970-01-01T00:00:00.000Z');
    expect(tries()).toBe(1);
    fetchAt(25 * HOUR);
    expect(tries()).toBe(2);
    fetchAt(26 * HOUR, 'https://mirror.example/');
    expect(tries()).toBe(3);
  });

  it('a clock that was set back does not keep the failure', () => {
    said = '';
    fetchAt(0, 'https://mirror.example/');
    expect(said).toContain('trying to fetch');
  });

  it('a binary that came forgets the failure', () => {
    installer(
      `const fs = require('fs'); fs.mkdirSync(__dirname + '/dist'); fs.writeFileSync(__dirname + '/dist/electron', ''); fs.writeFileSync(__dirname + '/path.txt', 'electron')`,
    );
    expect(fetchAt(100 * HOUR).binary).toBe(electronBinary(project, {}));
    expect(existsSync(join(project, 'node_modules', '.cache', 'elevator-audit', 'electron-download.json'))).toBe(false);
  });
});

describe('the end of the window', () => {
  it('is a crash by the signals a process raises itself and by the error codes of Windows', () => {
    for (const signal of ['SIGTRAP', 'SIGABRT', 'SIGSEGV', 'SIGILL', 'SIGBUS'])
      expect(endOf(null, signal)).toEqual({ crashed: signal });
    expect(endOf(0xc000_0005, null)).toEqual({ crashed: 'exit code 3221225477' });
    expect(endOf(null, 'SIGINT')).toEqual({ crashed: null, code: 130 });
    expect(endOf(0, null)).toEqual({ crashed: null, code: 0 });
  });

  it('names the permission that the sandbox lacks, and nothing where one is given', () => {
    const ubuntu = (file: string): string | null =>
      file.endsWith('apparmor_restrict_unprivileged_userns') ? '1' : null;
    const lacks = sandboxLacks('/opt/e/electron', {
      readText: ubuntu,
      permissionsOf: () => ({ uid: 1000, mode: 0o755 }),
    });
    expect(lacks.join('\n')).toContain('apparmor_restrict_unprivileged_userns = 1');
    expect(lacks.join('\n')).toContain('/opt/e/chrome-sandbox');
    expect(lacks.join('\n')).toContain('owner 1000, mode 0755');
    const helper = { readText: ubuntu, permissionsOf: () => ({ uid: 0, mode: 0o4755 }) };
    expect(sandboxLacks('/opt/e/electron', helper)).toEqual([]);
    expect(sandboxLacks('/opt/e/electron', { readText: () => null, permissionsOf: () => null })).toEqual([]);
  });
});

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { USAGE } from '../../electron/cli/usage';
import { fusesOf, stubElectron } from '../support/stub-electron';

const root = join(import.meta.dirname, '..', '..');
const MOST_BYTES = 60_000_000;
const BUILDING_MS = 900_000;
const RUNNING_MS = 300_000;

/** Loaded only where a package is built. */
interface Asar {
  readonly extractAll: (archive: string, to: string) => void;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** Why no package can be built here, or null; through a link to the packages it would lack some of them. */
const obstacle =
  process.platform !== 'linux'
    ? 'the stub stands in for Electron on Linux'
    : lstatSync(join(root, 'node_modules')).isSymbolicLink()
      ? 'node_modules is a link'
      : null;

describe.skipIf(obstacle !== null)(`the package${obstacle === null ? '' : ` (skipped: ${obstacle})`}`, () => {
  const scratch = mkdtempSync(join(tmpdir(), 'package-'));
  const packed = join(scratch, 'dist', 'linux-unpacked');
  const archive = join(packed, 'resources', 'app.asar');
  const place = join(scratch, '梯审 记录'); // where nothing else of the program lies
  const app = join(place, 'program');
  let files: string[];

  beforeAll(() => {
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as {
      version: string;
    };
    const dist = stubElectron(join(scratch, 'electron'), version);
    const built = spawnSync(process.execPath, [join(root, 'scripts/package.mjs'), '--linux', 'dir', '--x64'], {
      env: { ...process.env, ELECTRON_DIST: dist, PACKAGE_DIR: join(scratch, 'dist') },
      encoding: 'utf8',
    });
    if (built.status !== 0) throw new Error(`${built.stdout}\n${built.stderr}`);
    mkdirSync(place);
    const { extractAll } = createRequire(import.meta.url)('@electron/asar') as Asar;
    extractAll(archive, app);
    files = filesBelow(app);
  }, BUILDING_MS);
  afterAll(() => {
    rmSync(scratch, { recursive: true, force: true });
  });

  it('is no larger than 60 MB', () => {
    expect(statSync(archive).size).toBeLessThan(MOST_BYTES);
  });

  it('carries no tests, no sources and nothing that only builds', () => {
    const strange = files.filter(
      (file) =>
        /(^|\/)(test|tests|__tests__|coverage|\.yarn)\//.test(file) ||
        /\.(ts|tsx|map)$/.test(file) ||
        /^(domain|electron|renderer|scripts|packaging|docs)\//.test(file) ||
        /^node_modules\/(electron|electron-builder|vite|vitest|typescript|react|playwright-core|subset-font)\//.test(
          file,
        ),
    );
    expect(strange).toEqual([]);
  });

  it('asks no development server for its pages', () => {
    const scripts = files.filter((file) => file.startsWith(join('out', 'main')) && file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(0);
    for (const file of scripts)
      expect(readFileSync(join(app, file), 'utf8'), file).not.toContain('ELECTRON_RENDERER_URL');
  });

  it('carries each font once, and the subsets of the pages beside the whole ones', () => {
    const named = (ending: RegExp): string[] => files.filter((file) => ending.test(file)).sort();
    expect(named(/\.(ttf|otf)$/)).toEqual([
      'resources/fonts/NotoSansSC-Bold.ttf',
      'resources/fonts/NotoSansSC-Regular.ttf',
      'resources/fonts/NotoSerifSC-Bold.ttf',
    ]);
    expect(named(/\.woff2$/)).toHaveLength(3);
    expect(named(/\.woff2$/).every((file) => file.startsWith('out/renderer/assets/'))).toBe(true);
  });

  it('carries every rule pack, the icon, and the licences of all it is made of', () => {
    const packs = readdirSync(join(root, 'resources/regulations')).filter((name) => name.endsWith('.json'));
    for (const name of [...packs.map((pack) => `resources/regulations/${pack}`), 'resources/icons/icon.png', 'LICENSE'])
      expect(files, name).toContain(name);
    expect(files.filter((file) => /^resources\/fonts\/OFL-/.test(file))).toHaveLength(2);
    const notices = readFileSync(join(app, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['pdfkit', 'fontkit', 'react', 'dexie', 'i18next', 'zod', 'node-forge', 'Noto Serif SC'])
      expect(notices, name).toMatch(new RegExp(`^${name} `, 'm'));
    expect(existsSync(join(packed, 'THIRD-PARTY-NOTICES.txt'))).toBe(true);
  });

  it('lists in its bill of materials every package that it carries', () => {
    const { components } = JSON.parse(readFileSync(join(app, 'sbom.cdx.json'), 'utf8')) as {
      components: { name: string; version: string }[];
    };
    const listed = new Set(components.map(({ name }) => name));
    const carried = files
      .map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(file)?.[1])
      .filter((name) => name !== undefined);
    expect(carried.length).toBeGreaterThan(10);
    expect(carried.filter((name) => !listed.has(name))).toEqual([]);
  });

  it('has every fuse that would let other code run in it switched off', () => {
    // runAsNode, cookie encryption, NODE_OPTIONS, inspect arguments, archive integrity, only from the archive,
    // browser snapshot, file protocol privileges, as the schema orders them; the last one is left as Electron has it.
    expect(fusesOf(readFileSync(join(packed, 'elevator-audit')))).toMatch(/^0.0011.0/);
  });

  it('keeps the two languages of its menus', () => {
    expect(readdirSync(join(packed, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak']);
  });

  const command = (...words: string[]): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, [join(app, 'out/main/cli.js'), ...words], {
      cwd: place,
      encoding: 'utf8',
      env: { ...process.env, NODE_PATH: '', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' },
      maxBuffer: 64 * 1024 * 1024,
    });

  it(
    'answers every command of the usage text from another folder',
    () => {
      writeFileSync(join(place, '口令.txt'), '翠柏苑-口令-7\n');
      const tables = ['--register', 'elevators.csv', '--as-of', '2026-11-23'];
      const key = ['--identity', '签名.p12', '--passphrase-file', '口令.txt'];
      const runs: Record<keyof typeof USAGE, [words: string[], statuses: number[]][]> = {
        sample: [[['--elevators', '3', '--years', '1', '--seed', '7', '--out', '.'], [0]]],
        audit: [
          [
            [...tables, '--visits', 'visits.csv', '--format', 'json'],
            [0, 1],
          ],
        ],
        template: [[['--out', 'templates'], [0]]],
        export: [[['--profile', 'nowhere', '--out', 'records'], [2]]],
        hazards: [
          [
            [...tables, '--hazards', 'hazards.csv'],
            [0, 1],
          ],
        ],
        plan: [
          [
            [...tables, '--visits', 'visits.csv', '--format', 'json'],
            [0, 1],
          ],
        ],
        packs: [
          [['--id', 'cn-zj-hz'], [0]],
          [['validate', join(app, 'resources/regulations/hk.json')], [0]],
        ],
        identity: [[['create', '--name', '绿源 物业', '--out', '签名.p12', '--passphrase-file', '口令.txt'], [0]]],
        report: [
          [
            [
              ...tables,
              '--visits',
              'visits.csv',
              '--elevator',
              'all',
              '--kind',
              'compliance',
              '--locale',
              'zh-CN',
              ...key,
              '--out',
              '报告',
            ],
            [0, 1],
          ],
        ],
        countersign: [], // below, of a report that is there by then
        backup: [[['create', '--profile', '没有', '--out', '备份'], [2]]],
        journal: [[['verify', '--profile', '没有'], [2]]],
        verify: [],
      };
      for (const [name, lines] of Object.entries(runs))
        for (const [words, statuses] of lines) {
          const { status, stderr } = command(name, ...words);
          expect(statuses, `${name} ${words.join(' ')}: ${stderr}`).toContain(status);
        }
      const reports = readdirSync(join(place, '报告')).filter((name) => name.endsWith('.pdf'));
      expect(reports).toHaveLength(3);
      const verified = command('verify', join('报告', reports[0] ?? ''), '--format', 'json');
      expect(verified.stdout, verified.stderr).toContain('"pagesMatch":true');
      const received = [join('报告', reports[0] ?? ''), '--role', 'receipt', ...key, '--out', '签收.pdf'];
      expect(command('countersign', ...received).status).toBe(0);
      expect(
        command('help')
          .stdout.split('\n')
          .filter((line) => line !== ''),
      ).toHaveLength(Object.keys(USAGE).length);
    },
    RUNNING_MS,
  );

  it(
    'serves the same application to a browser from there',
    async () => {
      const host = spawn(
        process.execPath,
        [join(app, 'out/main/loopback.js'), '--profile', join(place, '资料'), '--port', '0'],
        {
          cwd: place,
        },
      );
      const said = { out: '', err: '' };
      host.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
      const address = await new Promise<string>((resolve, reject) => {
        host.stdout.on('data', (chunk: Buffer) => {
          said.out += chunk.toString();
          const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said.out);
          if (found !== null) resolve(found[0]);
        });
        host.on('exit', (code) => reject(new Error(`the host ended with ${String(code)}: ${said.err}`)));
      });
      const page = await fetch(address);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('/assets/');
      const font = Buffer.from(await (await fetch(`${address}fonts/NotoSansSC-Regular.ttf`)).arrayBuffer());
      const { sha256 } = (
        JSON.parse(readFileSync(join(root, 'resources/fonts/fonts.json'), 'utf8')) as { file: string; sha256: string }[]
      ).find(({ file }) => file === 'NotoSansSC-Regular.ttf')!; // the list has it: its own test
      expect(createHash('sha256').update(font).digest('hex')).toBe(sha256);
      const ended = new Promise((resolve) => host.once('close', resolve));
      host.removeAllListeners('exit');
      host.kill('SIGTERM');
      await ended;
      expect(existsSync(join(place, '资料', 'journal'))).toBe(true);
    },
    RUNNING_MS,
  );
});

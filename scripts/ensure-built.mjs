// Builds `out/` when it is missing or older than any source, so that every command runs what is written.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'out', '.built');
const SOURCES = [
  'domain',
  'electron',
  'renderer',
  'resources/fonts',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];

function newestIn(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

export function isBuilt() {
  return existsSync(stamp) && statSync(stamp).mtimeMs > Math.max(...SOURCES.map((name) => newestIn(join(root, name))));
}

/** The build speaks on standard error: standard output belongs to the command that needed it. */
export function ensureBuilt() {
  if (isBuilt()) return;
  const started = new Date();
  const vite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, `${started.toISOString()}\n`);
  utimesSync(stamp, started, started); // a source saved while the build ran counts as newer
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureBuilt();

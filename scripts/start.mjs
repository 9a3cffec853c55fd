// Starts the application: in Electron where its binary is there or can be had, else over the loopback host.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const electronDir = join(root, 'node_modules', 'electron');
const DOWNLOAD_LIMIT_MS = 180_000;

function electronBinary() {
  const pathFile = join(electronDir, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(electronDir, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** Why a window cannot open here even with the binary, or null. */
function obstacle() {
  if (process.platform !== 'linux') return null;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no graphical display';
  return process.getuid?.() === 0 ? 'Electron keeps its sandbox, and root has none' : null;
}

function fetchElectron() {
  process.stderr.write('The Electron binary is not here yet; trying to fetch it once …\n');
  spawnSync(process.execPath, [join(electronDir, 'install.js')], { stdio: 'ignore', timeout: DOWNLOAD_LIMIT_MS });
  return electronBinary();
}

const args = process.argv.slice(2);
ensureBuilt();
const blocked = args.includes('--loopback') ? 'the loopback host was asked for' : obstacle();
const binary = blocked === null ? (electronBinary() ?? fetchElectron()) : null;

if (binary !== null) {
  spawn(binary, [root, ...args], { stdio: 'inherit' }).on('exit', (code) => process.exit(code ?? 0));
} else {
  process.stderr.write(
    `No Electron window: ${blocked ?? 'its binary could not be fetched'}. Serving the same application to a browser on this machine.\n`,
  );
  process.argv = [process.argv[0], 'loopback', ...args.filter((arg) => arg !== '--loopback')];
  await import('../out/main/loopback.js');
}

// Starts the application: in Electron where its binary is there or can be had, else over the loopback host.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { electronBinary, fetchElectron } from './electron-binary.mjs';
import { endOf, sandboxLacks } from './electron-end.mjs';
import { ensureBuilt } from './ensure-built.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Why a window cannot open here even with the binary, or null. */
function obstacle() {
  if (process.platform !== 'linux') return null;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no graphical display';
  return process.getuid?.() === 0 ? 'Electron keeps its sandbox, and root has none' : null;
}

/** Runs the window to its end: how it ended, or `{crashed}` where it never came up or died. */
function runElectron(binary, args) {
  return new Promise((resolve) => {
    const child = spawn(binary, [root, ...args], { stdio: 'inherit' });
    child.on('error', (error) => resolve({ crashed: error.message }));
    child.on('exit', (code, signal) => resolve(endOf(code, signal)));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  });
}

async function serve(why, args) {
  process.stderr.write(
    `No Electron window 没有窗口: ${why}.\nServing the same application and records to a browser on this machine 改由本机浏览器打开同一程序和记录。\n`,
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
  process.argv = [process.argv[0], 'loopback', ...args];
  await import('../out/main/loopback.js');
}

const args = process.argv.slice(2);
const hostArgs = args.filter((arg) => arg !== '--loopback');
ensureBuilt();
const blocked = args.includes('--loopback') ? 'the loopback host was asked for' : obstacle();
const binary = blocked === null ? electronBinary(root) : null;
const fetched = blocked === null && binary === null ? fetchElectron(root) : { binary };
if (blocked !== null || fetched.binary === undefined) await serve(blocked ?? fetched.why, hostArgs);
else {
  const end = await runElectron(fetched.binary, args);
  if (end.crashed === null) process.exitCode = end.code;
  else {
    const lacks = process.platform === 'linux' ? sandboxLacks(fetched.binary) : [];
    await serve([`Electron ended with ${end.crashed}`, ...lacks].join('\n'), hostArgs);
  }
}

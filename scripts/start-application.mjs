// Opens the window and tells how it ended, or serves the same application to a browser where there is none.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { electronBinary, fetchElectron } from './electron-binary.mjs';
import { endOf, sandboxLacks } from './electron-end.mjs';

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Why a window cannot open here even with the binary, or null. */
export function obstacle() {
  if (process.platform !== 'linux') return null;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no graphical display';
  return process.getuid?.() === 0 ? 'Electron keeps its sandbox, and root has none' : null;
}

/** Runs the window to its end: how it ended, or `{crashed}` where it never came up or died. */
function runElectron(binary, words) {
  return new Promise((resolve) => {
    const child = spawn(binary, words, { stdio: 'inherit' });
    child.on('error', (error) => resolve({ crashed: error.message }));
    child.on('exit', (code, signal) => resolve(endOf(code, signal)));
    for (const signal of ENDING) process.on(signal, () => child.kill(signal));
  });
}

async function serve(root, why, args) {
  process.stderr.write(
    `No Electron window 没有窗口: ${why}.\nServing the same application and records to a browser on this machine 改由本机浏览器打开同一程序和记录。\n`,
  );
  for (const signal of ENDING) process.removeAllListeners(signal);
  process.argv = [process.argv[0], 'loopback', ...args];
  await import(pathToFileURL(join(root, 'out', 'main', 'loopback.js')).href);
}

/** `blocked`: why no window is to be tried, or null. The exit code is that of the host which served. */
export async function startApplication(root, args, blocked) {
  if (blocked !== null) return serve(root, blocked, args);
  const binary = electronBinary(root);
  const fetched = binary === null ? fetchElectron(root) : { binary };
  if (fetched.binary === undefined) return serve(root, fetched.why, args);
  const end = await runElectron(fetched.binary, [root, ...args]);
  if (end.crashed === null) process.exitCode = end.code;
  else {
    const lacks = process.platform === 'linux' ? sandboxLacks(fetched.binary) : [];
    await serve(root, [`Electron ended with ${end.crashed}`, ...lacks].join('\n'), args);
  }
}

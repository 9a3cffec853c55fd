// Where Electron's binary lies, and fetching it once: a download that failed is not tried again for a day.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const DOWNLOAD_LIMIT_MS = 180_000;
const DAY_MS = 24 * 60 * 60 * 1000;

const EXECUTABLES = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

/** The binary to start, or null. `ELECTRON_OVERRIDE_DIST_PATH` names another folder than the package's own. */
export function electronBinary(root, env = process.env) {
  const packageDir = join(root, 'node_modules', 'electron');
  const pathFile = join(packageDir, 'path.txt');
  const named = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : null;
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!override && named === null) return null;
  const binary = join(override || join(packageDir, 'dist'), named ?? EXECUTABLES[process.platform] ?? 'electron');
  return existsSync(binary) ? binary : null;
}

/**
 * The binary after a try to fetch it, whose output goes to standard error; or why there is none. A failure is remembered
 * in `node_modules/.cache` with the mirror that was asked, so another mirror is tried at once.
 */
export function fetchElectron(
  root,
  { env = process.env, now = Date.now(), say = (text) => process.stderr.write(text) } = {},
) {
  if (env.ELECTRON_OVERRIDE_DIST_PATH)
    return {
      why: `ELECTRON_OVERRIDE_DIST_PATH=${env.ELECTRON_OVERRIDE_DIST_PATH} holds no Electron 里面没有 Electron`,
    };
  const memory = join(root, 'node_modules', '.cache', 'elevator-audit', 'electron-download.json');
  const mirror = env.ELECTRON_MIRROR ?? '';
  const failed = readFailure(memory);
  if (failed !== null && failed.mirror === mirror && now >= failed.at && now - failed.at < DAY_MS)
    return {
      why:
        `fetching its binary failed at ${new Date(failed.at).toISOString()} 上次下载失败; it is tried again a day later, ` +
        `at once with another ELECTRON_MIRROR or without ${memory}`,
    };
  say('The Electron binary is not here yet; trying to fetch it once … 正在下载 Electron，只试一次…\n');
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  const { status, signal } = spawnSync(process.execPath, [installer], {
    stdio: ['ignore', 2, 2],
    timeout: DOWNLOAD_LIMIT_MS,
    env,
  });
  const binary = electronBinary(root, env);
  if (binary !== null) {
    rmSync(memory, { force: true });
    return { binary };
  }
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, `${JSON.stringify({ at: now, mirror })}\n`);
  return {
    why:
      `its binary could not be fetched (${signal ?? `exit code ${status}`}) 下载失败; ELECTRON_MIRROR names another server ` +
      'to fetch it from 可指定镜像, ELECTRON_OVERRIDE_DIST_PATH a folder that holds it 或已有的文件夹',
  };
}

function readFailure(file) {
  try {
    const { at, mirror } = JSON.parse(readFileSync(file, 'utf8'));
    return Number.isFinite(at) && typeof mirror === 'string' ? { at, mirror } : null;
  } catch {
    return null;
  }
}

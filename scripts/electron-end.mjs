// What the end of the Electron process means: closed by somebody, refused by the program, or died before its time.
import { readFileSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';

/** Signals that the process raises itself when it cannot go on; any other is somebody's wish to end it. */
const OF_A_CRASH = ['SIGTRAP', 'SIGABRT', 'SIGILL', 'SIGSEGV', 'SIGBUS', 'SIGFPE', 'SIGSYS'];

/** Exit codes of shells and linkers for a program that could not be loaded. */
const NOT_STARTED = [126, 127];

/** Windows ends a process that crashed with an NTSTATUS of severity error as its exit code. */
const FIRST_NTSTATUS_ERROR = 0xc000_0000;

/** `{crashed: null, code}`: ended in its own way, with the exit code to pass on. `{crashed}`: how it died. */
export function endOf(code, signal) {
  if (signal !== null)
    return OF_A_CRASH.includes(signal)
      ? { crashed: signal }
      : { crashed: null, code: 128 + (constants.signals[signal] ?? 0) };
  if (NOT_STARTED.includes(code) || code >= FIRST_NTSTATUS_ERROR) return { crashed: `exit code ${code}` };
  return { crashed: null, code };
}

const read = (file) => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
};

const modeOf = (file) => {
  try {
    const { uid, mode } = statSync(file);
    return { uid, mode: mode & 0o7777 };
  } catch {
    return null;
  }
};

const SWITCHES = [
  ['/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1'],
  ['/proc/sys/kernel/unprivileged_userns_clone', '0'],
  ['/proc/sys/user/max_user_namespaces', '0'],
];

/**
 * Which permission Chromium's sandbox lacks on this Linux, as sentences; none where one of the two it can use is given.
 * It needs user namespaces for ordinary users, or the helper `chrome-sandbox` beside the binary, root's and mode 4755.
 */
export function sandboxLacks(binary, { readText = read, permissionsOf = modeOf } = {}) {
  const forbidding = SWITCHES.filter(([file, value]) => readText(file) === value).map(
    ([file, value]) => `${file} = ${value}`,
  );
  const helper = join(dirname(binary), 'chrome-sandbox');
  const found = permissionsOf(helper);
  if (forbidding.length === 0 || (found?.uid === 0 && (found.mode & 0o4001) === 0o4001)) return [];
  const state = found === null ? 'not there' : `owner ${found.uid}, mode ${found.mode.toString(8).padStart(4, '0')}`;
  return [
    `The sandbox of Chromium lacks a permission 沙箱缺少权限: unprivileged user namespaces are forbidden (${forbidding.join(', ')}),`,
    `and its helper ${helper} is not root's with mode 4755 (${state}).`,
    `Either is enough 任选其一: sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'; or allow the namespaces.`,
  ];
}

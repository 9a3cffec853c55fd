// What `npm test`, `npm run test:long` and CI are made of: steps that are told with their time, and one closing line.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => join(root, 'node_modules', '.bin', name);
const E2E = ['--config', 'test/e2e/vitest.config.ts'];
const script = (name) => [process.execPath, join(root, 'scripts', name)];

/** Runs a command to its end; with `apart` what it says is shown when it has ended, so that two do not mix. */
function step(title, [command, ...args], { env = {}, apart = false } = {}) {
  const started = Date.now();
  if (!apart) process.stdout.write(`\n== ${title}\n`);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: apart ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...env },
    });
    let said = '';
    child.stdout?.on('data', (chunk) => (said += chunk));
    child.stderr?.on('data', (chunk) => (said += chunk));
    const end = (ok, why) => {
      if (apart) process.stdout.write(`\n== ${title}\n${said}${why}`);
      const seconds = Math.round((Date.now() - started) / 1000);
      process.stdout.write(`== ${title}: ${ok ? 'done' : 'FAILED'} in ${seconds} s\n`);
      resolve(ok);
    };
    child.on('error', (error) => end(false, `${error.message}\n`));
    child.on('close', (code) => end(code === 0, ''));
  });
}

const counts = (passed, failed, skipped, names = [], unstable = []) => ({ passed, failed, skipped, names, unstable });
async function check(title, command, options) {
  const ok = await step(title, command, options);
  return counts(0, ok ? 0 : 1, 0, ok ? [] : [{ what: title }]);
}

// What a test that did not end says is this one word, and where it began.
const NEVER_ENDED = 'Error: STACK_TRACE_ERROR';
const firstLine = (text) => text.split('\n', 1)[0].replace(NEVER_ENDED, 'the test did not end in its time');

/** What failed in a run of vitest, by file and name, with the first line of what was said. */
const failures = ({ testResults }) =>
  testResults.flatMap((file) => {
    const path = relative(root, file.name);
    const tests = file.assertionResults.filter(({ status }) => status === 'failed');
    if (tests.length === 0 && file.status === 'failed') return [{ what: path, said: firstLine(file.message) }];
    return tests.map((test) => ({
      what: `${path}: ${test.fullName}`,
      said: firstLine(test.failureMessages.join(' ')),
    }));
  });

/** What one run of vitest came to; `results` is null where it did not get so far as to write them. */
async function runOnce(title, args, env) {
  const results = mkdtempSync(join(tmpdir(), 'elevator-audit-tests-'));
  const file = join(results, 'results.json');
  const FAULTS_FILE = join(results, 'faults.txt');
  const reporters = ['verbose', 'json', join(root, 'scripts', 'faults-reporter.mjs')].map(
    (name) => `--reporter=${name}`,
  );
  const ok = await step(title, [bin('vitest'), 'run', ...args, ...reporters, `--outputFile.json=${file}`], {
    env: { ...env, FAULTS_FILE },
  });
  try {
    const found = JSON.parse(readFileSync(file, 'utf8'));
    return { ok, results: found, faults: readFileSync(FAULTS_FILE, 'utf8').split('\n').slice(0, -1) };
  } catch {
    return { ok: false, results: null, faults: [] };
  } finally {
    rmSync(results, { recursive: true, force: true });
  }
}

function countsOf(title, { ok, results, faults }) {
  if (results === null) return counts(0, 1, 0, [{ what: title }]);
  const { numPassedTests, numFailedTests, numPendingTests } = results;
  // A file that cannot be loaded, or a fault outside every test, fails the run and no test.
  const failed = numFailedTests === 0 && !ok ? 1 : numFailedTests;
  const names = [...failures(results), ...faults.map((said) => ({ what: `${title}, outside every test`, said }))];
  return counts(numPassedTests, failed, numPendingTests, failed > 0 && names.length === 0 ? [{ what: title }] : names);
}

/** More files than these that fail in one run have a cause in common, which a second run would only hide. */
const MOST_AGAIN = 4;

/**
 * With `again`, files that failed run once more by themselves, one after another. What passes then is told as unstable: it
 * depends on what else the machine does, which is a fault of the test or of the program, and none of the change at hand.
 */
async function vitest(title, { config = [], files = [], env = {}, again = false }) {
  const first = await runOnce(title, [...config, ...files], env);
  const whole = countsOf(title, first);
  const failing = (first.results?.testResults ?? [])
    .filter(({ status }) => status === 'failed')
    .map(({ name }) => relative(root, name));
  if (!again || first.faults.length > 0 || failing.length === 0 || failing.length > MOST_AGAIN) return whole;
  const second = countsOf(
    title,
    await runOnce(`${title}, once more`, [...config, ...failing, '--no-file-parallelism'], env),
  );
  return outcomeOfBoth(whole, second);
}

/** Of a run and of a second one of the files that failed in it. */
export function outcomeOfBoth(whole, second) {
  const still = new Set(second.names.map(({ what }) => what));
  const unstable = whole.names.filter(({ what }) => !still.has(what));
  return counts(
    whole.passed + Math.max(0, whole.failed - second.failed),
    second.failed,
    whole.skipped,
    second.names,
    unstable,
  );
}

/** Two at a time, for two cores: lint on one; types, format and the build on the other. */
async function checks() {
  const apart = { apart: true };
  const lint = check('lint', [bin('eslint'), '.'], apart);
  const rest = [];
  for (const [title, command] of [
    ['types', script('types.mjs')],
    ['nothing unused', [bin('knip'), '--no-progress']],
    ['format', [bin('prettier'), '--check', '--log-level', 'warn', '.']],
    ['format of the packs', [...script('format-packs.mjs'), '--check']],
    ['build', script('ensure-built.mjs')],
  ])
    rest.push(await check(title, command, apart));
  return [await lint, ...rest];
}

/** Everything that must hold before a change lands. */
export async function shortRun({ again = false } = {}) {
  return [
    ...(await checks()),
    await vitest('unit tests', { again }),
    await vitest('end-to-end tests', { config: E2E, again }),
  ];
}

/** What takes minutes: files that end in `.long.test.ts`, and those whose number of rounds is larger in the long form. */
export async function longRun({ unit, endToEnd }, env = {}, { again = false } = {}) {
  const long = { TEST_LENGTH: 'long', ...env };
  const runs = [await check('build', script('ensure-built.mjs'), { apart: true })];
  if (unit.length > 0) runs.push(await vitest('long unit tests', { files: unit, env: long, again }));
  if (endToEnd.length > 0)
    runs.push(await vitest('long end-to-end tests', { config: E2E, files: endToEnd, env: long, again }));
  return runs;
}

/** Prints what failed and the closing line, and sets how the process ends. */
export function close(runs) {
  const sum = (key) => runs.reduce((total, run) => total + run[key], 0);
  const list = (key, word) =>
    runs
      .flatMap((run) => run[key])
      .map(({ what, said }) => `${word} ${what}${said ? `: ${said}` : ''}\n`)
      .join('');
  process.stdout.write(
    `\n${list('unstable', 'UNSTABLE (failed beside others, passed alone)')}${list('names', 'FAILED')}` +
      `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`,
  );
  process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
}

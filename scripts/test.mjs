// Everything that must hold before a change lands: types, lint, format, build, unit tests, end-to-end tests.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureTestTools } from './test-tools.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => join(root, 'node_modules', '.bin', name);

function step(title, command, args) {
  const started = Date.now();
  process.stdout.write(`\n== ${title}\n`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  process.stdout.write(
    `== ${title}: ${status === 0 ? 'done' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s\n`,
  );
  return status === 0;
}

function vitest(title, args, results) {
  const file = join(results, `${title.replaceAll(' ', '-')}.json`);
  const passed = step(title, bin('vitest'), [
    'run',
    ...args,
    '--reporter=verbose',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8'));
    return { ok: passed, passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  } catch {
    return { ok: false, passed: 0, failed: 1, skipped: 0 };
  }
}

ensureTestTools();
ensureBuilt();
const PROJECTS = ['domain', 'electron', 'preload', 'renderer', 'test'];
const checks = [
  ...PROJECTS.map((name) => step(`types of ${name}`, bin('tsc'), ['-p', `tsconfig.${name}.json`])),
  step('lint', bin('eslint'), ['.']),
  step('format', bin('prettier'), ['--check', '--log-level', 'warn', '.']),
  step('format of the packs', process.execPath, ['scripts/format-packs.mjs', '--check']),
];
const results = mkdtempSync(join(tmpdir(), 'elevator-audit-tests-'));
const runs = [
  vitest('unit tests', [], results),
  vitest('end-to-end tests', ['--config', 'test/e2e/vitest.config.ts'], results),
];
rmSync(results, { recursive: true, force: true });

const sum = (key) => runs.reduce((total, run) => total + run[key], 0);
const failedChecks = checks.filter((ok) => !ok).length;
const ok = failedChecks === 0 && runs.every((run) => run.ok) && sum('passed') > 0;
if (failedChecks > 0) process.stdout.write(`\n${failedChecks} of the checks before the tests failed; see above.\n`);
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed') + failedChecks} failed, ${sum('skipped')} skipped\n`);
process.exitCode = ok ? 0 : 1;

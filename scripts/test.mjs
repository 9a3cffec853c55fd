// Everything that must hold before a change lands: types, lint, format, build, unit tests, end-to-end tests.
// `--long-too`, as CI runs it: what takes minutes as well, and one closing line for both.
import { longFiles } from './long-files.mjs';
import { close, longRun, shortRun } from './test-runs.mjs';
import { ensureTestTools } from './test-tools.mjs';

ensureTestTools();
const runs = await shortRun();
// A fifth of the histories that `npm run test:long` compares: CI has a limit, and their seed is the same.
const HISTORIES = { SECOND_READING_HISTORIES: '2000' };
if (process.argv.includes('--long-too')) runs.push(...(await longRun(longFiles(), HISTORIES)));
close(runs);

// Everything that must hold before a change lands: types, lint, format, build, unit tests, end-to-end tests.
// `--long-too`, as CI runs it: what takes minutes as well, and one closing line for both.
import { longFiles } from './long-files.mjs';
import { close, longRun, shortRun } from './test-runs.mjs';
import { ensureTestTools } from './test-tools.mjs';

ensureTestTools();
const isLong = process.argv.includes('--long-too');
const again = { again: isLong };
const runs = await shortRun(again);
// A fifth of the histories that `npm run test:long` compares: CI has a limit, and their seed is the same.
const HISTORIES = { SECOND_READING_HISTORIES: '2000' };
if (isLong) runs.push(...(await longRun(longFiles(), HISTORIES, again)));
close(runs);

// What `npm test` leaves out or samples, at full length: 10 000 random histories a pack beside the slow reading, properties
// with all their rounds, drills, fleets of thousands. `npm run test:long -- [WORD…]` runs the files whose path has the words.
// `npm run test:long -- second-reading --histories 2000 --seed 7`; a failing seed prints the smallest history that still fails.
import { parseArgs } from 'node:util';
import { longFiles } from './long-files.mjs';
import { close, longRun } from './test-runs.mjs';
import { ensureTestTools } from './test-tools.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { histories: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
for (const [name, text] of Object.entries(values)) {
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    process.stderr.write(`--${name}: not a whole number above 0: ${text}\n`);
    process.exit(2);
  }
}
const asked = (files) => files.filter((name) => positionals.every((word) => name.includes(word)));
const { unit, endToEnd } = longFiles();
ensureTestTools();
close(
  await longRun(
    { unit: asked(unit), endToEnd: asked(endToEnd) },
    { SECOND_READING_HISTORIES: values.histories, SECOND_READING_SEED: values.seed, PROPERTY_SEED: values.seed },
  ),
);

// Identity of the code that turns evidence into pages: programs of one identity word the same findings alike and lay them out alike.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const COMPOSER = 'electron/pdf/render-paper.ts';
const PACKAGES = ['pdfkit', 'fontkit', 'qrcode'];

/** What words a page and lays it out. The longest place that fits a file counts, here and below. */
export const LAYS_OUT = [
  'domain/elevator/words-in-english.ts',
  'domain/explain/act-names.ts',
  'domain/explain/explanation-lines.ts',
  'domain/explain/remedy-sentence.ts',
  'domain/explain/words',
  'domain/hazard/hazard-names.ts',
  'domain/record/life-refusal-words.ts',
  'domain/record/refusal-sentences.ts',
  'domain/record/step-refusal-words.ts',
  'domain/report',
  'domain/routine/basis.ts',
  'domain/terms',
  'electron/fs/fonts-folder.ts',
  'electron/pades',
  'electron/pdf',
];
/** What finds out the facts that a page states: it is held by the recomputed verdict, and may be mended without a new identity. */
export const JUDGES = [
  'domain/assessment',
  'domain/audit',
  'domain/calendar',
  'domain/callout',
  'domain/contract',
  'domain/counting',
  'domain/daily-check',
  'domain/device-event',
  'domain/doubt-answer',
  'domain/doubts',
  'domain/drill',
  'domain/elevator',
  'domain/explain',
  'domain/hazard',
  'domain/headline',
  'domain/inspection',
  'domain/insurance',
  'domain/pack',
  'domain/reading',
  'domain/record',
  'domain/response',
  'domain/risk',
  'domain/roster',
  'domain/routine',
  'domain/service-clock',
  'domain/visit',
];

const readText = (file) => readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n');

/** Files that run when a page is composed and laid out, as paths from the root; imports of types alone do not run. */
export function composerFiles(read = readText) {
  const found = new Set();
  const visit = (file) => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, names, path] of read(file).matchAll(/^(?:import|export)\s([^;]*?)\bfrom\s+'(\.[^']+)'/gms))
      if (!isOfTypes(names)) visit(posix.join(posix.dirname(file), `${path}.ts`));
  };
  visit(COMPOSER);
  return [...found].sort();
}

function isOfTypes(names) {
  if (/^type\s/.test(names)) return true;
  const listed = /^\{([^}]*)\}\s*$/s.exec(names);
  return listed !== null && listed[1].split(',').every((name) => name.trim() === '' || /^type\s/.test(name.trim()));
}

/** `lays-out`, `judges`, or null for a file that nobody has placed yet. */
export function roleOf(file) {
  const longest = (places) =>
    Math.max(
      0,
      ...places.filter((place) => file === place || file.startsWith(`${place}/`)).map((place) => place.length),
    );
  const [lays, judges] = [longest(LAYS_OUT), longest(JUDGES)];
  return lays === judges ? null : lays > judges ? 'lays-out' : 'judges';
}

/** SHA-256 in hex over the sources and the versions of the packages, and the fonts, that shape a page. */
export function layoutId(read = readText) {
  const hash = createHash('sha256');
  const { packages } = JSON.parse(read('package-lock.json'));
  for (const name of PACKAGES) hash.update(`${name} ${packages[`node_modules/${name}`].version}\n`);
  for (const { file, sha256 } of JSON.parse(read('resources/fonts/fonts.json'))) hash.update(`${file} ${sha256}\n`);
  for (const file of composerFiles(read)) if (roleOf(file) !== 'judges') hash.update(`${file}\n`).update(read(file));
  return hash.digest('hex');
}

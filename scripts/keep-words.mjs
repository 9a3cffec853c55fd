// Keeps the words of this release as data, so that later ones can tell whether its reports say what their evidence gives.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { layoutId } from './layout-id.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The composer of the papers in one script that imports nothing and leaves `composer`. */
export async function composerSource() {
  const [{ output }] = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      target: 'node20',
      lib: { entry: join(root, 'domain', 'report', 'composer.ts'), formats: ['iife'], name: 'composer' },
    },
  });
  return output[0].code;
}

/** Writes `resources/words/<identity>.json`; what is there already stays as it is. */
export async function keepWords(folder = join(root, 'resources', 'words')) {
  const layout = layoutId();
  const place = join(folder, `${layout}.json`);
  if (existsSync(place)) return place;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const kept = { layout, program: `Elevator Audit ${version}`, composer: await composerSource() };
  mkdirSync(folder, { recursive: true });
  writeFileSync(place, `${JSON.stringify(kept)}\n`);
  return place;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${await keepWords()}\n`);

// The packages whose code a package of the program carries: those that run in Node, and those bundled into the pages.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const IMPORTED = /(?:from|import)\s*\(?\s*'((?:@[\w.-]+\/)?[a-z][\w.-]*)[^']*'/g;

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

/** Packages that the sources of the pages, and of the rules they share, import by name. */
function importedByPages() {
  const files = ['renderer', 'domain'].flatMap((folder) => filesBelow(join(root, folder)));
  const names = files
    .filter((file) => /\.(ts|tsx|css)$/.test(file))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(IMPORTED)].map(([, name]) => name));
  return new Set(names);
}

/** Where npm put the package that one at `from` means by `name`: its own folder first, then outward. */
function placeOf(packages, from, name) {
  const places = [];
  for (let base = from; base !== ''; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/'))))
    places.push(`${base}/node_modules/${name}`);
  return [...places, `node_modules/${name}`].find((place) => packages[place] !== undefined) ?? null;
}

/** `{name, version, licence, integrity, folder}` of each, by name and version; types alone are no code. */
export function shippedPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const waiting = [...Object.keys(packages[''].dependencies), ...importedByPages()]
    .filter((name) => !name.startsWith('@types/'))
    .map((name) => placeOf(packages, '', name))
    .filter((place) => place !== null);
  const places = new Set();
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (places.has(place)) continue;
    places.add(place);
    for (const name of Object.keys(packages[place].dependencies ?? {})) {
      const next = placeOf(packages, place, name);
      if (next !== null && !name.startsWith('@types/')) waiting.push(next);
    }
  }
  return [...places].sort().map((place) => ({
    name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version: packages[place].version,
    licence: packages[place].license ?? 'not stated',
    integrity: packages[place].integrity ?? null,
    folder: join(root, place),
  }));
}

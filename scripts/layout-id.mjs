// Identity of the code that turns evidence into pages: programs of one identity lay the same evidence out alike.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const CODE = ['domain', 'electron/pades', 'electron/pdf'];
const PACKAGES = ['pdfkit', 'fontkit', 'qrcode'];

function filesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
}

/** SHA-256 in hex over the sources and the versions of the packages, and the fonts, that shape a page. */
export function layoutId() {
  const hash = createHash('sha256');
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  for (const name of PACKAGES) hash.update(`${name} ${packages[`node_modules/${name}`].version}\n`);
  for (const { file, sha256 } of JSON.parse(readFileSync(join(root, 'resources', 'fonts', 'fonts.json'), 'utf8')))
    hash.update(`${file} ${sha256}\n`);
  for (const file of CODE.flatMap(filesBelow).sort())
    hash.update(`${file}\n`).update(readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n'));
  return hash.digest('hex');
}

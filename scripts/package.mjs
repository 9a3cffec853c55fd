// Builds the packages of this system: build, notices, electron-builder with the words given, checksums.
// `npm run package` makes the installers; `npm run package -- --dir` the folder they are made of.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, lstatSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';
import { writeNotices } from './notices.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = resolve(root, process.env.PACKAGE_DIR ?? 'dist');
const INSTALLERS = /\.(exe|zip|dmg|AppImage|deb)$/;

async function sha256(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

// Behind a link electron-builder finds some of the packages only, and says no more than a warning.
if (lstatSync(join(root, 'node_modules')).isSymbolicLink()) {
  process.stderr.write('node_modules is a link: run npm ci here, for a package built through it lacks parts.\n');
  process.exit(1);
}
if (process.platform === 'linux' && !(process.env.PACKAGE_HOMEPAGE && process.env.PACKAGE_MAINTAINER))
  process.stderr.write('No .deb: one names who answers for it, in PACKAGE_HOMEPAGE and PACKAGE_MAINTAINER.\n');
ensureBuilt();
writeNotices(join(dist, 'notices'));
const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
const { status } = spawnSync(
  process.execPath,
  [builder, '--config', 'packaging/electron-builder.mjs', '--publish', 'never', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
if (status !== 0) process.exit(status ?? 1);
const made = readdirSync(dist)
  .filter((name) => INSTALLERS.test(name))
  .sort();
const lines = await Promise.all(made.map(async (name) => `${await sha256(join(dist, name))}  ${name}\n`));
if (lines.length > 0) writeFileSync(join(dist, `SHA256SUMS-${process.platform}`), lines.join(''));

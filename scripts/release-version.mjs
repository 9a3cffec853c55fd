// Refuses a release whose tag, package version and changelog heading differ: `node scripts/release-version.mjs v0.2.0`.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { layoutId } from './layout-id.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What speaks against releasing `tag`, as sentences; none where it may be released. */
export function releaseFaults(tag, packageText, changelogText, areWordsKept = true) {
  const { version } = JSON.parse(packageText);
  const faults = [];
  if (tag !== `v${version}`) faults.push(`the tag ${tag} is not v${version}, the version of package.json`);
  const headings = [...changelogText.matchAll(/^## (\S+)/gm)].map(([, heading]) => heading);
  if (!headings.includes(version)) faults.push(`CHANGELOG.md has no heading "## ${version}"`);
  if (!areWordsKept) faults.push('resources/words has no words of this release: run node scripts/keep-words.mjs');
  return faults;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const read = (name) => readFileSync(join(root, name), 'utf8');
  const faults = releaseFaults(
    process.argv[2] ?? '',
    read('package.json'),
    read('CHANGELOG.md'),
    existsSync(join(root, 'resources', 'words', `${layoutId()}.json`)),
  );
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

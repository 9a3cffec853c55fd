import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Before the fuses in every Electron binary: this text, a version, how many there are, a digit for each. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_VERSION = 1;
const FUSES = '101110101';

/** A folder that packs like Electron for Linux and runs nothing: the archive beside it is a real one. */
export function stubElectron(folder: string, version: string): string {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  const wire = Buffer.from([FUSE_VERSION, FUSES.length]);
  const binary = Buffer.concat([Buffer.from(`#!/bin/sh\n# ${FUSE_SENTINEL}`), wire, Buffer.from(`${FUSES}\n`)]);
  writeFileSync(join(folder, 'electron'), binary, { mode: 0o755 });
  writeFileSync(join(folder, 'version'), version);
  for (const name of ['en-US', 'zh-CN', 'de']) writeFileSync(join(folder, 'locales', `${name}.pak`), '');
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'resources.pak', 'chrome-sandbox'])
    writeFileSync(join(folder, name), '');
  return folder;
}

/** The fuses of a packed binary, a digit each, in the order of Electron's fuse schema. */
export function fusesOf(binary: Buffer): string {
  const at = binary.indexOf(FUSE_SENTINEL) + FUSE_SENTINEL.length;
  return binary.subarray(at + 2, at + 2 + (binary[at + 1] ?? 0)).toString();
}

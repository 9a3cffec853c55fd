import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version that the program's package.json states. */
export function programVersion(rootDir: string): string {
  const { version } = JSON.parse(readFileSync(join(rootDir, 'package.json'), 'utf8')) as { version: string };
  return version;
}

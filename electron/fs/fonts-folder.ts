import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

let found: string | undefined;

/** The fonts that papers and pages share: `resources/fonts` in the nearest folder above this code, bundled or not. */
export function fontsFolder(): string {
  return (found ??= above(import.meta.dirname));
}

function above(folder: string): string {
  const fonts = join(folder, 'resources', 'fonts');
  if (existsSync(join(fonts, 'fonts.json'))) return fonts;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('resources/fonts is missing: the program is not installed whole');
  return above(parent);
}

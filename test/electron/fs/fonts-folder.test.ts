import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fontsFolder } from '../../../electron/fs/fonts-folder';

interface Font {
  readonly file: string;
  readonly licenceFile: string;
  readonly page?: { readonly file: string };
}

it('the folder of fonts is that of this project and holds every font that it lists, with its licence', () => {
  const folder = fontsFolder();
  expect(folder).toBe(join(import.meta.dirname, '..', '..', '..', 'resources', 'fonts'));
  const fonts = JSON.parse(readFileSync(join(folder, 'fonts.json'), 'utf8')) as readonly Font[];
  const files = fonts.flatMap(({ file, licenceFile, page }) => [file, licenceFile, ...(page ? [page.file] : [])]);
  expect(files.length).toBeGreaterThan(2);
  expect(files.filter((name) => !existsSync(join(folder, name)))).toEqual([]);
});

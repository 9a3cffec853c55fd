// Pictures of every page in both languages and both themes: `npm run screenshots -- FOLDER [--size 1280x720] [--only
// fleet,verify] [--root PROJECT]`. The pictures of the README are among them.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './ensure-built.mjs';
import { PAGES, PageTour } from './page-tour.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '1280x720' },
    only: { type: 'string', default: PAGES.map(([name]) => name).join(',') },
    root: { type: 'string' },
  },
});
const folder = resolve(positionals[0] ?? 'out/screenshots');
const [width, height] = values.size.split('x').map(Number);
const wanted = new Set(values.only.split(','));
if (!(width > 0 && height > 0)) throw new Error('--size is WIDTHxHEIGHT, such as 1280x720');

if (values.root === undefined) ensureBuilt();
const tour = new PageTour(values.root);
try {
  await tour.start();
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of ['light', 'dark']) {
    const page = await tour.open({ width, height, colorScheme });
    for (const [locale, button] of [
      ['zh', '中文'],
      ['en', 'EN'],
    ]) {
      await page.getByRole('button', { name: button, exact: true }).click();
      for (const [name, hash] of PAGES) {
        if (!wanted.has(name)) continue;
        await tour.go(page, hash);
        await page.screenshot({ path: join(folder, `${name}-${locale}-${colorScheme}.png`) });
      }
    }
    await page.getByRole('button', { name: '中文', exact: true }).click();
    await page.context().close();
  }
} finally {
  await tour.end();
}

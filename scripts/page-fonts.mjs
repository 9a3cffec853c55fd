// Makes the fonts of the pages out of those of the papers: WOFF2 with the characters that most records need. What they
// lack is drawn from the whole font, which a page fetches only then. Run after a change of fonts or of words.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const fontsDir = join(root, 'resources', 'fonts');
const WORDS = ['renderer/i18n', 'domain', 'resources/regulations'];

/** GB 2312 (the 94 × 94 table inside GBK), Latin up to Extended-A, general punctuation. */
function usualCharacters() {
  const gbk = new TextDecoder('gbk');
  const characters = new Set();
  for (let row = 0xa1; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) characters.add(gbk.decode(Uint8Array.of(row, cell)));
  for (let code = 0x20; code < 0x180; code++) characters.add(String.fromCodePoint(code));
  for (let code = 0x2000; code < 0x2070; code++) characters.add(String.fromCodePoint(code));
  return characters;
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

/** Every character of the program's own words: what a page can show without any record. */
export function ownCharacters() {
  const files = WORDS.flatMap((folder) => filesBelow(join(root, folder))).filter((file) => /\.(json|ts)$/.test(file));
  return new Set(files.flatMap((file) => [...readFileSync(file, 'utf8')]));
}

async function main() {
  const { default: subsetFont } = await import('subset-font');
  const listFile = join(fontsDir, 'fonts.json');
  const fonts = JSON.parse(readFileSync(listFile, 'utf8'));
  const text = [...new Set([...usualCharacters(), ...ownCharacters()])].join('');
  for (const font of fonts) {
    const woff2 = await subsetFont(readFileSync(join(fontsDir, font.file)), text, { targetFormat: 'woff2' });
    writeFileSync(join(fontsDir, font.page.file), woff2);
    font.page.sha256 = createHash('sha256').update(woff2).digest('hex');
    process.stdout.write(`${font.page.file}: ${woff2.length} bytes\n`);
  }
  writeFileSync(listFile, `${JSON.stringify(fonts, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();

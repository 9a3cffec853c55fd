import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { answerPage } from '../../../electron/pages/static-pages';
import type { OpenFont } from '../../../electron/pdf/fonts';
import { ownCharacters } from '../../../scripts/page-fonts.mjs';

interface Listed {
  file: string;
  sha256: string;
  licenceFile: string;
  page: { file: string; sha256: string };
}

const folder = join(import.meta.dirname, '..', '..', '..', 'resources', 'fonts');
const listed = JSON.parse(readFileSync(join(folder, 'fonts.json'), 'utf8')) as Listed[];
const sha256 = (file: string): string =>
  createHash('sha256')
    .update(readFileSync(join(folder, file)))
    .digest('hex');
const open = (file: string): OpenFont => fontkit.create(readFileSync(join(folder, file))) as OpenFont;

describe('the fonts', () => {
  it('are the files that their list names, each with its licence', () => {
    for (const font of listed) {
      expect(sha256(font.file), font.file).toBe(font.sha256);
      expect(sha256(font.page.file), font.page.file).toBe(font.page.sha256);
      expect(readFileSync(join(folder, font.licenceFile), 'utf8')).toContain('SIL Open Font License');
    }
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.ttf'))
        .sort(),
    ).toEqual(listed.map(({ file }) => file).sort());
  });

  it('of the papers are the bytes with which earlier reports were laid out', () => {
    expect(listed.map(({ sha256: hash }) => hash)).toEqual([
      'd45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16',
      '9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96',
      '9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6',
    ]);
  });

  it('of the pages draw every word of the program that the whole font draws', () => {
    const own = [...ownCharacters()].map((character) => character.codePointAt(0)!); // whole characters
    for (const { file, page } of listed) {
      const [whole, small] = [open(file), open(page.file)];
      const missing = own.filter((code) => whole.hasGlyphForCodePoint(code) && !small.hasGlyphForCodePoint(code));
      expect(
        missing.map((code) => String.fromCodePoint(code)),
        page.file,
      ).toEqual([]);
    }
  });

  it('of the papers are served to the pages, and nothing else of their folder', async () => {
    const answered = await answerPage('/nowhere', '/fonts/NotoSansSC-Regular.ttf', 'nonce');
    expect(answered.status).toBe(200);
    expect(answered.headers['content-type']).toBe('font/ttf');
    expect(createHash('sha256').update(answered.body).digest('hex')).toBe(listed[0]?.sha256);
    for (const path of ['/fonts/fonts.json', '/fonts/../icons/icon.png', '/fonts/%2e%2e/icons/icon.png', '/fonts/'])
      expect((await answerPage('/nowhere', path, 'nonce')).status, path).toBe(404);
  });
});

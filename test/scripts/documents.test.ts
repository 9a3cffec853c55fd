import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const DOCUMENTS = [
  ...['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md'],
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];
/** A path of this repository in a document's code marks; a pattern or a place to fill in is none. */
const PATH = /`((?:domain|electron|renderer|scripts|test|resources|packaging|eslint-rules)\/[\w./-]*\w)`/g;

/** How comments cite a section of the formats, and what in it: `formats.md` section 1, Entry. */
const CITED = /formats\.md`? section (\d+)(?:, ([A-Z][a-z]+))?/g;
const CITING = ['domain', 'electron', 'renderer', 'scripts', 'test'];

/** Every file of the program and its tests with its text. */
function sources(): (readonly [path: string, text: string])[] {
  return CITING.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|tsx|mjs|mts|md)$/.test(name))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  ).map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]);
}

/** The sections of a document by their numbers, each from its heading to the next. */
function sectionsOf(text: string): ReadonlyMap<string, string> {
  return new Map(text.split(/^## /m).flatMap((part) => (/^\d/.test(part) ? [[part.split('.', 1)[0]!, part]] : [])));
}

/** The address of a heading within its document, as forges make it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

function brokenAnchors(document: string): string[] {
  const text = readFileSync(join(ROOT, document), 'utf8');
  return [...text.matchAll(/\]\(([^)\s#:]*)#([^)\s]+)\)/g)]
    .filter(([, path, anchor]) => {
      const target = path === '' ? join(ROOT, document) : join(ROOT, dirname(document), path!);
      const headings = existsSync(target) ? readFileSync(target, 'utf8').match(/(?<=^#+ ).+$/gm) : null;
      return !(headings ?? []).some((heading) => anchorOf(heading) === decodeURIComponent(anchor!));
    })
    .map(([link]) => link);
}

describe('the documents', () => {
  it.each(DOCUMENTS)('%s names no file that is not there', (document) => {
    const text = readFileSync(join(ROOT, document), 'utf8');
    const named = [...text.matchAll(PATH)].map(([, path]) => path!);
    expect(
      named.filter((path) => !['', '.ts', '.tsx'].some((ending) => existsSync(join(ROOT, path + ending)))),
    ).toEqual([]);
  });

  it.each(DOCUMENTS)('%s leads to no heading that is not there', (document) => {
    expect(brokenAnchors(document)).toEqual([]);
  });

  it('what comments cite of the formats stands there', () => {
    const sections = sectionsOf(readFileSync(join(ROOT, 'docs/formats.md'), 'utf8'));
    const cited = sources().flatMap(([path, text]) =>
      [...text.matchAll(CITED)].map(([words, number, name]) => ({ path, words, number: number!, name })),
    );
    expect(cited.length).toBeGreaterThan(12);
    const missing = cited.filter(
      ({ number, name }) => !(name === undefined ? sections.has(number) : sections.get(number)?.includes(`**${name}`)),
    );
    expect(missing).toEqual([]);
  });
});

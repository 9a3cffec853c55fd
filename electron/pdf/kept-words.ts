import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';
import { composer, type Composer } from '../../domain/report/composer';
import { fontsFolder } from '../fs/fonts-folder';

const IDENTITY = /^[0-9a-f]{64}$/;
const known = new Map<string, Composer>();

/** The words of the release whose layout has this identity, from `resources/words`; this program's own where none are kept. */
export function wordsOfRelease(layout: string | undefined, folder = join(dirname(fontsFolder()), 'words')): Composer {
  if (layout === undefined || !IDENTITY.test(layout)) return composer;
  const place = join(folder, `${layout}.json`);
  let words = known.get(place);
  if (words === undefined) known.set(place, (words = readWords(place) ?? composer));
  return words;
}

function readWords(place: string): Composer | null {
  let text: string;
  try {
    text = readFileSync(place, 'utf8');
  } catch {
    return null; // a release that came later, or an identity that somebody made up
  }
  const { composer: source } = JSON.parse(text) as { readonly composer: string };
  return (compileFunction(`${source}\nreturn composer;`) as () => { readonly composer: Composer })().composer;
}

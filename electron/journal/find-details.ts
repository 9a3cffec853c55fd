import type { FoundDetail } from '../../domain/bridge/replies';
import type { Entry } from '../../domain/record/entry';
import type { ErasedForm } from '../../domain/record/erasure';
import { canonicalJson } from '../../domain/record/canonical-json';
import { personalDetailsIn, type PersonalDetail, type PersonalKind } from '../../domain/record/personal';
import { sha256Hex } from '../fs/sha256';
import { bodyLeft, type Entries } from './entries';
import { erasedMark, type ErasedMark } from '../../domain/record/erasure';

/** Entries that one erasure names, so that it stays an entry of about 1 MB. */
const MOST_BYTES_AN_ERASURE = 800_000;

/** The personal details in which a text stands, those that stand most often first. Throws journal-changed as `Entries.read`. */
export async function detailsNaming(entries: Entries, text: string): Promise<FoundDetail[]> {
  const found = new Map<string, { kinds: Partial<Record<PersonalKind, number>>; fixed: number }>();
  for await (const { entry, details } of entriesNaming(entries, [text])) {
    for (const detail of details) {
      if (!detail.text.includes(text)) continue;
      const one = found.get(detail.text) ?? { kinds: {}, fixed: 0 };
      found.set(detail.text, one);
      one.kinds[detail.kind] = (one.kinds[detail.kind] ?? 0) + 1;
      if (entry.v === 1) one.fixed += 1;
    }
  }
  const times = ({ kinds }: FoundDetail): number => Object.values(kinds).reduce((sum, count) => sum + count, 0);
  return [...found].map(([detail, where]) => ({ text: detail, ...where })).sort((a, b) => times(b) - times(a));
}

/** What is to be erased so that none of these details is left, in lists of which each fits one entry. */
export async function formsErasing(
  entries: Entries,
  texts: readonly string[],
  mark: ErasedMark,
): Promise<{ readonly lists: readonly (readonly ErasedForm[])[]; readonly details: number; readonly fixed: number }> {
  const wanted = new Set(texts);
  const lists: ErasedForm[][] = [];
  let room = 0;
  let [erased, fixed] = [0, 0];
  for await (const { entry, details } of entriesNaming(entries, texts)) {
    const places = details.filter(({ text }) => wanted.has(text)).map(({ place }) => place);
    if (places.length === 0) continue;
    if (entry.v === 1) {
      fixed += places.length;
      continue;
    }
    const { seq, hash, body } = entry;
    const left = sha256Hex(canonicalJson(bodyLeft(body, [{ places, mark: erasedMark(mark) }])));
    const form = { seq, hash, places, left };
    const bytes = canonicalJson(form).length + 1;
    if (bytes > room) {
      lists.push([]);
      room = MOST_BYTES_AN_ERASURE;
    }
    room -= bytes;
    lists.at(-1)!.push(form); // there is one now
    erased += places.length;
  }
  return { lists, details: erased, fixed };
}

interface Named {
  readonly entry: Entry;
  readonly details: readonly PersonalDetail[];
}

/** Entries whose line has one of the texts in it, those of an import that does not count too. */
async function* entriesNaming(entries: Entries, texts: readonly string[]): AsyncGenerator<Named> {
  const written = texts.map((text) => Buffer.from(JSON.stringify(text).slice(1, -1), 'utf8'));
  for (let seq = 1; seq <= entries.index.length; seq++) {
    if (entries.index.isDamaged(seq)) continue;
    const { line } = await entries.lineOf(seq);
    if (!written.some((text) => line.includes(text))) continue;
    const [entry] = await entries.read([seq]);
    yield { entry: entry!, details: personalDetailsIn(entry!) }; // a number, an entry
  }
}

import type { PaperEvidence } from '../../../domain/report/paper-evidence';
import { termsOf } from '../../../domain/terms/terms-of';
import { plain, type Piece } from './logical-order';

/** What a page says where the evidence gives another verdict, date, figure or name. */
export interface Contradiction {
  readonly page: number;
  readonly says: string;
  readonly gives: string;
}

const MOST_CELLS = 9_000_000;
/** Of one text, each a stretch of any letters when it is looked for. */
const MOST_NAMES = 6;
const DATES = String.raw`\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{2}-\d{2}|\d{1,2}[A-Z][a-z]{2,8}\d{4}`;
const FIGURES = String.raw`\d+(?:\.\d+)?`;

/**
 * The first place where the pages contradict the evidence: a text that is worded as ours and states another fact, or a word of
 * a verdict where ours has another one. Texts that are only worded otherwise contradict nothing.
 */
export function contradictionIn(
  theirs: readonly Piece[],
  ours: readonly Piece[],
  evidence: PaperEvidence,
): Contradiction | null {
  const facts = factsOf(evidence);
  for (const [said, given] of gapsBetween(theirs, ours)) {
    const found =
      said.length === given.length
        ? firstOf(said, (piece, index) => (contradicts(piece, given[index]!, facts) ? given[index]! : null))
        : null;
    const verdict = found ?? otherVerdict(said, given, facts);
    if (verdict !== null) return verdict;
  }
  return null;
}

interface Facts {
  readonly verdicts: readonly string[];
  readonly names: readonly string[];
}

function factsOf(evidence: PaperEvidence): Facts {
  const { verdict, ruleStatus, use, ended } = termsOf(evidence.locale);
  const words = [verdict, ruleStatus, use, ended].flatMap((group) => Object.values(group));
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      const name = plain(value);
      if (name.length >= 2 && name.length <= 60 && !/^[a-z-]+$|^\d/.test(name)) names.add(name);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit([evidence.signer.organisation, 'person' in evidence.signer ? evidence.signer.person : '', evidence.number]);
  if (evidence.kind === 'labels') visit(evidence.labels.map(({ registrationNo, number }) => [registrationNo, number]));
  else if (evidence.kind === 'inspection-pack')
    visit([evidence.site, evidence.elevators.map(({ elevator }) => elevator), evidence.papers]);
  else if ('dossier' in evidence) visit(evidence.dossier);
  else visit([evidence.site, evidence.said, evidence.elevators]);
  const longestFirst = (list: Iterable<string>): string[] => [...list].sort((a, b) => b.length - a.length);
  return { verdicts: longestFirst(new Set(words.map(plain))), names: longestFirst(names) };
}

function firstOf(
  pieces: readonly Piece[],
  givenFor: (piece: Piece, index: number) => Piece | null,
): Contradiction | null {
  for (const [index, piece] of pieces.entries()) {
    const given = givenFor(piece, index);
    if (given !== null) return { page: pageOf(piece), says: piece.text, gives: given.text };
  }
  return null;
}

function pageOf({ lines }: Piece): number {
  return (lines[0]?.page ?? 0) + 1;
}

/** Worded as ours, with another verdict, date, figure or name in it. */
function contradicts(piece: Piece, own: Piece, { verdicts, names }: Facts): boolean {
  if (piece.text === own.text) return false;
  const present = names.filter((name) => own.text.includes(name)).slice(0, MOST_NAMES);
  const kinds: readonly (readonly [source: string, wild: string])[] = [
    ...present.map((name) => [escaped(name), '(.{1,80}?)'] as const),
    [verdicts.map(escaped).join('|'), `(${verdicts.map(escaped).join('|')})`],
    [DATES, `(${DATES})`],
    [FIGURES, `(${FIGURES})`],
  ];
  const fact = new RegExp(kinds.map(([source]) => `(${source})`).join('|'), 'gu');
  let frame = '';
  let at = 0;
  let states = false;
  for (const match of own.text.matchAll(fact)) {
    const kind = kinds.findIndex((_, index) => (match[index + 1] ?? '') !== '');
    frame += escaped(own.text.slice(at, match.index)) + kinds[kind]![1];
    at = match.index + match[0].length;
    states = true;
  }
  frame += escaped(own.text.slice(at));
  const isName = present.includes(own.text);
  if (!states || (isName && piece.text.includes(own.text))) return false;
  return new RegExp(`^${frame}$`, 'u').test(piece.text);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

/** A word of a verdict that the evidence gives nowhere near, in place of one that it does. */
function otherVerdict(said: readonly Piece[], given: readonly Piece[], { verdicts }: Facts): Contradiction | null {
  const own = new Set(given.flatMap(({ text }) => wordsIn(text, verdicts)));
  if (own.size === 0) return null;
  const piece = said.find(({ text }) => wordsIn(text, verdicts).some((word) => !own.has(word)));
  if (piece === undefined) return null;
  return { page: pageOf(piece), says: piece.text, gives: [...own].join('; ') };
}

/** Words of verdicts in a text, the longest first: 不合规 is no 合规. */
function wordsIn(text: string, verdicts: readonly string[]): string[] {
  return text.match(new RegExp(verdicts.map(escaped).join('|'), 'gu')) ?? [];
}

/** Stretches that differ between two lists of texts, from a longest common subsequence; none where that would cost too much. */
function gapsBetween(a: readonly Piece[], b: readonly Piece[]): [Piece[], Piece[]][] {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start]!.text === b[start]!.text) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end)!.text === b.at(-1 - end)!.text) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length * right.length > MOST_CELLS) return [];
  const gaps: [Piece[], Piece[]][] = [];
  let open: [Piece[], Piece[]] = [[], []];
  const close = (): void => {
    if (open[0].length + open[1].length > 0) gaps.push(open);
    open = [[], []];
  };
  const lengths = commonLengths(left, right);
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i]!.text === right[j]!.text) {
      close();
      i++;
      j++;
    } else if (j >= right.length || (i < left.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!))
      open[0].push(left[i++]!);
    else open[1].push(right[j++]!);
  }
  close();
  return gaps;
}

/** How many texts the rests of both lists have in common, from each pair of places on. */
function commonLengths(a: readonly Piece[], b: readonly Piece[]): Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      rows[i]![j] = a[i]!.text === b[j]!.text ? rows[i + 1]![j + 1]! + 1 : Math.max(rows[i + 1]![j]!, rows[i]![j + 1]!);
  return rows;
}

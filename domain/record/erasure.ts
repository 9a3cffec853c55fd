import { isCivilDate, type CivilDate } from '../calendar/civil-date';

/**
 * Why personal details are erased, after 个人信息保护法 art. 47: the person asks for it, or takes a consent back; the term
 * for which they are kept is over; they should never have been entered.
 */
export const ERASURE_REASONS = ['request', 'consent', 'term', 'mistake'] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

/** An entry from which details were erased. */
export interface ErasedForm {
  readonly seq: number;
  readonly hash: string;
  /** Which of the texts in its body, in the order of `textsIn`, from 0; ascending. */
  readonly places: readonly number[];
  /** SHA-256 (hex) of the canonical JSON of what is left of the body. */
  readonly left: string;
}

/** One erasure; the day of its entry stands in every place. */
export interface DetailsErased {
  readonly reason: ErasureReason;
  readonly forms: readonly ErasedForm[];
  /** Of the feed, over the canonical JSON of reason and forms: what lies under kept hashes is changed by its owner alone. */
  readonly signature: string;
}

export interface ErasedMark {
  readonly on: CivilDate;
  readonly reason: ErasureReason;
}

const MARK = /^⟦erased (\d{4}-\d\d-\d\d) ([a-z]+)⟧$/;

/** What stands in place of an erased text; pages and papers say it in the reader's language. */
export function erasedMark({ on, reason }: ErasedMark): string {
  return `⟦erased ${on} ${reason}⟧`;
}

/** What a text says was erased in its place; null of any other text. */
export function readErasedMark(text: string): ErasedMark | null {
  if (!text.startsWith('⟦')) return null;
  const [, on = '', reason] = MARK.exec(text) ?? [];
  const known = ERASURE_REASONS.find((one) => one === reason);
  return known === undefined || !isCivilDate(on) ? null : { on, reason: known };
}

/** Whether a text that somebody gives claims that something was erased: an erasure alone may say so. */
export function hasErasedMark(text: string): boolean {
  return /⟦erased \d/.test(text);
}

/** A text with the members and places that lead to it. */
export interface TextAt {
  readonly path: readonly string[];
  readonly text: string;
}

/** Every text in a value, depth first, members in the order of canonical JSON; names of members are none. */
export function textsIn(value: unknown): TextAt[] {
  const found: TextAt[] = [];
  replacedTexts(value, (at) => {
    found.push(at);
    return at.text;
  });
  return found;
}

/** A body with some of its texts erased. */
export function withErased(body: unknown, places: readonly number[], mark: string): unknown {
  const erased = new Set(places);
  let place = 0;
  return replacedTexts(body, ({ text }) => (erased.has(place++) ? mark : text));
}

/**
 * A value with other texts in it, asked for in the order of `textsIn`; what has none that differs stays the same object.
 */
export function replacedTexts(value: unknown, replace: (at: TextAt) => string, path: readonly string[] = []): unknown {
  if (typeof value === 'string') return replace({ path, text: value });
  if (typeof value !== 'object' || value === null) return value;
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value).sort();
  const members = value as Record<string, unknown>;
  let copy: Record<string, unknown> | null = null;
  for (const key of keys) {
    const next = replacedTexts(members[key], replace, [...path, String(key)]);
    if (next === members[key]) continue;
    copy ??= (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
    copy[key] = next;
  }
  return copy ?? value;
}

/** Whether what is on record says the same as something else, as far as it still says anything. */
export function saysTheSame(recorded: unknown, other: unknown): boolean {
  if (typeof recorded === 'string' && readErasedMark(recorded) !== null) return true;
  if (typeof recorded !== 'object' || recorded === null) return recorded === other;
  if (typeof other !== 'object' || other === null || Array.isArray(recorded) !== Array.isArray(other)) return false;
  const [a, b] = [recorded as Record<string, unknown>, other as Record<string, unknown>];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => saysTheSame(a[key], b[key]));
}

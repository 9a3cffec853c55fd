import { simplified } from '../reading/hanzi';
import { mappingKey } from './mapping';

export interface WordChoice {
  readonly value: string;
  /** The words that stand for it. */
  readonly words: readonly string[];
}

/** Two signs of a short word may not differ, of a longer one a third. */
const SIGNS_A_FAULT = 3;

/**
 * The value whose words are nearest to a word that is not among them, for a person to be asked about; never to be taken
 * unasked. Null where none is near, or two values are equally so.
 */
export function nearWord(word: string, choices: readonly WordChoice[]): string | null {
  const asked = simplified(mappingKey(word));
  if (asked.length < 2 || asked.length > 40) return null;
  let best = { value: null as string | null, distance: Number.POSITIVE_INFINITY };
  for (const { value, words } of choices)
    for (const known of words) {
      const distance = distanceOf(asked, simplified(mappingKey(known)));
      if (distance > best.distance || (distance === best.distance && value === best.value)) continue;
      best = { value: distance === best.distance ? null : value, distance };
    }
  return Number.isFinite(best.distance) ? best.value : null;
}

/** 0 for the same word; a word inside the other counts by what is left over, half a sign each; else signs that differ. */
function distanceOf(asked: string, known: string): number {
  if (known.length < 2) return asked === known ? 0 : Number.POSITIVE_INFINITY;
  if (asked.includes(known)) return (asked.length - known.length) / 2;
  if (known.includes(asked)) return 0.25 + (known.length - asked.length) / 2;
  const most = Math.floor(Math.max(asked.length, known.length) / SIGNS_A_FAULT);
  const distance = most === 0 ? Number.POSITIVE_INFINITY : editDistance(asked, known, most);
  return distance <= most ? distance : Number.POSITIVE_INFINITY;
}

/** Signs put in, left out or changed; more than `most` is told as more. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}

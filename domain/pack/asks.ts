import type { CheckResult } from '../visit/visit';
import type { ChecklistItem } from './rule-pack';

/** What a result lacks to stand for an item that asks for more than a look: an answer of its own, or its value. */
export type Lack = 'own-answer' | 'value';

/** Null where nothing is lacking. A note takes the place of a value that could not be measured. */
export function lackOf(
  { asks }: Pick<ChecklistItem, 'asks'>,
  { outcome, set, reading, note }: Pick<CheckResult, 'outcome' | 'set' | 'reading' | 'note'>,
): Lack | null {
  if (asks === undefined) return null;
  if (set === 'rest') return 'own-answer';
  return asks === 'value' && outcome === 'ok' && reading === undefined && note === undefined ? 'value' : null;
}

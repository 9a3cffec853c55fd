import type { WordQuestion } from '../../domain/bridge/table-replies';
import { INSPECTION_KINDS } from '../../domain/inspection/inspection';
import { mappingKey } from '../../domain/mapping/mapping';
import { nearWord, type WordChoice } from '../../domain/mapping/near-word';
import { kindChoices } from '../../domain/reading/kind-words';
import { STATE_WORDS } from '../../domain/reading/state-words';
import { taskChoices } from '../../domain/reading/task-words';
import type { RefusalCode } from '../../domain/record/refusal';
import { INSPECTION_KIND_NAMES } from './inspection-kind-names';
import { STATUS_WORDS } from './life-columns';
import { CALLOUT_KIND_NAMES } from './read-callout';
import type { PartRefusal } from './refusal-at';
import type { RowContext } from './row-context';
import { RESULT_WORDS, STILL_OPEN } from './rows';

/** Most words that are asked about in one table; with more the column is no closed set of words. */
const MOST_ASKED = 60;

/** The refusals that a meaning of the word would take away. */
const ASKED: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'unknown-task',
  'unknown-kind',
  'unknown-inspection-kind',
  'unknown-inspection-result',
  'unknown-callout-kind',
  'unknown-status',
  'unknown-state',
]);

/** The words of a table that are not known in their column, the one of most rows first. */
export function wordQuestions(refusals: readonly PartRefusal[], { pack }: RowContext): WordQuestion[] {
  const asked = new Map<string, { field: string; word: string; code: RefusalCode; rows: number }>();
  for (const { refusal } of refusals) {
    const { code, value, params } = refusal;
    const field = String(params['field'] ?? '');
    const open = code === 'bad-date' && params['table'] === 'outages' && field === 'to' && !/\d/.test(value);
    if (!(ASKED.has(code) || open) || value === '' || field === '') continue;
    const key = `${field} ${mappingKey(value)}`;
    const known = asked.get(key);
    if (known !== undefined) known.rows += 1;
    else if (asked.size < MOST_ASKED) asked.set(key, { field, word: value, code, rows: 1 });
  }
  return [...asked.values()]
    .sort((a, b) => b.rows - a.rows)
    .map(({ field, word, code, rows }) => {
      const choices = choicesOf(code, pack);
      return { field, word, rows, near: nearWord(word, choices), choices: choices.map(({ value }) => value) };
    });
}

function choicesOf(code: RefusalCode, pack: RowContext['pack']): readonly WordChoice[] {
  switch (code) {
    case 'unknown-task':
      return taskChoices(pack.tasks);
    case 'unknown-kind':
      return kindChoices(pack.kinds);
    case 'unknown-inspection-kind':
      return byValue(INSPECTION_KIND_NAMES, INSPECTION_KINDS);
    case 'unknown-callout-kind':
      return byValue(CALLOUT_KIND_NAMES, [...new Set(Object.values(CALLOUT_KIND_NAMES))]);
    case 'unknown-inspection-result':
      return Object.entries(RESULT_WORDS).map(([value, words]) => ({ value, words: words.split(' ') }));
    case 'unknown-status':
      return Object.entries(STATUS_WORDS).map(([value, words]) => ({ value, words }));
    case 'unknown-state':
      return Object.entries(STATE_WORDS).map(([value, words]) => ({ value, words }));
    default:
      return [{ value: 'open', words: [...STILL_OPEN] }];
  }
}

function byValue(names: Readonly<Record<string, string>>, values: readonly string[]): WordChoice[] {
  return values.map((value) => ({
    value,
    words: Object.keys(names).filter((name) => names[name] === value),
  }));
}

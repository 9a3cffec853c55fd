import { HAZARD_SOURCES } from '../../domain/hazard/hazard';
import { INSPECTION_KINDS } from '../../domain/inspection/inspection';
import type { Locale } from '../../domain/pack/legal-basis';
import type { RulePack } from '../../domain/pack/rule-pack';
import type { Parsed } from '../../domain/reading/parsed';
import { parseTask } from '../../domain/reading/task-words';
import type { Terms } from '../../domain/terms/terms';
import { termsOf } from '../../domain/terms/terms-of';
import { parseComponent, SOURCE_NAMES, type HazardNames } from '../import/hazard-names';
import { INSPECTION_KIND_NAMES } from '../import/inspection-kind-names';
import { causeOf } from '../import/read-callout';
import type { TableOut } from '../../domain/record/table-names';

/** Values of closed sets with the word that each has in a table; the import knows the words as well as the values. */
export type WordsOut = Readonly<Record<string, string>>;

export interface NamesOut {
  readonly tasks: RulePack['tasks'];
  readonly causes: RulePack['causes'];
  readonly hazards?: HazardNames;
}

/** Fields whose words are a set of the terms. */
const SETS_OF_TERMS = {
  'elevators status': 'status',
  'visits filled_times': 'filledTimes',
  'inspections result': 'inspectionResult',
  'callouts kind': 'callOutKind',
  'hazards responsible': 'party',
  'hazard_steps responsible': 'party',
  'hazard_steps act': 'stepAct',
  'claims state': 'claimState',
  'contracts category': 'contractCategory',
  'assessments conclusion': 'conclusion',
  'drills scenario': 'drillScenario',
  'doubt_answers kind': 'doubtKind',
  'device_events kind': 'deviceEventKind',
  'confirmations act': 'confirmationAct',
  'confirmations how': 'confirmationWay',
  'daily_checks result': 'checkResult',
  'daily_checks modules': 'checkModule',
  'doubt_answers answer': 'doubtAnswer',
} as const satisfies Readonly<Record<string, keyof Terms>>;

/** The words of a field in a table, by value; null where it is no closed set. In English the values stand for themselves. */
export function wordsOut(table: TableOut, field: string, locale: Locale, names: NamesOut): WordsOut | null {
  const terms = termsOf(locale);
  const own = (words: WordsOut): WordsOut =>
    locale === 'en' ? Object.fromEntries(Object.keys(words).map((value) => [value, value])) : words;
  const titled = (all: readonly Titled[], read: (word: string) => string | undefined): WordsOut =>
    Object.fromEntries(all.map(({ id, title }) => [id, read(title[locale]) === id ? title[locale] : id]));
  const set = (SETS_OF_TERMS as Readonly<Record<string, (typeof SETS_OF_TERMS)[keyof typeof SETS_OF_TERMS]>>)[
    `${table} ${field}`
  ];
  if (set !== undefined) return own(terms[set]);
  switch (`${table} ${field}`) {
    case 'elevators retrofit':
    case 'elevators sample':
      return locale === 'en' ? { true: 'yes', false: 'no' } : { true: '是', false: '否' };
    case 'elevators area':
      return own({ urban: '城区', other: '其他' });
    case 'visits task':
    case 'checklist_results task':
      return own(titled(names.tasks, (word) => valueOf(parseTask(word, names.tasks))));
    case 'inspections kind':
      return own(firstNames(INSPECTION_KIND_NAMES, INSPECTION_KINDS));
    case 'callouts cause':
      return titled(names.causes, (word) => causeOf(word, names.causes));
    case 'hazards source':
      return own(firstNames(SOURCE_NAMES, HAZARD_SOURCES));
    case 'hazards component':
      return titled(names.hazards?.components ?? [], (word) =>
        valueOf(parseComponent(word, names.hazards?.components ?? [])),
      );
    case 'hazards recheck_result':
    case 'hazard_steps result':
      return own({ pass: terms.inspectionResult.pass, fail: terms.inspectionResult.fail });
    default:
      return null;
  }
}

interface Titled {
  readonly id: string;
  readonly title: Readonly<Record<Locale, string>>;
}

function valueOf(parsed: Parsed<string>): string | undefined {
  return parsed.ok ? parsed.value : undefined;
}

/** The first name of each value in Chinese. */
function firstNames(names: Readonly<Record<string, string>>, values: readonly string[]): WordsOut {
  const known = Object.entries(names);
  return Object.fromEntries(
    values.map((value) => [value, known.find(([name, of]) => of === value && name !== value)?.[0] ?? value]),
  );
}

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONFIRMATION_ACTS, CONFIRMATION_WAYS } from '../../../domain/confirmation/confirmation';
import { DOUBT_ANSWERS } from '../../../domain/doubt-answer/doubt-answer';
import { DOUBT_LEVELS, MISSING_FACTS } from '../../../domain/doubts/doubt';
import { JOINED_UNITS } from '../../../domain/doubts/join-signs';
import { CONCLUSIONS } from '../../../domain/assessment/assessment';
import { WEAK_SIGNS } from '../../../domain/doubts/weak-signs';
import { RULE_STATUSES, SCOPES, VERDICTS } from '../../../domain/audit/verdict';
import { CHECK_MODULES, CHECK_RESULTS } from '../../../domain/daily-check/daily-check';
import { DEVICE_EVENT_KINDS } from '../../../domain/device-event/device-event';
import { CONTRACT_CATEGORIES } from '../../../domain/contract/contract';
import { DRILL_SCENARIOS } from '../../../domain/drill/drill';
import { ELEVATOR_STATUSES } from '../../../domain/elevator/elevator';
import { CALLOUT_KINDS } from '../../../domain/callout/callout';
import { HAZARD_CLASSES, PARTIES } from '../../../domain/hazard/hazard';
import { HAZARD_STATES } from '../../../domain/hazard/hazard-life';
import { STEP_ACTS } from '../../../domain/hazard/hazard-step';
import { ENTRY_KINDS } from '../../../domain/headline/entry';
import { USE_REASONS, USE_STATES } from '../../../domain/headline/use';
import { DOUBT_KINDS } from '../../../domain/pack/doubt-threshold';
import { INSPECTION_RESULTS } from '../../../domain/inspection/inspection';
import { CLAIM_STATES } from '../../../domain/insurance/policy';
import { ITEM_PRIORITIES, NOTE_SUBJECTS, TIMED_STEPS } from '../../../domain/pack/hazard-criteria';
import { LOCALES, type Locale } from '../../../domain/pack/legal-basis';
import { ENTRY_TYPES } from '../../../domain/record/entry-types';
import { ERASURE_REASONS } from '../../../domain/record/erasure';
import { CONFIRMATION_STATES } from '../../../domain/record/confirmation-of';
import { DOSSIER_LISTS } from '../../../domain/record/kinds';
import { FILLED_TIMES } from '../../../domain/visit/visit';
import { SIGNATURE_VERDICTS } from '../../../domain/terms/signature-verdict';
import { DAY_STATES } from '../../../domain/routine/days';
import { termsOf } from '../../../domain/terms/terms-of';
import { WORDS } from '../../../renderer/i18n/i18n';

/** The closed sets that have their names in the terms. */
const SETS: Readonly<Record<string, readonly string[]>> = {
  verdict: VERDICTS,
  ruleStatus: RULE_STATUSES,
  use: USE_STATES.filter((state) => state !== 'retired'),
  useReason: USE_REASONS,
  status: ['in-use', ...ELEVATOR_STATUSES],
  entry: ENTRY_KINDS,
  weight: ['law', 'reading', 'unverified', 'contract', 'house'],
  doubtKind: DOUBT_KINDS,
  doubtLevel: DOUBT_LEVELS,
  doubtAnswer: DOUBT_ANSWERS,
  confirmationAct: CONFIRMATION_ACTS,
  confirmationWay: CONFIRMATION_WAYS,
  confirmationState: CONFIRMATION_STATES,
  missingFact: MISSING_FACTS,
  weakSign: WEAK_SIGNS,
  joinedUnit: JOINED_UNITS,
  hazardState: HAZARD_STATES,
  conclusion: CONCLUSIONS,
  checkResult: CHECK_RESULTS,
  checkModule: CHECK_MODULES,
  dayState: DAY_STATES,
  deviceEventKind: DEVICE_EVENT_KINDS,
  contractCategory: CONTRACT_CATEGORIES,
  drillScenario: DRILL_SCENARIOS,
  hazardClass: HAZARD_CLASSES,
  party: PARTIES,
  stepAct: STEP_ACTS,
  owedStep: [...TIMED_STEPS, 'close'],
  inspectionResult: INSPECTION_RESULTS,
  callOutKind: CALLOUT_KINDS,
  claimState: CLAIM_STATES,
  itemPriority: ITEM_PRIORITIES,
  noteSubject: NOTE_SUBJECTS,
  scope: SCOPES,
  ended: ELEVATOR_STATUSES.filter((status) => status !== 'stopped'),
  recordKind: [...DOSSIER_LISTS, 'steps'],
  entryType: ENTRY_TYPES,
  filledTimes: FILLED_TIMES,
  erasureReason: ERASURE_REASONS,
  signatureVerdict: SIGNATURE_VERDICTS,
};

/** Terms that are no set: a word of its own, or sentences. */
const NO_SETS = ['about', 'erased', 'retired', 'bySourceTable', 'asOf', 'programme', 'text', 'unsigned'];

/** Names that would be second ones, and the one that is meant. */
const SECOND_NAMES: Readonly<Record<Locale, readonly (readonly [RegExp, string])[]>> = {
  'zh-CN': [
    [/不得运行|不准使用|不能使用(?!状)/, '不得使用'],
    [/可以运行|允许使用|可以使用/, '记录中未见禁止使用的情形'],
    [/末日/, '最迟日'],
    [/停走|停表/, '暂停计时'],
    [/未告知|待通知|待确认/, '待告知'],
    [/待复核/, '待复查'],
    [/(?<!曾)经超期|曾经超期/, '曾超期'],
    [/应有未见|应有无记录/, '应有而未见记录'],
    [/迟录|晚录|后补录入/, '补录'],
    [/合乎规定|不合规定/, '合规'],
    [/呼救/, '故障与困人'],
    [/(?<!没有)例外/, '异常'],
    [/缺口/, '超期间隔'],
    [/审计日/, '截至日期'],
    [/安全管理员/, '安全管理人员'],
  ],
  en: [
    [/must not run|may not be used|must not be run/i, 'must not be used'],
    [/\bmay run\b|may be run/i, 'nothing on record forbids use'],
    [/clock stops|clock is stopped/i, 'the clock stands still'],
    [/not notified(?!,? the)|notice not yet given/i, 'to be notified'],
    [/due, not shown|owed but not shown/i, 'due but not shown'],
    [/entered too late|recorded late/i, 'entered late'],
    [/in the text\]|"in the text"/i, 'law'],
  ],
};

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** Where words stand that people read: pages, papers, explanations, command line and refusals. */
const PLACES = [
  'renderer/i18n',
  'domain/report',
  'domain/explain',
  'domain/record',
  'domain/terms',
  'domain/bridge',
  'electron/cli',
];

function textsBelow(folder: string): (readonly [file: string, text: string])[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.(json|ts)$/.test(one.name))
    .map((one) => join(one.parentPath, one.name))
    .map((path) => [relative(ROOT, path), withoutComments(readFileSync(path, 'utf8'))]);
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

/** Facts that a record may lack are called as the fields that hold them: tables of fields have their words too. */
const TABLED = Object.entries(SETS).filter(([set]) => set !== 'missingFact');

type Tree = Readonly<Record<string, unknown>>;

/** Every node of a tree of words whose members are texts. */
function tablesIn(tree: Tree, path = ''): (readonly [path: string, table: Readonly<Record<string, string>>])[] {
  const texts = Object.entries(tree).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const below = Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? tablesIn(value as Tree, path === '' ? key : `${path}.${key}`) : [],
  );
  return [[path, Object.fromEntries(texts)], ...below];
}

function namesOf(set: string): readonly string[] {
  return LOCALES.flatMap((locale) => Object.values((termsOf(locale) as unknown as Record<string, Tree>)[set]!)).filter(
    (name): name is string => typeof name === 'string',
  );
}

/** Whether a text gives three words of a set their names again. */
function writesTable(text: string, words: readonly string[], names: readonly string[]): boolean {
  const lines = [...text.matchAll(/(?:^|[{,])\s*'?([\w-]+)'?: '([^'\n]*)'/gm)];
  const named = lines.filter(([, word, name]) => words.includes(word!) && names.includes(name!.toLowerCase()));
  return new Set(named.map(([, word]) => word)).size >= 3;
}

/** Sentences about every state of a set, which are free, and short forms before a number of days. */
const SENTENCES = new Set([
  'elevator.summary',
  'confidence',
  'hazards.notes',
  'hazard.effects',
  'hazard.whenPossible',
  'hazard.clockSteps',
  'assess.priorities',
  'help.means.use',
  'help.means.verdict',
  'help.means.status',
]);
/**
 * Sets of their own that share words with one of the terms: how sure a source
 * is, what points are given for, the tables of an import, the steps for which a house sets its own days, what a
 * scanned text is found to be, and the steps of a job in the handbook.
 */
const OTHER_SETS = new Set([
  'packs.confidence',
  'score.parts',
  'import.tables',
  'settings.houseSteps',
  'scan.verdicts',
  'help.steps',
]);

describe('a state has one name', () => {
  it.each(LOCALES)('in %s each of a set has one, and no two of a set have the same', (locale) => {
    const terms = termsOf(locale) as unknown as Readonly<Record<string, Tree>>;
    for (const [set, words] of Object.entries(SETS)) {
      const names = words.map((word) => terms[set]![word]).filter((name) => typeof name === 'string');
      expect([set, names.length]).toEqual([set, set === 'entry' ? words.length - 1 : words.length]); // late tells its days
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it.each(LOCALES)('in %s every set that has names is walked here, and has no name for what is not in it', (locale) => {
    const sets = Object.entries(termsOf(locale)).filter(([set]) => !NO_SETS.includes(set));
    expect(sets.map(([set]) => set).sort()).toEqual(Object.keys(SETS).sort());
    for (const [set, names] of sets)
      expect([set, ...Object.keys(names as object).sort()]).toEqual([set, ...[...SETS[set]!].sort()]);
  });

  it.each(LOCALES)('the pages keep no table of their own for a set in %s', (locale) => {
    const tables = tablesIn(WORDS[locale] as unknown as Tree).filter(
      ([path]) => !SENTENCES.has(path) && !OTHER_SETS.has(path),
    );
    const own = tables.flatMap(([path, table]) =>
      TABLED.flatMap(([set, words]) => {
        const shared = words.filter((word) => Object.hasOwn(table, word));
        return shared.length >= 3 ? [`${path}: ${set}`] : [];
      }),
    );
    expect(own).toEqual([]);
  });

  it('no file but the terms writes a table of a set', () => {
    const elsewhere = PLACES.filter((place) => place !== 'renderer/i18n' && place !== 'domain/terms').flatMap(
      textsBelow,
    );
    const own = elsewhere.flatMap(([file, text]) =>
      TABLED.flatMap(([set, words]) => (writesTable(text, words, namesOf(set)) ? [`${file}: ${set}`] : [])),
    );
    expect(own).toEqual([]);
  });

  it('no text anywhere calls a state by a second name', () => {
    const found = PLACES.flatMap(textsBelow).flatMap(([file, text]) =>
      LOCALES.flatMap((locale) =>
        SECOND_NAMES[locale].flatMap(([second, name]) =>
          [...text.matchAll(new RegExp(second, `g${second.flags}`))].map(
            ([words], nth) => `${file} (${nth + 1}): ${words} for ${name}`,
          ),
        ),
      ),
    );
    expect(found).toEqual([]);
  });
});

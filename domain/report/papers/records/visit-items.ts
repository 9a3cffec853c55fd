import type { ChecklistItem } from '../../../pack/rule-pack';
import { hazardNoOf } from '../../../record/hazard-no';
import type { CheckOutcome, CheckResult, Visit } from '../../../visit/visit';
import { ledgerOf } from '../../ledger';
import type { Block, Cell, ItemsBlock, Mark, TableBlock } from '../../model';
import { shortHash } from '../../sections/closing';
import { termsOf } from '../../../terms/terms-of';
import type { RecordSubject } from './record-subject';
import type { VisitWords } from './visit-words';

type Checklist = NonNullable<Visit['checklist']>;
type How = 'each' | 'rest' | 'unknown';

const MARKS: Readonly<Record<CheckOutcome, Mark>> = { ok: 'met', defect: 'late', 'not-applicable': 'not-applicable' };
/** An item put in order with all the rest carries another mark than one that was answered by itself. */
const LIST_MARKS: Readonly<Record<How, Mark>> = { each: 'met', rest: 'told', unknown: 'half' };
const LIST_COLUMNS = 3;

const plain = (text: string): Cell => ({ runs: [{ text }] });

/** Every item that was answered: what is more than in order in a table, the rest in lists by how they were answered. */
export function itemBlocks(subject: RecordSubject<Visit>, words: VisitWords): Block[] {
  const { checklist } = subject.record.value;
  if (checklist === undefined) return [{ kind: 'paragraph', style: 'item', runs: [{ text: words.noChecklist }] }];
  const texts = textsOfItems(subject, checklist);
  const told = checklist.results.filter(isTold);
  const rest = checklist.results.filter((result) => !isTold(result));
  const lists = (['each', 'rest', 'unknown'] as const)
    .map((how) => ({ how, results: rest.filter(({ set = 'unknown' }) => set === how) }))
    .filter(({ results }) => results.length > 0);
  return [
    told.length === 0
      ? { kind: 'paragraph', style: 'item', runs: [{ text: words.noExceptions }] }
      : toldTable(subject, words, texts, told),
    ...lists.map(({ how, results }, index): ItemsBlock => {
      const label = words.lists[how](index + (told.length === 0 ? 1 : 2));
      return {
        kind: 'items',
        caption: { label, continued: words.listContinued(label), right: words.count(results.length) },
        mark: LIST_MARKS[how],
        columns: LIST_COLUMNS,
        items: results.map((result) => ({ no: texts.no(result), title: texts.title(result, words.noText) })),
      };
    }),
  ];
}

/** In order without anything to say of it is all that a list can tell. */
function isTold({ outcome, note, reading, photos }: CheckResult): boolean {
  return outcome !== 'ok' || note !== undefined || reading !== undefined || photos !== undefined;
}

interface ItemTexts {
  readonly of: (result: CheckResult) => ChecklistItem | undefined;
  readonly no: (result: CheckResult) => string;
  readonly title: (result: CheckResult, noText: string) => string;
}

/** Items of one table go by their number in it, those of several by the table too. */
function textsOfItems({ evidence, say }: RecordSubject<Visit>, { results }: Checklist): ItemTexts {
  const items = new Map((evidence.recorded?.checklist?.items ?? []).map((item) => [item.id, item]));
  const tables = new Set(results.map(({ itemId }) => items.get(itemId)?.table ?? itemId));
  const of = ({ itemId }: CheckResult): ChecklistItem | undefined => items.get(itemId);
  return {
    of,
    no: (result) => {
      const item = of(result);
      return item === undefined || tables.size > 1 ? result.itemId : String(item.no);
    },
    title: (result, noText) => {
      const item = of(result);
      return item === undefined ? noText : say(item.title);
    },
  };
}

/** Names of the tables that a visit answered, such as `A-1、A-2`. */
export function answeredTables({ evidence }: RecordSubject<Visit>, separator: string): string {
  const tables = (evidence.recorded?.checklist?.items ?? []).map(({ table }) => table);
  return [...new Set(tables)].join(separator);
}

function toldTable(
  subject: RecordSubject<Visit>,
  words: VisitWords,
  texts: ItemTexts,
  told: readonly CheckResult[],
): TableBlock {
  const { texts: shared, say, record } = subject;
  const { results } = record.value.checklist!; // the caller has it
  const count = (of: CheckOutcome): number => results.filter(({ outcome }) => outcome === of).length;
  const { columns, caption, continued, counts } = words.table;
  const inEnglish = subject.locale === 'en';
  return {
    kind: 'table',
    caption: { label: caption, continued, right: counts(count('ok'), count('defect'), count('not-applicable')) },
    columns: [
      { title: columns.no, width: 14, align: 'left' },
      { title: columns.item, width: inEnglish ? 54 : 40, align: 'left' },
      { title: columns.requirement, width: inEnglish ? 34 : 38, align: 'left' },
      { title: columns.result, width: inEnglish ? 28 : 24, align: 'left' },
      { title: columns.remark, width: inEnglish ? 34 : 48, align: 'left' },
    ],
    rowsFromTo: shared.rowsFromTo,
    rowContinued: shared.rowContinued,
    continued: shared.tableContinued,
    rows: told.map((result) => {
      const item = texts.of(result);
      const { outcome, reading } = result;
      const measured =
        reading === undefined ? '' : ` ${reading}${item?.limit === undefined ? '' : ` ${item.limit.unit}`}`;
      const bold = outcome === 'defect' ? ({ bold: true } as const) : {};
      return {
        cells: [
          plain(texts.no(result)),
          { runs: [{ text: texts.title(result, words.noText), ...bold }] },
          plain(item === undefined ? '' : say(item.requirement)),
          { runs: [{ text: `${words.outcome[outcome]}${measured}`, ...bold }], mark: MARKS[outcome] },
          plain(remarksOn(subject, words, result).join(shared.anySeparator)),
        ],
        ...(outcome === 'defect' ? { late: true as const } : {}),
      };
    }),
  };
}

function remarksOn(subject: RecordSubject<Visit>, words: VisitWords, result: CheckResult): string[] {
  const { note, photos = [], set } = result;
  return [
    ...(note === undefined ? [] : [note]),
    ...hazardsOf(subject, ({ itemId }) => itemId === result.itemId).map(({ no, state }) => words.hazard(no, state, '')),
    ...(photos.length === 0 ? [] : [subject.words.photos(photos.map(shortHash))]),
    ...(set === 'each' ? [] : [set === 'rest' ? words.atOnce : words.howUnknown]),
  ];
}

export interface FoundHazard {
  readonly no: string;
  readonly state: string;
  readonly what: string;
}

/** Hazards that were found at the visit and still stand, by the item at which they were found. */
export function hazardsOf(
  { evidence, record, locale, words }: RecordSubject<Visit>,
  isMeant: (hazard: { readonly itemId?: string }) => boolean,
): FoundHazard[] {
  const { hazards = [] } = evidence.dossier;
  const judged = new Map((ledgerOf(evidence) ?? []).map(({ id, life }) => [id, life.state]));
  return hazards
    .filter(({ value, withdrawn }) => withdrawn !== true && value.source === 'visit' && isMeant(value))
    .filter(({ value }) => value.foundOn === record.value.date)
    .map(({ id, value }) => {
      const state = judged.get(id);
      const said = state === undefined ? words.notRecorded : termsOf(locale).hazardState[state];
      return { no: hazardNoOf(hazards, id), state: said, what: value.what };
    });
}

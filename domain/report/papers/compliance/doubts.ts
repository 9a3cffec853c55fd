import { grouped } from '../../../record/grouped';
import type { DoubtAnswer } from '../../../doubt-answer/doubt-answer';
import { doubtKey } from '../../../doubt-answer/doubt-key';
import { answersByKey } from '../../../doubts/answered';
import type { Doubt } from '../../../doubts/doubt';
import { doubtSentence, innocentLooks, type DoubtContext } from '../../../explain/doubt-sentences';
import type { DoubtKind } from '../../../pack/doubt-threshold';
import { recordNoOf, type RecordId } from '../../../record/record-id';
import { termsOf } from '../../../terms/terms-of';
import type { Visit } from '../../../visit/visit';
import { NOT_OF_ONE, toldDoubts, type ReadDoubt } from '../../doubts-of';
import { emphasised } from '../../emphasised';
import type { Block, Cell, TableBlock } from '../../model';
import type { Subject } from '../../sections/subject';
import type { StatedDoubt, ToldDoubts } from '../../told-doubts';
import { doubtTextsOf, type DoubtTexts } from './doubt-texts';

const plain = (text: string): Cell => ({ runs: [{ text }] });

/** Records of one doubt that are set out one by one. */
const MOST_RECORDS = 6;

interface Section extends Pick<Subject, 'locale' | 'evidence' | 'texts'> {
  readonly told: ToldDoubts;
  readonly words: DoubtTexts;
  readonly context: DoubtContext;
  /** The last answer to a doubt; null = none. */
  readonly answerTo: (doubt: StatedDoubt) => DoubtAnswer | null;
}

/** Every doubt with its records side by side; nothing of an evidence that was made before doubts were told. */
export function doubtBlocks({ evidence, locale, texts }: Subject): Block[] {
  const { doubts: told } = evidence;
  if (told === undefined) return [];
  const words = doubtTextsOf(locale);
  const own = evidence.dossier.elevator.value;
  const places = new Map([own, ...told.places].map((place) => [place.registrationNo as string, place]));
  const context: DoubtContext = { elevatorOf: (no) => places.get(no), names: evidence.pack, locale };
  const answers = answersByKey((evidence.dossier.doubtAnswers ?? []).filter(({ withdrawn }) => withdrawn !== true));
  const answerTo = ({ kind, records }: StatedDoubt): DoubtAnswer | null =>
    answers.get(doubtKey(kind, records))?.at(-1)?.value ?? null;
  const section: Section = { evidence, locale, texts, told, words, context, answerTo };
  const read = toldDoubts(evidence, told);
  const byKind = [...grouped(read, ({ doubt: { kind, level } }) => `${level} ${kind}`).values()];
  const lacking = lackingOf(section);
  return [
    { kind: 'heading', text: words.heading },
    { kind: 'paragraph', style: 'body', runs: emphasised(opening(section)) },
    ...byKind.map((doubts) => kindTable(section, doubts)),
    ...(lacking === '' ? [] : [{ kind: 'paragraph', style: 'note', runs: [{ text: lacking }] } as const]),
    { kind: 'paragraph', style: 'note', runs: [{ text: words.notOfOne(kindNames(section, NOT_OF_ONE)) }] },
  ];
}

function opening({ told, words, evidence, locale, answerTo }: Section): string {
  const { checks, stated, searched, left } = told;
  const answered = stated.filter((one) => (answerTo(one)?.answer ?? 'open') !== 'open').length;
  const visits = checks[0]?.of ?? 0;
  const { elevators, entries } = searched;
  const others = Math.max(0, elevators - 1);
  const where = evidence.chain.origin === 'journal' ? words.searched(others, entries) : words.searchedFiles(others);
  const asked = checks.filter(({ status }) => status === 'done').length;
  const sentences =
    visits === 0
      ? [words.noVisits, where]
      : [
          words.asked(asked, visits) + (stated.length === 0 ? words.none : words.raised(stated.length)),
          ...(answered === 0 ? [] : [words.answered(answered)]),
          words.question,
          where,
          ...(left === 0 ? [] : [words.left(left)]),
        ];
  return sentences.map((sentence) => sentence.trim()).join(locale === 'en' ? ' ' : '');
}

const WIDTHS = { 'zh-CN': [7, 71, 62, 24], en: [8, 70, 62, 24] } as const;

/** All doubts of one kind and level: those of the same people, elevators and measure in one row. */
function kindTable(section: Section, doubts: readonly ReadDoubt[]): TableBlock {
  const { words, locale, texts } = section;
  const terms = termsOf(locale);
  const { kind, level, weight, source } = doubts[0]!.doubt; // a group has one
  const label = words.kind(terms.doubtKind[kind], terms.doubtLevel[level]);
  const rows = [...grouped(doubts, (one) => sameAgain(section, one)).values()];
  const note = [words.source(terms.weight[weight], source[locale]), words.innocent(innocentLooks(kind, locale))];
  const { no, records, says, answer } = words.columns;
  return {
    kind: 'table',
    caption: { label, continued: texts.continued(label), right: words.count(doubts.length) },
    columns: [no, records, says, answer].map((title, index) => ({
      title,
      width: WIDTHS[locale][index]!, // one for each title
      align: index === 0 ? ('right' as const) : ('left' as const),
    })),
    rowsFromTo: texts.rowsFromTo,
    rowContinued: texts.rowContinued,
    continued: texts.tableContinued,
    rows: rows.map((row, index) => ({ cells: rowCells(section, row, index) })),
    note: [{ text: note.join(locale === 'en' ? ' ' : '') }],
  };
}

function rowCells(section: Section, row: readonly ReadDoubt[], index: number): Cell[] {
  const { words, context } = section;
  const [first, ...others] = row;
  const { doubt, stated } = first!; // a group has one
  const again = others.map((one) => `${one.doubt.visits[0]?.date ?? ''} ${numbersOf(one)}`);
  const who =
    doubt.people.length === 0 ? '' : `${doubt.people.join(words.joint)}${context.locale === 'en' ? ': ' : '：'}`;
  const says = `${who}${doubtSentence(doubt, context)}${words.stop}`;
  return [
    plain(String(index + 1)),
    plain(recordsSaid(section, doubt, stated.records)),
    plain(again.length === 0 ? says : `${says}${words.also(again.join(words.joint))}`),
    plain(answerSaid(section, stated)),
  ];
}

function answerSaid({ answerTo, words, locale }: Section, stated: StatedDoubt): string {
  const given = answerTo(stated);
  return given === null
    ? words.unanswered
    : words.answer({ ...given, word: termsOf(locale).doubtAnswer[given.answer] });
}

/** Entry, day, times, people and place of each record. */
function recordsSaid({ words, evidence, context }: Section, { visits }: Doubt, ids: readonly RecordId[]): string {
  const own = evidence.dossier.registrationNo;
  const said = visits.slice(0, MOST_RECORDS).map((visit, place) => {
    const { registrationNo, date, startedAt, endedAt, technicians } = visit;
    const address = context.elevatorOf(registrationNo)?.address;
    const where = registrationNo === own ? `${registrationNo}${inBrackets(words.ownRecord, context)}` : registrationNo;
    const times = startedAt === undefined ? '' : `${startedAt}–${endedAt ?? '…'}`;
    const people = technicians.join(words.joint);
    const parts = [date, times, people, address ?? '', where].filter((part) => part !== '');
    return `${numberOf(ids[place])} ${parts.join(' ')}`;
  });
  const rest = visits.slice(MOST_RECORDS).map((visit, place) => shortly(visit, ids[MOST_RECORDS + place]));
  const more = rest.length === 0 ? [] : [words.more(rest.length, rest.join(words.joint))];
  return [...said, ...more].join(words.separator);
}

function inBrackets(text: string, { locale }: DoubtContext): string {
  return locale === 'en' ? ` (${text})` : `（${text}）`;
}

function shortly({ date }: Visit, id: RecordId | undefined): string {
  return `${date} ${numberOf(id)}`;
}

function numbersOf({ stated }: ReadDoubt): string {
  return stated.records.map(numberOf).join('/');
}

function numberOf(id: RecordId | undefined): string {
  return id === undefined ? '' : `#${recordNoOf(id)}`;
}

function lackingOf({ told, words, locale }: Section): string {
  const terms = termsOf(locale);
  const said = told.checks
    .filter(({ missing, of }) => missing.length > 0 && of > 0)
    .map(({ kind, status, lookedAt, of, missing }) => {
      const facts = missing.map((fact) => terms.missingFact[fact]).join(words.joint);
      return status === 'not-applicable'
        ? words.notApplicable(terms.doubtKind[kind], facts)
        : words.partly(terms.doubtKind[kind], lookedAt, of, facts);
    });
  return said.length === 0 ? '' : `${words.lacking}${said.join(words.separator)}${words.stop}`;
}

function kindNames({ words, locale }: Section, kinds: readonly DoubtKind[]): string {
  return kinds.map((kind) => termsOf(locale).doubtKind[kind]).join(words.joint);
}

/** Doubts that a reader takes for one that repeats, answered alike. */
function sameAgain(section: Section, { doubt: { people, visits, measure }, stated }: ReadDoubt): string {
  const answer = answerSaid(section, stated);
  return JSON.stringify([people, visits.map(({ registrationNo }) => registrationNo), measure, answer]);
}

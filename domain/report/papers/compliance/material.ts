import { responsibleIn, servedIn } from '../../../contract/responsible';
import type { CivilDate } from '../../../calendar/civil-date';
import type { Confirmation } from '../../../confirmation/confirmation';
import { clockMarkedEntries } from '../../../record/clock-marked';
import {
  CONFIRMATION_STATES,
  confirmationsByVisit,
  confirmedOf,
  countConfirmed,
  unconfirmedIn,
  type ConfirmationCounts,
} from '../../../record/confirmation-of';
import { noRecords, type Recorded } from '../../../record/dossier';
import { recordNoOf } from '../../../record/record-id';
import type { EntryOfRecord } from '../../../headline/entry';
import { refusalSentence } from '../../../record/refusal-sentences';
import { termsOf } from '../../../terms/terms-of';
import { toldTimes } from '../../../visit/times';
import { countHowSet, type Visit } from '../../../visit/visit';
import type { Block, Cell, TableBlock } from '../../model';
import { visitsOfPeriod } from './intervals';
import { amendmentSentence, type AmendedList } from '../../sections/amendments';
import { lateWords } from '../../sections/entries';
import type { Subject } from '../../sections/subject';

const plain = (text: string): Cell => ({ runs: [{ text }] });
const HASH_SHOWN = 16;

/** Visits used, their notes, corrections, refused rows and source files; then the visits themselves as table `tableNo`. */
export function materialBlocks(subject: Subject, tableNo: number): Block[] {
  const { texts } = subject;
  const visits = visitsOfPeriod(subject);
  return [
    { kind: 'heading', text: texts.sections.material },
    mattersTable(subject),
    { kind: 'missing-glyphs', says: texts.missingGlyphs },
    ...(visits.length > 0 ? [visitTable(subject, visits, tableNo)] : []),
  ];
}

function mattersTable(subject: Subject): TableBlock {
  const { texts, evidence, locale } = subject;
  const { material } = texts;
  const records = visitsOfPeriod(subject);
  const visits = records.map(({ value }) => value);
  const said = confirmationsByVisit(evidence.dossier.confirmations ?? []);
  const confirmed = countConfirmed(records, said);
  const unconfirmed = unconfirmedIn(confirmed) - confirmed.earlier;
  const nobody = visits.filter(({ technicians }) => technicians.length === 0).length;
  const corrections = correctionsOf(subject);
  const matter = (name: string, lines: readonly string[], remarks: readonly string[]) =>
    remarks.map((remark, index) => ({
      cells: [plain(index === 0 ? name : ''), plain(index === 0 ? String(lines.length) : ''), plain(remark)],
    }));
  const refused = evidence.refused.map((refusal) => material.refusedRow(refusal, refusalSentence(refusal, locale)));
  const notes = records.flatMap(({ id, value }) =>
    value.note === undefined ? [] : [material.note(recordNoOf(id), value.date, value.note)],
  );
  const sources = evidence.sources.map(({ file, sha256 }) => material.source(file, sha256.slice(0, HASH_SHOWN)));
  const doubtful = clockMarkedEntries({ ...noRecords(), ...evidence.dossier });
  const orNone = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? [material.none] : lines);
  return {
    kind: 'table',
    columns: [
      { title: material.columns.matter, width: 24, align: 'left' },
      { title: material.columns.count, width: 14, align: 'right' },
      { title: material.columns.remark, width: 126, align: 'left' },
    ],
    rowsFromTo: texts.rowsFromTo,
    rowContinued: texts.rowContinued,
    continued: texts.tableContinued,
    rows: [
      {
        cells: [
          plain(material.visits),
          plain(String(visits.length)),
          plain(visits.length === 0 ? material.none : material.visitsRemark(unconfirmed, nobody, confirmed.earlier)),
        ],
      },
      ...confirmationRows(subject, records, confirmed),
      ...responsibleRows(subject),
      ...(visits.some(({ checklist }) => checklist !== undefined) ? [checklistsRow(texts, visits)] : []),
      ...filledRows(subject, visits),
      ...entryRows(subject),
      ...(doubtful.length > 0 ? matter(material.clock, doubtful.map(String), [material.clockRemark(doubtful)]) : []),
      ...(notes.length > 0 ? matter(material.notes, notes, notes) : []),
      ...matter(material.corrections, corrections, orNone(corrections)),
      ...matter(material.refused, refused, orNone(refused)),
      ...matter(material.sources, sources, orNone(sources)),
    ],
  };
}

/** What the user unit answered, where it answered or was asked: how many visits stand how, and why some were refused. */
function confirmationRows(
  { texts: { material }, evidence, locale }: Subject,
  visits: readonly Recorded<Visit>[],
  counts: ConfirmationCounts,
): TableBlock['rows'] {
  const said = confirmationsByVisit(evidence.dossier.confirmations ?? []);
  if (!visits.some(({ id }) => said.has(id))) return [];
  const names = termsOf(locale).confirmationState;
  const told = CONFIRMATION_STATES.filter((state) => counts[state] > 0).map(
    (state) => `${names[state]} ${counts[state]}`,
  );
  const refused = visits.flatMap((visit) => {
    const { state, by } = confirmedOf(visit, said.get(visit.id));
    if (state !== 'refused' || by === null) return [];
    return [material.refusedConfirmation(recordNoOf(visit.id), by.value.on, by.value.by, by.value.reason ?? '')];
  });
  return [material.confirmationsRemark(told), ...refused].map((remark, index) => ({
    cells: [
      plain(index === 0 ? material.confirmations : ''),
      plain(index === 0 ? String(counts.given) : ''),
      plain(remark),
    ],
  }));
}

/** Who was to maintain it on which days, by contract; nothing of an evidence that was made before contracts were kept. */
function responsibleRows({ texts: { material }, evidence: { dossier, asOf, period } }: Subject): TableBlock['rows'] {
  const { contracts, elevator } = dossier;
  if (contracts === undefined) return [];
  const stand = contracts.filter(({ withdrawn }) => withdrawn !== true);
  const within = { from: period.from, to: period.to < asOf ? period.to : asOf };
  const lines =
    stand.length === 0
      ? [material.noContracts(elevator.value.maintainer ?? null)]
      : responsibleIn(stand, servedIn(elevator.value, within)).flatMap((span) =>
          span.contracts.length === 0
            ? [material.noContract(span)]
            : span.contracts.map(({ id, value: { firm, contractNo = null } }) =>
                material.contract(span, { firm, contractNo, record: recordNoOf(id) }),
              ),
        );
  return lines.map((line, index) => ({
    cells: [
      plain(index === 0 ? material.responsible : ''),
      plain(index === 0 ? String(stand.length) : ''),
      plain(line),
    ],
  }));
}

/** How many visits have times that nobody read from a clock; nothing where none has. */
function filledRows({ texts: { material } }: Subject, visits: readonly Visit[]): TableBlock['rows'] {
  const filled = visits.filter(({ filledTimes }) => filledTimes !== undefined).length;
  return filled === 0
    ? []
    : [{ cells: [plain(material.filledTimes), plain(String(filled)), plain(material.filledTimesRemark)] }];
}

/** How visits and outages were entered, and why those that came late did. */
function entryRows(subject: Subject): TableBlock['rows'] {
  const { evidence, headline, heads, locale, entryOf } = subject;
  const { direct, late, worstDaysLate, imported } = headline.entry;
  const { visits, outages, inspections } = evidence.dossier;
  const reasonOf = ({ id, late: told }: Recorded<object>, on: CivilDate, entry: () => EntryOfRecord): string[] =>
    told === undefined
      ? []
      : [
          heads.lateReason({
            record: recordNoOf(id),
            on,
            late: lateWords(entry(), locale),
            reason: told.reason,
            document: told.document ?? null,
            photos: told.photos?.length ?? 0,
          }),
        ];
  const reasons = [
    ...visits.flatMap((one) => reasonOf(one, (one.original ?? one.value).date, () => entryOf('visits', one))),
    ...outages.flatMap((one) => reasonOf(one, (one.original ?? one.value).from, () => entryOf('outages', one))),
    ...inspections.flatMap((one) => reasonOf(one, (one.original ?? one.value).date, () => entryOf('inspections', one))),
  ];
  return [
    {
      cells: [
        plain(heads.entry),
        plain(String(direct + late + imported)),
        plain(heads.entryCounts(direct, late, worstDaysLate, imported)),
      ],
    },
    ...reasons.map((reason, index) => ({
      cells: [
        plain(index === 0 ? heads.lateReasons : ''),
        plain(index === 0 ? String(reasons.length) : ''),
        plain(reason),
      ],
    })),
  ];
}

/** How the items of the period's checklists were set, as far as the records say. */
function checklistsRow({ material }: Subject['texts'], visits: readonly Visit[]): TableBlock['rows'][number] {
  const checklists = visits.flatMap(({ checklist }) => checklist ?? []);
  const counts = countHowSet(checklists.flatMap(({ results }) => results));
  const without = visits.length - checklists.length;
  return {
    cells: [
      plain(material.checklists),
      plain(String(checklists.length)),
      plain(material.checklistsRemark({ ...counts, without })),
    ],
  };
}

/** Every correction and withdrawal in the dossier, whatever its date: a changed record is never shown as if it had been so. */
function correctionsOf(subject: Subject): string[] {
  const { elevator, visits, outages, inspections, callouts = [], contracts = [] } = subject.evidence.dossier;
  const linesAs =
    (of: AmendedList) =>
    (record: Recorded<unknown>): string[] =>
      (record.amendments ?? []).map((amendment) => amendmentSentence(subject, of, recordNoOf(record.id), amendment));
  return [
    ...linesAs('elevator')(elevator),
    ...visits.flatMap(linesAs('visit')),
    ...outages.flatMap(linesAs('outage')),
    ...inspections.flatMap(linesAs('inspection')),
    ...callouts.flatMap(linesAs('callout')),
    ...contracts.flatMap(linesAs('contract')),
  ];
}

function visitTable(subject: Subject, rows: ReturnType<typeof visitsOfPeriod>, tableNo: number): TableBlock {
  const { texts } = subject;
  const columns = texts.material.visitColumns;
  const label = texts.material.visitTable(tableNo);
  const said = confirmationsByVisit(subject.evidence.dossier.confirmations ?? []);
  return {
    kind: 'table',
    caption: { label, continued: texts.continued(label), right: texts.rowCount(rows.length) },
    columns: [
      { title: columns.record, width: 18, align: 'left' },
      { title: columns.date, width: 21, align: 'left' },
      { title: columns.task, width: 20, align: 'left' },
      { title: columns.times, width: 26, align: 'left' },
      { title: columns.technicians, width: 49, align: 'left' },
      { title: columns.confirmedBy, width: 30, align: 'left' },
    ],
    rowsFromTo: texts.rowsFromTo,
    rowContinued: texts.rowContinued,
    continued: texts.tableContinued,
    rows: rows.map((visit) => {
      const { id, value } = visit;
      const late = lateWords(subject.entryOf('visits', visit), subject.locale);
      const cells = [
        plain(recordNoOf(id)),
        plain([value.date, late].filter((text) => text !== '').join(' ')),
        plain(texts.tasks[value.task]),
        plain(toldTimes(value, termsOf(subject.locale).about) || texts.notRecorded),
        plain(value.technicians.join(texts.anySeparator) || texts.notRecorded),
        plain(confirmerCell(visit, said.get(id), subject)),
      ];
      return { cells };
    }),
  };
}

/** Who confirmed a visit; an answer with its day, and with what it is where it does not confirm the visit as it stands. */
function confirmerCell(
  visit: Recorded<Visit>,
  said: readonly Recorded<Confirmation>[] | undefined,
  { texts, locale }: Subject,
): string {
  const { state, by } = confirmedOf(visit, said);
  if (state === 'as-recorded') return visit.value.confirmedBy ?? texts.notRecorded;
  if (by === null) return texts.notRecorded;
  const name = termsOf(locale).confirmationState[state];
  return state === 'given' ? `${by.value.by} ${by.value.on}` : `${name} ${by.value.by} ${by.value.on}`;
}

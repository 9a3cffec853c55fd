import type { CivilDate } from '../../../calendar/civil-date';
import { auditElevator, auditWindow } from '../../../audit/audit-elevator';
import type { EntryOfRecord } from '../../../headline/entry';
import { subjectOf } from '../../../headline/judge-headline';
import { recordNoOf } from '../../../record/record-id';
import { compileRules } from '../../../service-clock/compiled-rule';
import type { FormCell, Run, StampBlock } from '../../model';
import { clockTime, shortHash } from '../../sections/closing';
import { amendmentSentence, type AmendedList } from '../../sections/amendments';
import { cell } from '../../sections/form-cell';
import type { Evidence } from '../../evidence';
import { particularOn, type RecordSubject } from './record-subject';

type Row = readonly FormCell[];
type AnySubject = RecordSubject<object>;

const FEED_SHOWN = 8;

/** Which elevator it is about, and who answered for it on the day. */
export function elevatorRows(subject: AnySubject, on: CivilDate): Row[] {
  const { words, elevator } = subject;
  const { labels } = words;
  const place = [elevator.district, elevator.address, elevator.internalNo].filter((part) => part !== undefined);
  const or = (text: string | undefined): string => (text === undefined || text === '' ? words.notRecorded : text);
  const registered: readonly Run[] = [{ text: elevator.registrationNo, bold: true }];
  return [
    [cell(labels.registrationNo, registered), cell(labels.deviceCode, or(elevator.deviceCode))],
    [cell(labels.address, or(place.join(''))), cell(labels.rescueCode, or(elevator.rescueCode))],
    [
      cell(labels.userUnit, particularOn(subject, 'userUnit', on)),
      cell(labels.maintainer, particularOn(subject, 'maintainer', on)),
    ],
  ];
}

/** When and by whom it was entered, and under which number. */
export function entryRow({ words, record, evidence }: AnySubject, entry: EntryOfRecord): Row {
  if (evidence.chain.origin === 'files') return [cell(words.labels.entered, words.fromFiles)];
  const { id, at, author, imported } = record;
  const after = entry.kind === 'direct' && entry.days > 0 ? words.daysAfter(entry.days) : '';
  const no = words.entryNo(recordNoOf(id), id.slice(0, FEED_SHOWN));
  const how = imported === true ? words.imported : '';
  return [cell(words.labels.entered, `${words.entered(clockTime(at), author)}${how}${after}${no}`)];
}

/** Every correction with its old and new value; nothing where there is none. */
export function correctionRows(subject: AnySubject, list: AmendedList): Row[] {
  const { words, record } = subject;
  const { amendments = [] } = record;
  if (amendments.length === 0) return [];
  const lines = amendments.map((amendment) =>
    words.amended(
      clockTime(amendment.at),
      amendment.author,
      amendmentSentence(subject, list, recordNoOf(record.id), amendment),
    ),
  );
  return [[cell(words.labels.corrections, ...lines)]];
}

/** The mark of a record that was entered late, with why, by what shown, and what hangs on it. */
export function lateStamp(subject: AnySubject, entry: EntryOfRecord, doneOn: CivilDate): StampBlock | null {
  if (entry.kind !== 'late') return null;
  const { words, record, texts } = subject;
  const { late } = words;
  const { at, author, late: told } = record;
  const photos = told?.photos ?? [];
  return {
    kind: 'stamp',
    stamp: [late.stamp, late.days(entry.days)],
    lines: [
      [
        { text: late.entered(clockTime(at), author, texts.date(doneOn)), bold: true },
        { text: ` ${told === undefined ? late.noReason : late.reason(told.reason, told.document ?? null)}` },
      ],
      ...(photos.length === 0 ? [] : [[{ text: late.photos(photos.map(shortHash)) }]]),
      ...(entry.bySourceTable ? [[{ text: words.byTable }]] : []),
      [{ text: turnWords(subject) }],
    ],
  };
}

/** What the verdict of the elevator would be without the one record. */
function turnWords({ words, evidence, record, texts }: AnySubject): string {
  const { verdict } = evidence.audit;
  const without = verdictWithout(evidence, record.id);
  return without === verdict
    ? words.late.same(texts.verdict[verdict])
    : words.late.without(texts.verdict[without], texts.verdict[verdict]);
}

function verdictWithout({ dossier, pack, asOf, period, headline }: Evidence, id: string): Evidence['audit']['verdict'] {
  const others = { ...dossier, visits: dossier.visits.filter((visit) => visit.id !== id) };
  const window = auditWindow(asOf, period, headline?.scope);
  return auditElevator(subjectOf(others), compileRules({ rules: pack.rules }), window).verdict;
}

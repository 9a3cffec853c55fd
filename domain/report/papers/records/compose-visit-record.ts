import type { Visit } from '../../../visit/visit';
import { confirmationsByVisit, confirmedOf } from '../../../record/confirmation-of';
import { termsOf } from '../../../terms/terms-of';
import type { Evidence } from '../../evidence';
import type { Block, ReportModel } from '../../model';
import { handLine } from '../../sections/hand-lines';
import { recordPaper } from './record-closing';
import { correctionRows, elevatorRows, entryRow, lateStamp } from './record-rows';
import { recordSubjectOf, type RecordSubject } from './record-subject';
import { itemBlocks } from './visit-items';
import { remarkRows, visitRows } from './visit-rows';
import type { VisitWords } from './visit-words';
import { VISIT_WORDS_EN } from './visit-words-en';
import { VISIT_WORDS_ZH } from './visit-words-zh';

const FORM = {
  'zh-CN': { labelWidths: [25.6, 24], secondAt: 86 },
  en: { labelWidths: [26, 22], secondAt: 80 },
} as const;
const NAME_MM = 20;

/** The record of one visit (维保记录单): one page for a routine visit, as many as its checklist needs for a long one. */
export function composeVisitRecord(evidence: Evidence): ReportModel {
  const subject = recordSubjectOf(evidence, 'visits');
  const words = evidence.locale === 'en' ? VISIT_WORDS_EN : VISIT_WORDS_ZH;
  const { record, texts } = subject;
  const { date } = record.value;
  const entry = subject.entryOf('visits', record);
  const stamp = lateStamp(subject, entry, date);
  const form = (rows: Extract<Block, { kind: 'form' }>['rows']): Block => ({
    kind: 'form',
    ...FORM[evidence.locale],
    rows,
    rowContinued: texts.rowContinued,
    dense: true,
  });
  const { workers, confirmed } = words.signing;
  return recordPaper(subject, words.title, words.copies, {
    blocks: [
      form([
        ...elevatorRows(subject, date),
        ...visitRows(subject, words),
        entryRow(subject, entry),
        ...correctionRows(subject, 'visit'),
      ]),
      ...(stamp === null ? [] : [stamp]),
      ...itemBlocks(subject, words),
      form(remarkRows(subject, words)),
    ],
    signing: {
      kind: 'signing',
      boxes: [
        { label: workers.label, lines: workers.lines.map((line) => handLine(line, NAME_MM)), note: workers.note },
        {
          label: confirmed.label,
          lines: confirmed.lines.map((line) => handLine(line, NAME_MM)),
          note: confirmationNote(subject, words),
        },
      ],
    },
  });
}

const HASH_SHOWN = 16;

/** Who confirmed the visit, by the last answer where there is one, else by its own record. */
function confirmationNote({ evidence, record, locale }: RecordSubject<Visit>, { signing }: VisitWords): string {
  const said = confirmationsByVisit(evidence.dossier.confirmations ?? []).get(record.id);
  const { state, by } = confirmedOf(record, said);
  const { confirmedBy } = record.value;
  if (state === 'as-recorded' && confirmedBy !== undefined) return signing.named(confirmedBy);
  if (by === null) return signing.unnamed;
  const { on, at, how, hash, reason = '', drawn } = by.value;
  const when = at === undefined ? on : `${on} ${at}`;
  const way = how === undefined ? '' : termsOf(locale).confirmationWay[how];
  const shown = hash.slice(0, HASH_SHOWN);
  switch (state) {
    case 'given':
      return signing.given(by.value.by, when, way, drawn !== undefined, shown);
    case 'earlier':
      return signing.earlier(by.value.by, when, way, shown);
    case 'refused':
      return signing.refused(by.value.by, when, reason);
    default:
      return signing.asked(by.value.by, when);
  }
}

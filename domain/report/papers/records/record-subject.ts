import type { CivilDate } from '../../../calendar/civil-date';
import type { Elevator } from '../../../elevator/elevator';
import type { Locale, Text } from '../../../pack/legal-basis';
import type { Recorded } from '../../../record/dossier';
import { recordsIn } from '../../../record/dossier';
import type { DossierList, RecordOf } from '../../../record/kinds';
import { entriesOf, type EntryReader } from '../../sections/entries';
import { textsOf } from '../../texts/texts-of';
import type { ReportTexts } from '../../texts/report-texts';
import type { Evidence } from '../../evidence';
import type { RecordWords } from './record-words';
import { RECORD_WORDS_EN } from './record-words-en';
import { RECORD_WORDS_ZH } from './record-words-zh';

/** The evidence of a paper of one record in the shapes its parts share. */
export interface RecordSubject<T> {
  readonly evidence: Evidence;
  readonly locale: Locale;
  readonly texts: ReportTexts;
  readonly words: RecordWords;
  readonly elevator: Elevator;
  readonly record: Recorded<T>;
  readonly entryOf: EntryReader;
  readonly say: (text: Text) => string;
}

export function recordSubjectOf<L extends DossierList>(evidence: Evidence, list: L): RecordSubject<RecordOf<L>> {
  const { locale, dossier, paper } = evidence;
  const records = recordsIn({ [list]: dossier[list] ?? [] } as Record<L, readonly unknown[]>, list);
  const record = records.find(({ id }) => id === paper?.record);
  if (record === undefined) throw new Error(`the evidence has no ${list} record ${paper?.record ?? ''}`);
  return {
    evidence,
    locale,
    texts: textsOf(locale),
    words: locale === 'en' ? RECORD_WORDS_EN : RECORD_WORDS_ZH,
    elevator: dossier.elevator.value,
    record,
    entryOf: entriesOf(evidence),
    say: (text) => text[locale],
  };
}

/**
 * A particular of the elevator as it stood on the day of a record: who maintained it then is no longer what the register
 * says after a change. Corrections made on a later day count as changes since; the present value stands beside.
 */
export function particularOn(
  { evidence, elevator, words }: Pick<RecordSubject<unknown>, 'evidence' | 'elevator' | 'words'>,
  field: 'userUnit' | 'maintainer',
  on: CivilDate,
): string {
  const now = elevator[field] ?? words.notRecorded;
  const changed = (evidence.dossier.elevator.amendments ?? [])
    .filter(({ at }) => at.slice(0, 10) > on)
    .flatMap(({ changes }) => changes)
    .find((change) => change.field === field);
  const then = typeof changed?.from === 'string' ? changed.from : changed === undefined ? now : words.notRecorded;
  return then === now ? now : words.laterNow(then, now);
}

import type { EntryOfRecord } from '../../../domain/headline/entry';
import type { Recorded } from '../../../domain/record/dossier';
import type { RecordId } from '../../../domain/record/record-id';
import { entryWords } from '../../../domain/terms/entry-words';
import { termsOf } from '../../../domain/terms/terms-of';
import { useAppState } from '../../session/app-state';

/** How a record was entered, beside it in a list; nothing where it came in time. */
export function EntryMark({ entry }: { readonly entry: EntryOfRecord }) {
  const { locale } = useAppState();
  const words = entryWords(entry, locale);
  if (words === null) return null;
  return <span className={`small mark ${entry.kind === 'late' ? 'warn' : 'muted'}`}>{words}</span>;
}

/** Days late of the corrections and withdrawals that are told as late, by their number. */
export type LateChanges = ReadonlyMap<RecordId, number>;

/** The latest correction or withdrawal of a record that is told as late, beside it. */
export function AmendmentMark({
  record: { amendments = [] },
  lateChanges,
}: {
  readonly record: Pick<Recorded<unknown>, 'amendments'>;
  readonly lateChanges: LateChanges;
}) {
  const { locale } = useAppState();
  const days = Math.max(0, ...amendments.map(({ id }) => lateChanges.get(id) ?? 0));
  return days === 0 ? null : <span className="small mark warn">{termsOf(locale).entry.late(days)}</span>;
}

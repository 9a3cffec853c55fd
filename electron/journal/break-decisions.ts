import type { Entry, JournalBreak } from '../../domain/record/entry';

/** The breaks that no decision covers. One that had nothing behind it is covered where the decision itself came next. */
export function undecidedBreaks(
  breaks: readonly JournalBreak[],
  decisions: readonly Pick<Entry<'journal-mended'>, 'hash' | 'body'>[],
): JournalBreak[] {
  const decided = new Set(
    decisions.flatMap(({ hash, body }) => (body.breaks ?? []).map((one) => nameOf({ ...one, next: one.next ?? hash }))),
  );
  return breaks.filter((one) => !decided.has(nameOf(one)));
}

/** Between the same two entries stands the same; where in the file they lie changes when details are erased. */
function nameOf({ bytes, sha256, after, next }: JournalBreak): string {
  return [bytes, sha256, after, next].join(' ');
}

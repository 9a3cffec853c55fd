// Appends for ever, printing the number of each entry once it was acknowledged. Bundled and killed by a test.
import { writeSync } from 'node:fs';
import type { EntryDraft } from '../../domain/record/entry';
import { loadFeedKey } from '../../electron/journal/feed-key';
import { openJournal } from '../../electron/journal/open-journal';

const folder = process.argv[2]!;
const journal = await openJournal({ folder, key: await loadFeedKey(folder), now: () => '2026-11-23T10:00:00Z' });
for (;;) {
  const entries = await journal.appendBatch(
    Array.from({ length: 1 + (journal.head.seq % 5) }, (_, index) => draft(index)),
  );
  writeSync(1, `${entries.at(-1)!.seq}\n`);
}

function draft(index: number): EntryDraft {
  const registrationNo = `梯${journal.head.seq}.${index}` as never;
  const address = '地'.repeat(seqLength());
  return {
    type: 'elevator-registered',
    subject: registrationNo,
    author: '',
    body: { elevator: { registrationNo, kind: '3110', regime: 'standard', address } },
  };
}

/** Lines of very different lengths, so that a kill finds them half written. */
function seqLength(): number {
  return 1 + ((journal.head.seq * 7919) % 480);
}

// Appends for ever, printing the number of each entry once it was acknowledged. Bundled and killed by a test.
import { writeSync } from 'node:fs';
import { loadFeedKey } from '../../electron/journal/feed-key';
import { openJournal } from '../../electron/journal/journal';

const folder = process.argv[2]!;
const journal = await openJournal({ folder, key: await loadFeedKey(folder), now: () => '2026-11-23T10:00:00Z' });
for (;;) {
  const registrationNo = `梯${journal.head.seq}` as never;
  const { seq } = await journal.append({
    type: 'elevator-registered',
    subject: registrationNo,
    author: '',
    body: { elevator: { registrationNo, kind: '3110', regime: 'standard', address: '地'.repeat(seqLength()) } },
  });
  writeSync(1, `${seq}\n`);
}

/** Lines of very different lengths, so that a kill finds them half written. */
function seqLength(): number {
  return 1 + ((journal.head.seq * 7919) % 480);
}

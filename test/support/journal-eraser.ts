// Records a name and erases it for ever, printing each name once its erasure was acknowledged. Bundled and killed by a test.
import { writeSync } from 'node:fs';
import { loadFeedKey } from '../../electron/journal/feed-key';
import { formsErasing } from '../../electron/journal/find-details';
import { openJournal } from '../../electron/journal/open-journal';

const folder = process.argv[2]!;
const now = '2026-11-23T10:00:00Z';
const journal = await openJournal({ folder, key: await loadFeedKey(folder), now: () => now });
for (;;) {
  const name = `人${journal.head.seq}人`;
  for (const text of [name, '别人']) {
    const registrationNo = `梯${journal.head.seq}` as never;
    await journal.append({
      type: 'elevator-registered',
      subject: registrationNo,
      author: '',
      body: { elevator: { registrationNo, kind: '3110', regime: 'standard', safetyOfficer: text } },
    });
  }
  const { lists } = await formsErasing(journal.entries, [name], { on: '2026-11-23' as never, reason: 'term' });
  await journal.erase('', 'term', lists);
  writeSync(1, `${name}\n`);
}

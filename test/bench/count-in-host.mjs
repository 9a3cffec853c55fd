// Loaded into the host before its program (`--import …?to=FILE`): counts what its main thread does and, on SIGUSR2, writes it to FILE.
import crypto from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import files from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const JOURNAL = 'journal.ndjson';
const counts = { journalRead: 0, journalFlushes: 0, keyDerivations: 0 };

if (isMainThread) {
  const { open } = files;
  files.open = async (path, ...rest) => {
    const handle = await open(path, ...rest);
    if (!String(path).endsWith(JOURNAL)) return handle;
    const read = handle.read.bind(handle);
    const sync = handle.sync.bind(handle);
    handle.read = async (...asked) => {
      const done = await read(...asked);
      counts.journalRead += done.bytesRead;
      return done;
    };
    handle.sync = () => {
      counts.journalFlushes += 1;
      return sync();
    };
    return handle;
  };
  const { pbkdf2 } = crypto;
  crypto.pbkdf2 = (...asked) => {
    counts.keyDerivations += 1;
    pbkdf2(...asked);
  };
  syncBuiltinESMExports();
  const to = new URL(import.meta.url).searchParams.get('to');
  process.on('SIGUSR2', () => {
    writeFileSync(`${to}.part`, JSON.stringify(counts));
    renameSync(`${to}.part`, to);
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FilesAtHand } from '../../electron/import/files-at-hand';
import { ASOF, readPack } from './fleet';
import { tellSpent } from './program-spent';

/** The tables of a folder as the import tries them: read, judged and shown; nothing is on record. */
const [root = '', folder = ''] = process.argv.slice(2);
await tellSpent(async () => {
  const files = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const context = { pack: readPack(root), today: ASOF };
  const task = { said: files.map(() => ({})), mappings: [], context, twins: new Map() };
  const how = { signal: new AbortController().signal, progress: () => undefined };
  const { preview } = await new FilesAtHand(files).run(task, how, () => Promise.resolve([]));
  if (preview.refusals.length > 0) throw new Error('rows of the sample fleet were refused');
  return preview.files.reduce((sum, { accepted }) => sum + accepted, 0);
});

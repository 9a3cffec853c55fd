import type { AppInfo } from '../../domain/bridge/replies';
import type { Entry } from '../../domain/record/entry';
import { withoutUndefined } from '../../domain/record/without-undefined';
import type { Handlers } from './handlers';
import { chosenPack } from '../host/chosen-pack';
import type { Ports } from '../host/ports';
import { meetElsewhere } from '../papers/meet-heads';
import { recordTurn } from './record-turn';

type Group = Pick<
  Handlers,
  | 'app.info'
  | 'settings.read'
  | 'settings.write'
  | 'packs.read'
  | 'packs.whole'
  | 'journal.read'
  | 'journal.walked'
  | 'journal.met'
  | 'journal.claim'
  | 'journal.resume'
  | 'fault.report'
>;

export function appHandlers(ports: Ports): Group {
  return {
    'app.info': () =>
      Promise.resolve({
        version: ports.version,
        host: ports.host,
        profile: ports.profile,
        today: ports.today(),
        journal: journalOf(ports),
      }),
    'settings.read': () => Promise.resolve(ports.settings.read()),
    'settings.write': (change) => ports.settings.write(withoutUndefined(change)),
    'packs.read': () =>
      Promise.resolve({
        judging: chosenPack(ports)?.pack ?? null,
        packs: ports.packs.packs.map(({ pack: { id, version, title, kinds } }) => ({ id, version, title, kinds })),
        refused: ports.packs.refused,
        userFolder: ports.userPacksDir,
      }),
    'packs.whole': () =>
      Promise.resolve({
        packs: ports.packs.packs.map(({ pack }) => pack),
        files: ports.packs.packs.map(({ pack: { id }, file, origin, sha256 }) => ({ id, file, origin, sha256 })),
      }),
    'journal.read': async ({ afterSeq, maxBytes }) => {
      const { journal } = ports;
      const { head } = journal;
      const before = journal.hashOf(afterSeq);
      const entries = await journal.entries.readAfter(afterSeq, maxBytes);
      const abandoned = entries.map(({ seq }) => seq).filter((seq) => journal.entries.abandoned.has(seq));
      const damaged = journal.entries.damaged(afterSeq, entries.at(-1)?.seq ?? afterSeq);
      const { last: erased } = journal.entries.erasures;
      return {
        entries,
        abandoned,
        ...(damaged.length === 0 ? {} : { damaged }),
        before,
        head,
        ...(erased === 0 ? {} : { erased }),
      };
    },
    'journal.walked': async () => {
      await ports.walked;
      return journalOf(ports);
    },
    'journal.met': async () => {
      await meetElsewhere(ports);
      return journalOf(ports);
    },
    'journal.claim': (head) => ports.journal.heads.claim(head),
    'journal.resume': ({ reason }) => recordTurn(ports).alone(() => resumed(ports, reason)),
    'fault.report': ({ id, name, message, stack }) => {
      const error = Object.assign(new Error(message), { name, stack });
      ports.log.write({ event: 'page-fault', id, error });
      return Promise.resolve(null);
    },
  };
}

function journalOf({ journal }: Ports): AppInfo['journal'] {
  const { head, heads, condition, access, walked, clock, unknownEntries } = journal;
  return { head, condition, elsewhere: heads.written, access, unknownEntries, walked, clock };
}

async function resumed({ journal, settings }: Ports, reason: string): Promise<{ readonly entry: Entry }> {
  return { entry: await journal.resume(settings.read().author, reason) };
}

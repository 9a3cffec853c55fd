import { withoutUndefined } from '../../domain/record/without-undefined';
import type { Handlers } from './handlers';
import type { Ports } from './ports';
import { recordTurn } from './record-turn';

type Group = Pick<
  Handlers,
  | 'app.info'
  | 'settings.read'
  | 'settings.write'
  | 'packs.read'
  | 'journal.read'
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
        journal: { head: ports.journal.head, condition: ports.journal.condition, clock: ports.journal.clock },
      }),
    'settings.read': () => Promise.resolve(ports.settings.read()),
    'settings.write': (change) => ports.settings.write(withoutUndefined(change)),
    'packs.read': () =>
      Promise.resolve({
        packs: ports.packs.packs.map(({ pack }) => pack),
        files: ports.packs.packs.map(({ pack: { id }, file, origin, sha256 }) => ({ id, file, origin, sha256 })),
        refused: ports.packs.refused,
        userFolder: ports.userPacksDir,
      }),
    'journal.read': async ({ afterSeq, maxBytes }) => {
      const { journal } = ports;
      const { head } = journal;
      const before = journal.hashOf(afterSeq);
      const entries = await journal.readAfter(afterSeq, maxBytes);
      const abandoned = entries.map(({ seq }) => seq).filter((seq) => journal.abandoned.has(seq));
      return { entries, abandoned, before, head };
    },
    'journal.claim': (head) => ports.journal.claim(head),
    'journal.resume': ({ reason }) =>
      recordTurn(ports)(async () => ({ entry: await ports.journal.resume(ports.settings.read().author, reason) })),
    'fault.report': ({ id, name, message, stack }) => {
      const error = Object.assign(new Error(message), { name, stack });
      ports.log.write({ event: 'page-fault', id, error });
      return Promise.resolve(null);
    },
  };
}

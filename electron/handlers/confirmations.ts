import { BridgeError } from '../../domain/bridge/errors';
import { versionOf } from '../../domain/record/confirmation-of';
import { entryNoOf, recordNoOf, type RecordId } from '../../domain/record/record-id';
import type { Ports } from '../host/ports';
import { dossierOf, standingRecord } from './changes';
import type { Handlers } from './handlers';
import type { KindChecks } from './kind-checks';

/** What confirmations are bound to. */
export function confirmationHandlers(ports: Ports): Pick<Handlers, 'visit.versions'> {
  return {
    'visit.versions': async ({ visits }) => {
      const versions = [];
      for (const { registrationNo, recordId } of visits) {
        const dossier = await dossierOf(ports, registrationNo);
        const version = versionOf(standingRecord(dossier.visits, recordId));
        const turns = dossier.confirmations.filter(({ value }) => value.visit === recordId).length;
        versions.push({ recordId, version, hash: hashOf(ports, version), turn: turns + 1 });
      }
      return { versions };
    },
  };
}

export const confirmationChecks: KindChecks<'confirmations'> = {
  sound: (ports, { visit, version, hash, turn, on }, dossier) => {
    const today = ports.today();
    if (on > today) throw new BridgeError('future-date', { date: on, today });
    const record = standingRecord(dossier.visits, visit);
    const { registrationNo } = dossier;
    if (versionOf(record) !== version)
      throw new BridgeError('visit-changed', { registrationNo, record: recordNoOf(visit) });
    if (hashOf(ports, version) !== hash) throw new BridgeError('bad-request', { what: 'hash' });
    if (on < record.value.date) throw new BridgeError('confirmed-before-visit', { date: on, visit: record.value.date });
    const before = dossier.confirmations.filter(({ value }) => value.visit === visit).length;
    if (turn > before + 1) throw new BridgeError('bad-request', { what: 'turn' });
  },
};

function hashOf({ journal }: Ports, version: RecordId): string {
  const hash = journal.entries.index.hashOf(entryNoOf(version));
  if (hash === null) throw new Error(`no entry ${version} is in the index`);
  return hash;
}

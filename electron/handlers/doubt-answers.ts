import { BridgeError } from '../../domain/bridge/errors';
import { doubtKey } from '../../domain/doubt-answer/doubt-key';
import { allRecords } from '../../domain/record/dossier';
import type { KindChecks } from './kind-checks';

export const doubtAnswerChecks: KindChecks<'doubtAnswers'> = {
  sound: (ports, { kind, doubt, records, of, turn, on }, dossier) => {
    const today = ports.today();
    if (on > today) throw new BridgeError('future-date', { date: on, today });
    const known = new Set(allRecords(dossier).map(({ id }) => id));
    const isOfDossier = records.every((id) => known.has(id) || id === dossier.elevator.id);
    // Where all its records are here, the key can be held against them.
    const isOfKey = records.length < of || doubtKey(kind, records) === doubt;
    if (!isOfDossier || !isOfKey) throw new BridgeError('bad-request', { what: 'records' });
    const before = dossier.doubtAnswers.filter(({ value }) => value.doubt === doubt).length;
    if (turn > before + 1) throw new BridgeError('bad-request', { what: 'turn' });
  },
};

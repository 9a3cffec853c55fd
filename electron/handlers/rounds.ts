import { BridgeError, type ErrorDetails } from '../../domain/bridge/errors';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { EntryDraft } from '../../domain/record/entry';
import type { Ports } from '../host/ports';
import type { Handlers } from './handlers';
import { draftOfRecord, draftOfWithdrawal } from './records';

/** The visits of one round, on record or withdrawn in one act: an entry each, flushed together, all of them or none. */
export function roundHandlers(ports: Ports): Pick<Handlers, 'round.log' | 'round.withdraw'> {
  return {
    'round.log': ({ visits }) =>
      together(
        ports,
        visits.map((one) => ({
          registrationNo: one.visit.registrationNo,
          draft: () => draftOfRecord(ports, 'visits', one),
        })),
      ),
    'round.withdraw': ({ visits, reason }) =>
      together(
        ports,
        visits.map(({ registrationNo, recordId }) => ({
          registrationNo,
          draft: () => draftOfWithdrawal(ports, 'visits', { registrationNo, recordId, reason }),
        })),
      ),
  };
}

interface Wanted {
  readonly registrationNo: RegistrationNo;
  readonly draft: () => Promise<EntryDraft>;
}

async function together(ports: Ports, wanted: readonly Wanted[]) {
  const drafts: EntryDraft[] = [];
  const refused: (readonly [RegistrationNo, BridgeError])[] = [];
  for (const { registrationNo, draft } of wanted)
    await draft().then(
      (made) => drafts.push(made),
      (error: unknown) => {
        if (!(error instanceof BridgeError)) throw error;
        refused.push([registrationNo, error]);
      },
    );
  if (refused.length > 0) throw refusalOf(refused);
  return { entries: await ports.ledger.appendBatch(drafts) };
}

/** One refusal is told whole; of several, which elevators and why. */
function refusalOf(refused: readonly (readonly [RegistrationNo, BridgeError])[]): BridgeError {
  const [first] = refused;
  if (first !== undefined && refused.length === 1)
    return new BridgeError(first[1].code, { registrationNo: first[0], ...first[1].details });
  const codes = Object.fromEntries(refused.map(([no, { code }]) => [no, code]));
  return new BridgeError('round-refused', { refused: refused.length, ...codes } satisfies ErrorDetails);
}

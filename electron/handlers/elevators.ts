import { BridgeError } from '../../domain/bridge/errors';
import { raisesBeginning } from '../../domain/elevator/beginning';
import type { Elevator } from '../../domain/elevator/elevator';
import { standing, type Dossier } from '../../domain/record/dossier';
import type { EntryBodies } from '../../domain/record/entry';
import { elevatorSchema } from '../../domain/record/schemas';
import { changesOf, dossierOf } from './changes';
import type { Checked, Handlers } from './handlers';
import { requireStep } from './hazard-steps';
import type { Ports } from '../host/ports';

export function elevatorHandlers(ports: Ports): Pick<Handlers, 'elevator.register' | 'elevator.correct'> {
  const requireKnownKind = (kind: string): void => {
    const known = ports.packs.packs.some(({ pack }) => pack.kinds.some(({ code }) => code === kind));
    if (!known) throw new BridgeError('bad-request', { what: 'kind' });
  };
  return {
    'elevator.register': async ({ elevator, apartFrom = [], fromService }) => {
      requireKnownKind(elevator.kind);
      const { registrationNo } = elevator;
      const { numbers } = ports.ledger;
      const known = numbers.find(registrationNo);
      if (known !== undefined && (await ports.ledger.dossier(known)) !== undefined)
        throw new BridgeError('already-registered', { registrationNo: known });
      const twins = numbers.twinsOf(registrationNo).filter((other) => !apartFrom.includes(other));
      const [twin] = (await ports.ledger.dossiers(twins)).keys();
      if (twin !== undefined) throw new BridgeError('near-twin', { registrationNo, known: twin });
      if (fromService !== true) requireBeginning(ports, null, elevator, false);
      const { author } = ports.settings.read();
      return {
        entry: await ports.append({ type: 'elevator-registered', subject: registrationNo, author, body: { elevator } }),
      };
    },
    'elevator.correct': async ({ registrationNo, set, reason, transfers = [], fromService }) => {
      const dossier = await dossierOf(ports, registrationNo);
      const { changes, corrected } = changesOf(dossier.elevator.value, set, elevatorSchema);
      requireKnownKind(corrected.kind);
      const hasVisits = standing(dossier.visits).length > 0;
      if (fromService !== true) requireBeginning(ports, dossier.elevator.value, corrected, hasVisits);
      const { author } = ports.settings.read();
      const handed = await transfersOf(ports, dossier, transfers);
      const body = { changes, reason, ...(handed.length === 0 ? {} : { transfers: handed }) };
      return { entry: await ports.append({ type: 'elevator-corrected', subject: registrationNo, author, body }) };
    },
  };
}

/** Years of which nobody has records are not judged, and not left out, before a person has said which. */
function requireBeginning(ports: Ports, before: Elevator | null, after: Elevator, hasVisits: boolean): void {
  const today = ports.today();
  if (!raisesBeginning(before, after, hasVisits, today)) return;
  throw new BridgeError('beginning-unanswered', { count: 1, registrationNo: after.registrationNo, from: today });
}

type Transfers = NonNullable<EntryBodies['elevator-corrected']['transfers']>;

/** Every one of them must be possible, and no hazard is handed over twice. */
async function transfersOf(
  ports: Ports,
  dossier: Dossier,
  asked: NonNullable<Checked<'elevator.correct'>['transfers']>,
): Promise<Transfers> {
  if (new Set(asked.map(({ hazardId }) => hazardId)).size < asked.length)
    throw new BridgeError('bad-request', { what: 'transfers' });
  for (const { hazardId, step } of asked) await requireStep(ports, dossier, hazardId, step);
  return asked.map(({ hazardId, step }) => ({ hazard: hazardId, step }));
}

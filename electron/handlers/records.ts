import { BridgeError } from '../../domain/bridge/errors';
import type { CorrectRequest, AmendRequest, RecordRequest } from '../../domain/bridge/record-calls';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { Hazard } from '../../domain/hazard/hazard';
import { recordsIn, type Dossier } from '../../domain/record/dossier';
import type { Entry, EntryDraft } from '../../domain/record/entry';
import {
  channelsOf,
  DOSSIER_LISTS,
  kindOf,
  type DossierList,
  type RecordChannel,
  type RecordOf,
} from '../../domain/record/kinds';
import type { LateReason } from '../../domain/record/late-reason';
import { schemaOfKind } from '../../domain/record/record-schemas';
import type { Ports } from '../host/ports';
import { changesOf, dossierOf, standingRecord } from './changes';
import type { Handlers } from './handlers';
import { requireLate } from './late-reason';
import { requireApart, requireNew } from './once';
import { checksOf } from './record-checks';
import { recordTurn } from './record-turn';

/** To record, correct and withdraw, once for all kinds; what is peculiar to a kind stands in its checks. */
export function recordHandlers(ports: Ports): Pick<Handlers, RecordChannel> {
  const saved = async (draftOf: () => Promise<EntryDraft>): Promise<{ readonly entry: Entry }> => ({
    entry: await recordTurn(ports).save(draftOf),
  });
  const handlers = DOSSIER_LISTS.flatMap((list) => {
    const { record, correct, withdraw } = channelsOf(list);
    return [
      [record, (request: RecordRequest<typeof list>) => saved(() => draftOfRecord(ports, list, request))] as const,
      [
        correct,
        (request: CorrectRequest<typeof list>) => saved(() => draftOfCorrection(ports, list, request)),
      ] as const,
      [withdraw, (request: AmendRequest) => saved(() => draftOfWithdrawal(ports, list, request))] as const,
    ].filter(([channel]) => channel !== null);
  });
  const byChannel: Readonly<Record<string, unknown>> = Object.fromEntries<unknown>(
    handlers as readonly (readonly [string, unknown])[],
  );
  return byChannel as unknown as Pick<Handlers, RecordChannel>; // the table of kinds names them all
}

/** What stands in every request to record, under the names that its kind gives. */
interface Asked {
  readonly registrationNo?: RegistrationNo;
  readonly hazards?: readonly Hazard[];
  readonly late?: LateReason;
  readonly [member: string]: unknown;
}

/** The entry that puts on record what is asked for, once everything about it is found to be in order. */
export async function draftOfRecord<L extends DossierList>(
  ports: Ports,
  list: L,
  request: RecordRequest<L>,
): Promise<EntryDraft> {
  const { member, several, recorded: type, late: mayBeLate, findsHazards } = kindOf(list);
  const asked = request as Asked;
  const held = asked[member];
  const values = (several === undefined ? [held] : held) as readonly RecordOf<L>[];
  const numbers = await requireRecords(ports, list, values, asked);
  const subject = several === 'one-each' ? '' : theOne(numbers);
  const [value] = values;
  const hazards = findsHazards ? (asked.hazards ?? []) : [];
  if (hazards.length > 0) {
    if (theOne(await requireRecords(ports, 'hazards', hazards)) !== subject)
      throw new BridgeError('bad-request', { what: 'registrationNo' });
    checksOf(list).found?.(value!, hazards);
  }
  if (mayBeLate) await requireLate(ports, value as object, asked.late);
  const body = {
    [member]: held,
    ...(hazards.length === 0 ? {} : { hazards }),
    ...(mayBeLate && asked.late !== undefined ? { late: asked.late } : {}),
  };
  const { author } = ports.settings.read();
  return { type, subject, author, body } as unknown as EntryDraft; // as the table says
}

/** Each of an elevator that is registered, each sound, none on record and none twice. Answers the elevators. */
async function requireRecords<L extends DossierList>(
  ports: Ports,
  list: L,
  values: readonly RecordOf<L>[],
  asked: Pick<Asked, 'registrationNo' | 'late'> = {},
): Promise<RegistrationNo[]> {
  const of = new Map<RegistrationNo, RecordOf<L>[]>();
  for (const value of values) {
    const registrationNo =
      (value as { readonly registrationNo?: RegistrationNo }).registrationNo ?? asked.registrationNo!; // as asked
    const own = of.get(registrationNo);
    if (own === undefined) of.set(registrationNo, [value]);
    else own.push(value);
  }
  const { sound, entering } = checksOf(list);
  const dossiers = new Map<RegistrationNo, Dossier>();
  for (const registrationNo of of.keys()) dossiers.set(registrationNo, await dossierOf(ports, registrationNo));
  for (const [registrationNo, own] of of) {
    const dossier = dossiers.get(registrationNo)!;
    for (const value of own) {
      sound?.(ports, value, dossier, null);
      await entering?.(ports, value, dossier, asked.late);
    }
    requireNew(dossier, list, own);
  }
  return [...of.keys()];
}

function theOne(numbers: readonly RegistrationNo[]): RegistrationNo {
  const [first] = numbers;
  if (first === undefined || numbers.length > 1) throw new BridgeError('bad-request', { what: 'registrationNo' });
  return first;
}

async function draftOfCorrection<L extends DossierList>(
  ports: Ports,
  list: L,
  request: CorrectRequest<L>,
): Promise<EntryDraft> {
  const { registrationNo, recordId, set, reason } = request;
  const dossier = await dossierOf(ports, registrationNo);
  const record = standingRecord(recordsIn(dossier, list), recordId);
  const { changes, corrected } = changesOf<RecordOf<L> & object, string>(record.value, set, schemaOfKind(list));
  checksOf(list).sound?.(ports, corrected, dossier, recordId);
  requireApart(dossier, list, record, corrected);
  const body = { corrects: recordId, changes, reason };
  return amending(ports, `${kindOf(list).name}-corrected`, request, body);
}

/** The entry that withdraws a record that stands. */
export async function draftOfWithdrawal(ports: Ports, list: DossierList, request: AmendRequest): Promise<EntryDraft> {
  const { registrationNo, recordId, reason } = request;
  standingRecord(recordsIn(await dossierOf(ports, registrationNo), list), recordId);
  return amending(ports, `${kindOf(list).name}-withdrawn`, request, { corrects: recordId, reason });
}

function amending(ports: Ports, type: string, { registrationNo }: AmendRequest, body: object): EntryDraft {
  const { author } = ports.settings.read();
  return { type, subject: registrationNo, author, body } as unknown as EntryDraft; // as the table says
}

import { BridgeError } from '../../domain/bridge/errors';
import type { BroughtRecord, ImportBrought, ImportListed } from '../../domain/bridge/import-replies';
import type { Dossier, Recorded } from '../../domain/record/dossier';
import { recordIdOf, type ElevatorTakenBack, type Entry, type ImportBody } from '../../domain/record/entry';
import { DOSSIER_LISTS, type DossierList } from '../../domain/record/kinds';
import { recordNoOf, type RecordId } from '../../domain/record/record-id';
import { samenessOf } from '../../domain/record/same-record';
import { ENTRY_CHARACTERS } from '../../domain/record/split-import';
import {
  broughtBy,
  takingBackOf,
  type ImportNamed,
  type KeptPart,
  type TakingBack,
} from '../../domain/record/taking-back';
import type { Ports } from '../host/ports';
import type { Handlers } from './handlers';
import { recordTurn } from './record-turn';

type Group = Pick<Handlers, 'import.list' | 'import.brought' | 'import.takeBack'>;

const ELEVATORS_AT_ONCE = 500;
/** More lines than anyone reads on a page; the counts are of all. */
const MOST_LISTED = 500;

/** Imports on record: what each brought, and taking one back as a whole. */
export function importHistoryHandlers(ports: Ports): Group {
  return {
    'import.list': () => importsOn(ports),
    'import.brought': ({ import: id }, { signal, progress }) => brought(ports, id, signal, progress),
    'import.takeBack': ({ import: id, reason }, { signal }) =>
      recordTurn(ports).alone(async () => {
        ports.journal.requireWritable();
        const named = await standingImport(ports, id);
        const elevators: ElevatorTakenBack[] = [];
        let anything = false;
        for await (const { of, withdrawn } of backOf(ports, named, signal)) {
          const changes = of.changes !== undefined || of.corrections !== undefined || of.unregistered === true;
          if (!changes && Object.keys(withdrawn).length === 0) continue;
          anything = true;
          elevators.push(of);
        }
        if (!anything) throw new BridgeError('nothing-changed');
        const { author } = ports.settings.read();
        const drafts = inParts(elevators).map((part) => {
          const body = { ...named, reason, elevators: part };
          return { type: 'import-taken-back', subject: '', author, body } as const;
        });
        const entries = await ports.ledger.appendBatch(drafts);
        return { entries: [entries[0]!.seq, entries.at(-1)!.seq] as const };
      }),
  };
}

/** Newest first. Parts are read one at a time: only what is counted of them is held. */
async function importsOn({ journal }: Ports): Promise<ImportListed[]> {
  const { entries } = journal;
  const back = new Map((await entries.ofType('import-taken-back')).map((entry) => [entry.body.import, entry]));
  const listed: ImportListed[] = [];
  for (const seq of entries.index.ofType('records-imported')) {
    if (entries.abandoned.has(seq) || entries.index.isDamaged(seq)) continue;
    const [entry] = (await entries.read([seq])) as Entry<'records-imported'>[]; // as the index says
    const counts = countsOf(entry!.body);
    const last = listed.at(-1);
    if (last !== undefined && (entry!.batch?.part ?? 1) > 1) {
      listed[listed.length - 1] = { ...last, entries: last.entries + 1, counts: added(last.counts, counts) };
      continue;
    }
    const id = recordIdOf(entry!);
    const taken = back.get(id);
    const { at, author, body } = entry!;
    listed.push({
      import: id,
      entries: 1,
      at,
      author,
      sample: body.sample === true,
      sources: body.sources,
      counts,
      takenBack:
        taken === undefined
          ? null
          : { id: recordIdOf(taken), at: taken.at, author: taken.author, reason: taken.body.reason },
    });
  }
  return listed.reverse();
}

function countsOf(body: ImportBody): ImportListed['counts'] {
  const lists = Object.fromEntries(DOSSIER_LISTS.map((list) => [list, body[list]?.length ?? 0]));
  const changed = body.elevatorChanges.length + (body.corrections?.length ?? 0);
  return { ...(lists as Record<DossierList, number>), elevators: body.elevators.length, changed };
}

function added(a: ImportListed['counts'], b: ImportListed['counts']): ImportListed['counts'] {
  const keys = Object.keys(a) as (keyof typeof a)[];
  return Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as unknown as ImportListed['counts']; // the same keys
}

/** The import of a first entry, as long as nobody took it back. */
async function standingImport({ journal }: Ports, id: RecordId): Promise<ImportNamed> {
  const { entries } = journal;
  const seq = Number(recordNoOf(id));
  const isImport = Number.isInteger(seq) && entries.index.ofType('records-imported').includes(seq);
  const [entry] =
    isImport && !entries.abandoned.has(seq) && !entries.index.isDamaged(seq) ? await entries.read([seq]) : [];
  if (entry === undefined || recordIdOf(entry) !== id || (entry.batch?.part ?? 1) !== 1)
    throw new BridgeError('unknown-record', { recordId: id });
  const taken = await entries.ofType('import-taken-back');
  if (taken.some(({ body }) => body.import === id)) throw new BridgeError('nothing-changed');
  return { import: id, entries: entry.batch?.of ?? 1 };
}

/** What taking it back does to each elevator that it touched and that is on record. */
async function* backOf(
  { ledger, journal }: Ports,
  named: ImportNamed,
  signal: AbortSignal,
  progress: (done: number, total: number) => void = () => undefined,
): AsyncGenerator<TakingBack & { readonly dossier: Dossier }> {
  const first = Number(recordNoOf(named.import));
  const seqs = Array.from({ length: named.entries }, (_, index) => first + index);
  const numbers = [...new Set(seqs.flatMap((seq) => journal.entries.index.elevatorsOf(seq)))];
  const papers = (await ledger.reports()).filter(({ seq }) => seq > first);
  const onPaper = new Set<string>(
    papers.flatMap(({ subject, body }) => [
      subject,
      ...(body.papers ?? []).map(({ registrationNo }) => registrationNo),
    ]),
  );
  for (let from = 0; from < numbers.length; from += ELEVATORS_AT_ONCE) {
    signal.throwIfAborted();
    progress(from, numbers.length);
    for (const dossier of (await ledger.dossiers(numbers.slice(from, from + ELEVATORS_AT_ONCE))).values())
      yield { ...takingBackOf(dossier, named, onPaper.has(dossier.registrationNo)), dossier };
  }
}

async function brought(
  ports: Ports,
  id: RecordId,
  signal: AbortSignal,
  progress: (progress: { readonly stage: string; readonly done: number; readonly total: number }) => void,
): Promise<ImportBrought> {
  const named = await standingImport(ports, id);
  const withdrawn: Partial<Record<DossierList, number>> = {};
  const kept: KeptPart[] = [];
  const records: BroughtRecord[] = [];
  let [unregistered, restored, all] = [0, 0, 0];
  const tell = (done: number, total: number): void => progress({ stage: '', done, total });
  for await (const back of backOf(ports, named, signal, tell)) {
    for (const [list, count] of Object.entries(back.withdrawn) as [DossierList, number][])
      withdrawn[list] = (withdrawn[list] ?? 0) + count;
    kept.push(...back.kept);
    if (back.of.unregistered === true) unregistered += 1;
    restored += (back.of.changes === undefined ? 0 : 1) + (back.of.corrections?.length ?? 0);
    for (const record of recordsOf(back.dossier, named)) if (all++ < MOST_LISTED) records.push(record);
  }
  return { withdrawn, unregistered, restored, kept: kept.slice(0, MOST_LISTED), keptCount: kept.length, records, all };
}

function* recordsOf(dossier: Dossier, named: ImportNamed): Generator<BroughtRecord> {
  const isBrought = broughtBy(named);
  const { registrationNo, elevator } = dossier;
  if (isBrought(elevator.id)) yield { registrationNo, list: null, id: elevator.id, on: null, standing: true };
  for (const list of DOSSIER_LISTS)
    for (const { id, value, withdrawn } of dossier[list] as readonly Recorded<never>[])
      if (isBrought(id))
        yield { registrationNo, list, id, on: samenessOf(list).dayOf(value), standing: withdrawn !== true };
}

/** Parts of about the length of an entry; one, but for fleets of tens of thousands. */
function inParts(elevators: readonly ElevatorTakenBack[]): ElevatorTakenBack[][] {
  const parts: ElevatorTakenBack[][] = [[]];
  let length = 0;
  for (const one of elevators) {
    const own = JSON.stringify(one).length + 1;
    if (length + own > ENTRY_CHARACTERS && length > 0) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)!.push(one);
    length += own;
  }
  return parts;
}

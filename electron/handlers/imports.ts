import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { BridgeError } from '../../domain/bridge/errors';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { sharedDeviceCodes, type SharedDeviceCode } from '../../domain/elevator/shared-device-codes';
import type { RulePack } from '../../domain/pack/rule-pack';
import type { ImportCounts } from '../../domain/bridge/replies';
import type { ImportBody } from '../../domain/record/entry';
import { splitImport } from '../../domain/record/split-import';
import { sampleAssessments } from '../../domain/sample/sample-assessments';
import { sampleCallOuts } from '../../domain/sample/sample-callouts';
import { makeSampleFleet } from '../../domain/sample/sample-fleet';
import { sampleHazards } from '../../domain/sample/sample-hazards';
import { sampleInsurance } from '../../domain/sample/sample-insurance';
import { withSampleParticulars } from '../../domain/sample/sample-particulars';
import type { DryRun } from '../import/preview';
import { importBody } from '../import/preview';
import { namesOf } from '../import/pack-names';
import type { InputFile } from '../import/read-sheets';
import { refusedRowsCsv } from '../import/refused-rows';
import type { TwinAnswers } from '../import/twins';
import type { Ledger } from '../journal/ledger';
import { requirePack } from './chosen-pack';
import type { Checked, HandlerContext, Handlers } from './handlers';
import type { Ports } from './ports';
import { recordTurn } from './record-turn';

type Group = Pick<
  Handlers,
  'import.preview' | 'import.answer' | 'import.commit' | 'import.discard' | 'import.refused' | 'sample.add'
>;

/** Of the seeds tried, one with old and new elevators in turn. */
const SAMPLE = { elevators: 36, years: 2, seed: 11 };

/** One dry run is kept at a time, with the head it was judged against: a later entry makes it stale. */
interface Kept {
  readonly importId: string;
  readonly seq: number;
  readonly run: DryRun;
  /** Kept only where something is asked: answers are judged with the files they are about. */
  readonly files: readonly InputFile[];
}

export function importHandlers(ports: Ports): Group {
  let kept: Kept | null = null;
  const keptRun = (importId: string): Kept => {
    if (kept?.importId !== importId) throw new BridgeError('stale-import');
    return kept;
  };
  const tryOut = async (files: readonly InputFile[], twins: TwinAnswers, { progress, signal }: HandlerContext) => {
    const started = ports.now().getTime();
    const { ledger } = ports;
    const packs = ports.packs.packs.map(({ pack }) => pack);
    const context = { pack: namesOf(requirePack(ports).pack, packs), today: ports.today() };
    const run = await ports.importer({ files, context, twins, ledger, progress, signal });
    await delay(0); // lets a late cancel be seen before the run is kept
    signal.throwIfAborted();
    const asks = run.preview.twins.length > 0;
    kept = { importId: randomUUID(), seq: ports.journal.head.seq, run, files: asks ? files : [] };
    const tookMs = ports.now().getTime() - started;
    return { ...run.preview, sharedDeviceCodes: await sharedWith(ledger, run), importId: kept.importId, tookMs };
  };
  const write = async (body: ImportBody) => {
    const { author } = ports.settings.read();
    const drafts = splitImport(body).map(
      (part) => ({ type: 'records-imported', subject: '', author, body: part }) as const,
    );
    const entries = await ports.ledger.appendBatch(drafts);
    return { entries: [entries[0]!.seq, entries.at(-1)!.seq] as const, adds: countsOf(body) };
  };
  return {
    'import.preview': ({ files }, context) => tryOut(files, new Map(), context),
    'import.answer': ({ importId, answers }, context) => {
      const { files, seq } = keptRun(importId);
      if (seq !== ports.journal.head.seq) throw new BridgeError('stale-import');
      return tryOut(files, new Map(answers.map(({ registrationNo, sameAs }) => [registrationNo, sameAs])), context);
    },
    'import.commit': ({ importId, recordsFrom, acceptUpdates }) =>
      recordTurn(ports)(async () => {
        const { run, seq } = keptRun(importId);
        if (seq !== ports.journal.head.seq) throw new BridgeError('stale-import');
        const written = await write(bodyToWrite(run, recordsFrom, acceptUpdates));
        kept = null;
        return written;
      }),
    'import.discard': ({ importId }) => {
      if (kept?.importId === importId) kept = null;
      return Promise.resolve(null);
    },
    'import.refused': ({ importId, locale }) => {
      const { run } = keptRun(importId);
      const fileName = locale === 'en' ? 'refused-rows.csv' : '拒收行.csv';
      return Promise.resolve({ fileName, bytes: refusedRowsCsv(run.preview.refusals, locale) });
    },
    'sample.add': () =>
      recordTurn(ports)(async () => {
        const body = sampleBody(requirePack(ports).pack, ports.today());
        requireNew(body, ports.ledger);
        return write(body);
      }),
  };
}

function bodyToWrite(
  run: DryRun,
  recordsFrom: Checked<'import.commit'>['recordsFrom'],
  acceptUpdates: Checked<'import.commit'>['acceptUpdates'],
): ImportBody {
  requireAnswered(run);
  requireBeginnings(run, recordsFrom);
  const body = importBody(run, new Set(recordsFrom.accept), new Set(acceptUpdates));
  if (body === null) throw new BridgeError('nothing-to-import');
  return body;
}

function requireNew({ elevators }: ImportBody, { numbers }: Ledger): void {
  const clash = elevators.find(({ registrationNo }) => numbers.find(registrationNo) !== undefined);
  if (clash !== undefined) throw new BridgeError('already-registered', { registrationNo: clash.registrationNo });
}

/** Device codes that elevators of the files share with each other or with those on record. */
async function sharedWith(ledger: Ledger, { plan: { elevators } }: DryRun): Promise<SharedDeviceCode[]> {
  const known = await ledger.withDeviceCodes(elevators.flatMap(({ deviceCode }) => deviceCode ?? []));
  const inFiles = new Set(elevators.map(({ registrationNo }) => registrationNo));
  return sharedDeviceCodes([...known, ...elevators]).filter(({ registrationNos }) =>
    registrationNos.some((no) => inFiles.has(no)),
  );
}

/** Rows of a number that is nearly a known one are nobody's until a person has said whose they are. */
function requireAnswered({ preview: { twins } }: DryRun): void {
  const open = twins.filter(({ answer }) => answer === null);
  const [first] = open;
  if (first === undefined) return;
  const { registrationNo, known } = first;
  throw new BridgeError('twins-unanswered', { count: open.length, registrationNo, known: known[0] ?? '' });
}

/** Years of which nobody has records are not judged, and not left out, before a person has said which. */
function requireBeginnings(
  { preview: { recordsFromProposals } }: DryRun,
  { accept, decline }: Checked<'import.commit'>['recordsFrom'],
): void {
  const declined = new Set(decline);
  if (accept.some((no) => declined.has(no))) throw new BridgeError('bad-request', { what: 'recordsFrom' });
  const answered = new Set([...accept, ...decline]);
  const open = recordsFromProposals.filter(({ registrationNo }) => !answered.has(registrationNo));
  const [first] = open;
  if (first === undefined) return;
  const { registrationNo, from } = first;
  throw new BridgeError('beginning-unanswered', { count: open.length, registrationNo, from });
}

/** The sample fleet with what stands beside it; hazards and assessments only as far as the pack knows of them. */
function sampleBody({ id, version, hazards: criteria }: RulePack, asOf: CivilDate): ImportBody {
  const fleet = makeSampleFleet({ ...SAMPLE, asOf });
  const known = new Set(criteria?.components.map((component) => component.id));
  const ofPack = { packId: id, packVersion: version };
  const lists = criteria?.assessmentLists.slice(0, 1) ?? [];
  return {
    ...fleet,
    elevators: withSampleParticulars(fleet.elevators),
    elevatorChanges: [],
    sources: [],
    sample: true,
    callouts: sampleCallOuts(fleet, SAMPLE.years, asOf, SAMPLE.seed),
    hazards: sampleHazards(fleet, asOf, SAMPLE.seed).filter(({ hazard }) => known.has(hazard.component)),
    assessments: lists.flatMap((list) => sampleAssessments(fleet.elevators, { ...ofPack, list }, asOf)),
    ...sampleInsurance(fleet.elevators, asOf),
  };
}

function countsOf({ elevators, visits, outages, inspections, callouts, hazards }: ImportBody): ImportCounts {
  return {
    elevators: elevators.length,
    visits: visits.length,
    outages: outages.length,
    inspections: inspections.length,
    callouts: callouts?.length ?? 0,
    hazards: hazards?.length ?? 0,
  };
}

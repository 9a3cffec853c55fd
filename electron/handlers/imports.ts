import { setImmediate } from 'node:timers/promises';
import { BridgeError } from '../../domain/bridge/errors';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { RulePack } from '../../domain/pack/rule-pack';
import type { ImportCounts } from '../../domain/bridge/import-replies';
import type { EntryDraft, ImportBody } from '../../domain/record/entry';
import { importParts } from '../../domain/record/split-import';
import { sampleAssessments } from '../../domain/sample/sample-assessments';
import { sampleCallOuts } from '../../domain/sample/sample-callouts';
import { makeSampleFleet } from '../../domain/sample/sample-fleet';
import { sampleHazards } from '../../domain/sample/sample-hazards';
import { sampleInsurance } from '../../domain/sample/sample-insurance';
import { withSampleParticulars } from '../../domain/sample/sample-particulars';
import { importBody, type ImportPlan } from '../import/import-plan';
import type { Tried } from '../import/importer';
import type { FileToRead } from '../import/read-file';
import { refusedRowsFile } from '../import/refused-rows';
import type { Ledger } from '../journal/ledger';
import { requirePack } from '../host/chosen-pack';
import { DryRuns } from './dry-runs';
import type { Checked, Handlers } from './handlers';
import type { Ports } from '../host/ports';
import { recordTurn } from './record-turn';

type Group = Pick<
  Handlers,
  | 'import.preview'
  | 'import.answer'
  | 'import.map'
  | 'import.rows'
  | 'import.commit'
  | 'import.discard'
  | 'import.refused'
  | 'sample.add'
>;

type Preview = Tried['preview'];

/** Of the seeds tried, one with old and new elevators in turn. */
const SAMPLE = { elevators: 36, years: 2, seed: 11 };

export function importHandlers(ports: Ports): Group {
  const runs = new DryRuns(ports);
  const write = async (body: ImportBody) => {
    const { author } = ports.settings.read();
    const drafts: EntryDraft<'records-imported'>[] = [];
    for (const part of importParts(body)) {
      drafts.push({ type: 'records-imported', subject: '', author, body: part });
      await setImmediate(); // what else is asked of the host is answered between two parts
    }
    const entries = await ports.ledger.appendBatch(drafts);
    return { entries: [entries[0]!.seq, entries.at(-1)!.seq] as const, adds: countsOf(body) };
  };
  return {
    'import.preview': ({ files }, context) => runs.tryOut(files, new Map(), context),
    'import.answer': ({ importId, answers }, context) => {
      const { request } = runs.fresh(importId);
      const twins = new Map(answers.map(({ registrationNo, sameAs }) => [registrationNo, sameAs]));
      return runs.tryOut(request.files, twins, context, importId);
    },
    'import.map': ({ importId, files: said }, context) => {
      const { files, twins } = runs.fresh(importId).request;
      return runs.tryOut(withSaid(files, said), twins, context, importId);
    },
    'import.rows': ({ importId, ...place }, { signal, progress }) =>
      ports.importer.rows({ ...runs.fresh(importId).request, signal, progress }, place),
    'import.commit': ({ importId, recordsFrom, acceptUpdates, corrections }, { signal, progress }) =>
      recordTurn(ports).alone(async () => {
        ports.journal.requireWritable();
        const { preview, request } = runs.fresh(importId);
        requireAnswered(preview);
        requireBeginnings(preview, recordsFrom);
        const plan = await ports.importer.plan({ ...request, signal, progress });
        const written = await write(bodyToWrite(plan, recordsFrom, acceptUpdates, corrections));
        await runs.forget();
        return written;
      }),
    'import.discard': async ({ importId }) => {
      await runs.discard(importId);
      return null;
    },
    'import.refused': async ({ importId, locale }, { signal, progress }) => {
      const refused = await ports.importer.refused({ ...runs.kept(importId).request, signal, progress });
      return refusedRowsFile(refused, locale);
    },
    'sample.add': () =>
      recordTurn(ports).alone(async () => {
        ports.journal.requireWritable();
        const body = sampleBody(requirePack(ports).pack, ports.today());
        await requireNew(body, ports.ledger);
        return write(body);
      }),
  };
}

/** The files with what is said of them now, in place of what was said before. */
function withSaid(files: readonly FileToRead[], said: Checked<'import.map'>['files']): FileToRead[] {
  return files.map(({ name, bytes }, at) => {
    const own = said.find((one) => one.at === at);
    return own === undefined ? { name, bytes } : { name, bytes, encoding: own.encoding, said: own.said };
  });
}

function bodyToWrite(
  plan: ImportPlan,
  recordsFrom: Checked<'import.commit'>['recordsFrom'],
  acceptUpdates: Checked<'import.commit'>['acceptUpdates'],
  corrections: Checked<'import.commit'>['corrections'],
): ImportBody {
  const body = importBody({ plan }, new Set(recordsFrom.accept), new Set(acceptUpdates), {
    corrections: new Set(corrections?.records),
    reason: corrections?.reason ?? '',
  });
  if (body === null) throw new BridgeError('nothing-to-import');
  return body;
}

async function requireNew({ elevators }: ImportBody, ledger: Ledger): Promise<void> {
  const known = await ledger.dossiers(
    elevators.flatMap(({ registrationNo }) => ledger.numbers.find(registrationNo) ?? []),
  );
  const clash = elevators.find(({ registrationNo }) =>
    known.has(ledger.numbers.find(registrationNo) ?? registrationNo),
  );
  if (clash !== undefined) throw new BridgeError('already-registered', { registrationNo: clash.registrationNo });
}

/** Rows of a number that is nearly a known one are nobody's until a person has said whose they are. */
function requireAnswered({ twins }: Preview): void {
  const open = twins.filter(({ answer }) => answer === null);
  const [first] = open;
  if (first === undefined) return;
  const { registrationNo, known } = first;
  throw new BridgeError('twins-unanswered', { count: open.length, registrationNo, known: known[0] ?? '' });
}

/** Years of which nobody has records are not judged, and not left out, before a person has said which. */
function requireBeginnings(
  { recordsFromProposals }: Preview,
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

function countsOf(body: ImportBody): ImportCounts {
  const { elevators, visits, outages, inspections, callouts, hazards, contracts, deviceEvents, dailyChecks } = body;
  return {
    elevators: elevators.length,
    visits: visits.length,
    outages: outages.length,
    inspections: inspections.length,
    callouts: callouts?.length ?? 0,
    hazards: hazards?.length ?? 0,
    ...(contracts !== undefined && { contracts: contracts.length }),
    ...(deviceEvents !== undefined && { device_events: deviceEvents.length }),
    ...(dailyChecks !== undefined && { daily_checks: dailyChecks.length }),
  };
}

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scope } from '../../domain/audit/verdict';
import type { Elevator } from '../../domain/elevator/elevator';
import { normalRegistrationNo } from '../../domain/elevator/registration-no';
import { LOCALES, type Locale } from '../../domain/pack/legal-basis';
import { NO_HASH } from '../../domain/record/entry';

import type { Evidence } from '../../domain/report/evidence';
import { recordNoOf } from '../../domain/record/record-id';
import { reportNumber } from '../../domain/report/report-number';
import { writeFileAtomic } from '../fs/files';
import { gatherEvidence } from '../papers/evidence';
import { checklistFacts } from '../papers/recorded-facts';
import { inLanes } from '../host/in-lanes';
import { instantIn } from '../host/local-time';
import { doubtBases, type DoubtBases } from './doubt-bases';
import { BESIDE_OPTIONS, readBeside } from './judge-doubts';
import type { RecordState } from '../journal/record-state';
import type { LoadedPack } from '../packs/load-packs';
import { reportRenderer } from '../pdf/report-renderer';
import { openIdentity, requireValid } from '../signing/open-identity';
import { signPdf } from '../signing/sign-pdf';
import type { Signer } from '../signing/signer';
import { exitAfter } from './exit-after';
import { FILES_ENTRY } from './fleet-dossiers';
import { refusalsOf } from './refusals-of';
import { EXIT, InputError, type CommandIo } from './io';
import { loadPack } from './load-pack';
import { loadRecords, TABLE_OPTIONS, tellProblems, type LoadedRecords } from './load-records';
import { readInput } from './read-input';
import {
  choiceOption,
  daysOption,
  localeOption,
  requiredOption,
  scopeOption,
  textOption,
  type AuditDays,
  type Values,
} from './options';
import { readPassphrase } from './passphrase';
import { recordsOfRun } from './records-of-run';
import { MADE_KINDS, wantedPapers, type MadeKind, type WantedPaper } from './wanted-papers';
import { tellRecordsFrom } from './records-from';
import { wordsOf } from './words';

export const REPORT_OPTIONS = {
  ...TABLE_OPTIONS,
  ...BESIDE_OPTIONS,
  'as-of': { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  scope: { type: 'string' },
  pack: { type: 'string' },
  'packs-dir': { type: 'string' },
  elevator: { type: 'string' },
  kind: { type: 'string' },
  locale: { type: 'string' },
  identity: { type: 'string' },
  'passphrase-file': { type: 'string' },
  person: { type: 'string' },
  'short-name': { type: 'string' },
  out: { type: 'string' },
} as const;

/** What all reports of one run share. */
interface Run {
  readonly kind: MadeKind;
  readonly days: AuditDays;
  readonly scope: Scope;
  readonly locale: Locale;
  readonly loaded: LoadedPack;
  readonly records: LoadedRecords;
  /** Of all tables, told already. */
  readonly problems: LoadedRecords['problems'];
  readonly state: RecordState;
  /** Of compliance reports, what the doubts of each elevator rest on; null = reports that tell none. */
  readonly doubtBases: DoubtBases | null;
  readonly chainHead: string;
  readonly claimedAt: string;
  readonly signer: Signer;
  readonly person: string;
  /** Of the signer, for numbers; the whole name without it. */
  readonly shortName: string | undefined;
  readonly version: string;
  readonly out: string;
}

/** Writes one signed PDF an elevator; the path of each goes to standard output when the file is whole on disk. */
export async function reportCommand(values: Values, io: CommandIo): Promise<number> {
  const spoken = localeOption(values, io);
  const words = wordsOf(spoken);
  const kind = choiceOption(values, 'kind', MADE_KINDS, 'compliance', spoken);
  const wanted = requiredOption(values, 'elevator', spoken);
  const out = requiredOption(values, 'out', spoken);
  const run = await prepare(values, kind, out, io);
  const { problems, records } = run;
  const { body } = records;
  await tellProblems(run.records, spoken, io);
  const named = normalRegistrationNo(wanted);
  const chosen = body.elevators.filter(({ registrationNo }) => wanted === 'all' || registrationNo === named);
  if (chosen.length === 0) throw new InputError(wanted === 'all' ? words.emptyRegister : words.unknownElevator(wanted));
  await tellRecordsFrom({ ...body, elevators: chosen }, run.days.asOf, spoken, io);
  await mkdir(out, { recursive: true });
  await writeReports(run, chosen, io);
  return exitAfter(problems, EXIT.done, { values, locale: spoken }, io);
}

/** As many at a time as the machine has cores; each told, in order, when it and all before it are whole on disk. */
async function writeReports(run: Run, chosen: readonly Elevator[], io: CommandIo): Promise<void> {
  const { kind, records, state, days } = run;
  const wanted = wantedPapers({ kind, body: records.body, state, period: days.period }, chosen);
  if (wanted.length === 0) throw new InputError(wordsOf(io.locale).noVisitInPeriod);
  const renderer = reportRenderer(join(io.paths.workersDir, 'report-worker.js'));
  const { lanes } = renderer;
  const written: string[] = [];
  let told = 0;
  const tell = async (): Promise<void> => {
    for (let path = written[told]; path !== undefined; path = written[told]) {
      const { registrationNo } = wanted[told++]!; // one a path
      await io.out(`${path}\n`);
      await io.err(`${wordsOf(io.locale).reportProgress(told, wanted.length, registrationNo)}\n`);
    }
  };
  try {
    await inLanes({ count: wanted.length, lanes: lanes + 1, signal: io.signal }, async (index, signal) => {
      const paper = wanted[index]!; // one of `count`
      const evidence = evidenceOf(run, paper);
      const { unsigned } = await renderer.render(evidence, new Map(), signal);
      const path = join(run.out, fileNameOf(evidence, paper));
      await writeFileAtomic(path, signPdf(unsigned, run.signer), 0o644);
      written[index] = path;
      await tell();
    });
  } finally {
    await renderer.close();
  }
}

async function prepare(values: Values, kind: MadeKind, out: string, io: CommandIo): Promise<Run> {
  const locale = choiceOption(values, 'locale', LOCALES, io.locale, io.locale);
  const days = daysOption(values, locale);
  const scope = scopeOption(values, locale);
  const identityPath = requiredOption(values, 'identity', locale);
  const passphrase = await readPassphrase(requiredOption(values, 'passphrase-file', locale), locale);
  const identity = await openIdentity(await readInput(identityPath, locale), passphrase);
  const now = io.now();
  requireValid(identity, now);
  const loaded = await loadPack(io, textOption(values, 'pack'), locale, textOption(values, 'packs-dir'));
  if (kind === 'old-elevator' && loaded.pack.hazards === undefined)
    throw new InputError(wordsOf(locale).noHazardCriteria(loaded.pack.id));
  const records = await loadRecords(values, { pack: loaded.names, asOf: days.asOf, locale }, io);
  const beside = await readBeside(values, locale, io);
  const claimedAt = instantIn(loaded.pack.zone, now);
  const { entry, state } = recordsOfRun(records.body, claimedAt);
  const { signer } = identity;
  const person = textOption(values, 'person') ?? '';
  return {
    kind,
    days,
    scope,
    locale,
    loaded,
    records,
    problems: [...records.problems, ...beside.problems],
    state,
    doubtBases: kind === 'compliance' ? doubtBases(state.dossiers, { pack: loaded.pack, days, ...beside }) : null,
    chainHead: entry.hash,
    claimedAt,
    signer,
    person,
    shortName: textOption(values, 'short-name'),
    version: io.version,
    out,
  };
}

function evidenceOf(run: Run, { registrationNo, ordinal, record }: WantedPaper): Evidence {
  const { kind, days, scope, locale, loaded, records, signer } = run;
  const dossier = run.state.dossiers.get(registrationNo);
  if (dossier === undefined) throw new Error(`elevator ${registrationNo} was read and is not in the records`);
  const { organisation, fingerprint } = signer;
  return gatherEvidence({
    version: run.version,
    kind,
    number: reportNumber({
      signer: run.shortName ?? organisation,
      asOf: days.asOf,
      kind,
      origin: run.chainHead,
      count: ordinal,
    }),
    locale,
    asOf: days.asOf,
    period: days.period,
    claimedAt: run.claimedAt,
    signer: { organisation, person: run.person, fingerprint },
    loaded,
    chain: { origin: 'files', feed: NO_HASH, seq: 1, head: run.chainHead },
    sources: records.body.sources,
    refused: refusalsOf(records.refusals, registrationNo),
    dossier,
    hazardDays: {},
    lateDays: FILES_ENTRY.lateDays,
    scope,
    doubts: run.doubtBases?.(dossier) ?? null,
    ...(record === undefined ? {} : { paper: { record: record.id }, recorded: checklistFacts(record.value, [loaded]) }),
  });
}

/** `梯11浙A12056(04)_compliance_2026-11-23.pdf`, without characters that some file system refuses; of a visit its day and number. */
function fileNameOf({ dossier, kind, asOf }: Evidence, { record }: WantedPaper): string {
  const plain = dossier.registrationNo.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '-').replace(/^\.+/, '-');
  const of = record === undefined ? asOf : `${record.value.date}_${recordNoOf(record.id)}`;
  return `${plain}_${kind}_${of}.pdf`;
}

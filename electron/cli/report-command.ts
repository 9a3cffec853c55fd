import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Elevator } from '../../domain/elevator/elevator';
import { normalRegistrationNo } from '../../domain/elevator/registration-no';
import { siteOf } from '../../domain/elevator/site';
import { writeFileAtomic } from '../fs/files';
import { inLanes } from '../host/in-lanes';
import { BESIDE_OPTIONS } from './judge-doubts';
import { reportRenderer } from '../pdf/report-renderer';
import { signPdf } from '../signing/sign-pdf';
import { exitAfter } from './exit-after';
import { EXIT, InputError, type CommandIo } from './io';
import { TABLE_OPTIONS, tellProblems } from './load-records';
import { choiceOption, localeOption, requiredOption, textOption, type Values } from './options';
import { ASKED_KINDS, wantedPapers, type MadeKind } from './wanted-papers';
import { tellRecordsFrom } from './records-from';
import { wordsOf } from './words';
import { evidenceOf, prepareRun, type Run } from './report-run';
import { fileNameOf } from './report-file-name';
import { writePack } from './report-pack';
import { writeRoutine } from './routine-paper';
import { isRoutinePaper, requireUsefulOptions, ROUTINE_OPTIONS } from './routine-period';

export const REPORT_OPTIONS = {
  ...TABLE_OPTIONS,
  ...BESIDE_OPTIONS,
  ...ROUTINE_OPTIONS,
  'as-of': { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  scope: { type: 'string' },
  pack: { type: 'string' },
  'packs-dir': { type: 'string' },
  elevator: { type: 'string' },
  site: { type: 'string' },
  'visit-records': { type: 'string' },
  kind: { type: 'string' },
  locale: { type: 'string' },
  identity: { type: 'string' },
  'passphrase-file': { type: 'string' },
  person: { type: 'string' },
  'short-name': { type: 'string' },
  out: { type: 'string' },
} as const;

/** Writes one signed PDF an elevator, or one of a site; the path of each goes to standard output when the file is whole on disk. */
export async function reportCommand(values: Values, io: CommandIo): Promise<number> {
  const spoken = localeOption(values, io);
  const words = wordsOf(spoken);
  const kind = choiceOption(values, 'kind', ASKED_KINDS, 'compliance', spoken);
  requireUsefulOptions(values, kind, spoken);
  const site = isRoutinePaper(kind) ? requiredOption(values, 'site', spoken) : textOption(values, 'site');
  const wanted =
    site === undefined ? requiredOption(values, 'elevator', spoken) : (textOption(values, 'elevator') ?? 'all');
  const out = requiredOption(values, 'out', spoken);
  const run = await prepareRun(values, kind, out, io);
  const { problems, records } = run;
  const { body } = records;
  await tellProblems(run.records, spoken, io);
  const named = normalRegistrationNo(wanted);
  const chosen = body.elevators.filter(
    ({ registrationNo, address = '' }) =>
      (wanted === 'all' || registrationNo === named) && (site === undefined || siteOf(address) === site),
  );
  if (chosen.length === 0) {
    if (site !== undefined) throw new InputError(words.unknownSite(site));
    throw new InputError(wanted === 'all' ? words.emptyRegister : words.unknownElevator(wanted));
  }
  if (!isRoutinePaper(kind)) await tellRecordsFrom({ ...body, elevators: chosen }, run.days.asOf, spoken, io);
  await mkdir(out, { recursive: true });
  if (kind === 'inspection-pack') await writePack(run, chosen, site ?? '', io);
  else if (isRoutinePaper(kind)) await writeRoutine(run, kind, site ?? '', io);
  else await writeReports(run, kind, chosen, io);
  return exitAfter(problems, EXIT.done, { values, locale: spoken }, io);
}

/** As many at a time as the machine has cores; each told, in order, when it and all before it are whole on disk. */
async function writeReports(run: Run, kind: MadeKind, chosen: readonly Elevator[], io: CommandIo): Promise<void> {
  const { records, state, days, visits } = run;
  const wanted = wantedPapers({ kind, body: records.body, state, period: days.period, visits }, chosen);
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

import { join } from 'node:path';
import { toEpochDay } from '../../domain/calendar/civil-date';
import { isRetiredOn } from '../../domain/elevator/elevator';
import { siteOf } from '../../domain/elevator/site';
import { NO_HASH } from '../../domain/record/entry';
import { ROUTINE_PAPERS, type SiteRoutinePaper } from '../../domain/record/paper-kind';
import { writeFileAtomic } from '../fs/files';
import { plainName } from '../papers/file-names';
import { gatherRoutine } from '../papers/routine-evidence';
import { reportRenderer } from '../pdf/report-renderer';
import { signPdf } from '../signing/sign-pdf';
import { InputError, type CommandIo } from './io';
import { numberOf, type Run } from './report-run';
import { packOrdinal } from './wanted-papers';
import { wordsOf } from './words';

/** Writes the week or month of a site, of its elevators that were there on its first day. */
export async function writeRoutine(run: Run, kind: SiteRoutinePaper, site: string, io: CommandIo): Promise<void> {
  const { records, state, days, signer, locale } = run;
  const { asOf, period } = days;
  const { elevators } = records.body;
  const dossiers = elevators
    .filter((elevator) => siteOf(elevator.address ?? '') === site && !isRetiredOn(elevator, period.from))
    .flatMap(({ registrationNo }) => state.dossiers.get(registrationNo) ?? []);
  if (dossiers.length === 0) throw new InputError(wordsOf(locale).unknownSite(site));
  const { organisation, fingerprint } = signer;
  const evidence = gatherRoutine({
    ...{ version: run.version, kind, locale, asOf, period, claimedAt: run.claimedAt, site, dossiers, said: {} },
    number: numberOf(run, kind, ordinalOf(run, kind, site)),
    signer: { organisation, person: run.person, fingerprint },
    chain: { origin: 'files', feed: NO_HASH, seq: 1, head: run.chainHead },
    pack: run.loaded.pack,
  });
  const renderer = reportRenderer(join(io.paths.workersDir, 'report-worker.js'), 1);
  try {
    const { unsigned } = await renderer.render(evidence, new Map(), io.signal);
    const path = join(run.out, `${plainName(site)}_${kind}_${period.to}.pdf`);
    await writeFileAtomic(path, signPdf(unsigned, signer), 0o644);
    await io.out(`${path}\n`);
  } finally {
    await renderer.close();
  }
}

/** More than the days since 1970 until 2079. */
const DAYS = 40_000;

/** Behind all other papers over the same files, a number of its own for each site, kind and first day. */
function ordinalOf({ records: { body }, state, days }: Run, kind: SiteRoutinePaper, site: string): number {
  const sites = [...new Set(body.elevators.map(({ address = '' }) => siteOf(address)))].sort();
  const series = sites.indexOf(site) * ROUTINE_PAPERS.length + ROUTINE_PAPERS.indexOf(kind);
  return packOrdinal({ body, state }) + series * DAYS + toEpochDay(days.period.from);
}

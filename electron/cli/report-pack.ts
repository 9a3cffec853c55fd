import { join } from 'node:path';
import type { Elevator } from '../../domain/elevator/elevator';
import type { Evidence } from '../../domain/report/evidence';
import { writeFileAtomic } from '../fs/files';
import { inLanes } from '../host/in-lanes';
import { plainName } from '../papers/file-names';
import {
  enclosedFile,
  filesOf,
  inPackOrder,
  MOST_PACK_BYTES,
  packEvidence,
  type EnclosedFile,
} from '../papers/inspection-pack';
import { reportRenderer } from '../pdf/report-renderer';
import { signPdf } from '../signing/sign-pdf';
import { InputError, type CommandIo } from './io';
import { evidenceOf, numberOf, type Run } from './report-run';
import { fileNameOf } from './report-file-name';
import { packOrdinal, wantedPapers } from './wanted-papers';
import { wordsOf } from './words';

/** Writes the pack of a site: the report of each elevator, records of its visits, and the cover over them, in one signed file. */
export async function writePack(run: Run, chosen: readonly Elevator[], site: string, io: CommandIo): Promise<void> {
  const { records, state, days, visits, signer } = run;
  const kind = 'inspection-pack';
  const words = wordsOf(io.locale);
  const wanted = wantedPapers({ kind, body: records.body, state, period: days.period, visits }, chosen);
  const renderer = reportRenderer(join(io.paths.workersDir, 'report-worker.js'));
  const none = new Map<string, never>();
  let told = 0;
  try {
    const made = await inLanes(
      { count: wanted.length, lanes: renderer.lanes + 1, signal: io.signal },
      async (index, signal): Promise<{ readonly evidence: Evidence; readonly paper: EnclosedFile }> => {
        const paper = wanted[index]!; // one of `count`
        const evidence = evidenceOf(run, paper);
        const { unsigned, pages } = await renderer.render(evidence, none, signal);
        const bytes = signPdf(unsigned, signer);
        await io.err(`${words.reportProgress(++told, wanted.length, paper.registrationNo)}\n`);
        return { evidence, paper: enclosedFile(evidence, fileNameOf(evidence, paper), bytes, pages) };
      },
    );
    const numbers = chosen.map(({ registrationNo }) => registrationNo);
    const papers = inPackOrder(
      made.map(({ paper }) => paper),
      numbers,
    );
    const size = papers.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (size > MOST_PACK_BYTES) throw new InputError(words.packTooLarge(MOST_PACK_BYTES / 1024 / 1024));
    const reports = made.map(({ evidence }) => evidence).filter((evidence) => evidence.kind === 'compliance');
    const number = numberOf(run, kind, packOrdinal({ body: records.body, state }));
    // The tables of a command line have no policies.
    const evidence = packEvidence({ number, site, reports, papers, policies: null });
    const { unsigned } = await renderer.render(evidence, filesOf(papers), io.signal);
    const path = join(run.out, `${plainName(site === '' ? 'site' : site)}_inspection-pack_${days.asOf}.pdf`);
    await writeFileAtomic(path, signPdf(unsigned, signer), 0o644);
    await io.out(`${path}\n`);
  } finally {
    await renderer.close();
  }
}

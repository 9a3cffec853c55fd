import type { Dossier } from '../../domain/record/dossier';
import { FilesAtHand } from '../../electron/import/files-at-hand';
import { dossiersOf, type Importer, type ImportRequest } from '../../electron/import/importer';
import type { DryRun } from '../../electron/import/preview';

/** Reads and judges in the thread of the test; each request anew. */
export function inProcessImporter(): Importer {
  const run = (request: ImportRequest): Promise<DryRun> => {
    const { files, mappings, context, twins, ledger } = request;
    return new FilesAtHand(files).run({ said: files, mappings, context, twins }, request, async (of) => {
      const all: Dossier[] = [];
      for await (const { dossiers } of dossiersOf(of, ledger)) all.push(...dossiers);
      return all;
    });
  };
  return {
    tryOut: async (request) => {
      const { preview, plan } = await run(request);
      return { preview, elevators: plan.elevators };
    },
    rows: async (request, place) => (await run(request)).rowsOf(place),
    plan: async (request) => (await run(request)).plan,
    refused: async (request) => (await run(request)).refused,
    end: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

import type { JournalHead } from '../../domain/bridge/journal-condition';
import type { Entry } from '../../domain/record/entry';
import { openReadModel } from '../../renderer/data/database';
import { loadFleet } from '../../renderer/data/load-fleet';
import { followJournal } from '../../renderer/data/follow-journal';
import { fleetRow, prepareAudit, type AuditQuestion } from '../../domain/fleet/fleet-row';

export interface PageTimes {
  readonly milliseconds: number;
  readonly count: number;
}

declare global {
  interface Window {
    readModelBench: {
      readonly follow: (files: readonly string[], head: JournalHead) => Promise<PageTimes>;
      readonly audit: (question: AuditQuestion) => Promise<PageTimes>;
    };
  }
}

/** Entries as the bridge would hand them over, one file a page of the journal; the first follows what the model has. */
async function follow(files: readonly string[], head: JournalHead): Promise<PageTimes> {
  const started = performance.now();
  const model = await openReadModel();
  const before = (await model.meta.get('state'))?.hash ?? null;
  let next = 0;
  await followJournal(
    model,
    async () => {
      const file = files[next++];
      const entries = file === undefined ? [] : ((await (await fetch(file)).json()) as Entry[]);
      return { entries, abandoned: [], before, head };
    },
    () => undefined,
  );
  const count = await model.elevators.count();
  model.close();
  return { milliseconds: performance.now() - started, count };
}

/** What the fleet page does when it is opened: load the packed histories, judge every elevator. */
async function audit(question: AuditQuestion): Promise<PageTimes> {
  const started = performance.now();
  const model = await openReadModel();
  const fleet = await loadFleet(model, () => undefined);
  const prepared = prepareAudit(question);
  const rows = [...fleet.values()].map((row) => fleetRow(row, prepared));
  model.close();
  return { milliseconds: performance.now() - started, count: rows.length };
}

window.readModelBench = { follow, audit };

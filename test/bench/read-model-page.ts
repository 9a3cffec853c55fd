import type { JournalHead } from '../../domain/bridge/replies';
import type { Entry } from '../../domain/record/entry';
import { openReadModel } from '../../renderer/data/database';
import { loadFleet } from '../../renderer/data/load-fleet';
import { followJournal } from '../../renderer/data/follow-journal';
import { fleetRow, prepareAudit } from '../../renderer/workers/audit-fleet';
import type { AuditQuestion } from '../../renderer/data/fleet-protocol';

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

/** Entries as the bridge would hand them over, one file a page of the journal. */
async function follow(files: readonly string[], head: JournalHead): Promise<PageTimes> {
  const started = performance.now();
  const model = await openReadModel();
  let next = 0;
  await followJournal(
    model,
    async () => {
      const file = files[next++];
      const entries = file === undefined ? [] : ((await (await fetch(file)).json()) as Entry[]);
      return { entries, abandoned: [], before: null, head };
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

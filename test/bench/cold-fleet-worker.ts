import { packRows } from '../../renderer/data/fleet-rows';
import { openReadModel } from '../../renderer/data/database';
import { loadFleet } from '../../renderer/data/load-fleet';
import type { AuditQuestion } from '../../renderer/data/fleet-protocol';
import { fleetRow, prepareAudit } from '../../renderer/workers/audit-fleet';

/** As the application's worker. */
const ROWS_A_MESSAGE = 1_000;

/** What the application's worker does from a cold start: open, load with progress, judge, hand the rows over. */
self.onmessage = async ({ data: question }: MessageEvent<AuditQuestion>) => {
  let told = 0;
  const model = await openReadModel();
  const fleet = await loadFleet(model, () => (told += 1));
  const loadedAt = performance.timeOrigin + performance.now();
  const prepared = prepareAudit(question);
  const rows = [...fleet.values()].map((row) => fleetRow(row, prepared));
  const judgedAt = performance.timeOrigin + performance.now();
  for (let from = 0; from < rows.length; from += ROWS_A_MESSAGE) {
    const last = from + ROWS_A_MESSAGE >= rows.length;
    self.postMessage({ rows: packRows(rows.slice(from, from + ROWS_A_MESSAGE)), last, told, loadedAt, judgedAt });
  }
};

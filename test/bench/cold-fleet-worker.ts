import { openReadModel } from '../../renderer/data/database';
import { loadFleet } from '../../renderer/data/load-fleet';
import type { AuditQuestion } from '../../renderer/data/fleet-protocol';
import { fleetRow, prepareAudit } from '../../renderer/workers/audit-fleet';

/** What the application's worker does from a cold start: open, load with progress, judge, hand the rows over. */
self.onmessage = async ({ data: question }: MessageEvent<AuditQuestion>) => {
  let told = 0;
  const model = await openReadModel();
  const fleet = await loadFleet(model, () => (told += 1));
  const loadedAt = performance.timeOrigin + performance.now();
  const prepared = prepareAudit(question);
  const rows = [...fleet.values()].map((row) => fleetRow(row, prepared));
  self.postMessage({ rows, told, loadedAt, judgedAt: performance.timeOrigin + performance.now() });
};

import { packRows } from '../../renderer/data/packed-rows';
import { openReadModel } from '../../renderer/data/database';
import { loadFleet } from '../../renderer/data/load-fleet';
import { type AuditQuestion, fleetRow, prepareAudit } from '../../domain/fleet/fleet-row';

/** As the application's worker. */
const ROWS_A_MESSAGE = 1_000;

/** What the application's worker does from a cold start: open, load with progress, judge, hand each part over. */
self.onmessage = async ({ data: question }: MessageEvent<AuditQuestion>) => {
  let told = 0;
  const model = await openReadModel();
  const fleet = await loadFleet(model, () => (told += 1));
  const loadedAt = performance.timeOrigin + performance.now();
  const prepared = prepareAudit(question);
  const all = [...fleet.values()];
  for (let from = 0; from < all.length; from += ROWS_A_MESSAGE) {
    const rows = packRows(all.slice(from, from + ROWS_A_MESSAGE).map((row) => fleetRow(row, prepared)));
    const last = from + ROWS_A_MESSAGE >= all.length;
    self.postMessage({ rows, last, told, loadedAt, judgedAt: performance.timeOrigin + performance.now() });
  }
};

import { siteKey, siteName } from '../../../../domain/doubts/names';
import type { FleetRow } from '../../../../domain/fleet/fleet-row';

/** The elevators of one place that are in the register and not retired; the most pressing first. */
export interface Site {
  readonly key: string;
  /** As its elevators have it written. */
  readonly name: string;
  readonly rows: readonly FleetRow[];
}

const NEVER = Number.MAX_SAFE_INTEGER;
const pressure = ({ visitPressing }: FleetRow): number => visitPressing?.daysLeft ?? NEVER;

/** Sites by what presses most in each. Elevators without an address are of no site. */
export function sitesOf(rows: readonly FleetRow[]): Site[] {
  const found = new Map<string, FleetRow[]>();
  for (const row of rows) {
    const key = row.use.state === 'retired' ? null : siteKey(row.elevator.address);
    if (key === null) continue;
    const own = found.get(key);
    if (own === undefined) found.set(key, [row]);
    else own.push(row);
  }
  const sites = [...found].map(([key, own]): Site => {
    const sorted = [...own].sort((a, b) => pressure(a) - pressure(b) || byNumber(a, b));
    return { key, name: siteName(sorted[0]?.elevator.address), rows: sorted };
  });
  return sites.sort((a, b) => pressure(a.rows[0]!) - pressure(b.rows[0]!) || (a.key < b.key ? -1 : 1));
}

/** How many elevators have no address, and so no site. */
export function withoutSite(rows: readonly FleetRow[]): number {
  return rows.filter(({ use, elevator }) => use.state !== 'retired' && siteKey(elevator.address) === null).length;
}

function byNumber(a: FleetRow, b: FleetRow): number {
  return a.registrationNo < b.registrationNo ? -1 : 1;
}

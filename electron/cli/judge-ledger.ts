import type { CivilDate } from '../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { HazardCriteria } from '../../domain/pack/hazard-criteria';
import type { ImportBody } from '../../domain/record/entry';
import { judgeHazards, type JudgedHazard } from '../../domain/risk/judge-hazards';
import { dossiersOf } from './fleet-dossiers';

export interface LedgerHazard {
  readonly registrationNo: RegistrationNo;
  readonly judged: JudgedHazard;
}

/**
 * The ledger as of a day: elevators in the register's order, the hazards of each by number. Only the days of the pack
 * count; a command line has no settings of its own.
 */
export function judgeLedger(
  { elevators, hazards }: Pick<ImportBody, 'elevators' | 'hazards'>,
  criteria: HazardCriteria,
  asOf: CivilDate,
): LedgerHazard[] {
  const tables = { elevators, visits: [], outages: [], inspections: [], ...(hazards !== undefined && { hazards }) };
  return Array.from(dossiersOf(tables)).flatMap(({ registrationNo, hazards: recorded = [] }) =>
    judgeHazards(recorded, criteria, asOf, {}).map((judged) => ({ registrationNo, judged })),
  );
}

export interface LedgerTotals {
  readonly hazards: number;
  readonly open: number;
  readonly severe: number;
  readonly major: number;
  readonly stopped: number;
  readonly mustStop: number;
  readonly overdue: number;
  readonly breached: number;
}

/** Classes, stops and clocks are counted among open hazards, but an elevator may stay out of use after closing. */
export function ledgerTotals(ledger: readonly LedgerHazard[]): LedgerTotals {
  const count = (holds: (hazard: JudgedHazard) => boolean): number =>
    ledger.filter(({ judged }) => holds(judged)).length;
  return {
    hazards: ledger.length,
    open: count(({ open }) => open),
    severe: count(({ open, classes }) => open && classes.includes('severe')),
    major: count(({ open, classes }) => open && classes.includes('major')),
    stopped: count(({ stopped }) => stopped),
    mustStop: count(({ clocks }) => clocks.some(({ status }) => status === 'now')),
    overdue: count(({ overdue }) => overdue),
    breached: count(({ breached }) => breached),
  };
}

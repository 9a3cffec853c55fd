import { judgeHazards, type JudgedHazard } from '../risk/judge-hazards';
import type { LedgerClaim, Unjudged } from './evidence';

type HazardRecords = Pick<Unjudged, 'dossier' | 'criteria' | 'hazardDays' | 'asOf'>;

/** The hazards of an evidence as of its day; null where the paper does not speak of hazards. */
export function ledgerOf({ dossier, criteria, hazardDays, asOf }: HazardRecords): readonly JudgedHazard[] | null {
  if (criteria === undefined || dossier.hazards === undefined) return null;
  return judgeHazards(dossier.hazards, criteria, asOf, hazardDays ?? {});
}

export function claimsOf(evidence: HazardRecords): readonly LedgerClaim[] | null {
  const ledger = ledgerOf(evidence);
  if (ledger === null) return null;
  return ledger.map(({ id, no, life, open, overdue, breached, stopped }) => ({
    id,
    no,
    state: life.state,
    open,
    overdue,
    breached,
    stopped,
  }));
}

const STATED = [
  'id',
  'no',
  'state',
  'open',
  'stopped',
  'overdue',
  'breached',
] as const satisfies readonly (keyof LedgerClaim)[];

/** What a stated ledger says otherwise than the records: `YH-02 overdue`, or the number of a hazard that is not in both; null = nothing. */
export function ledgerDifference(stated: readonly LedgerClaim[], computed: readonly LedgerClaim[]): string | null {
  for (let place = 0; place < Math.max(stated.length, computed.length); place++) {
    const [says, is] = [stated[place], computed[place]];
    if (says === undefined || is === undefined) return (says ?? is)!.no; // one of them is longer
    const wrong = STATED.find((member) => says[member] !== is[member]);
    if (wrong !== undefined) return `${is.no} ${wrong}`;
  }
  return null;
}

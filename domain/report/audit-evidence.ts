import type { ElevatorAudit } from '../audit/verdict';
import { DEFAULT_LATE_DAYS } from '../headline/entry';
import { judgeHeadline, type Headline } from '../headline/judge-headline';
import { compileRules } from '../service-clock/compiled-rule';
import { doubtsOf } from './doubts-of';
import type { Evidence, Unjudged } from './evidence';
import { claimsOf } from './ledger';

/** Judges the dossier inside an evidence by the rules inside it; what it claims plays no part. */
export function headlineOf(evidence: Unjudged): Headline {
  const { dossier, pack, criteria, hazardDays, asOf, period, scope, lateDays, chain } = evidence;
  return judgeHeadline(dossier, {
    rules: compileRules({ rules: pack.rules }),
    requirements: pack.requirements ?? [],
    criteria: criteria ?? null,
    hazardDays: hazardDays ?? {},
    asOf,
    period,
    scope: scope ?? 'all',
    entry: { lateDays: lateDays ?? DEFAULT_LATE_DAYS, origin: chain.origin },
  });
}

/** The verdict alone. */
export function auditEvidence(evidence: Unjudged): ElevatorAudit {
  return headlineOf(evidence).audit;
}

/** The evidence with everything it states: the headline, where each hazard stands, and every doubt. */
export function judgedEvidence({ doubts: basis, ...evidence }: Unjudged): Evidence {
  const { audit, ...headline } = headlineOf(evidence);
  const ledger = claimsOf(evidence);
  const stated = evidence.formatVersion === 1 ? {} : { headline };
  const doubts = basis === undefined ? {} : { doubts: { ...basis, ...doubtsOf(evidence, basis) } };
  return { ...evidence, audit, ...stated, ...(ledger === null ? {} : { ledger }), ...doubts };
}

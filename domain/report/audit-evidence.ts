import { auditElevator, auditWindow } from '../audit/audit-elevator';
import type { ElevatorAudit } from '../audit/verdict';
import type { RulePack } from '../pack/rule-pack';
import { standing, type ServiceRecords } from '../record/dossier';
import { compileRules } from '../service-clock/compiled-rule';
import { packHistory, type PackedHistory } from '../service-clock/packed-history';
import type { Evidence, Unjudged } from './evidence';
import { claimsOf } from './ledger';

/** The dates of a dossier as the clock reads them: corrected values, without what was withdrawn. */
export function historyOf(dossier: ServiceRecords): PackedHistory {
  return packHistory(
    dossier.elevator.value,
    standing(dossier.visits),
    standing(dossier.outages),
    standing(dossier.inspections),
  );
}

/** Judges the dossier inside an evidence by the rules inside it; the claimed `audit` plays no part. */
export function auditEvidence(evidence: Unjudged): ElevatorAudit {
  const { dossier, pack, asOf, period } = evidence;
  const subject = {
    registrationNo: dossier.registrationNo,
    kind: dossier.elevator.value.kind,
    place: dossier.elevator.value.place,
    history: historyOf(dossier),
  };
  const rules: Pick<RulePack, 'rules'> = { rules: pack.rules };
  return auditElevator(subject, compileRules(rules), auditWindow(asOf, period));
}

/** The evidence with everything it states: the verdict, and where each hazard stands. */
export function judgedEvidence(evidence: Unjudged): Evidence {
  const ledger = claimsOf(evidence);
  return { ...evidence, audit: auditEvidence(evidence), ...(ledger === null ? {} : { ledger }) };
}

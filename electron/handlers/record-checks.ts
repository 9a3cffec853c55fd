import type { DossierList } from '../../domain/record/kinds';
import { assessmentChecks } from './assessments';
import { callOutChecks } from './callouts';
import { confirmationChecks } from './confirmations';
import { dailyCheckChecks } from './daily-checks';
import { deviceEventChecks } from './device-events';
import { doubtAnswerChecks } from './doubt-answers';
import { drillChecks } from './drills';
import { hazardChecks } from './hazard-facts';
import { inspectionChecks } from './inspections';
import { claimChecks } from './insurance';
import type { KindChecks } from './kind-checks';
import { visitChecks } from './visits';

const RECORD_CHECKS: { readonly [L in DossierList]: KindChecks<L> } = {
  visits: visitChecks,
  outages: {},
  inspections: inspectionChecks,
  callouts: callOutChecks,
  hazards: hazardChecks,
  assessments: assessmentChecks,
  policies: {},
  claims: claimChecks,
  drills: drillChecks,
  doubtAnswers: doubtAnswerChecks,
  confirmations: confirmationChecks,
  dailyChecks: dailyCheckChecks,
  deviceEvents: deviceEventChecks,
  contracts: {},
};

export function checksOf<L extends DossierList>(list: L): KindChecks<L> {
  return RECORD_CHECKS[list]; // the table holds each kind's own
}

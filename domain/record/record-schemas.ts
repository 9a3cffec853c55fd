import type { z } from 'zod';
import { confirmationSchema } from './confirmation-schema';
import { dailyCheckSchema } from './daily-check-schema';
import { deviceEventSchema } from './device-event-schema';
import { contractSchema } from './contract-schema';
import { doubtAnswerSchema } from './doubt-answer-schema';
import { drillSchema } from './drill-schema';
import { assessmentSchema, claimSchema, hazardSchema, policySchema } from './hazard-schemas';
import type { DossierList, RecordOf } from './kinds';
import { callOutSchema, inspectionSchema, outageSchema, visitSchema } from './schemas';

/** The schema of each kind of record; apart from the table of kinds, so that what only folds records does without schemas. */
const RECORD_SCHEMAS: { readonly [L in DossierList]: z.ZodType<RecordOf<L>, RecordOf<L>> } = {
  visits: visitSchema,
  outages: outageSchema,
  inspections: inspectionSchema,
  callouts: callOutSchema,
  hazards: hazardSchema,
  assessments: assessmentSchema,
  policies: policySchema,
  claims: claimSchema,
  drills: drillSchema,
  doubtAnswers: doubtAnswerSchema,
  confirmations: confirmationSchema,
  dailyChecks: dailyCheckSchema,
  deviceEvents: deviceEventSchema,
  contracts: contractSchema,
};

export function schemaOfKind<L extends DossierList>(list: L): z.ZodType<RecordOf<L>, RecordOf<L>> {
  return RECORD_SCHEMAS[list]; // the table holds each kind's own
}

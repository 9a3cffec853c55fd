import { z } from 'zod';
import { HAZARD_CLASSES, PARTIES, PROBABILITIES, RISK_GROUPS, SEVERITIES } from '../../domain/hazard/hazard';
import { TIMED_STEPS } from '../../domain/pack/hazard-criteria';

const MOST_DAYS = 36_600;
const MOST_FACTS = 2000;

const confidence = z.enum(['law', 'reading', 'unverified']);
const cells = SEVERITIES.flatMap((severity) => PROBABILITIES.map((probability) => `${severity}${probability}`));

/** Of the criteria, what hazards are judged by; texts and sources are carried along and compared with the pack's. */
export const criteriaSchema = z.looseObject({
  components: z.array(z.looseObject({ id: z.string() })).max(MOST_FACTS),
  matrix: z.looseObject({ cells: z.partialRecord(z.enum(cells), z.enum(RISK_GROUPS)) }),
  duties: z
    .array(z.looseObject({ step: z.enum(['notify', 'report', 'stop-use']), class: z.enum(HAZARD_CLASSES), confidence }))
    .max(MOST_FACTS),
  deadlines: z
    .array(
      z.looseObject({
        step: z.enum(TIMED_STEPS),
        class: z.enum(HAZARD_CLASSES),
        group: z.enum(RISK_GROUPS).optional(),
        days: z.int().min(0).max(MOST_DAYS),
        owner: z.enum(PARTIES),
        confidence,
      }),
    )
    .max(MOST_FACTS),
  assessmentLists: z.array(z.looseObject({ id: z.string() })).max(MOST_FACTS),
});

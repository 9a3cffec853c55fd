import { z } from 'zod';
import { LOCALES } from '../../domain/pack/legal-basis';
import { canonicalJson } from '../../domain/record/canonical-json';
import { ROUTINE_PAPERS } from '../../domain/record/paper-kind';
import { schemaOfKind } from '../../domain/record/record-schemas';
import { civilDateSchema, elevatorSchema, registrationNoSchema, sha256Schema } from '../../domain/record/schemas';
import { ROUTINE_FORMAT, type RoutineEvidence } from '../../domain/report/routine/routine-evidence';
import { recorded, recordedHazard } from './evidence-schema';
import type { EvidenceFindings } from './findings';

const MOST_ELEVATORS = 1000;
const MOST_DAYS = 40;
const MOST_LETTERS = 4000;
const MOST_BYTES = 32 * 1024 * 1024;

const words = z.string().max(MOST_LETTERS);
const listOf = (list: 'visits' | 'outages' | 'callouts' | 'dailyChecks') =>
  z.array(recorded(schemaOfKind(list) as z.ZodType));

const schema = z.looseObject({
  format: z.literal(ROUTINE_FORMAT),
  formatVersion: z.literal(1),
  kind: z.enum(ROUTINE_PAPERS),
  program: words,
  layout: sha256Schema.optional(),
  number: words,
  locale: z.enum(LOCALES),
  asOf: civilDateSchema,
  period: z.strictObject({ from: civilDateSchema, to: civilDateSchema }),
  claimedAt: z.iso.datetime({ offset: true }),
  signer: z.looseObject({ organisation: words, fingerprint: sha256Schema }),
  chain: z.looseObject({ head: sha256Schema }),
  pack: z.strictObject({ id: words, version: words }),
  circumstances: z.array(
    z.strictObject({ id: words, brings: z.looseObject({ criterion: words, confidence: words }).optional() }),
  ),
  site: words,
  since: civilDateSchema.nullable(),
  said: z.strictObject({ present: words.optional(), summary: words.optional(), decisions: words.optional() }),
  sample: z.boolean(),
  elevators: z
    .array(
      z.strictObject({
        registrationNo: registrationNoSchema,
        elevator: recorded(elevatorSchema),
        visits: listOf('visits'),
        outages: listOf('outages'),
        callouts: listOf('callouts'),
        hazards: z.array(recordedHazard),
        dailyChecks: listOf('dailyChecks'),
      }),
    )
    .min(1)
    .max(MOST_ELEVATORS),
});

/** What a week or month of a site carries: UTF-8, canonical JSON of a known form; null otherwise. Never throws. */
export function readRoutine(bytes: Uint8Array): RoutineEvidence | null {
  if (bytes.length > MOST_BYTES) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    const isWhole = schema.safeParse(value).success && canonicalJson(value) === text;
    return isWhole && isInOrder(value as RoutineEvidence) ? (value as RoutineEvidence) : null;
  } catch {
    return null; // not UTF-8, not JSON, or nested more deeply than the stack
  }
}

/** A period of a month at most, and no check from before the one that is said to be the first. */
function isInOrder({ period: { from, to }, asOf, since, elevators }: RoutineEvidence): boolean {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days < 0 || days > MOST_DAYS || to > asOf) return false;
  return elevators.every(({ registrationNo, elevator, dailyChecks }) => {
    const stand = dailyChecks.filter(({ withdrawn }) => withdrawn !== true);
    return (
      elevator.value.registrationNo === registrationNo &&
      stand.every(({ value }) => since !== null && value.date >= since)
    );
  });
}

/** Its figures stand nowhere but on the pages, which are made again from the records: by itself there is nothing to contradict. */
export function checkRoutine(isSignedAsStated: boolean): EvidenceFindings {
  const failures = isSignedAsStated ? [] : [{ code: 'signer-differs', detail: '' }];
  return { present: true, doubts: null, verdictReproduced: true, failures };
}

import { z } from 'zod';
import { LOCALES } from '../../domain/pack/legal-basis';
import { canonicalJson } from '../../domain/record/canonical-json';
import { civilDateSchema, sha256Schema } from '../../domain/record/schemas';
import { LABELS_FORMAT, wrongLabel, type LabelsEvidence } from '../../domain/report/labels';
import type { EvidenceFindings } from './findings';

const MOST_LABELS = 10_000;
const MOST_LETTERS = 4000;
const MOST_BYTES = 32 * 1024 * 1024;

const words = z.string().max(MOST_LETTERS);

const schema = z.looseObject({
  format: z.literal(LABELS_FORMAT),
  formatVersion: z.literal(1),
  kind: z.literal('labels'),
  layout: sha256Schema.optional(),
  number: words,
  locale: z.enum(LOCALES),
  asOf: civilDateSchema,
  claimedAt: z.iso.datetime({ offset: true }),
  signer: z.looseObject({ organisation: words, fingerprint: sha256Schema }),
  chain: z.looseObject({ head: sha256Schema }),
  labels: z
    .array(z.strictObject({ number: words, registrationNo: words, summary: words }))
    .min(1)
    .max(MOST_LABELS),
});

/** What a file of labels carries: UTF-8, canonical JSON of a known form; null otherwise. Never throws. */
export function readLabels(bytes: Uint8Array): LabelsEvidence | null {
  if (bytes.length > MOST_BYTES) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    const isWhole = schema.safeParse(value).success && canonicalJson(value) === text;
    return isWhole ? (value as LabelsEvidence) : null;
  } catch {
    return null; // not UTF-8, not JSON, or nested more deeply than the stack
  }
}

/** Labels state no verdict of their own; what they state is that each is the label of its summary. */
export function checkLabels(labels: LabelsEvidence, isSignedAsStated: boolean): EvidenceFindings {
  const found = { present: true, doubts: null } as const;
  const wrong = labels.number === labels.labels[0]?.number ? wrongLabel(labels) : (labels.labels[0] ?? null);
  if (wrong !== null)
    return { ...found, verdictReproduced: false, failures: [{ code: 'label-differs', detail: wrong.number }] };
  const failures = isSignedAsStated ? [] : [{ code: 'signer-differs', detail: '' }];
  return { ...found, verdictReproduced: true, failures };
}

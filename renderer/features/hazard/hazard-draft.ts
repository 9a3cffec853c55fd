import { z } from 'zod';
import type { Elevator } from '../../../domain/elevator/elevator';
import { HAZARD_SOURCES, PARTIES } from '../../../domain/hazard/hazard';
import { elevatorSchema, MAX_NOTE, sha256Schema } from '../../../domain/record/schemas';
import type { Cell } from '../../components/risk-cell';
import type { HazardForm } from './hazard-form';

/** An unsaved hazard with the elevator it is about, as it is kept across a crash. */
export interface HazardDraft {
  readonly version: 1;
  readonly elevator: Elevator | null;
  readonly form: HazardForm;
}

const text = z.string().max(MAX_NOTE * 2);

export const cellSchema = z.custom<Cell>((value) => typeof value === 'string' && /^[1-4][A-F]$/.test(value));

const formSchema = z.strictObject({
  foundOn: text,
  foundTime: text,
  foundBy: text,
  source: z.enum(HAZARD_SOURCES),
  component: text,
  location: text,
  what: text,
  scenario: text,
  basis: text,
  severe: text,
  major: text,
  cell: z.union([z.literal(''), cellSchema]),
  riskReason: text,
  measure: text,
  party: z.enum(PARTIES),
  unit: text,
  person: text,
  deadline: text,
  estimatedCost: text,
  costSource: text,
  note: text,
  photos: z.array(sha256Schema).max(20),
}) as unknown as z.ZodType<HazardForm>;

const draftSchema = z.strictObject({ version: z.literal(1), elevator: elevatorSchema.nullable(), form: formSchema });

/** A draft read back; null when it is not one of this program's. */
export function parseHazardDraft(value: unknown): HazardDraft | null {
  const parsed = draftSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

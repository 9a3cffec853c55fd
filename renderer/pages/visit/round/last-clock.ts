import { z } from 'zod';
import { readDraft, saveDraft } from '../../../data/drafts';
import type { RoundClock } from './fill-times';

/** Minutes of a visit and between two, as the last round on this machine had them: a convenience and no record. */
const KEY = 'last-round-clock';
type Minutes = Pick<RoundClock, 'minutes' | 'between'>;
const schema = z.strictObject({ minutes: z.string().max(40), between: z.string().max(40) });
const AT_FIRST: Minutes = { minutes: '30', between: '5' };

export async function readLastClock(): Promise<Minutes> {
  const kept = await readDraft(KEY).catch(() => null);
  const read = schema.safeParse(kept?.value);
  return read.success ? read.data : AT_FIRST;
}

export async function keepLastClock({ minutes, between }: Minutes): Promise<void> {
  await saveDraft(KEY, { minutes, between }, Date.now());
}

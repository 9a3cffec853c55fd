import { z } from 'zod';
import { readDraft, saveDraft } from '../../data/drafts';

/** Who made the last visit saved on this machine; kept beside the drafts, since it is a convenience and no record. */
const KEY = 'last-team';
const teamSchema = z.array(z.string().min(1).max(80)).max(20);

export async function readLastTeam(): Promise<readonly string[]> {
  const kept = await readDraft(KEY);
  const team = teamSchema.safeParse(kept?.value);
  return team.success ? team.data : [];
}

export async function keepLastTeam(team: readonly string[]): Promise<void> {
  await saveDraft(KEY, team, Date.now());
}

import { readFile } from 'node:fs/promises';
import { planSettingsSchema } from '../../domain/plan/plan-schemas';
import { NO_PLAN_SETTINGS, type PlanSettings } from '../../domain/plan/plan-settings';
import { writeFileAtomic } from '../fs/files';
import { inTurn } from './in-turn';

export interface PlanStore {
  read(): PlanSettings;
  /** Changes some members. */
  write(change: Partial<PlanSettings>): Promise<PlanSettings>;
}

/**
 * What the house says of its plan, in one file of a profile. A file that cannot be read is kept beside before another is
 * written in its place; where nothing may be written, a change holds for this run.
 */
export async function openPlan(path: string, mayWrite: () => boolean = () => true): Promise<PlanStore> {
  let { kept, unreadable } = await readKept(path);
  const turn = inTurn();
  return {
    read: () => kept,
    write: (change) =>
      turn(async () => {
        const next = { ...kept, ...change };
        if (mayWrite()) {
          if (unreadable !== null) await writeFileAtomic(`${path}.unreadable`, unreadable);
          await writeFileAtomic(path, `${JSON.stringify(next, null, 1)}\n`);
          unreadable = null;
        }
        return (kept = next);
      }),
  };
}

async function readKept(path: string): Promise<{ kept: PlanSettings; unreadable: string | null }> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return { kept: NO_PLAN_SETTINGS, unreadable: null };
  }
  const read = planSettingsSchema.safeParse(parsed(text));
  return read.success ? { kept: read.data, unreadable: null } : { kept: NO_PLAN_SETTINGS, unreadable: text };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // which is no plan either
  }
}

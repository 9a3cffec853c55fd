import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workCalendarSchema } from '../../domain/plan/plan-schemas';
import type { WorkCalendar } from '../../domain/plan/work-calendar';

/** The calendars that come with the program, by the names of their files. Throws where one is none. */
export async function loadCalendars(folder: string): Promise<readonly WorkCalendar[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => workCalendarSchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))),
  );
}

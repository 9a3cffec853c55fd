import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { sampleCallOuts } from '../../domain/sample/sample-callouts';
import { makeSampleFleet } from '../../domain/sample/sample-fleet';
import { sampleHazards } from '../../domain/sample/sample-hazards';
import { writeFileAtomic } from '../fs/files';
import { EXIT, UsageError, type CommandIo } from './io';
import { dateOption, localeOption, numberOption, requiredOption, type Values } from './options';
import { sampleLedgerTables, sampleTables } from './sample-tables';
import { wordsOf } from './words';

export const SAMPLE_OPTIONS = {
  elevators: { type: 'string' },
  years: { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string' },
  'as-of': { type: 'string' },
  locale: { type: 'string' },
} as const;

/** The last day of the fleet is fixed, not today's: the same seed gives the same bytes on any day. */
const LAST_DAY = '2026-11-23' as CivilDate;
const MOST = { elevators: 50_000, years: 20, seed: 4_294_967_295, elevatorYears: 50_000 } as const;

/** Writes a made-up fleet as the four CSV files, and its ledger of hazards and its call-outs as two more. */
export async function sampleCommand(values: Values, io: CommandIo): Promise<number> {
  const locale = localeOption(values, io);
  const words = wordsOf(locale);
  const elevators = numberOption(values, 'elevators', 1, MOST.elevators, locale);
  const years = numberOption(values, 'years', 1, MOST.years, locale);
  const seed = numberOption(values, 'seed', 0, MOST.seed, locale);
  const out = requiredOption(values, 'out', locale);
  const asOf = dateOption(values, 'as-of', locale) ?? LAST_DAY;
  if (elevators * years > MOST.elevatorYears) throw new UsageError(words.sampleTooLarge(MOST.elevatorYears));
  const fleet = makeSampleFleet({ elevators, years, seed, asOf });
  await mkdir(out, { recursive: true });
  const ledger = sampleLedgerTables(sampleHazards(fleet, asOf, seed), sampleCallOuts(fleet, years, asOf, seed));
  for (const { name, text } of [...sampleTables(fleet), ...ledger]) {
    const path = join(out, name);
    await writeFileAtomic(path, text, 0o644);
    await io.out(`${path}\n`);
  }
  await io.err(`${words.sampleWritten(fleet.elevators.length, fleet.visits.length, asOf)}\n`);
  return EXIT.done;
}

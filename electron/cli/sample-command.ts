import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { CallOut } from '../../domain/callout/callout';
import type { FieldOrder } from '../../domain/sample/field/field-fleet';
import { sampleCallOuts } from '../../domain/sample/sample-callouts';
import type { Elevator } from '../../domain/elevator/elevator';
import type { Inspection } from '../../domain/inspection/inspection';
import type { ImportedRecord } from '../../domain/record/entry';
import { sampleFleetBySite, type SampleFleet, type SampleOrder } from '../../domain/sample/sample-fleet';
import { sampleHazards } from '../../domain/sample/sample-hazards';
import type { Visit } from '../../domain/visit/visit';
import { writeFileAtomic } from '../fs/files';
import { EXIT, type CommandIo } from './io';
import { dateOption, localeOption, numberOption, requiredOption, type Values } from './options';
import {
  ENTERED_VISITS_HEAD,
  enteredVisitLine,
  FABRICATED_HEAD,
  fabricatedLines,
  fieldFactTables,
  ROUGH_HEAD,
  roughLines,
  sampleLedgerTables,
  sampleTables,
  visitLine,
  VISITS_HEAD,
} from './sample-tables';
import { fieldFacts, ratesOption } from './sample-field';
import { LinesByDate } from './lines-by-date';
import { wordsOf, type Words } from './words';

export const SAMPLE_OPTIONS = {
  elevators: { type: 'string' },
  years: { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string' },
  'as-of': { type: 'string' },
  rough: { type: 'boolean' },
  fabricate: { type: 'string', multiple: true },
  locale: { type: 'string' },
} as const;

/** The last day of the fleet is fixed, not today's: the same seed gives the same bytes on any day. */
const LAST_DAY = '2026-11-23' as CivilDate;
const MOST = { elevators: 200_000, years: 20, seed: 4_294_967_295 } as const;

type Keep = (name: string, text: Iterable<string> | AsyncIterable<string>) => Promise<void>;

/** Writes a made-up fleet as the four CSV files, and its ledger of hazards and its call-outs as two more. */
export async function sampleCommand(values: Values, io: CommandIo): Promise<number> {
  const locale = localeOption(values, io);
  const order: SampleOrder = {
    elevators: numberOption(values, 'elevators', 1, MOST.elevators, locale),
    years: numberOption(values, 'years', 1, MOST.years, locale),
    seed: numberOption(values, 'seed', 0, MOST.seed, locale),
    asOf: dateOption(values, 'as-of', locale) ?? LAST_DAY,
  };
  const rates = ratesOption(values, locale);
  const out = requiredOption(values, 'out', locale);
  await mkdir(out, { recursive: true });
  const keep: Keep = async (name, text) => {
    const path = join(out, name);
    await writeFileAtomic(path, inBlocks(text), 0o644);
    await io.out(`${path}\n`);
  };
  const words = wordsOf(locale);
  const said = rates === null ? await writePlain(order, out, keep, words) : await writeField({ ...order, fabricate: rates }, out, keep, words); // prettier-ignore
  await io.err(`${said}\n`);
  return EXIT.done;
}

async function writePlain(order: SampleOrder, out: string, keep: Keep, words: Words): Promise<string> {
  const byDate = await LinesByDate.open(out);
  try {
    const { fleet, visits } = await made(order, byDate);
    const callOuts = sampleCallOuts(fleet, order.years, order.asOf, order.seed);
    await writeTables(fleet, callOuts, withHead(VISITS_HEAD, byDate.sorted()), order, keep);
    return words.sampleWritten(fleet.elevators.length, visits, order.asOf);
  } finally {
    await byDate.close();
  }
}

/** A fleet with rough edges, and the truth about it in files of its own. */
async function writeField(order: FieldOrder, out: string, keep: Keep, words: Words): Promise<string> {
  const visits = await LinesByDate.open(out);
  const fabricated = await LinesByDate.open(out);
  const rough = await LinesByDate.open(out);
  try {
    const facts = await fieldFacts(order, async (field) => {
      const { date } = field.visit;
      await visits.add(date, enteredVisitLine(field.visit));
      for (const line of fabricatedLines(field)) await fabricated.add(date, line);
      for (const line of roughLines(field)) await rough.add(date, line);
    });
    await writeTables(facts.fleet, facts.callOuts, withHead(ENTERED_VISITS_HEAD, visits.sorted()), order, keep);
    for (const { name, text } of fieldFactTables(facts.ways, facts.people)) await keep(name, text);
    await keep('fabricated.csv', withHead(FABRICATED_HEAD, fabricated.sorted()));
    await keep('rough.csv', withHead(ROUGH_HEAD, rough.sorted()));
    const written = words.sampleWritten(facts.fleet.elevators.length, facts.visits, order.asOf);
    return [written, words.fabricatedRounds([...facts.fabricated], facts.rounds)].join('\n');
  } finally {
    await Promise.all([visits, fabricated, rough].map((lines) => lines.close()));
  }
}

async function writeTables(
  fleet: SampleFleet,
  callOuts: readonly CallOut[],
  visits: AsyncIterable<string>,
  { asOf, seed }: SampleOrder,
  keep: Keep,
): Promise<void> {
  const [register, outages, inspections] = sampleTables(fleet);
  await keep(register.name, register.text);
  await keep('visits.csv', visits);
  for (const { name, text } of [
    outages,
    inspections,
    ...sampleLedgerTables(sampleHazards(fleet, asOf, seed), callOuts),
  ])
    await keep(name, text);
}

/** The fleet with the last visit of each elevator, by which its ledger is made; the lines of all visits go to `byDate`. */
async function made(order: SampleOrder, byDate: LinesByDate): Promise<{ fleet: SampleFleet; visits: number }> {
  const elevators: Elevator[] = [];
  const outages: ImportedRecord<'outages'>[] = [];
  const inspections: Inspection[] = [];
  const last = new Map<string, Visit>();
  let visits = 0;
  for (const site of sampleFleetBySite(order)) {
    elevators.push(...site.elevators);
    outages.push(...site.outages);
    inspections.push(...site.inspections);
    for (const visit of site.visits) {
      visits++;
      await byDate.add(visit.date, visitLine(visit));
      const known = last.get(visit.registrationNo);
      if (known === undefined || known.date <= visit.date) last.set(visit.registrationNo, visit);
    }
  }
  return { fleet: { elevators, outages, inspections, visits: [...last.values()] }, visits };
}

async function* withHead(head: string, rows: AsyncIterable<string>): AsyncGenerator<string> {
  yield head;
  yield* rows;
}

const BLOCK_CHARS = 1024 * 1024;

/** A write for each line would cost more than the lines. */
async function* inBlocks(parts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let block: string[] = [];
  let size = 0;
  for await (const part of parts) {
    block.push(part);
    size += part.length;
    if (size < BLOCK_CHARS) continue;
    yield block.join('');
    block = [];
    size = 0;
  }
  yield block.join('');
}

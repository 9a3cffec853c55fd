import type { CallOut } from '../../domain/callout/callout';
import type { Elevator } from '../../domain/elevator/elevator';
import type { Inspection } from '../../domain/inspection/inspection';
import type { Locale } from '../../domain/pack/legal-basis';
import type { ImportedRecord } from '../../domain/record/entry';
import { fieldFleetByDepot, type FieldOrder, type Way } from '../../domain/sample/field/field-fleet';
import {
  FABRICATIONS,
  type Fabrication,
  type FieldVisit,
  type Person,
  type Rates,
} from '../../domain/sample/field/kinds';
import { byReport } from '../../domain/sample/sample-callouts';
import type { SampleFleet } from '../../domain/sample/sample-fleet';
import type { Visit } from '../../domain/visit/visit';
import { UsageError } from './io';
import { listOption, type Values } from './options';
import { wordsOf } from './words';

const MOST_OF_A_KIND = 0.2;
const MOST_TOGETHER = 0.5;

/** `--fabricate KIND:RATE`, each kind once; null where the fleet is the plain one. */
export function ratesOption(values: Values, locale: Locale): Rates | null {
  const asked = listOption(values, 'fabricate');
  if (asked.length === 0) return values['rough'] === true ? {} : null;
  const rates: Partial<Record<Fabrication, number>> = {};
  for (const text of asked) {
    const [, name, share] = /^([a-z-]+):(0?\.\d{1,9})$/.exec(text) ?? [];
    const kind = FABRICATIONS.find((one) => one === name);
    const rate = Number(share);
    if (kind === undefined || rates[kind] !== undefined || !(rate > 0 && rate <= MOST_OF_A_KIND))
      throw new UsageError(wordsOf(locale).badFabrication(text, FABRICATIONS, MOST_OF_A_KIND));
    rates[kind] = rate;
  }
  const together = Object.values(rates).reduce((sum, rate) => sum + rate, 0);
  if (together > MOST_TOGETHER + 1e-9) throw new UsageError(wordsOf(locale).tooMuchFabrication(MOST_TOGETHER));
  return rates;
}

export interface FieldFacts {
  /** With the last visit of each elevator, by which its ledger is made. */
  readonly fleet: SampleFleet;
  readonly callOuts: readonly CallOut[];
  readonly ways: readonly Way[];
  readonly people: readonly Person[];
  readonly visits: number;
  readonly rounds: number;
  /** Rounds of each kind that was asked for. */
  readonly fabricated: ReadonlyMap<Fabrication, number>;
}

/** Makes the fleet a depot at a time; its visits go to `keep`, the rest stays. */
export async function fieldFacts(order: FieldOrder, keep: (visit: FieldVisit) => Promise<void>): Promise<FieldFacts> {
  const [elevators, outages, inspections]: [Elevator[], ImportedRecord<'outages'>[], Inspection[]] = [[], [], []];
  const [callOuts, ways, people]: [CallOut[], Way[], Person[]] = [[], [], []];
  const last = new Map<string, Visit>();
  const fabricated = new Map<Fabrication, number>();
  for (const kind of FABRICATIONS) if (order.fabricate?.[kind] !== undefined) fabricated.set(kind, 0);
  let [visits, rounds] = [0, 0];
  for (const depot of fieldFleetByDepot(order)) {
    elevators.push(...depot.elevators);
    outages.push(...depot.outages);
    inspections.push(...depot.inspections);
    callOuts.push(...depot.callOuts);
    ways.push(...depot.ways);
    people.push(...depot.people);
    rounds += depot.rounds;
    const counted = new Set<number>();
    for (const field of depot.visits) {
      visits++;
      last.set(field.visit.registrationNo, field.visit);
      const kind = field.fabricated?.kind;
      if (kind !== undefined && !counted.has(field.round)) {
        counted.add(field.round);
        fabricated.set(kind, (fabricated.get(kind) ?? 0) + 1);
      }
      await keep(field);
    }
  }
  const fleet = { elevators, outages, inspections, visits: [...last.values()] };
  return { fleet, callOuts: byReport(callOuts), ways, people, visits, rounds, fabricated };
}

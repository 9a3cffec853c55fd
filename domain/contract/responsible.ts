import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import type { Period } from '../calendar/period';
import type { Elevator } from '../elevator/elevator';
import type { Contract } from './contract';

/** A contract as it is on record; its value alone says which days it covers. */
interface Signed {
  readonly value: Contract;
}

/** Days, both included, with the contracts that cover all of them: none = no contract on record, several = two at a time. */
export interface ResponsibleSpan<T extends Signed = Signed> extends Period {
  readonly contracts: readonly T[];
}

/** Who was to maintain an elevator on each day of a period, by the contracts given alone; nothing is filled in between. */
export function responsibleIn<T extends Signed>(
  contracts: readonly T[],
  period: Period,
): readonly ResponsibleSpan<T>[] {
  if (period.from > period.to) return [];
  const covering = contracts
    .filter(({ value: { from, to } }) => from <= period.to && (to === undefined || to >= period.from))
    .sort((a, b) => compare(a.value.from, b.value.from) || compare(a.value.firm, b.value.firm));
  const starts = new Set<number>([toEpochDay(period.from)]);
  for (const { from, to } of covering.map(({ value }) => value)) {
    if (from > period.from) starts.add(toEpochDay(from));
    if (to !== undefined && to < period.to) starts.add(toEpochDay(to) + 1);
  }
  const days = [...starts].sort((a, b) => a - b);
  return days.map((day, index) => {
    const from = toCivilDate(day);
    const next = days[index + 1];
    return {
      from,
      to: next === undefined ? period.to : toCivilDate(next - 1),
      contracts: covering.filter(({ value }) => value.from <= from && (value.to === undefined || value.to >= from)),
    };
  });
}

/** The contracts of one day. */
export function responsibleOn<T extends Signed>(contracts: readonly T[], day: CivilDate): readonly T[] {
  return responsibleIn(contracts, { from: day, to: day })[0]?.contracts ?? [];
}

/** The firms of a span, each once, in the order of their contracts. */
export function firmsOf({ contracts }: { readonly contracts: readonly Signed[] }): readonly string[] {
  return [...new Set(contracts.map(({ value }) => value.firm))];
}

/** The days of a period on which somebody is to maintain an elevator: from its service on, and not after its end. */
export function servedIn({ inServiceOn, endedOn }: Pick<Elevator, 'inServiceOn' | 'endedOn'>, period: Period): Period {
  const from = inServiceOn !== undefined && inServiceOn > period.from ? inServiceOn : period.from;
  const ended = endedOn === undefined ? null : toCivilDate(toEpochDay(endedOn) - 1);
  return { from, to: ended !== null && ended < period.to ? ended : period.to };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

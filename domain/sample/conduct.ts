import type { Random } from './random';

/**
 * How an elevator of the sample fleet is looked after. `steady` keeps every limit; the others are planted so that each
 * kind of finding can be seen.
 */
export const CONDUCTS = [
  'steady',
  'stopped',
  'every-fifth-late',
  'monthly',
  'closed-half-year',
  'never-longer',
  'hand-over',
  'open-outage',
  'one-gap',
  'repair',
  'new',
] as const;
export type Conduct = (typeof CONDUCTS)[number];

const BLOCK = 36;
const PLANTED: readonly Conduct[] = [
  'stopped',
  'every-fifth-late',
  'monthly',
  'closed-half-year',
  'never-longer',
  'hand-over',
  'hand-over',
  'open-outage',
  'one-gap',
  'repair',
  'repair',
  'new',
];

/** One conduct an elevator: every planted one once in each block of 36, in an order of its own. */
export function conductsFor(count: number, random: Random): Conduct[] {
  const conducts: Conduct[] = [];
  while (conducts.length < count) {
    const steady = Array.from({ length: BLOCK - PLANTED.length }, (): Conduct => 'steady');
    conducts.push(...random.shuffled([...PLANTED, ...steady]));
  }
  return conducts.slice(0, count);
}

/** Days to the next visit. Fifteen are lawful; a careful contractor leaves a day or two of slack. */
export function gapDays(conduct: Conduct, visitNo: number, random: Random): number {
  switch (conduct) {
    case 'monthly':
      return random.whole(28, 31);
    case 'every-fifth-late':
      return visitNo % 5 === 4 ? 16 : random.whole(14, 15);
    default:
      return random.pick([12, 13, 13, 14, 14, 14, 15]);
  }
}

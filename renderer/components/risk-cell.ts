import {
  PROBABILITIES,
  SEVERITIES,
  type Probability,
  type RiskEstimate,
  type RiskGroup,
  type Severity,
} from '../../domain/hazard/hazard';

/** A cell of the risk matrix, `2B`. */
export type Cell = `${Severity}${Probability}`;

const NUMERALS: Readonly<Record<RiskGroup, string>> = { I: 'Ⅰ', II: 'Ⅱ', III: 'Ⅲ' };

export function numeralOf(group: RiskGroup): string {
  return NUMERALS[group];
}

export function cellOf({ severity, probability }: Pick<RiskEstimate, 'severity' | 'probability'>): Cell {
  return `${severity}${probability}`;
}

/** The severity and probability that a cell stands for. */
export function estimateOf(cell: Cell): Pick<RiskEstimate, 'severity' | 'probability'> {
  return { severity: Number(cell[0]) as Severity, probability: cell[1] as Probability };
}

const STEPS: Readonly<Record<string, readonly [down: number, across: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The cell beside one in the direction of an arrow key; null at the edge, and for any other key. */
export function neighbourOf(cell: Cell, key: string): Cell | null {
  const step = STEPS[key];
  if (step === undefined) return null;
  const { severity, probability } = estimateOf(cell);
  const down = SEVERITIES[SEVERITIES.indexOf(severity) + step[0]];
  const across = PROBABILITIES[PROBABILITIES.indexOf(probability) + step[1]];
  return down === undefined || across === undefined ? null : cellOf({ severity: down, probability: across });
}

import type { RiskEstimate, RiskGroup } from '../hazard/hazard';
import type { RiskMatrix } from '../pack/hazard-criteria';

/** The group of an estimate in the pack's matrix; null without an estimate, or where the matrix has no such cell. */
export function riskGroupOf(matrix: Pick<RiskMatrix, 'cells'>, estimate: RiskEstimate | null): RiskGroup | null {
  return estimate === null ? null : (matrix.cells[`${estimate.severity}${estimate.probability}`] ?? null);
}

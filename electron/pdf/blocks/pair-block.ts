import type { TableBlock } from '../../../domain/report/model';
import { LEFT, WIDTH, type Flow } from '../flow';
import { MM } from '../ink';
import { drawTable, tableHeight } from '../table/draw';

const COLUMN = 79 * MM;
const APART = 6 * MM;

/** Two tables beside each other, both whole; one below the other where a page cannot hold them so. */
export function drawPair(flow: Flow, left: TableBlock, right: TableBlock): void {
  const height = pairHeight(flow, left, right);
  if (height === Infinity) {
    drawTable(flow, left);
    drawTable(flow, right);
    return;
  }
  flow.ensure(height);
  const top = flow.y;
  drawTable(flow, left, { x: LEFT, width: COLUMN });
  const bottom = flow.y;
  flow.y = top;
  drawTable(flow, right, { x: LEFT + COLUMN + APART, width: WIDTH - COLUMN - APART });
  flow.y = Math.max(bottom, flow.y);
}

export function pairHeight(flow: Flow, left: TableBlock, right: TableBlock): number {
  return Math.max(tableHeight(flow, left, COLUMN), tableHeight(flow, right, COLUMN));
}

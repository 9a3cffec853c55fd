import type { SignatoriesBlock } from '../../../domain/report/model';
import { rule, showText } from '../canvas';
import { LEFT, WIDTH, type Flow } from '../flow';
import { HAIR, MM, SECONDARY } from '../ink';
import { artifact, tagged } from '../tagging';

const SIZE = 8.75;
const ROW = 8.3 * MM;
const NAME_AT = 28 * MM;
const DATE_AT = 86 * MM;
const LINE = 40 * MM;
const BELOW = 5 * MM;

/** Those who sign by hand, one a row, with a line for the name and one for the day. */
export function drawSignatories(flow: Flow, { rows }: Pick<SignatoriesBlock, 'rows'>): void {
  const { canvas } = flow;
  flow.ensure(signatoriesHeight({ rows }));
  artifact(canvas, () => rule(canvas, LEFT, flow.y, WIDTH, 0.5));
  for (const [index, { label, name, date }] of rows.entries()) {
    const baseline = flow.y + ROW * 0.62;
    tagged(canvas, canvas.root, 'P', {}, () => {
      showText(canvas, `${label} `, 'regular', SIZE, LEFT + 1, baseline, SECONDARY);
      if (name !== '') showText(canvas, `${name} `, 'regular', SIZE, LEFT + NAME_AT + 2, baseline);
      showText(canvas, date, 'regular', SIZE, LEFT + DATE_AT, baseline, SECONDARY);
    });
    const last = index === rows.length - 1;
    artifact(canvas, () => {
      rule(canvas, LEFT + NAME_AT, baseline + 3, LINE, 0.5);
      rule(canvas, LEFT + DATE_AT + 14 * MM, baseline + 3, LINE, 0.5);
      rule(canvas, LEFT, flow.y + ROW, WIDTH, last ? 0.5 : 0.25, last ? undefined : HAIR);
    });
    flow.y += ROW;
  }
  flow.y += BELOW;
}

export function signatoriesHeight({ rows }: Pick<SignatoriesBlock, 'rows'>): number {
  return rows.length * ROW + BELOW;
}

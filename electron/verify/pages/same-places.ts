import type { Piece, PlacedLine } from './logical-order';

/** Ems from one line of a text to the next. */
const MOST_LEADING = 3.2;
const MOST_BACK = 0.3;
const SAME_ROW = 0.5;

/**
 * Whether the texts of a paper stand to each other as ours do: what follows in one cell or paragraph follows on its line or on
 * the next one, and each text lies beside or below the one before it where it does so here. Cells that changed places show it.
 */
export function standsLike(theirs: readonly Piece[], ours: readonly Piece[]): boolean {
  const jumps = new Set(ours.flatMap(({ lines }) => jumpsIn(lines)));
  return (
    theirs.every(({ lines }) => jumpsIn(lines).every((jump) => jumps.has(jump))) &&
    theirs.every((piece, index) => {
      if (index === 0) return true;
      const [step, own] = [stepBetween(theirs[index - 1], piece), stepBetween(ours[index - 1], ours[index])];
      return step === null || own === null || step === own;
    })
  );
}

/** Places where a text goes on elsewhere than to the right or on the next line. */
function jumpsIn(lines: readonly PlacedLine[]): string[] {
  const shown = lines.filter(({ line }) => line.text !== '');
  return shown.flatMap((next, index) => {
    const before = shown[index - 1];
    if (before === undefined || follows(before, next)) return [];
    return [`${before.line.text} > ${next.line.text}`];
  });
}

function follows(before: PlacedLine, next: PlacedLine): boolean {
  if (before.page !== next.page) return next.page > before.page;
  const em = Math.max(before.line.size, next.line.size);
  const down = before.line.y - next.line.y;
  if (Math.abs(down) <= SAME_ROW) return next.line.x >= before.line.end - MOST_BACK * em;
  return down > 0 && down <= MOST_LEADING * em;
}

/** Null where it cannot be compared: nothing shown, or on another page. */
function stepBetween(before: Piece | undefined, after: Piece | undefined): string | null {
  const [from, to] = [before?.lines[0], after?.lines[0]];
  if (from === undefined || to === undefined || from.page !== to.page) return null;
  const down = from.line.y - to.line.y;
  const across = to.line.x - from.line.x;
  const row = Math.abs(down) <= SAME_ROW ? 'beside' : down > 0 ? 'below' : 'above';
  return `${row} ${Math.abs(across) <= SAME_ROW ? 'at' : across > 0 ? 'right' : 'left'}`;
}

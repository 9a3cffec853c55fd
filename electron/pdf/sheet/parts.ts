import type { Run } from '../../../domain/report/model';
import type { Canvas } from '../surface';
import { drawLine } from '../canvas';
import type { Face, Line } from '../runs';
import { INK } from '../ink';
import { tagged } from '../tagging';
import { layOut } from '../text-runs';

/** A piece of a sheet: how high it is, and how it is drawn with its top at `y`. */
export interface Part {
  readonly height: number;
  readonly draw: (y: number) => void;
}

export interface TextStyle {
  readonly size: number;
  readonly leading: number;
  readonly face?: Face;
  readonly color?: string;
  readonly align?: 'left' | 'centre';
  readonly tag?: string;
}

/** Lines of a text; the first baseline lies `size` below the top. Empty text takes no room. */
export function text(canvas: Canvas, runs: readonly Run[], x: number, width: number, style: TextStyle): Part {
  const { size, leading, face, color = INK, align = 'left', tag = 'P' } = style;
  if (runs.every((run) => run.text === '')) return { height: 0, draw: () => undefined };
  const lines = layOut(canvas.fonts, runs, { size, ...(face === undefined ? {} : { face }) }, width);
  const left = (line: Line): number => (align === 'centre' ? x + (width - line.width) / 2 : x);
  return {
    height: lines.length * leading,
    draw: (y) =>
      tagged(canvas, canvas.root, tag, {}, () => {
        for (const [index, line] of lines.entries())
          drawLine(canvas, line, left(line), y + (leading - size) / 2 + size * 0.88 + index * leading, size, color);
      }),
  };
}

export function gap(height: number): Part {
  return { height, draw: () => undefined };
}

/** Parts below each other. */
export function stack(parts: readonly Part[]): Part {
  return {
    height: parts.reduce((sum, { height }) => sum + height, 0),
    draw: (y) => {
      let at = y;
      for (const part of parts) {
        part.draw(at);
        at += part.height;
      }
    },
  };
}

/** Parts beside each other, as high as the highest. */
export function beside(parts: readonly Part[]): Part {
  return {
    height: Math.max(...parts.map(({ height }) => height)),
    draw: (y) => {
      for (const part of parts) part.draw(y);
    },
  };
}

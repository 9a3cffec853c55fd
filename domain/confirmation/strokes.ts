/** A drawn line, each point in hundredths of the field's height from its left upper corner. */
export type Stroke = readonly (readonly [x: number, y: number])[];

/** How wide a field is for its height: what is drawn lies within. */
export const FIELD_RATIO = 4;
/** Longer ones than a record's text may be are thinned out before they are kept. */
export const MOST_DRAWN = 4_000;
const HEIGHT = 100;
const WIDTH = HEIGHT * FIELD_RATIO;

/** Strokes as text: `x,y x,y;x,y`. It stands in the record itself, so that it can be erased as any detail of a person. */
export function drawnText(strokes: readonly Stroke[]): string {
  for (let step = 1; ; step += 1) {
    const text = strokes.map((stroke) => strokeText(thinned(stroke, step))).join(';');
    if (text.length <= MOST_DRAWN) return text;
    if (strokes.every(({ length }) => length <= step)) return text.slice(0, text.lastIndexOf(';', MOST_DRAWN));
  }
}

/** What `drawnText` wrote; null of anything else. */
export function readStrokes(text: string): readonly Stroke[] | null {
  if (text.length > MOST_DRAWN || !/^\d{1,3},\d{1,3}([ ;]\d{1,3},\d{1,3})*$/.test(text)) return null;
  const strokes = text.split(';').map((stroke) => stroke.split(' ').map(pointOf));
  return strokes.flat().every(([x, y]) => x <= WIDTH && y <= HEIGHT) ? strokes : null;
}

function pointOf(text: string): readonly [number, number] {
  const [x = 0, y = 0] = text.split(',').map(Number);
  return [x, y];
}

/** Every so many points, and the last one. */
function thinned(stroke: Stroke, step: number): Stroke {
  return stroke.filter((_, place) => place % step === 0 || place === stroke.length - 1);
}

function strokeText(stroke: Stroke): string {
  const within = (value: number, most: number): number => Math.max(0, Math.min(most, Math.round(value)));
  return stroke.map(([x, y]) => `${within(x, WIDTH)},${within(y, HEIGHT)}`).join(' ');
}

import { FIELD_RATIO, type Stroke } from '../../../domain/confirmation/strokes';

/** A signature as it was drawn. */
export function Strokes({ strokes }: { readonly strokes: readonly Stroke[] }) {
  return (
    <svg viewBox={`0 0 ${FIELD_RATIO * 100} 100`} aria-hidden="true">
      {strokes.map((stroke, place) => (
        <polyline key={place} points={stroke.map(([x, y]) => `${x},${y}`).join(' ')} />
      ))}
    </svg>
  );
}

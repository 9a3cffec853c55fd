import { useRef, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FIELD_RATIO, type Stroke } from '../../../domain/confirmation/strokes';
import { Button } from '../../components/controls';
import { Strokes } from './strokes';
import './signature-pad.css';

interface PadProps {
  readonly strokes: readonly Stroke[];
  readonly onStrokes: (strokes: readonly Stroke[]) => void;
}

/** A field to sign in with a finger, a pen or the mouse; the typed name serves as well. */
export function SignaturePad({ strokes, onStrokes }: PadProps) {
  const { t } = useTranslation();
  const drawing = useRef(false);
  const pointOf = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): readonly [number, number] => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    return [Math.round(((clientX - left) / width) * FIELD_RATIO * 100), Math.round(((clientY - top) / height) * 100)];
  };
  const begin = (event: PointerEvent<HTMLElement>): void => {
    drawing.current = true;
    event.currentTarget.setPointerCapture(event.pointerId);
    onStrokes([...strokes, [pointOf(event)]]);
  };
  const move = (event: PointerEvent<HTMLElement>): void => {
    if (!drawing.current) return;
    onStrokes([...strokes.slice(0, -1), [...(strokes.at(-1) ?? []), pointOf(event)]]);
  };
  const end = (): void => {
    drawing.current = false;
  };
  return (
    <div className="signature-pad">
      <div className="line">
        <span className="small muted">{t('confirmations.drawn')}</span>
        <Button look="small" disabled={strokes.length === 0} onClick={() => onStrokes([])}>
          {t('confirmations.drawAgain')}
        </Button>
      </div>
      <div
        className="field"
        role="img"
        aria-label={t('confirmations.drawn')}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <Strokes strokes={strokes} />
      </div>
    </div>
  );
}

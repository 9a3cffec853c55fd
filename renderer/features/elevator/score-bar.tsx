import { useTranslation } from 'react-i18next';
import { PRIORITY_PARTS, type Priority } from '../../../domain/headline/priority';
import './score-bar.css';

const WIDTH = 110;

/** A score as a number and a bar of its parts; `most` is the longest bar beside it. */
export function ScoreBar({ priority, most }: { readonly priority: Priority; readonly most: number }) {
  const { t } = useTranslation();
  const parts = PRIORITY_PARTS.map((id) => ({
    id,
    points: priority.parts.find((part) => part.id === id)?.points ?? 0,
  }));
  const label = parts
    .filter(({ points }) => points > 0)
    .map(({ id, points }) => `${t(`score.parts.${id}`)} ${points}`)
    .join(t('elevator.listComma'));
  let x = 0;
  return (
    <span className="score-bar" title={label}>
      <strong className="number">{priority.points}</strong>
      <svg viewBox={`0 0 ${WIDTH} 10`} width={WIDTH} height="10" role="img" aria-label={label}>
        {parts.map(({ id, points }) => {
          const width = (points / most) * WIDTH;
          const left = x;
          x += width;
          return points === 0 ? null : (
            <rect key={id} className={id} x={left} width={Math.max(0, width - 1)} height="10" />
          );
        })}
      </svg>
    </span>
  );
}

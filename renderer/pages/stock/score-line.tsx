import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { placeOf } from '../../components/elevator-place';
import type { StockRow } from '../../../domain/fleet/stock-rows';
import { passportPath } from '../../features/elevator/passport-path';
import { useScoreWords } from '../../features/elevator/use-score-words';

/** Where the points of the current row come from, in words; the records stand in its passport. */
export function ScoreLine({ row }: { readonly row: StockRow }) {
  const { t } = useTranslation();
  const words = useScoreWords();
  const { elevator, priority } = row;
  return (
    <div className="panel score-words small" role="status">
      <strong>{placeOf(elevator) === '' ? row.registrationNo : placeOf(elevator)}</strong>
      <span>{t('score.points', { count: priority.points })}</span>
      {priority.parts.map((part) => (
        <span key={part.id}>{words(part)}</span>
      ))}
      <Link href={passportPath(row.registrationNo)}>{t('stock.toRecords')}</Link>
      <span className="muted">{t('score.own')}</span>
    </div>
  );
}

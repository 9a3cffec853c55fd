import { useTranslation } from 'react-i18next';
import { houseDays } from '../../../domain/risk/hazard-days';
import type { HazardCard } from '../../../domain/fleet/hazard-card';
import { useAppState } from '../../session/app-state';
import { COLUMNS, type Column } from '../../../domain/fleet/board-order';
import { BoardColumn } from './board-column';
import type { BoardPlace } from './use-board-place';
import type { ClosedSpan } from '../../features/hazard/use-fleet-hazards';

interface ColumnsProps {
  readonly columns: Readonly<Record<Column, readonly HazardCard[]>>;
  readonly place: BoardPlace;
  readonly span: ClosedSpan;
}

export function BoardColumns({ columns, place, span }: ColumnsProps) {
  const { t } = useTranslation();
  const noticeDays = useNoticeDays();
  const notes: Readonly<Record<Column, string>> = {
    found: noticeDays === null ? '' : t('hazards.notes.found', { count: noticeDays }),
    notified: t('hazards.notes.notified'),
    'in-rectification': t('hazards.notes.in-rectification'),
    recheck: t('hazards.notes.recheck'),
    done: t(`hazards.closedSpan.${span}`),
  };
  return (
    <div className="board-columns">
      {COLUMNS.map((column) => (
        <BoardColumn
          key={column}
          column={column}
          cards={columns[column]}
          current={place.column === column ? place.index : null}
          moved={place.column === column ? place.moved : 0}
          note={notes[column]}
          onCurrent={(index) => place.goTo(column, index)}
        />
      ))}
    </div>
  );
}

/** Days within which an ordinary hazard is told to the user unit: the house's own, else the pack's. */
function useNoticeDays(): number | null {
  const { pack, settings } = useAppState();
  const known = pack.hazards?.deadlines.find((one) => one.step === 'notify' && one.class === 'ordinary');
  if (known !== undefined && known.confidence !== 'unverified') return known.days;
  return houseDays(settings.hazardDays, 'notify', null) ?? known?.days ?? null;
}

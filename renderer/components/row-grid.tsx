import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import './row-grid.css';

export interface GridColumn<T> {
  readonly id: string;
  readonly head: ReactNode;
  /** A track of the grid, such as `120px` or `minmax(140px, 1fr)`. */
  readonly width: string;
  readonly className?: string;
  readonly sorted?: 'ascending' | 'descending' | undefined;
  readonly onSort?: (() => void) | undefined;
  readonly cell: (row: T) => ReactNode;
}

export interface RowGridProps<T> {
  readonly label: string;
  readonly rows: readonly T[];
  readonly columns: readonly GridColumn<T>[];
  readonly keyOf: (row: T) => string;
  readonly rowHeight: number;
  /** The row the keys act on; −1 = none. */
  readonly current: number;
  readonly onCurrent: (index: number) => void;
  readonly onOpen?: (row: T) => void;
  readonly isSelected?: (row: T) => boolean;
  readonly classOf?: (row: T) => string;
  /** Keys pressed while the list has the focus. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLDivElement>) => void;
}

/** A long list as an ARIA grid: only the rows in view are drawn. */
export function RowGrid<T>(props: RowGridProps<T>) {
  const { label, rows, columns, keyOf, rowHeight, current, onKeyDown } = props;
  const body = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => body.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  useEffect(() => {
    virtual.measure();
  }, [rowHeight, virtual]);
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current);
  }, [current, virtual]);
  const template = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') };
  return (
    <div className="row-grid" role="grid" aria-label={label} aria-rowcount={rows.length + 1}>
      <div role="rowgroup">
        <div className="line head" role="row" style={template}>
          {columns.map((column) => (
            <Head key={column.id} column={column} />
          ))}
        </div>
      </div>
      <div className="body" ref={body} tabIndex={0} role="rowgroup" aria-label={label} onKeyDown={onKeyDown}>
        <div style={{ height: virtual.getTotalSize() }} role="presentation" />
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <Line key={keyOf(row)} {...props} row={row} index={index} style={{ ...template, top: start }} />
          );
        })}
      </div>
    </div>
  );
}

function Head<T>({ column: { head, className = '', sorted, onSort } }: { readonly column: GridColumn<T> }) {
  return (
    <span className={`cell ${className}`} role="columnheader" aria-sort={sorted}>
      {onSort === undefined ? (
        head
      ) : (
        <button type="button" onClick={onSort}>
          {head}
          <span aria-hidden="true">{sorted === undefined ? '' : sorted === 'ascending' ? ' ↑' : ' ↓'}</span>
        </button>
      )}
    </span>
  );
}

interface LineProps<T> extends RowGridProps<T> {
  readonly row: T;
  readonly index: number;
  readonly style: { readonly top: number; readonly gridTemplateColumns: string };
}

function Line<T>({
  row,
  index,
  style,
  columns,
  rowHeight,
  current,
  onCurrent,
  onOpen,
  isSelected,
  classOf,
}: LineProps<T>) {
  return (
    <div
      className={`line ${index === current ? 'current' : ''} ${classOf?.(row) ?? ''}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected?.(row)}
      style={{ ...style, height: rowHeight }}
      onClick={() => onCurrent(index)}
      onDoubleClick={() => onOpen?.(row)}
    >
      {columns.map(({ id, className = '', cell }) => (
        <span key={id} className={`cell ${className}`} role="gridcell">
          {cell(row)}
        </span>
      ))}
    </div>
  );
}

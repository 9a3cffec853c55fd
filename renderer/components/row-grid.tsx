import { useVirtualizer } from '@tanstack/react-virtual';
import {
  memo,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import styles from './row-grid.module.css';

export interface GridColumn<T> {
  readonly id: string;
  readonly head: ReactNode;
  /** A track of the grid, such as `120px` or `minmax(140px, 1fr)`. */
  readonly width: string;
  readonly className?: string;
  readonly sorted?: 'ascending' | 'descending' | undefined;
  readonly onSort?: (() => void) | undefined;
  /** What sorting by it means, where the head alone does not say so. */
  readonly sortTitle?: string;
  readonly cell: (row: T, isSelected: boolean) => ReactNode;
  readonly title?: (row: T) => string | undefined;
}

export interface RowGridProps<T> {
  readonly label: string;
  readonly rows: readonly T[];
  /** While they are the same list, a line is drawn anew only where something about it has changed. */
  readonly columns: readonly GridColumn<T>[];
  readonly keyOf: (row: T) => string;
  readonly rowHeight: number;
  /** The row the keys act on; −1 = none. */
  readonly current: number;
  readonly onCurrent: (index: number) => void;
  readonly onOpen?: (row: T) => void;
  readonly isSelected?: (row: T) => boolean;
  readonly classOf?: (row: T) => string;
  /** What stands across all columns in place of them, such as the head of a group; null = a row of columns. */
  readonly across?: (row: T) => ReactNode | null;
  /** Keys pressed while the list has the focus. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLDivElement>) => void;
  /** Told which rows are drawn, whenever others are. */
  readonly onDrawn?: (first: number, last: number) => void;
}

const HEAD_HEIGHT = 29;
/** Of a longer list these are put on paper, and it says so. */
const MOST_PRINTED = 1000;
const firstOf = (rows: number): number[] => Array.from({ length: Math.min(rows, MOST_PRINTED) }, (_, index) => index);

/**
 * A long list as an ARIA grid: only the rows in view are drawn. It scrolls in itself in both directions, its head stays
 * above the rows, and where it is wider than the window no other part of the page moves.
 */
export function RowGrid<T>(props: RowGridProps<T>) {
  const { label, rows, columns, keyOf, rowHeight, current, isSelected, classOf, across, onKeyDown, onDrawn } = props;
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const isPrinting = usePrinting();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    ...(isPrinting ? { rangeExtractor: () => firstOf(rows.length) } : {}),
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  useEffect(() => {
    virtual.measure();
  }, [rowHeight, virtual]);
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current);
  }, [current, virtual]);
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? -1];
  useEffect(() => {
    onDrawn?.(first, last);
  }, [first, last, onDrawn]);
  const template = columns.map(({ width }) => width).join(' ');
  const { pick, open } = useActs(props);
  return (
    <div
      className={styles['grid']}
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      onKeyDown={onKeyDown}
    >
      <div className={styles['sheet']} role="presentation">
        <div className={styles['heads']} role="rowgroup">
          <div
            className={styles['line']}
            role="row"
            aria-rowindex={1}
            style={{ gridTemplateColumns: template, height: HEAD_HEIGHT }}
          >
            {columns.map((column) => (
              <Head key={column.id} column={column} />
            ))}
          </div>
        </div>
        <div className={styles['rows']} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <Line
                key={keyOf(row)}
                row={row}
                index={index}
                top={start - HEAD_HEIGHT}
                height={rowHeight}
                template={template}
                columns={columns}
                isCurrent={index === current}
                isSelected={isSelected?.(row)}
                className={classOf?.(row) ?? ''}
                whole={across?.(row) ?? null}
                onPick={pick}
                onOpen={open}
              />
            );
          })}
        </div>
        {isPrinting && rows.length > MOST_PRINTED ? (
          <p className={styles['cut']}>{t('grid.printed', { shown: MOST_PRINTED, all: rows.length })}</p>
        ) : null}
      </div>
    </div>
  );
}

/** True while the page is put on paper: what stands outside the window is drawn too. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const before = (): void => flushSync(() => setPrinting(true));
    const after = (): void => setPrinting(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  return isPrinting;
}

function Head<T>({ column }: { readonly column: GridColumn<T> }) {
  const { head, className = '', sorted, onSort, sortTitle } = column;
  return (
    <span className={`${styles['cell']} ${className}`} role="columnheader" aria-sort={sorted}>
      {onSort === undefined ? (
        head
      ) : (
        <button type="button" title={sortTitle} onClick={onSort}>
          {head}
          <span aria-hidden="true">{sorted === undefined ? '' : sorted === 'ascending' ? ' ↑' : ' ↓'}</span>
        </button>
      )}
    </span>
  );
}

/** What a line does, the same functions for as long as the list stands. */
function useActs<T>({ onCurrent, onOpen }: Pick<RowGridProps<T>, 'onCurrent' | 'onOpen'>) {
  const acts = useRef({ onCurrent, onOpen });
  useLayoutEffect(() => {
    acts.current = { onCurrent, onOpen };
  }, [onCurrent, onOpen]);
  const pick = useCallback((index: number): void => acts.current.onCurrent(index), []);
  const open = useCallback((row: T): void => acts.current.onOpen?.(row), []);
  return { pick, open };
}

interface LineProps<T> extends Pick<RowGridProps<T>, 'columns'> {
  readonly row: T;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly template: string;
  readonly isCurrent: boolean;
  readonly isSelected: boolean | undefined;
  readonly className: string;
  /** What stands in place of the columns; null = they do. */
  readonly whole: ReactNode;
  readonly onPick: (index: number) => void;
  readonly onOpen: (row: T) => void;
}

function LineOf<T>({
  row,
  index,
  top,
  height,
  template,
  columns,
  isSelected,
  className,
  whole,
  ...rest
}: LineProps<T>) {
  const { isCurrent, onPick, onOpen } = rest;
  return (
    <div
      className={`${styles['line']} ${styles['row']} ${isCurrent ? styles['current'] : ''} ${className}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-current={isCurrent || undefined}
      style={{ gridTemplateColumns: template, top, height }}
      onClick={() => onPick(index)}
      onDoubleClick={() => onOpen(row)}
    >
      {whole !== null ? (
        <span className={styles['across']} role="gridcell" aria-colspan={columns.length}>
          {whole}
        </span>
      ) : null}
      {(whole !== null ? [] : columns).map(({ id, className: look = '', cell, title }) => (
        <span key={id} className={`${styles['cell']} ${look}`} role="gridcell" title={title?.(row)}>
          {cell(row, isSelected === true)}
        </span>
      ))}
    </div>
  );
}

const Line = memo(LineOf) as typeof LineOf;

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { termsOf } from '../../../domain/terms/terms-of';
import type { HazardCard } from '../../../domain/fleet/hazard-card';
import { count } from '../../i18n/dates';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import type { Column } from '../../../domain/fleet/board-order';
import { HazardCardLink } from './hazard-card';

/** Height of a card with one line of words; what is drawn is measured. */
const CARD_HEIGHT = 100;

interface ColumnProps {
  readonly column: Column;
  readonly cards: readonly HazardCard[];
  /** The card the keys act on, when it stands in this column. */
  readonly current: number | null;
  /** Counts up when the keys have moved: the card then takes the focus. */
  readonly moved: number;
  readonly note: string;
  readonly onCurrent: (index: number) => void;
}

/** A state with its hazards; only the cards in view are drawn. */
export function BoardColumn({ column, cards, current, moved, note, onCurrent }: ColumnProps) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const body = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => body.current,
    estimateSize: () => CARD_HEIGHT,
    getItemKey: (index) => cards[index]?.id ?? index,
    gap: 6,
    overscan: 4,
  });
  useEffect(() => {
    if (moved === 0 || current === null) return;
    virtual.scrollToIndex(current);
    body.current?.closest('section')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const id = cards[current]?.id ?? '';
    requestAnimationFrame(() =>
      body.current?.querySelector<HTMLElement>(`[data-hazard="${CSS.escape(id)}"]`)?.focus({ preventScroll: true }),
    );
  }, [moved]); // eslint-disable-line react-hooks/exhaustive-deps -- only keys move the focus, not new cards
  const title =
    column === 'recheck' || column === 'done'
      ? t(`hazards.columns.${column}`)
      : capital(termsOf(locale).hazardState[column]);
  return (
    <section className={`board-column ${cards.length === 0 ? 'bare' : ''}`} aria-label={title}>
      <header>
        <h2>{title}</h2>
        <span className="number">{count(cards.length, locale)}</span>
        <span className="muted small note">{note}</span>
      </header>
      <div className="cards" ref={body} role="list" aria-label={title}>
        <div style={{ height: virtual.getTotalSize() }} role="presentation" />
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const card = cards[index];
          return card === undefined ? null : (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="listitem"
              aria-posinset={index + 1}
              aria-setsize={cards.length}
              style={{ transform: `translateY(${start}px)` }}
            >
              <HazardCardLink
                card={card}
                isTabStop={index === (current ?? 0)}
                isCurrent={index === current}
                onFocus={() => onCurrent(index)}
              />
            </div>
          );
        })}
      </div>
    </section>
  );
}

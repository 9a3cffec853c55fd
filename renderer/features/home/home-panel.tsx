import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import './home.css';

/** Rows that a panel of a home lists; the rest stand on the page it leads to. */
export const HOME_ROWS = 5;

interface PanelProps {
  readonly title: string;
  readonly hint?: string | undefined;
  /** Figures that lead to what they count. */
  readonly figures?: ReactNode;
  /** How many rows are not listed here, and where they are. */
  readonly more?: { readonly count: number; readonly href: string } | undefined;
  /** Said where there is no row. */
  readonly none: string | null;
  readonly children?: ReactNode;
}

/** One question of a home: its figures, the first of its rows, and the way to all of them. */
export function HomePanel({ title, hint, figures, more, none, children }: PanelProps) {
  const { t } = useTranslation();
  return (
    <section className="panel home-panel" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {hint === undefined ? null : <span className="muted small">{hint}</span>}
        {figures === undefined ? null : <span className="right home-figures">{figures}</span>}
      </header>
      {none === null ? children : <p className="muted none">{none}</p>}
      {more === undefined || more.count <= 0 ? null : (
        <p className="none small">
          <Link href={more.href}>{t('home.more', { count: more.count })}</Link>
        </p>
      )}
    </section>
  );
}

/** A figure in words, which leads to the list it counts. */
export function Figure({
  href,
  count,
  tone,
  children,
}: {
  readonly href: string;
  readonly count: number;
  readonly tone: 'bad' | 'warn' | 'plain';
  readonly children: ReactNode;
}) {
  return (
    <Link href={href} className={count > 0 && tone !== 'plain' ? `${tone} strong` : ''}>
      {children}
    </Link>
  );
}

import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { PROBABILITIES, SEVERITIES, type Severity } from '../../domain/hazard/hazard';
import type { RiskMatrix as Matrix } from '../../domain/pack/hazard-criteria';
import type { Locale } from '../../domain/pack/legal-basis';
import { cellOf, neighbourOf, numeralOf, type Cell } from './risk-cell';
import './risk.css';

interface MatrixProps {
  readonly matrix: Matrix;
  readonly locale: Locale;
  /** What choosing a cell does, for who cannot see the picture. */
  readonly label: string;
  /** Hazards in each cell, where the picture counts. */
  readonly counts?: ReadonlyMap<Cell, number>;
  readonly chosen: Cell | null;
  /** A row that is put forward and not yet chosen. */
  readonly proposed?: Severity | null;
  readonly onChoose: (cell: Cell) => void;
}

/**
 * The risk matrix as a picture: severity down, probability across, each cell with its group. One tab stop; the arrow
 * keys move inside, Enter or Space chooses. Whoever shows it marks how far the matrix itself is verified.
 */
export function RiskMatrix(props: MatrixProps) {
  const { matrix, locale, label, chosen, proposed = null } = props;
  const [at, setAt] = useState<Cell | null>(null);
  const tabStop = focusedOr(chosen, proposed, at);
  const move = (event: KeyboardEvent<HTMLTableElement>): void => {
    const from = (event.target as HTMLElement).dataset['cell'] as Cell | undefined;
    const next = from === undefined ? null : neighbourOf(from, event.key);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation(); // the arrows of the page stay out of it
    setAt(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next}"]`)?.focus();
  };
  return (
    <table className="risk-matrix" role="grid" aria-label={label} onKeyDown={move}>
      <thead>
        <tr>
          <td />
          {PROBABILITIES.map((level) => (
            <th key={level} scope="col" title={saysOf(matrix.probabilities, level, locale)}>
              {level}
              <span>{titleOf(matrix.probabilities, level, locale)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SEVERITIES.map((severity) => (
          <tr key={severity} className={proposed === severity ? 'proposed' : undefined}>
            <th scope="row" title={saysOf(matrix.severities, severity, locale)}>
              {severity}
              <span> {titleOf(matrix.severities, severity, locale)}</span>
            </th>
            {PROBABILITIES.map((probability) => (
              <MatrixCell
                key={probability}
                {...props}
                cell={cellOf({ severity, probability })}
                isTabStop={tabStop === cellOf({ severity, probability })}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The one cell that Tab reaches: where the arrows last were, else what is chosen, else the row put forward. */
function focusedOr(chosen: Cell | null, proposed: Severity | null, at: Cell | null): Cell {
  return at ?? chosen ?? (proposed === null ? '1A' : `${proposed}A`);
}

function MatrixCell({
  cell,
  matrix,
  counts,
  chosen,
  isTabStop,
  onChoose,
}: MatrixProps & { readonly cell: Cell; readonly isTabStop: boolean }) {
  const { t } = useTranslation();
  const group = matrix.cells[cell];
  const numeral = group === undefined ? '–' : numeralOf(group);
  const count = counts?.get(cell) ?? 0;
  return (
    <td role="gridcell">
      <button
        type="button"
        className={`group-${group ?? 'none'} ${count > 0 ? 'held' : ''}`}
        data-cell={cell}
        aria-pressed={chosen === cell}
        tabIndex={isTabStop ? 0 : -1}
        onClick={() => onChoose(cell)}
      >
        <span className="visually-hidden">
          {t(counts === undefined ? 'risk.cell' : 'risk.cellWithCount', { cell, group: numeral, count })}
        </span>
        <span className="numeral" aria-hidden="true">
          {numeral}
        </span>
        {counts === undefined ? null : (
          <span className="count" aria-hidden="true">
            {count === 0 ? '·' : count}
          </span>
        )}
      </button>
    </td>
  );
}

type Levels<L> = readonly { readonly level: L; readonly title: Matrix['title']; readonly says: Matrix['title'] }[];

function titleOf<L>(levels: Levels<L>, level: L, locale: Locale): string {
  return levels.find((one) => one.level === level)?.title[locale] ?? '';
}

function saysOf<L>(levels: Levels<L>, level: L, locale: Locale): string | undefined {
  return levels.find((one) => one.level === level)?.says[locale];
}

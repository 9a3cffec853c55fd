import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Segments } from '../../components/controls';
import type { StockRow } from '../../../domain/fleet/stock-rows';
import { STOCK_GROUPS, stockChoices, type StockFilter } from './stock-filter';

interface FiltersProps {
  readonly rows: readonly StockRow[];
  readonly filter: StockFilter;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onChange: (part: Partial<StockFilter>) => void;
}

/** Which elevators are ranked. */
export function StockFilters({ rows, filter, searchRef, onChange }: FiltersProps) {
  const { t } = useTranslation();
  return (
    <div className="filters">
      <Segments
        label={t('stock.group.label')}
        value={filter.group}
        options={STOCK_GROUPS.map((value) => ({ value, text: t(`stock.group.${value}`) }))}
        onChange={(group) => onChange({ group })}
      />
      <input
        ref={searchRef}
        className="input search"
        role="searchbox"
        placeholder={t('fleet.search')}
        aria-label={t('fleet.search')}
        value={filter.text}
        onChange={(event) => onChange({ text: event.target.value })}
        onKeyDown={(event) => (event.key === 'Escape' || event.key === 'Enter') && event.currentTarget.blur()}
      />
      {(['district', 'maintainer'] as const).map((field) => (
        <select
          key={field}
          className="input"
          aria-label={t(`fleet.filters.${field}`)}
          value={filter[field]}
          onChange={(event) => onChange({ [field]: event.target.value })}
        >
          <option value="">{t('fleet.filters.all', { what: t(`fleet.filters.${field}`) })}</option>
          {stockChoices(rows, field).map((value) => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
        </select>
      ))}
      <div className="quick" role="group" aria-label={t('fleet.quick.label')}>
        {(['withHazards', 'assessmentDue'] as const).map((field) => (
          <button
            key={field}
            type="button"
            aria-pressed={filter[field]}
            onClick={() => onChange({ [field]: !filter[field] })}
          >
            {t(`stock.${field}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanRow } from '../../../domain/plan/plan-rows';
import type { PlanFilter } from './plan-lists';

/** By crew, person and site; elevators of others only on request. */
export function PlanFilters({
  rows,
  filter,
  hasOwn,
  onChange,
  children,
}: {
  readonly rows: readonly PlanRow[];
  readonly filter: PlanFilter;
  /** Somebody else's elevators stand among them. */
  readonly hasOwn: boolean;
  readonly onChange: (part: Partial<PlanFilter>) => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const choices = useMemo(
    () => ({
      crew: distinct(rows.map(({ crew }) => crew)),
      person: distinct(rows.flatMap(({ team }) => team)),
      site: distinct(rows.map(({ site }) => site)),
    }),
    [rows],
  );
  return (
    <div className="filters plan-filters">
      {children}
      {(['crew', 'person', 'site'] as const).map((field) => (
        <select
          key={field}
          className="input"
          aria-label={t(`plan.filters.${field}`)}
          value={filter[field]}
          onChange={(event) => onChange({ [field]: event.target.value })}
        >
          <option value="">{t('fleet.filters.all', { what: t(`plan.filters.${field}`) })}</option>
          {choices[field].map((value) => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
        </select>
      ))}
      {hasOwn ? (
        <label className="check">
          <input type="checkbox" checked={filter.own} onChange={(event) => onChange({ own: event.target.checked })} />
          {t('plan.filters.own')}
        </label>
      ) : null}
      <label className="check">
        <input
          type="checkbox"
          checked={filter.overdue}
          onChange={(event) => onChange({ overdue: event.target.checked })}
        />
        {t('plan.filters.overdue')}
      </label>
    </div>
  );
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== ''))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

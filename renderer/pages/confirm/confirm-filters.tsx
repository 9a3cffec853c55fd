import { useTranslation } from 'react-i18next';
import type { UnconfirmedRest } from '../../../domain/fleet/unconfirmed';
import type { ConfirmationState } from '../../../domain/record/confirmation-of';
import { termsOf } from '../../../domain/terms/terms-of';
import { Segments } from '../../components/controls';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { OPEN_STATES, SPANS, stateIn, sumOf, type Span } from '../../features/confirmations/confirm-lists';

export interface ConfirmFilter {
  readonly span: Span;
  readonly state: ConfirmationState | null;
  readonly manager: string | null;
}

interface FiltersProps {
  readonly rest: UnconfirmedRest;
  readonly filter: ConfirmFilter;
  readonly onChange: (part: Partial<ConfirmFilter>) => void;
}

export function ConfirmFilters({ rest, filter, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const names = termsOf(locale).confirmationState;
  const manager = t('confirmations.columns.manager');
  return (
    <div className="filters">
      <Segments
        label={t('confirmations.span')}
        value={filter.span}
        options={SPANS.map((value) => ({ value, text: t('confirmations.days', { days: value }) }))}
        onChange={(span) => onChange({ span })}
      />
      <Segments
        label={t('confirmations.columns.state')}
        value={filter.state ?? 'all'}
        options={[
          { value: 'all', text: `${t('confirmations.all')} ${sumOf(rest.counts)}` },
          ...OPEN_STATES.map((value) => ({ value, text: `${capital(names[value])} ${rest.counts[value]}` })),
        ]}
        onChange={(value) => onChange({ state: stateIn(value) })}
      />
      <select
        className="input"
        aria-label={manager}
        value={filter.manager ?? ''}
        onChange={({ target: { value } }) => onChange({ manager: value === '' ? null : value })}
      >
        <option value="">{t('fleet.filters.all', { what: manager })}</option>
        {[...new Set([...rest.managers, ...(filter.manager === null ? [] : [filter.manager])])].map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </div>
  );
}

import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/controls';
import { count } from '../../i18n/dates';
import { yuan } from '../../i18n/money';
import { useAppState } from '../../session/app-state';
import { ErrorNotice } from '../../features/record/error-notice';
import type { useBudget } from './use-budget';

interface PanelProps {
  readonly budget: ReturnType<typeof useBudget>;
  readonly fieldRef: RefObject<HTMLInputElement | null>;
}

/** With so much money, these first: the set with the most points that the budget pays for. */
export function BudgetPanel({ budget, fieldRef }: PanelProps) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { choice, candidates, unpriced } = budget;
  return (
    <section className="panel budget-panel" aria-label={t('stock.budget.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          budget.run();
        }}
      >
        <label>
          {t('stock.budget.title')}{' '}
          <input
            ref={fieldRef}
            className="input"
            inputMode="decimal"
            placeholder={t('stock.budget.placeholder')}
            value={budget.typed}
            aria-invalid={budget.wrong ? true : undefined}
            onChange={(event) => budget.setTyped(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
          />
        </label>
        <Button look="primary" type="submit" disabled={budget.budget === null || budget.running}>
          {t('stock.budget.choose')}
        </Button>
        {budget.running ? (
          <>
            <span role="status">{t('stock.budget.running', { count: count(candidates.length, locale) })}</span>
            <progress aria-label={t('stock.budget.title')} />
            <Button look="small" onClick={budget.cancel}>
              {t('common.cancel')}
            </Button>
          </>
        ) : (
          <span role="status">
            {budget.wrong ? <span className="bad">{t('stock.budget.wrong')}</span> : null}
            {choice === null
              ? budget.stale
                ? t('stock.budget.stale')
                : ''
              : t('stock.budget.found', {
                  count: choice.chosen.length,
                  cost: yuan(choice.cost, locale),
                  left: yuan((budget.budget ?? 0) - choice.cost, locale),
                  points: count(choice.points, locale),
                })}
          </span>
        )}
        {unpriced.length === 0 ? null : (
          <span className="small muted unpriced">{t('stock.budget.unpriced', { count: unpriced.length })}</span>
        )}
      </form>
      {budget.failure === null ? null : <ErrorNotice error={budget.failure} />}
    </section>
  );
}

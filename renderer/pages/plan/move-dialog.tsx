import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toCivilDate, toEpochDay } from '../../../domain/calendar/civil-date';
import type { PlanRow, PlanSummary } from '../../../domain/plan/plan-rows';
import { weekdayOf } from '../../../domain/plan/work-calendar';
import { Button, SelectField } from '../../components/controls';
import { Dialog } from '../../components/dialog';
import { shortDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';

/** Puts some visits on a day, with a crew; or back to what is proposed. */
export function MoveDialog({
  rows,
  summary,
  onClose,
  onMove,
}: {
  readonly rows: readonly PlanRow[];
  readonly summary: PlanSummary;
  readonly onClose: () => void;
  /** `on` null = as proposed; `crew` null = that of the site. */
  readonly onMove: (on: number | null, crew: string | null) => void;
}) {
  const { t } = useTranslation();
  const { asOf, locale, say } = useAppState();
  const first = rows[0];
  const today = toEpochDay(asOf);
  const usual = Math.min(Math.max(first?.on ?? first?.sensible ?? today, today), today + summary.days.length - 1);
  const [on, setOn] = useState<string>(toCivilDate(usual));
  const [crew, setCrew] = useState(first?.crew ?? '');
  const day = toEpochDay(on as never); // one of the days of the plan
  const late = rows.filter(({ last }) => last !== null && last < day && last >= today);
  const closed = summary.days.find((one) => one.on === on)?.kind;
  return (
    <Dialog
      title={t('plan.move.title', { count: rows.length })}
      onClose={onClose}
      onSubmit={() => onMove(day, crew === first?.crew && rows.every((row) => row.crew === crew) ? null : crew)}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button onClick={() => onMove(null, null)}>{t('plan.move.back')}</Button>
          <Button look="primary" type="submit">
            {t('plan.move.do')}
          </Button>
        </>
      }
    >
      <SelectField
        autoFocus
        label={t('plan.move.on')}
        value={on}
        onChange={(event) => setOn(event.target.value)}
        options={summary.days.map((one) => ({
          value: one.on,
          text: [
            t(`plan.weekdays.${weekdayOf(toEpochDay(one.on))}`),
            shortDate(toEpochDay(one.on), asOf, locale),
            one.name === null ? (one.kind === 'rest' ? t('plan.restDay') : '') : say(one.name),
          ]
            .filter(Boolean)
            .join(' '),
        }))}
      />
      <SelectField
        label={t('plan.filters.crew')}
        value={crew}
        onChange={(event) => setCrew(event.target.value)}
        options={[...new Set([crew, ...summary.crews.map(({ name }) => name)])].map((name) => ({
          value: name,
          text: name === '' ? t('plan.noCrew') : name,
        }))}
      />
      {late.length === 0 ? null : (
        <p className="bad" role="alert">
          {t('plan.move.late', { count: late.length })}
        </p>
      )}
      {closed === 'holiday' || closed === 'rest' ? <p className="warn">{t('plan.move.closed')}</p> : null}
    </Dialog>
  );
}

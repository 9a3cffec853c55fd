import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { workCalendarSchema } from '../../../domain/plan/plan-schemas';
import type { WorkCalendar } from '../../../domain/plan/work-calendar';
import { withoutUndefined } from '../../../domain/record/without-undefined';
import { Button, TextArea, TextField } from '../../components/controls';
import { useRecordForm } from '../../components/use-record-form';
import { RecordDialog } from '../../features/record/record-dialog';
import { useAppState } from '../../session/app-state';
import { awayText, crewsText, readAway, readCrews, readPerDay, readSensibleDays } from './terms-form';
import type { KeptPlan } from './use-plan';

const MOST_CALENDAR_BYTES = 1024 * 1024;

/** Crews with their limits, when a visit makes sense, and the calendar. */
export function TermsDialog({ kept, onClose }: { readonly kept: KeptPlan; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { settings } = kept;
  const texts = useState(() => ({
    sensible: String(settings.sensibleDays),
    perDay: settings.perDay === null ? '' : String(settings.perDay),
    crews: crewsText(settings.crews),
    away: awayText(settings.away),
    calendar: settings.calendar,
  }));
  const [typed] = texts;
  const sensibleDays = readSensibleDays(typed.sensible);
  const perDay = typed.perDay.trim() === '' ? null : readPerDay(typed.perDay);
  const crews = readCrews(typed.crews);
  const away = readAway(typed.away);
  const badLine = (lines: typeof crews | typeof away): string | undefined =>
    lines.ok ? undefined : t('plan.terms.badLine', { line: lines.line });
  const form = useRecordForm({
    texts,
    problems: withoutUndefined({
      sensible: sensibleDays === null ? t('plan.terms.badNumber') : undefined,
      perDay: typed.perDay.trim() !== '' && perDay === null ? t('plan.terms.badNumber') : undefined,
      crews: badLine(crews),
      away: badLine(away),
    }),
    words: (sentence) => sentence,
    write: () =>
      kept.keep({
        ...(sensibleDays !== null && { sensibleDays }),
        perDay,
        ...(crews.ok && { crews: crews.value }),
        ...(away.ok && { away: away.value }),
        calendar: typed.calendar,
      }),
    onSaved: onClose,
  });
  const { told } = form;
  return (
    <RecordDialog title={t('plan.terms.title')} form={form} onClose={onClose}>
      <TextField
        autoFocus
        inputMode="numeric"
        label={t('plan.terms.sensible')}
        problem={told('sensible')}
        value={typed.sensible}
        onChange={(event) => form.typed('sensible')(event.target.value)}
      />
      <TextField
        inputMode="numeric"
        label={t('plan.terms.perDay')}
        hint={t('plan.terms.perDayHint')}
        problem={told('perDay')}
        value={typed.perDay}
        onChange={(event) => form.typed('perDay')(event.target.value)}
      />
      <TextArea
        rows={4}
        label={t('plan.terms.crews')}
        hint={t('plan.terms.crewsHint')}
        problem={told('crews')}
        value={typed.crews}
        onChange={(event) => form.typed('crews')(event.target.value)}
      />
      <TextArea
        label={t('plan.terms.away')}
        hint={t('plan.terms.awayHint')}
        problem={told('away')}
        value={typed.away}
        onChange={(event) => form.typed('away')(event.target.value)}
      />
      <CalendarChoice calendar={typed.calendar} onChange={form.typed('calendar')} />
    </RecordDialog>
  );
}

function CalendarChoice({
  calendar,
  onChange,
}: {
  readonly calendar: WorkCalendar | null;
  readonly onChange: (calendar: WorkCalendar | null) => void;
}) {
  const { t } = useTranslation();
  const { say } = useAppState();
  const [isRefused, setRefused] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const read = file.size > MOST_CALENDAR_BYTES ? null : calendarIn(await file.text());
    setRefused(read === null);
    if (read !== null) onChange(read);
  };
  return (
    <div className="field">
      <label>
        {t('plan.terms.calendar')}{' '}
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => void take(event.target.files?.[0]).catch(() => setRefused(true))}
        />
      </label>
      {isRefused ? (
        <div className="problem" role="alert">
          {t('plan.terms.badCalendar')}
        </div>
      ) : null}
      <div className="hint">
        {calendar === null ? t('plan.terms.shipped') : say(calendar.title)}{' '}
        {calendar === null ? null : (
          <Button look="small" onClick={() => onChange(null)}>
            {t('plan.terms.useShipped')}
          </Button>
        )}
      </div>
    </div>
  );
}

function calendarIn(text: string): WorkCalendar | null {
  try {
    const read = workCalendarSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null; // no JSON, and so no calendar
  }
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Crew, SiteTerms } from '../../../domain/plan/plan-settings';
import { SelectField, TextArea } from '../../components/controls';
import { useRecordForm } from '../../components/use-record-form';
import { RecordDialog } from '../../features/record/record-dialog';
import { readSpans, spansText } from './terms-form';

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** Who goes to a site, on which days it gives no access, and what to know there. */
export function SiteDialog({
  site,
  terms,
  crews,
  onClose,
  onSave,
}: {
  readonly site: string;
  readonly terms: SiteTerms | undefined;
  readonly crews: readonly Crew[];
  readonly onClose: () => void;
  readonly onSave: (terms: SiteTerms) => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const texts = useState(() => ({
    crew: terms?.crew ?? '',
    weekdays: terms?.closedWeekdays ?? [],
    closed: spansText(terms?.closed ?? []),
    note: terms?.note ?? '',
  }));
  const [{ crew, weekdays, closed, note }] = texts;
  const spans = readSpans(closed);
  const form = useRecordForm({
    texts,
    problems: spans.ok ? {} : { closed: 'bad-line' },
    words: () => t('plan.terms.badLine', { line: spans.ok ? 0 : spans.line }),
    write: () =>
      onSave({
        site,
        crew: crew === '' ? null : crew,
        closed: spans.ok ? spans.value : [],
        closedWeekdays: [...weekdays].sort((a, b) => a - b),
        note: note.trim(),
      }),
    onSaved: onClose,
  });
  return (
    <RecordDialog
      title={t('plan.site.title', { site: site === '' ? t('plan.noSite') : site })}
      form={form}
      onClose={onClose}
    >
      <SelectField
        autoFocus
        label={t('plan.filters.crew')}
        hint={crews.length === 0 ? t('plan.site.noCrews') : undefined}
        value={crew}
        onChange={(event) => form.typed('crew')(event.target.value)}
        options={[
          { value: '', text: t('plan.site.asLast') },
          ...crews.map(({ name }) => ({ value: name, text: name })),
        ]}
      />
      <fieldset className="field">
        <legend>{t('plan.site.weekdays')}</legend>
        {WEEK.map((day) => (
          <label key={day} className="check">
            <input
              type="checkbox"
              checked={weekdays.includes(day)}
              onChange={(event) =>
                form.typed('weekdays')(
                  event.target.checked ? [...weekdays, day] : weekdays.filter((one) => one !== day),
                )
              }
            />
            {t(`plan.weekdaysLong.${day}`)}
          </label>
        ))}
      </fieldset>
      <TextArea
        label={t('plan.site.closed')}
        hint={t('plan.site.closedHint')}
        problem={form.told('closed')}
        value={closed}
        onChange={(event) => form.typed('closed')(event.target.value)}
      />
      <TextArea label={t('plan.site.note')} value={note} onChange={(event) => form.typed('note')(event.target.value)} />
    </RecordDialog>
  );
}

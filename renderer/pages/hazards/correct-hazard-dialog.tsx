import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Elevator } from '../../../domain/elevator/elevator';
import { HAZARD_FIELDS, type HazardField } from '../../../domain/hazard/hazard';
import type { RecordedHazard } from '../../../domain/record/dossier';
import { Button, TextArea, TextField } from '../../components/controls';
import { Dialog } from '../../components/dialog';
import { useSaving } from '../../components/use-saving';
import { useAppState } from '../../state/app-state';
import { ErrorNotice } from '../../state/error-notice';
import { ComponentField } from '../../state/hazard/component-field';
import { correctionChanges, correctionForm, correctionProblems } from './hazard-correction';

interface CorrectProps {
  readonly elevator: Elevator;
  readonly record: RecordedHazard;
  readonly onClose: () => void;
}

const LONG: readonly HazardField[] = ['what', 'scenario'];

/** Corrects what was written down when it was found; class, estimate, deadline and responsible party change by steps. */
export function CorrectHazardDialog({ elevator, record, onClose }: CorrectProps) {
  const { t } = useTranslation();
  const { mutate, info, readOnly } = useAppState();
  const [form, setForm] = useState(() => correctionForm(record.value));
  const { save, busy, tried, failure } = useSaving();
  const problems = correctionProblems(form, record.value, info.today);
  const told = (field: HazardField | 'reason'): string | undefined =>
    tried && problems[field] !== undefined ? t(`hazard.problems.${problems[field]}`) : undefined;
  const set = (field: HazardField | 'reason', text: string): void =>
    setForm((before) => ({ ...before, [field]: text }));
  const submit = (): void => {
    if (Object.keys(problems).length > 0) {
      save(null);
      return;
    }
    const { registrationNo } = record.value;
    const changes = correctionChanges(form, record.value).map(({ field, to }) => ({
      field,
      to: typeof to === 'object' && to !== null ? [...to] : to,
    }));
    const request = { registrationNo, recordId: record.id, set: changes, reason: form.reason.trim() };
    save(() => mutate('hazard.correct', request), onClose);
  };
  return (
    <Dialog
      title={t('hazard.correctTitle')}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" keys="Ctrl Enter" disabled={readOnly} busy={busy}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <p className="small muted">{t('hazard.correctHint')}</p>
      <div className="form-grid">
        {HAZARD_FIELDS.filter((field) => !LONG.includes(field)).map((field) =>
          field === 'component' ? (
            <ComponentField
              key={field}
              elevator={elevator}
              value={form.component}
              problem={told('component')}
              onChange={(component) => set('component', component)}
            />
          ) : (
            <TextField
              key={field}
              label={t(`hazardFields.${field}`)}
              value={form[field]}
              onChange={(event) => set(field, event.target.value)}
              problem={told(field)}
            />
          ),
        )}
      </div>
      {([...LONG, 'reason'] as const).map((field) => (
        <TextArea
          key={field}
          label={field === 'reason' ? t('common.reason') : t(`hazardFields.${field}`)}
          value={form[field]}
          onChange={(event) => set(field, event.target.value)}
          problem={told(field)}
        />
      ))}
      {tried && problems.all !== undefined ? (
        <div className="notice warn">{t('hazard.problems.nothing-changed')}</div>
      ) : null}
      {failure === null ? null : <ErrorNotice error={failure} />}
    </Dialog>
  );
}

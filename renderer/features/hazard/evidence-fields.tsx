import { useTranslation } from 'react-i18next';
import type { StepAct } from '../../../domain/hazard/hazard-step';
import { TextArea, TextField } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { PhotoStrip } from '../record/photo-strip';
import { FIELDS_OF, type StepField, type StepForm } from './step-form';

interface EvidenceProps {
  readonly act: StepAct;
  readonly form: StepForm;
  readonly told: (field: StepField) => string | undefined;
  readonly onChange: (change: Partial<StepForm>) => void;
}

/** When and by whom a step was taken, and what proves it: the same for every act. */
export function EvidenceFields({ act, form, told, onChange }: EvidenceProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="form-grid three">
        <DateField
          label={t('hazardFields.on')}
          value={form.on}
          onValue={(on) => onChange({ on })}
          problem={told('on')}
        />
        <TextField
          label={t('hazardFields.time')}
          maxLength={5}
          inputMode="numeric"
          value={form.time}
          onChange={(event) => onChange({ time: event.target.value })}
          problem={told('time')}
        />
        <TextField
          label={t(`hazard.whoDid.${act === 'recheck' ? 'recheck' : act === 'rectify' ? 'rectify' : 'other'}`)}
          autoFocus={FIELDS_OF[act].length === 0 && act !== 'note'}
          value={form.by}
          hint={t('hazard.namesHint')}
          onChange={(event) => onChange({ by: event.target.value })}
          problem={told('by')}
        />
      </div>
      <TextArea
        label={t('hazardFields.documents')}
        placeholder={t('hazard.documentsHint')}
        value={form.documents}
        onChange={(event) => onChange({ documents: event.target.value })}
        problem={told('documents')}
      />
      <PhotoStrip photos={form.photos} onChange={(by) => onChange({ photos: by(form.photos) })} />
      <TextField
        label={t('hazardFields.note')}
        autoFocus={act === 'note'}
        value={form.note}
        onChange={(event) => onChange({ note: event.target.value })}
        problem={told('note')}
      />
    </>
  );
}

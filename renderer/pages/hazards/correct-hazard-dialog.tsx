import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Elevator } from '../../../domain/elevator/elevator';
import { HAZARD_FIELDS, type HazardField } from '../../../domain/hazard/hazard';
import type { RecordedHazard } from '../../../domain/record/dossier';
import { TextArea, TextField } from '../../components/controls';
import { useRecordForm } from '../../components/use-record-form';
import { useAppState } from '../../session/app-state';
import { RecordDialog } from '../../features/record/record-dialog';
import { ComponentField } from '../../features/hazard/component-field';
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
  const { registrationNo } = record.value;
  const state = useState(() => correctionForm(record.value));
  const set = correctionChanges(state[0], record.value).map(({ field, to }) => ({
    field,
    to: typeof to === 'object' && to !== null ? [...to] : to,
  }));
  const form = useRecordForm({
    texts: state,
    problems: correctionProblems(state[0], record.value, info.today),
    words: (code) => t(`hazard.problems.${code}`),
    locked: readOnly,
    write: () => mutate('hazard.correct', { registrationNo, recordId: record.id, set, reason: state[0].reason.trim() }),
    onSaved: onClose,
  });
  const { texts, typed, told } = form;
  return (
    <RecordDialog title={t('hazard.correctTitle')} form={form} whole={told('all')} onClose={onClose}>
      <p className="small muted">{t('hazard.correctHint')}</p>
      <div className="form-grid">
        {HAZARD_FIELDS.filter((field) => !LONG.includes(field)).map((field) =>
          field === 'component' ? (
            <ComponentField
              key={field}
              elevator={elevator}
              value={texts.component}
              problem={told('component')}
              onChange={typed('component')}
            />
          ) : (
            <TextField
              key={field}
              label={t(`hazardFields.${field}`)}
              value={texts[field]}
              onChange={(event) => typed(field)(event.target.value)}
              problem={told(field)}
            />
          ),
        )}
      </div>
      {([...LONG, 'reason'] as const).map((field) => (
        <TextArea
          key={field}
          label={field === 'reason' ? t('common.reason') : t(`hazardFields.${field}`)}
          value={texts[field]}
          onChange={(event) => typed(field)(event.target.value)}
          problem={told(field)}
        />
      ))}
    </RecordDialog>
  );
}

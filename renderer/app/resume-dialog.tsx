import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextArea } from '../components/controls';
import { useRecordForm } from '../components/use-record-form';
import { RecordDialog } from '../features/record/record-dialog';
import { useAppState } from '../session/app-state';

/** The decision to go on from a broken or contradicted journal; it is written with its reason. */
export function ResumeDialog({ says, onClose }: { readonly says: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { mutate } = useAppState();
  const texts = useState({ reason: '' });
  const reason = texts[0].reason.trim();
  const form = useRecordForm({
    texts,
    problems: reason === '' ? { reason: 'missing' } : {},
    words: () => t('frame.resume.reasonMissing'),
    write: () => mutate('journal.resume', { reason }),
    onSaved: onClose,
  });
  return (
    <RecordDialog title={t('frame.resume.title')} form={form} saveWord={t('frame.resume.confirm')} onClose={onClose}>
      <p>{says}</p>
      <p>{t('frame.resume.what')}</p>
      <TextArea
        label={t('frame.resume.reason')}
        problem={form.told('reason')}
        value={form.texts.reason}
        autoFocus
        maxLength={2000}
        onChange={({ target }) => form.set({ reason: target.value })}
      />
    </RecordDialog>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, TextArea } from '../components/controls';
import { Dialog } from '../components/dialog';
import { useSaving } from '../components/use-saving';
import { useAppState } from '../state/app-state';
import { ErrorNotice } from '../state/error-notice';

/** The decision to go on from a broken or contradicted journal; it is written with its reason. */
export function ResumeDialog({ says, onClose }: { readonly says: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { mutate } = useAppState();
  const { save, busy, tried, failure } = useSaving();
  const [reason, setReason] = useState('');
  const isMissing = reason.trim() === '';
  const submit = (): void =>
    save(isMissing ? null : () => mutate('journal.resume', { reason: reason.trim() }), onClose);
  return (
    <Dialog
      title={t('frame.resume.title')}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" keys="Ctrl+Enter" busy={busy} onClick={submit}>
            {t('frame.resume.confirm')}
          </Button>
        </>
      }
    >
      {failure === null ? null : <ErrorNotice error={failure} />}
      <p>{says}</p>
      <p>{t('frame.resume.what')}</p>
      <TextArea
        label={t('frame.resume.reason')}
        problem={tried && isMissing ? t('frame.resume.reasonMissing') : undefined}
        value={reason}
        autoFocus
        maxLength={2000}
        onChange={({ target }) => setReason(target.value)}
      />
    </Dialog>
  );
}

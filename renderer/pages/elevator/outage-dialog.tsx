import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isCivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Dossier } from '../../../domain/record/dossier';
import { Button, TextArea, TextField } from '../../components/controls';
import { Dialog } from '../../components/dialog';
import { useAppState } from '../../state/app-state';
import { ErrorNotice } from '../../state/error-notice';

/** Records an outage, gives the elevator back, or corrects what was recorded. */
export function OutageDialog({
  registrationNo,
  record,
  onClose,
}: {
  readonly registrationNo: RegistrationNo;
  readonly record: Dossier['outages'][number] | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { mutate, info } = useAppState();
  const [from, setFrom] = useState<string>(record?.value.from ?? info.today);
  const [to, setTo] = useState<string>(record?.value.to ?? '');
  const [cause, setCause] = useState(record?.value.reason ?? '');
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const sound =
    isCivilDate(from) && (to === '' || (isCivilDate(to) && to > from)) && (record === null || reason.trim() !== '');
  const submit = (): void => {
    if (!sound || !isCivilDate(from)) return;
    const written =
      record === null
        ? mutate('outage.record', {
            registrationNo,
            outage: { from, ...(isCivilDate(to) ? { to } : {}), ...(cause === '' ? {} : { reason: cause }) },
          })
        : mutate('outage.correct', {
            registrationNo,
            recordId: record.id,
            reason,
            set: [
              { field: 'from', to: from },
              { field: 'to', to: to === '' ? null : to },
              { field: 'reason', to: cause === '' ? null : cause },
            ],
          });
    written.then(onClose, setFailure);
  };
  return (
    <Dialog
      title={record === null ? t('outage.title') : t('outage.correctTitle')}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" disabled={!sound} keys="Ctrl Enter">
            {t('common.save')}
          </Button>
        </>
      }
    >
      <p className="small muted">{t('outage.hint')}</p>
      <div className="form-grid">
        <TextField
          label={t('outage.from')}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
          problem={isCivilDate(from) ? undefined : t('common.badDate')}
        />
        <TextField
          label={t('outage.to')}
          value={to}
          onChange={(event) => setTo(event.target.value)}
          hint={t('outage.toHint')}
          problem={to === '' || (isCivilDate(to) && to > from) ? undefined : t('outage.badTo')}
        />
      </div>
      <TextField label={t('outage.reason')} value={cause} onChange={(event) => setCause(event.target.value)} />
      {record === null ? null : (
        <TextArea
          label={t('common.reason')}
          required
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {failure === null ? null : <ErrorNotice error={failure} />}
    </Dialog>
  );
}

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Amendment, Recorded } from '../../../domain/record/dossier';
import { recordNoOf } from '../../../domain/record/entry';
import { TASKS, type CheckResult, type Visit, type VisitField } from '../../../domain/visit/visit';
import { call } from '../../bridge/client';
import { Button, SelectField, TextArea, TextField } from '../../components/controls';
import { Dialog } from '../../components/dialog';
import { showValue } from '../../i18n/show-value';
import { useAppState } from '../../state/app-state';
import { ErrorNotice } from '../../state/error-notice';

/** One visit whole: what was checked and found, how it was corrected, and the ways to correct or withdraw it. */
export function VisitDetail({
  record,
  registrationNo,
  recordNo,
}: {
  readonly record: Recorded<Visit>;
  readonly registrationNo: RegistrationNo;
  readonly recordNo: string;
}) {
  const { t } = useTranslation();
  const { pack, say, readOnly } = useAppState();
  const [dialog, setDialog] = useState<'correct' | 'withdraw' | null>(null);
  const { value, amendments = [], withdrawn } = record;
  const results = value.checklist?.results ?? [];
  const items = new Map(
    pack.checklists.flatMap((checklist) => checklist.items.map((item) => [item.id, item] as const)),
  );
  const defects = results.filter(({ outcome }) => outcome === 'defect');
  const ok = results.filter(({ outcome }) => outcome === 'ok').length;
  return (
    <div className="visit-detail">
      <div className="small muted no-space">
        {t('visitDetail.record', {
          recordNo,
          at: record.at.slice(0, 16).replace('T', ' '),
          author: record.author === '' ? t('visitDetail.unsigned') : record.author,
        })}
      </div>
      <div>
        {t('visitDetail.confirmedBy')}: {value.confirmedBy ?? t('visitDetail.notConfirmed')}
        {value.note === undefined ? '' : ` • ${value.note}`}
      </div>
      {results.length === 0 ? null : (
        <div>
          {t('visitDetail.checklist', {
            ok,
            defects: defects.length,
            notApplicable: results.length - ok - defects.length,
          })}
        </div>
      )}
      {defects.map((defect) => (
        <Defect
          key={defect.itemId}
          defect={defect}
          title={items.get(defect.itemId) === undefined ? defect.itemId : say(items.get(defect.itemId)!.title)}
        />
      ))}
      {Object.entries(value.extra ?? {}).map(([header, text]) => (
        <div key={header} className="small">
          {header}: {text}
        </div>
      ))}
      {amendments.map((amendment) => (
        <AmendmentLine key={amendment.id} amendment={amendment} />
      ))}
      {withdrawn === true ? null : (
        <div>
          <Button look="small" disabled={readOnly} onClick={() => setDialog('correct')}>
            {t('visitDetail.correct')}
          </Button>{' '}
          <Button look="small" disabled={readOnly} onClick={() => setDialog('withdraw')}>
            {t('visitDetail.withdraw')}
          </Button>
        </div>
      )}
      {dialog === 'correct' ? <CorrectVisit {...{ record, registrationNo }} onClose={() => setDialog(null)} /> : null}
      {dialog === 'withdraw' ? <WithdrawVisit {...{ record, registrationNo }} onClose={() => setDialog(null)} /> : null}
    </div>
  );
}

function Defect({ defect, title }: { readonly defect: CheckResult; readonly title: string }) {
  return (
    <div className="bad">
      × {title}
      {defect.reading === undefined ? '' : ` (${defect.reading})`} {defect.note}
      <div>
        {(defect.photos ?? []).map((sha256) => (
          <Photo key={sha256} sha256={sha256} />
        ))}
      </div>
    </div>
  );
}

/** A stored photo; its bytes are checked against its hash where they are read. */
export function Photo({ sha256 }: { readonly sha256: string }) {
  const { t } = useTranslation();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    void call('attachment.read', { sha256 }).then(
      ({ bytes, mediaType }) => {
        made = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }));
        setUrl(made);
      },
      () => undefined,
    );
    return () => {
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [sha256]);
  return url === null ? (
    <span className="small muted">
      {t('visitDetail.photo')} {sha256.slice(0, 12)}
    </span>
  ) : (
    <img src={url} alt={t('visitDetail.photo')} />
  );
}

function AmendmentLine({ amendment }: { readonly amendment: Amendment }) {
  const { t } = useTranslation();
  const changes = amendment.changes
    .map(({ field, from, to }) => `${t(`visitFields.${field}`)}: ${showValue(from)} → ${showValue(to)}`)
    .join('; ');
  return (
    <div className="warn small">
      {amendment.withdrawn === true ? t('visitDetail.withdrawn') : t('visitDetail.correctedBy')}{' '}
      {recordNoOf(amendment.id)} • {amendment.at.slice(0, 16).replace('T', ' ')} • {amendment.author} • {changes} •{' '}
      {amendment.reason}
    </div>
  );
}

interface DialogProps {
  readonly record: Recorded<Visit>;
  readonly registrationNo: RegistrationNo;
  readonly onClose: () => void;
}

function CorrectVisit({ record, registrationNo, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { mutate } = useAppState();
  const { value } = record;
  const [form, setForm] = useState({
    date: value.date,
    task: value.task,
    startedAt: value.startedAt ?? '',
    endedAt: value.endedAt ?? '',
    technicians: value.technicians.join('、'),
    confirmedBy: value.confirmedBy ?? '',
    note: value.note ?? '',
  });
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const set = (field: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm((before) => ({ ...before, [field]: event.target.value }));
  const submit = (): void => {
    const names = form.technicians
      .split(/[;；、/，,]/)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const fields = Object.entries({ ...form, technicians: names }) as [VisitField, string | string[]][];
    const changes = fields.map(([field, to]) => ({ field, to: to === '' ? null : to }));
    mutate('visit.correct', { registrationNo, recordId: record.id, set: changes, reason }).then(onClose, setFailure);
  };
  return (
    <Dialog
      title={t('visitDetail.correctTitle', { date: value.date })}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" disabled={reason.trim() === ''} keys="Ctrl Enter">
            {t('visitDetail.saveCorrection')}
          </Button>
        </>
      }
    >
      <p className="small muted">{t('visitDetail.correctHint')}</p>
      <div className="form-grid">
        <TextField label={t('visitFields.date')} value={form.date} onChange={set('date')} />
        <SelectField
          label={t('visitFields.task')}
          value={form.task}
          onChange={set('task')}
          options={TASKS.map((task) => ({ value: task, text: t(`task.${task}`) }))}
        />
        <TextField label={t('visitFields.startedAt')} value={form.startedAt} onChange={set('startedAt')} />
        <TextField label={t('visitFields.endedAt')} value={form.endedAt} onChange={set('endedAt')} />
        <TextField label={t('visitFields.technicians')} value={form.technicians} onChange={set('technicians')} />
        <TextField label={t('visitFields.confirmedBy')} value={form.confirmedBy} onChange={set('confirmedBy')} />
      </div>
      <TextField label={t('visitFields.note')} value={form.note} onChange={set('note')} />
      <TextArea
        label={t('common.reason')}
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {failure === null ? null : <ErrorNotice error={failure} />}
    </Dialog>
  );
}

function WithdrawVisit({ record, registrationNo, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { mutate } = useAppState();
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const submit = (): void => {
    mutate('visit.withdraw', { registrationNo, recordId: record.id, reason }).then(onClose, setFailure);
  };
  return (
    <Dialog
      title={t('visitDetail.withdrawTitle', { date: record.value.date })}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" disabled={reason.trim() === ''}>
            {t('visitDetail.withdraw')}
          </Button>
        </>
      }
    >
      <p>{t('visitDetail.withdrawHint')}</p>
      <TextArea
        label={t('common.reason')}
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {failure === null ? null : <ErrorNotice error={failure} />}
    </Dialog>
  );
}

import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitVersions } from '../../../domain/bridge/replies';
import {
  CONFIRMATION_WAYS,
  type ConfirmationAct,
  type ConfirmationWay,
} from '../../../domain/confirmation/confirmation';
import type { Recorded } from '../../../domain/record/dossier';
import { recordNoOf } from '../../../domain/record/record-id';
import { termsOf } from '../../../domain/terms/terms-of';
import { toldTimes } from '../../../domain/visit/times';
import type { Visit } from '../../../domain/visit/visit';
import { call } from '../../bridge/client';
import { SelectField, TextArea, TextField } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { useRecordForm } from '../../components/use-record-form';
import { longDate } from '../../i18n/dates';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { ErrorNotice } from '../record/error-notice';
import { RecordDialog } from '../record/record-dialog';
import { confirmationsOf, confirmForm, confirmProblems } from './confirm-form';
import { SignaturePad } from './signature-pad';

interface DialogProps {
  readonly act: ConfirmationAct;
  readonly visits: readonly Recorded<Visit>[];
  readonly onClose: () => void;
}

const HASH_SHOWN = 16;

/** Asks for, gives or refuses the confirmation of the visits shown, each bound to what its entry says. */
export function ConfirmDialog({ act, visits, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { locale, mutate, info, settings, readOnly } = useAppState();
  const { versions, failure } = useVersions(visits);
  const isOwn = act === 'asked' || settings.role === 'manager';
  const texts = useState(() => confirmForm(act, isOwn ? settings.author : '', info.today));
  const [typed] = texts;
  const latest = visits.map(({ value }) => value.date).reduce((a, b) => (a > b ? a : b));
  const form = useRecordForm({
    texts,
    problems: confirmProblems(typed, info.today, latest),
    words: (code) => t(`confirmations.problems.${code}`),
    locked: readOnly || versions === null,
    write: () => mutate('confirmation.record', { confirmations: confirmationsOf(typed, visits, versions!) }), // as it is not locked
    onSaved: onClose,
  });
  const { told } = form;
  const ways = termsOf(locale).confirmationWay;
  return (
    <RecordDialog
      wide
      title={t(`confirmations.${act}.title`, { count: visits.length })}
      saveWord={t(`confirmations.${act}.save`)}
      form={form}
      onClose={onClose}
    >
      <ul className="confirm-visits small">
        {visits.map((visit) => (
          <VisitLine key={visit.id} visit={visit} hash={hashIn(versions, visit)} />
        ))}
      </ul>
      {failure === null ? null : <ErrorNotice error={failure} />}
      <div className="form-grid">
        <TextField
          label={t(`confirmations.${act}.by`)}
          value={typed.by}
          autoFocus
          onChange={(event) => form.typed('by')(event.target.value)}
          problem={told('by')}
        />
        <DateField
          label={t('confirmationFields.on')}
          value={typed.on}
          onValue={form.typed('on')}
          problem={told('on')}
        />
        <TextField
          label={t('confirmationFields.at')}
          value={typed.at}
          onChange={(event) => form.typed('at')(event.target.value)}
          problem={told('at')}
        />
        {act === 'given' ? (
          <SelectField
            label={t('confirmationFields.how')}
            value={typed.how}
            onChange={(event) => form.set({ how: event.target.value as ConfirmationWay })}
            options={CONFIRMATION_WAYS.map((value) => ({ value, text: capital(ways[value]) }))}
          />
        ) : null}
        <TextField
          label={t('confirmationFields.document')}
          value={typed.document}
          onChange={(event) => form.typed('document')(event.target.value)}
          problem={told('document')}
        />
      </div>
      {act === 'refused' ? (
        <TextArea
          label={t('confirmationFields.reason')}
          value={typed.reason}
          onChange={(event) => form.typed('reason')(event.target.value)}
          problem={told('reason')}
        />
      ) : null}
      {act === 'given' && typed.how !== 'on-paper' ? (
        <SignaturePad strokes={typed.strokes} onStrokes={form.typed('strokes')} />
      ) : null}
      <p className="small muted">{t(`confirmations.${act}.hint`)}</p>
    </RecordDialog>
  );
}

function VisitLine({ visit, hash }: { readonly visit: Recorded<Visit>; readonly hash: string | undefined }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { value } = visit;
  const said = [
    longDate(value.date, locale),
    value.registrationNo,
    t(`task.${value.task}`),
    toldTimes(value, termsOf(locale).about),
    value.technicians.join(t('elevator.listComma')),
    `#${recordNoOf(visit.id)}`,
  ];
  return (
    <li>
      {said.filter((part) => part !== '').join(' · ')}{' '}
      {hash === undefined ? null : <code title={hash}>{hash.slice(0, HASH_SHOWN)}</code>}
    </li>
  );
}

function hashIn(versions: VisitVersions | null, { id }: Recorded<Visit>): string | undefined {
  return versions?.versions.find(({ recordId }) => recordId === id)?.hash;
}

/** What a confirmation of the visits would be bound to; null until the machine has said it. */
function useVersions(visits: readonly Recorded<Visit>[]) {
  const [versions, setVersions] = useState<VisitVersions | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const asked = useMemo(
    () => visits.map(({ id, value }) => ({ registrationNo: value.registrationNo, recordId: id })),
    [visits],
  );
  useEffect(() => {
    let wanted = true;
    call('visit.versions', { visits: asked }).then(
      (reply) => wanted && setVersions(reply),
      (error: unknown) => wanted && setFailure(error),
    );
    return () => {
      wanted = false;
    };
  }, [asked]);
  return { versions, failure };
}

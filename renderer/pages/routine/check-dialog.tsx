import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CHECK_MODULES,
  CHECK_RESULTS,
  type CheckResult,
  type DailyCheck,
} from '../../../domain/daily-check/daily-check';
import type { Recorded } from '../../../domain/record/dossier';
import { recordIdOf } from '../../../domain/record/entry';
import type { RecordId } from '../../../domain/record/record-id';
import type { Elevator } from '../../../domain/elevator/elevator';
import { termsOf } from '../../../domain/terms/terms-of';
import { Button, SelectField, TextArea, TextField } from '../../components/controls';
import { placeOf } from '../../components/elevator-place';
import { useRecordForm } from '../../components/use-record-form';
import { PhotoStrip } from '../../features/record/photo-strip';
import { ReasonField } from '../../features/record/reason-field';
import { RecordDialog } from '../../features/record/record-dialog';
import { longDate } from '../../i18n/dates';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { checkChanges, checkForm, checkOf, checkProblems, isFromPaper, paperOf, type CheckedDay } from './check-form';

/** What of a check is opened: one on record, or a new one with the result that it begins with. */
export interface OpenedCheck {
  readonly elevator: Elevator;
  readonly date: CheckedDay['date'];
  readonly record: Recorded<DailyCheck> | null;
  readonly result: CheckResult;
}

interface DialogProps extends OpenedCheck {
  readonly by: string;
  readonly onClose: () => void;
  /** It is on record, and is to be recorded as a hazard as well. */
  readonly onHazard: (check: DailyCheck, record: RecordId) => void;
}

/** Records a check of one day, explains why there was none, enters the paper of a past day, corrects or withdraws. */
export function CheckDialog(props: DialogProps) {
  const { elevator, date, record, onClose } = props;
  const { t } = useTranslation();
  const { locale, info } = useAppState();
  const { form, withdraw, day } = useCheckForm(props);
  const { texts, typed, told, set } = form;
  const terms = termsOf(locale);
  const isNew = record === null;
  const isPast = date < info.today;
  return (
    <RecordDialog
      title={`${t(isNew ? 'dailyCheck.record' : 'dailyCheck.correct', { date: longDate(date, locale) })} ${placeOf(elevator)}`}
      form={form}
      whole={told('all')}
      acts={isNew ? null : <Button onClick={withdraw}>{t('dailyCheck.withdraw')}</Button>}
      onClose={onClose}
    >
      <p className="small muted">
        {isNew
          ? `${longDate(date, locale)}${isPast ? ` · ${t('dailyCheck.pastHint')}` : ''}`
          : t('dailyCheck.correctHint')}
      </p>
      <div className="form-grid">
        <SelectField
          label={t('dailyCheck.result')}
          value={texts.result}
          disabled={!isNew}
          autoFocus={isNew}
          onChange={(event) => set({ result: event.target.value as CheckResult })}
          options={CHECK_RESULTS.map((value) => ({ value, text: capital(terms.checkResult[value]) }))}
        />
        <TextField
          label={t('dailyCheckFields.by')}
          value={texts.by}
          onChange={(event) => typed('by')(event.target.value)}
          problem={told('by')}
        />
        {texts.result === 'not-done' ? null : (
          <TextField
            label={t('dailyCheckFields.at')}
            value={texts.at}
            onChange={(event) => typed('at')(event.target.value)}
            problem={told('at')}
          />
        )}
      </div>
      {texts.result === 'not-done' ? (
        <TextArea
          label={t('dailyCheckFields.reason')}
          value={texts.reason}
          onChange={(event) => typed('reason')(event.target.value)}
          problem={told('reason')}
        />
      ) : null}
      {texts.result === 'found' ? <FoundFields form={form} isNew={isNew} /> : null}
      {isNew && isFromPaper(texts, day) ? <PaperFields form={form} /> : null}
      {isNew ? null : <ReasonField value={texts.why} onValue={typed('why')} problem={told('why')} />}
    </RecordDialog>
  );
}

type Form = ReturnType<typeof useCheckForm>['form'];

function FoundFields({ form, isNew }: { readonly form: Form; readonly isNew: boolean }) {
  const { t } = useTranslation();
  const { locale, pack } = useAppState();
  const { texts, typed, told, set } = form;
  const names = termsOf(locale).checkModule;
  return (
    <>
      <fieldset className="check-modules">
        <legend>{t('dailyCheckFields.modules')}</legend>
        {CHECK_MODULES.map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              checked={texts.modules.includes(one)}
              onChange={() =>
                set({
                  modules: CHECK_MODULES.filter((each) => texts.modules.includes(each) !== (each === one)),
                })
              }
            />
            {capital(names[one])}
          </label>
        ))}
      </fieldset>
      {(['found', 'measure'] as const).map((field) => (
        <TextArea
          key={field}
          label={t(`dailyCheckFields.${field}`)}
          value={texts[field]}
          onChange={(event) => typed(field)(event.target.value)}
          problem={told(field)}
        />
      ))}
      <TextField
        label={t('dailyCheckFields.toldTo')}
        value={texts.toldTo}
        onChange={(event) => typed('toldTo')(event.target.value)}
        problem={told('toldTo')}
      />
      {isNew && pack.hazards !== undefined ? (
        <label>
          <input
            type="checkbox"
            checked={texts.asHazard}
            onChange={(event) => set({ asHazard: event.target.checked })}
          />
          {t('dailyCheck.hazard')}
        </label>
      ) : null}
    </>
  );
}

function PaperFields({ form }: { readonly form: Form }) {
  const { t } = useTranslation();
  const { texts, typed, told, set } = form;
  return (
    <>
      <TextArea
        label={t('dailyCheck.lateReason')}
        value={texts.lateReason}
        onChange={(event) => typed('lateReason')(event.target.value)}
        problem={told('lateReason')}
      />
      <TextField
        label={t('dailyCheck.document')}
        hint={t('dailyCheck.documentHint')}
        value={texts.document}
        onChange={(event) => typed('document')(event.target.value)}
        problem={told('document')}
      />
      <div className="field">
        <span className="label">{t('dailyCheck.photos')}</span>
        <PhotoStrip photos={texts.photos} onChange={(by) => set({ photos: by(texts.photos) })} />
      </div>
    </>
  );
}

function useCheckForm({ elevator, date, record, result, by, onClose, onHazard }: DialogProps) {
  const { t } = useTranslation();
  const { mutate, info, readOnly } = useAppState();
  const { registrationNo } = elevator;
  const day: CheckedDay = { date, today: info.today };
  const texts = useState(() => checkForm(record?.value ?? { result, by }));
  const [typed] = texts;
  const reason = typed.why.trim();
  const form = useRecordForm({
    texts,
    problems: checkProblems(typed, record?.value ?? null, day),
    words: (code) => t(`dailyCheck.problems.${code}`),
    locked: readOnly,
    write: async () => {
      if (record !== null) {
        const set = checkChanges(record.value, typed);
        await mutate('daily-check.correct', { registrationNo, recordId: record.id, set, reason });
        return;
      }
      const check = checkOf(registrationNo, day, typed);
      const { entry } = await mutate('daily-check.record', { check, ...paperOf(typed, day) });
      if (check.result === 'found' && typed.asHazard) onHazard(check, recordIdOf(entry));
    },
    onSaved: onClose,
  });
  const withdraw = (): void => {
    if (record !== null)
      form.act(['why'], () => mutate('daily-check.withdraw', { registrationNo, recordId: record.id, reason }));
  };
  return { form, withdraw, day };
}

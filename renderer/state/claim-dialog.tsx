import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CLAIM_STATES } from '../../domain/insurance/policy';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { ClaimRow, PolicyGroup } from '../data/insurance-protocol';
import { Button, SelectField, TextArea, TextField } from '../components/controls';
import { DateField } from '../components/date-field';
import { Dialog } from '../components/dialog';
import { useSaving } from '../components/use-saving';
import { longDate } from '../i18n/dates';
import { useAppState } from './app-state';
import { claimChanges, claimForm, claimOf, claimProblems, type ClaimForm } from './claim-form';
import { ErrorNotice } from './error-notice';
import { PolicyElevatorField } from './policy-elevator-field';

/** A new claim under a policy, at an elevator that is chosen in the dialogue or given; or one that is corrected. */
export type ClaimSubject =
  | {
      readonly policy: Pick<PolicyGroup, 'insurer' | 'policyNo'>;
      readonly registrationNo?: RegistrationNo;
    }
  | { readonly claim: Pick<ClaimRow, 'registrationNo' | 'record'> };

interface DialogProps {
  readonly subject: ClaimSubject;
  readonly onClose: () => void;
}

/** Records a claim, corrects one as it goes on, or withdraws it. */
export function ClaimDialog({ subject, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const saving = useClaimSaving({ subject, onClose });
  const { form, set, told, recorded } = saving;
  return (
    <Dialog
      title={
        recorded === null
          ? t('claim.recordTitle', { policyNo: form.policyNo })
          : t('claim.correctTitle', { date: longDate(recorded.occurredOn, locale) })
      }
      onClose={onClose}
      onSubmit={saving.submit}
      actions={
        <>
          {recorded === null ? null : <Button onClick={saving.withdraw}>{t('claim.withdraw')}</Button>}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" keys="Ctrl Enter" busy={saving.busy}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      {'policy' in subject && subject.registrationNo === undefined ? (
        <PolicyElevatorField
          policy={subject.policy}
          value={saving.registrationNo}
          onValue={saving.setRegistrationNo}
          problem={saving.tried && saving.registrationNo === '' ? t('claim.problems.missing') : undefined}
        />
      ) : null}
      <TextArea
        label={t('claimFields.what')}
        autoFocus={recorded !== null}
        value={form.what}
        onChange={(event) => set('what')(event.target.value)}
        problem={told('what')}
      />
      <div className="form-grid">
        <SelectField
          label={t('claimFields.state')}
          value={form.state}
          onChange={(event) => set('state')(event.target.value)}
          options={CLAIM_STATES.map((state) => ({ value: state, text: t(`claim.states.${state}`) }))}
        />
        {(['occurredOn', 'reportedOn', 'settledOn'] as const).map((field) => (
          <DateField
            key={field}
            label={t(`claimFields.${field}`)}
            value={form[field]}
            onValue={set(field)}
            problem={told(field)}
          />
        ))}
        {(['claimed', 'paid'] as const).map((field) => (
          <TextField
            key={field}
            label={t(`claimFields.${field}`)}
            inputMode="decimal"
            value={form[field]}
            onChange={(event) => set(field)(event.target.value)}
            problem={told(field)}
          />
        ))}
      </div>
      <TextArea
        label={t('claimFields.note')}
        value={form.note}
        onChange={(event) => set('note')(event.target.value)}
        problem={told('note')}
      />
      {recorded === null ? null : (
        <TextArea
          label={t('common.reason')}
          value={form.reason}
          onChange={(event) => set('reason')(event.target.value)}
          problem={told('reason')}
        />
      )}
      {saving.nothingChanged ? <div className="notice warn">{t('claim.problems.nothing-changed')}</div> : null}
      {saving.failure === null ? null : <ErrorNotice error={saving.failure} />}
    </Dialog>
  );
}

function useClaimSaving({ subject, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { mutate, info } = useAppState();
  const record = 'claim' in subject ? subject.claim.record : null;
  const recorded = record?.value ?? null;
  const policyNo = 'policy' in subject ? subject.policy.policyNo : subject.claim.record.value.policyNo;
  const [registrationNo, setRegistrationNo] = useState<RegistrationNo | ''>(
    'claim' in subject ? subject.claim.registrationNo : (subject.registrationNo ?? ''),
  );
  const [form, setForm] = useState<ClaimForm>(() => claimForm(recorded, policyNo, info.today));
  const { save, busy, tried, failure } = useSaving();
  const problems = claimProblems(form, recorded, info.today);
  const reason = form.reason.trim();
  return {
    form,
    recorded,
    registrationNo,
    setRegistrationNo,
    tried,
    busy,
    failure,
    nothingChanged: tried && problems.all !== undefined,
    set: (field: keyof ClaimForm) => (text: string) => setForm((before) => ({ ...before, [field]: text })),
    told: (field: keyof ClaimForm): string | undefined =>
      problems[field] !== undefined && tried ? t(`claim.problems.${problems[field]}`) : undefined,
    submit: (): void => {
      if (Object.keys(problems).length > 0 || registrationNo === '') {
        save(null);
        return;
      }
      const write = () =>
        record === null
          ? mutate('claim.record', { claim: claimOf(registrationNo, form) })
          : mutate('claim.correct', {
              registrationNo,
              recordId: record.id,
              set: claimChanges(record.value, form),
              reason,
            });
      save(write, onClose);
    },
    withdraw: (): void => {
      if (record === null || registrationNo === '') return;
      const request = { registrationNo, recordId: record.id, reason };
      save(reason === '' ? null : () => mutate('claim.withdraw', request), onClose);
    },
  };
}

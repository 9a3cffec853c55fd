import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CLAIM_STATES } from '../../../domain/insurance/policy';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { ClaimRow, PolicyGroup } from '../../../domain/fleet/insurance-rows';
import { Button, SelectField, TextArea, TextField } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { useRecordForm } from '../../components/use-record-form';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { ReasonField } from '../../features/record/reason-field';
import { claimChanges, claimForm, claimOf, claimProblems, type ClaimProblem, type ClaimProblems } from './claim-form';
import { RecordDialog } from '../../features/record/record-dialog';
import { PolicyElevatorField } from './policy-elevator-field';
import { useTerm } from '../../i18n/use-term';

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
  const term = useTerm();
  const { locale } = useAppState();
  const { form, recorded, withdraw } = useClaimForm({ subject, onClose });
  const { texts, typed, told } = form;
  return (
    <RecordDialog
      title={
        recorded === null
          ? t('claim.recordTitle', { policyNo: texts.policyNo })
          : t('claim.correctTitle', { date: longDate(recorded.occurredOn, locale) })
      }
      form={form}
      whole={told('all')}
      acts={recorded === null ? null : <Button onClick={withdraw}>{t('claim.withdraw')}</Button>}
      onClose={onClose}
    >
      {'policy' in subject && subject.registrationNo === undefined ? (
        <PolicyElevatorField
          policy={subject.policy}
          value={texts.registrationNo}
          onValue={typed('registrationNo')}
          problem={told('registrationNo')}
        />
      ) : null}
      <TextArea
        label={t('claimFields.what')}
        autoFocus={recorded !== null}
        value={texts.what}
        onChange={(event) => typed('what')(event.target.value)}
        problem={told('what')}
      />
      <div className="form-grid">
        <SelectField
          label={t('claimFields.state')}
          value={texts.state}
          onChange={(event) => typed('state')(event.target.value)}
          options={CLAIM_STATES.map((state) => ({ value: state, text: term('claimState', state) }))}
        />
        {(['occurredOn', 'reportedOn', 'settledOn'] as const).map((field) => (
          <DateField
            key={field}
            label={t(`claimFields.${field}`)}
            value={texts[field]}
            onValue={typed(field)}
            problem={told(field)}
          />
        ))}
        {(['claimed', 'paid'] as const).map((field) => (
          <TextField
            key={field}
            label={t(`claimFields.${field}`)}
            inputMode="decimal"
            value={texts[field]}
            onChange={(event) => typed(field)(event.target.value)}
            problem={told(field)}
          />
        ))}
      </div>
      <TextArea
        label={t('claimFields.note')}
        value={texts.note}
        onChange={(event) => typed('note')(event.target.value)}
        problem={told('note')}
      />
      {recorded === null ? null : (
        <ReasonField value={texts.reason} onValue={typed('reason')} problem={told('reason')} />
      )}
    </RecordDialog>
  );
}

function useClaimForm({ subject, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { mutate, info } = useAppState();
  const record = 'claim' in subject ? subject.claim.record : null;
  const recorded = record?.value ?? null;
  const policyNo = 'policy' in subject ? subject.policy.policyNo : subject.claim.record.value.policyNo;
  const chosen: RegistrationNo | '' =
    'claim' in subject ? subject.claim.registrationNo : (subject.registrationNo ?? '');
  const texts = useState(() => ({ ...claimForm(recorded, policyNo, info.today), registrationNo: chosen }));
  const [typed] = texts;
  const { registrationNo } = typed;
  const reason = typed.reason.trim();
  const problems: ClaimProblems & { registrationNo?: ClaimProblem } = {
    ...(registrationNo === '' ? { registrationNo: 'missing' } : {}),
    ...claimProblems(typed, recorded, info.today),
  };
  const form = useRecordForm({
    texts,
    problems,
    words: (code) => t(`claim.problems.${code}`),
    write: async () => {
      if (registrationNo === '') return; // a problem of its own
      if (record === null) await mutate('claim.record', { claim: claimOf(registrationNo, typed) });
      else {
        const set = claimChanges(record.value, typed);
        await mutate('claim.correct', { registrationNo, recordId: record.id, set, reason });
      }
    },
    onSaved: onClose,
  });
  const withdraw = (): void => {
    if (record !== null && registrationNo !== '')
      form.act(['reason'], () => mutate('claim.withdraw', { registrationNo, recordId: record.id, reason }));
  };
  return { form, recorded, withdraw };
}

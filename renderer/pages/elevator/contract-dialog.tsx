import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONTRACT_CATEGORIES, type Contract } from '../../../domain/contract/contract';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Recorded } from '../../../domain/record/dossier';
import { termsOf } from '../../../domain/terms/terms-of';
import { Button, SelectField, TextArea, TextField } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { useRecordForm } from '../../components/use-record-form';
import { ReasonField } from '../../features/record/reason-field';
import { RecordDialog } from '../../features/record/record-dialog';
import { useAppState } from '../../session/app-state';
import { contractChanges, contractForm, contractOf, contractProblems } from './contract-form';

interface DialogProps {
  readonly registrationNo: RegistrationNo;
  /** As the register names it now. */
  readonly maintainer: string | undefined;
  /** What is corrected or withdrawn; null records a new one. */
  readonly record: Recorded<Contract> | null;
  readonly onClose: () => void;
}

/** Records a maintenance contract of an elevator, corrects one, or withdraws it. */
export function ContractDialog(props: DialogProps) {
  const { record, onClose } = props;
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { form, withdraw } = useContractForm(props);
  const { texts, typed, told } = form;
  const title = record === null ? t('contract.recordTitle') : t('contract.correctTitle', { firm: record.value.firm });
  const categories = termsOf(locale).contractCategory;
  return (
    <RecordDialog
      title={title}
      form={form}
      whole={told('all')}
      acts={record === null ? null : <Button onClick={withdraw}>{t('contract.withdraw')}</Button>}
      onClose={onClose}
    >
      <p className="small muted">{t(record === null ? 'contract.hint' : 'inspection.correctHint')}</p>
      <div className="form-grid">
        {(['firm', 'contractNo'] as const).map((field) => (
          <TextField
            key={field}
            label={t(`contractFields.${field}`)}
            value={texts[field]}
            onChange={(event) => typed(field)(event.target.value)}
            problem={told(field)}
          />
        ))}
        {(['from', 'to'] as const).map((field) => (
          <DateField
            key={field}
            label={t(`contractFields.${field}`)}
            value={texts[field]}
            onValue={typed(field)}
            problem={told(field)}
          />
        ))}
        <SelectField
          label={t('contractFields.category')}
          value={texts.category}
          onChange={(event) => typed('category')(event.target.value)}
          options={[
            { value: '', text: t('contract.notSaid') },
            ...CONTRACT_CATEGORIES.map((category) => ({ value: category, text: categories[category] })),
          ]}
        />
      </div>
      <TextArea
        label={t('contractFields.note')}
        value={texts.note}
        onChange={(event) => typed('note')(event.target.value)}
        problem={told('note')}
      />
      {record === null ? null : <ReasonField value={texts.reason} onValue={typed('reason')} problem={told('reason')} />}
    </RecordDialog>
  );
}

function useContractForm({ registrationNo, maintainer, record, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { mutate } = useAppState();
  const texts = useState(() => contractForm(record?.value ?? null, maintainer));
  const [typed] = texts;
  const reason = typed.reason.trim();
  const form = useRecordForm({
    texts,
    problems: contractProblems(typed, record?.value ?? null),
    words: (code) => t(`contract.problems.${code}`),
    write: () =>
      record === null
        ? mutate('contract.record', { contract: contractOf(registrationNo, typed) })
        : mutate('contract.correct', {
            registrationNo,
            recordId: record.id,
            set: contractChanges(record.value, typed),
            reason,
          }),
    onSaved: onClose,
  });
  const withdraw = (): void => {
    if (record !== null)
      form.act(['reason'], () => mutate('contract.withdraw', { registrationNo, recordId: record.id, reason }));
  };
  return { form, withdraw };
}

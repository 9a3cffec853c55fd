import { useTranslation } from 'react-i18next';
import { TextArea, TextField } from '../../components/controls';
import { DateField } from '../../components/date-field';
import type { PolicyForm, PolicyProblems } from './policy-form';

interface FieldsProps {
  readonly form: PolicyForm;
  readonly told: (field: keyof PolicyProblems) => string | undefined;
  /** Insurers and payers already on record, to choose from. */
  readonly insurers?: readonly string[];
  readonly payers?: readonly string[];
  readonly onChange: (change: Partial<PolicyForm>) => void;
}

/** What a policy says, field by field; the first field takes the focus. */
export function PolicyFields({ form, told, insurers = [], payers = [], onChange }: FieldsProps) {
  const { t } = useTranslation();
  const text = (field: 'insurer' | 'policyNo' | 'cover' | 'sumInsured' | 'premium' | 'paidBy', hint?: string) => (
    <TextField
      label={t(`policyFields.${field}`)}
      hint={hint}
      autoFocus={field === 'insurer'}
      autoComplete="off"
      list={field === 'insurer' ? 'policy-insurers' : field === 'paidBy' ? 'policy-payers' : undefined}
      value={form[field]}
      onChange={(event) => onChange({ [field]: event.target.value })}
      problem={told(field)}
    />
  );
  return (
    <div className="form-grid">
      {text('insurer')}
      {text('policyNo')}
      {text('cover', t('policy.coverHint'))}
      <DateField
        label={t('policyFields.from')}
        value={form.from}
        onValue={(from) => onChange({ from })}
        problem={told('from')}
      />
      <DateField label={t('policyFields.to')} value={form.to} onValue={(to) => onChange({ to })} problem={told('to')} />
      {text('sumInsured', t('policy.amountHint'))}
      {text('premium', t('policy.premiumHint'))}
      {text('paidBy')}
      <TextField
        label={t('policyFields.services')}
        hint={t('policy.servicesHint')}
        value={form.services}
        onChange={(event) => onChange({ services: event.target.value })}
        problem={told('services')}
      />
      <TextArea
        label={t('policyFields.note')}
        value={form.note}
        onChange={(event) => onChange({ note: event.target.value })}
        problem={told('note')}
      />
      <Known id="policy-insurers" values={insurers} />
      <Known id="policy-payers" values={payers} />
    </div>
  );
}

function Known({ id, values }: { readonly id: string; readonly values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}

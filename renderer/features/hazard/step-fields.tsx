import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Elevator } from '../../../domain/elevator/elevator';
import { PARTIES, type Party } from '../../../domain/hazard/hazard';
import type { StepAct } from '../../../domain/hazard/hazard-step';
import { Segments, SelectField, TextArea, TextField } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { ClassFields } from './class-fields';
import { RiskField } from './risk-field';
import { FIELDS_OF, labelOf, type StepField, type StepForm } from './step-form';
import { withParty } from './unit-of';
import { useTerm } from '../../i18n/use-term';

interface FieldsProps {
  readonly act: StepAct;
  readonly form: StepForm;
  readonly elevator: Elevator;
  readonly papers: readonly string[];
  readonly told: (field: StepField) => string | undefined;
  readonly onChange: (change: Partial<StepForm>) => void;
}

/** What is asked of one act alone. */
export function StepFields(props: FieldsProps) {
  const fields = FIELDS_OF[props.act].filter((field) => field !== 'riskReason' && field !== 'major');
  if (fields.length === 0) return null;
  return (
    <div className="step-fields">
      {fields.map((field) => (
        <StepFieldOf key={field} {...props} field={field} />
      ))}
    </div>
  );
}

function StepFieldOf(props: FieldsProps & { readonly field: StepField }) {
  const { field, act, form, elevator, told, onChange } = props;
  const { t } = useTranslation();
  const term = useTerm();
  switch (field) {
    case 'result':
      return (
        <div className="field">
          <span className="label">{t('hazardFields.result')}</span>
          <Segments
            label={t('hazardFields.result')}
            value={form.result}
            options={(['pass', 'fail'] as const).map((value) => ({ value, text: t(`hazard.results.${value}`) }))}
            onChange={(result) => onChange({ result })}
          />
        </div>
      );
    case 'deadline':
      return (
        <DateField
          label={t(labelOf(act, field))}
          autoFocus
          value={form.deadline}
          onValue={(deadline) => onChange({ deadline })}
          problem={told('deadline')}
        />
      );
    case 'party':
      return (
        <SelectField
          label={t('hazardFields.party')}
          autoFocus
          value={form.party}
          onChange={(event) => onChange(withParty(form, elevator, event.target.value as Party))}
          options={PARTIES.map((party) => ({ value: party, text: term('party', party) }))}
        />
      );
    case 'severe':
      return (
        <ClassFields
          elevator={elevator}
          severe={form.severe}
          major={form.major}
          onChange={(of, criterion) => onChange({ [of]: criterion })}
        />
      );
    case 'cell':
      return (
        <RiskField
          label={t(act === 'close' ? 'hazard.residual' : 'risk.title')}
          cell={form.cell}
          reason={form.riskReason}
          problem={told('riskReason')}
          onCell={(cell) => onChange({ cell })}
          onReason={(riskReason) => onChange({ riskReason })}
        />
      );
    default:
      return <TypedField {...props} field={field} />;
  }
}

const LONG: readonly StepField[] = ['what', 'measure', 'reason'];

function TypedField({ field, act, form, papers, told, onChange }: FieldsProps & { readonly field: StepField }) {
  const { t } = useTranslation();
  const listId = useId();
  const value = form[field];
  if (typeof value !== 'string') return null;
  const shared = {
    label: t(labelOf(act, field)),
    value,
    autoFocus: field === FIELDS_OF[act][0],
    problem: told(field),
    placeholder: field === 'userUnit' ? t('hazard.userUnitHint') : undefined,
    onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
  };
  if (LONG.includes(field)) return <TextArea {...shared} />;
  return (
    <>
      <TextField {...shared} list={field === 'paper' ? listId : undefined} />
      {field === 'paper' ? (
        <datalist id={listId}>
          {papers.map((number) => (
            <option key={number} value={number} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}

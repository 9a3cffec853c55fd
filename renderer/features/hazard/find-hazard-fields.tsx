import { useTranslation } from 'react-i18next';
import { HAZARD_SOURCES, PARTIES, type HazardSource, type Party } from '../../../domain/hazard/hazard';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { DueDay } from '../../../domain/risk/step-deadline';
import { SelectField, TextArea, TextField } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { PhotoStrip } from '../record/photo-strip';
import { ComponentField } from './component-field';
import type { HazardForm, HazardProblems } from './hazard-form';
import { withParty } from './unit-of';
import { useTerm } from '../../i18n/use-term';

interface FieldsProps {
  readonly form: HazardForm;
  readonly elevator: Elevator | null;
  readonly told: (field: keyof HazardProblems) => string | undefined;
  /** The deadline that is proposed. */
  readonly due: DueDay | null;
  readonly onChange: (change: Partial<HazardForm>) => void;
}

/** What was found, where, by whom; then who puts it right, by when and at what cost. */
export function FindHazardFields(props: FieldsProps) {
  const { form, elevator, told, onChange } = props;
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <>
      <div className="form-grid">
        <DateField
          label={t('hazardFields.foundOn')}
          value={form.foundOn}
          onValue={(foundOn) => onChange({ foundOn })}
          problem={told('foundOn')}
        />
        <TypedField {...props} field="foundTime" maxLength={5} inputMode="numeric" />
        <TypedField {...props} field="foundBy" hint={t('hazard.namesHint')} />
        <SelectField
          label={t('hazardFields.source')}
          value={form.source}
          onChange={(event) => onChange({ source: event.target.value as HazardSource })}
          options={HAZARD_SOURCES.map((source) => ({ value: source, text: t(`hazard.sources.${source}`) }))}
        />
        <ComponentField
          elevator={elevator}
          value={form.component}
          problem={told('component')}
          autoFocus={elevator !== null}
          onChange={(component) => onChange({ component })}
        />
        <TypedField {...props} field="location" placeholder={t('hazard.locationHint')} />
      </div>
      <TypedArea {...props} field="what" />
      <TypedArea {...props} field="scenario" />
      <div className="form-grid">
        <TypedField {...props} field="basis" />
        <TypedField {...props} field="measure" />
        <SelectField
          label={t('hazardFields.party')}
          value={form.party}
          onChange={(event) => onChange(withParty(form, elevator, event.target.value as Party))}
          options={PARTIES.map((party) => ({ value: party, text: term('party', party) }))}
        />
        <TypedField {...props} field="unit" />
        <TypedField {...props} field="person" />
        <DeadlineField {...props} />
        <TypedField {...props} field="estimatedCost" inputMode="decimal" />
        <TypedField {...props} field="costSource" />
      </div>
      <TypedField {...props} field="note" />
      <PhotoStrip photos={form.photos} onChange={(by) => onChange({ photos: by(form.photos) })} />
    </>
  );
}

type TextFieldName = Exclude<keyof HazardForm, 'photos'>;

function TypedField({
  form,
  field,
  told,
  onChange,
  hint,
  placeholder,
  maxLength,
  inputMode,
}: FieldsProps & {
  readonly field: TextFieldName;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly inputMode?: 'numeric' | 'decimal';
}) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t(`hazardFields.${field}`)}
      value={form[field]}
      hint={hint}
      placeholder={placeholder}
      maxLength={maxLength}
      inputMode={inputMode}
      onChange={(event) => onChange({ [field]: event.target.value })}
      problem={told(field)}
    />
  );
}

function TypedArea({ form, field, told, onChange }: FieldsProps & { readonly field: 'what' | 'scenario' }) {
  const { t } = useTranslation();
  return (
    <TextArea
      label={t(`hazardFields.${field}`)}
      placeholder={t(`hazard.${field}Hint`)}
      value={form[field]}
      onChange={(event) => onChange({ [field]: event.target.value })}
      problem={told(field)}
    />
  );
}

/** The proposed day stands in the field until another is typed; below it, where it comes from. */
function DeadlineField({ form, told, due, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const { locale, say } = useAppState();
  const hint =
    due === null || due.dueOn === null
      ? t('hazard.noProposal')
      : t(`hazard.proposal.${due.ground === 'law' ? 'law' : due.ground === 'settings' ? 'settings' : 'default'}`, {
          date: longDate(due.dueOn, locale),
          clause: due.basis === null ? '' : `${say(due.basis.shortDocument)} ${say(due.basis.shortClause)}`,
        });
  return (
    <DateField
      label={t('hazardFields.deadline')}
      value={form.deadline}
      placeholder={due?.dueOn ?? ''}
      hint={hint}
      onValue={(deadline) => onChange({ deadline })}
      problem={told('deadline')}
    />
  );
}

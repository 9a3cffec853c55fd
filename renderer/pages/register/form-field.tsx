import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { AREAS, ELEVATOR_STATUSES, type RegistrationNo } from '../../../domain/elevator/elevator';
import { termsOf } from '../../../domain/terms/terms-of';
import { SelectField, TextField } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { useAppState } from '../../session/app-state';
import { isDateField, isNumeric, type ElevatorForm, type FormHint } from './elevator-form';

interface FieldProps {
  readonly field: keyof ElevatorForm;
  readonly form: ElevatorForm;
  /** The key of a registered elevator stays. */
  readonly fixed: boolean;
  /** The number under which it is registered already. */
  readonly taken: RegistrationNo | null;
  readonly problem: string | undefined;
  readonly hint: FormHint | undefined;
  readonly onChange: (text: string) => void;
}

const ALWAYS_EXPLAINED: readonly (keyof ElevatorForm)[] = [
  'recordsFrom',
  'stops',
  'area',
  'governorSince',
  'makerIntervalDays',
  'retrofit',
  'specialMeasures',
  'designLifeYears',
  'successorNo',
];

/** One field of the form: a hint asks for a second look, a problem keeps the form from being saved. */
export function FormField({ field, form, fixed, taken, problem, hint, onChange }: FieldProps) {
  const { t } = useTranslation();
  const value = form[field];
  const label = t(`register.fields.${field}`);
  const said = {
    label,
    problem,
    hint:
      hint !== undefined
        ? t(`register.hints.${hint}`)
        : ALWAYS_EXPLAINED.includes(field)
          ? t(`register.help.${field}`)
          : undefined,
  };
  if (field === 'kind') return <KindField {...said} value={value} onChange={onChange} />;
  if (field === 'regime') return <RegimeField {...said} value={value} onChange={onChange} />;
  if (field === 'status') return <StatusField {...said} value={value} onChange={onChange} />;
  if (field === 'area')
    return (
      <SelectField
        {...said}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        options={['', ...AREAS].map((area) => ({ value: area, text: t(`register.areas.${area || 'unknown'}`) }))}
      />
    );
  if (field === 'retrofit')
    return (
      <SelectField
        {...said}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        options={['', 'true', 'false'].map((answer) => ({
          value: answer,
          text: t(`register.answers.${answer || 'unknown'}`),
        }))}
      />
    );
  if (isDateField(field))
    return <DateField {...said} placeholder={t('register.datePlaceholder')} value={value} onValue={onChange} />;
  const input = (
    <TextField
      {...said}
      value={value}
      readOnly={fixed}
      required={field === 'registrationNo'}
      autoFocus={field === 'registrationNo' && !fixed}
      inputMode={isNumeric(field) ? 'decimal' : undefined}
      className={['registrationNo', 'deviceCode', 'successorNo'].includes(field) ? 'no-space' : undefined}
      problem={taken === null ? said.problem : t('register.taken')}
      onChange={(event) => onChange(event.target.value)}
    />
  );
  return taken === null ? (
    input
  ) : (
    <div>
      {input}
      <Link className="small" href={`/elevator/${encodeURIComponent(taken)}`}>
        {t('register.openTaken')}
      </Link>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly problem: string | undefined;
  readonly hint: string | undefined;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function StatusField({ value, onChange, ...said }: ChoiceProps) {
  const { locale } = useAppState();
  const { status } = termsOf(locale);
  return (
    <SelectField
      {...said}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={[
        { value: '', text: status['in-use'] },
        ...ELEVATOR_STATUSES.map((known) => ({ value: known, text: status[known] })),
      ]}
    />
  );
}

/** Code and name of the catalogue; a code the pack does not know stays as it is until another is chosen. */
function KindField({ value, onChange, ...said }: ChoiceProps) {
  const { t } = useTranslation();
  const { pack, say, kindOf } = useAppState();
  const known = pack.kinds.map(({ code, title }) => ({ value: code, text: `${code} ${say(title)}` }));
  const foreign = kindOf(value);
  const stray =
    value === '' || known.some((kind) => kind.value === value)
      ? []
      : [{ value, text: foreign === undefined ? value : `${value} ${say(foreign.title)}` }];
  return (
    <SelectField
      {...said}
      required
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={[{ value: '', text: t('register.chooseKind') }, ...stray, ...known]}
    />
  );
}

const ON_DEMAND = 'on-demand:';
const DEFAULT_DAYS = '30';

/** Standard, or on demand with the days that an authority permitted. */
function RegimeField({ value, onChange, ...said }: ChoiceProps) {
  const { t } = useTranslation();
  const onDemand = value.startsWith(ON_DEMAND);
  return (
    <div className="regime">
      <SelectField
        {...said}
        value={onDemand ? 'on-demand' : 'standard'}
        onChange={(event) => onChange(event.target.value === 'standard' ? 'standard' : `${ON_DEMAND}${DEFAULT_DAYS}`)}
        options={[
          { value: 'standard', text: t('register.regimes.standard') },
          { value: 'on-demand', text: t('register.regimes.on-demand') },
        ]}
      />
      {onDemand ? (
        <TextField
          label={t('register.regimeDays')}
          inputMode="numeric"
          maxLength={3}
          value={value.slice(ON_DEMAND.length)}
          onChange={(event) => onChange(`${ON_DEMAND}${event.target.value}`)}
        />
      ) : null}
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { labelSize } from '../../../domain/report/labels';
import { SelectField, TextField } from '../../components/controls';
import { GRID_FIELDS, gridOf, gridProblems, PRESET_NAMES, PRESETS, presetOf, type LabelForm } from './label-form';

interface LabelFieldsProps {
  readonly form: LabelForm;
  readonly onChange: (form: LabelForm) => void;
}

/** Label paper: one that is sold, or measures of one's own. */
export function LabelFields({ form, onChange }: LabelFieldsProps) {
  const { t } = useTranslation();
  const problems = gridProblems(form);
  const preset = presetOf(form);
  return (
    <fieldset className="label-paper">
      <legend>{t('notice.grid')}</legend>
      <div className="form-grid">
        <SelectField
          label={t('notice.preset')}
          value={preset ?? 'own'}
          onChange={(event) => {
            const named = PRESET_NAMES.find((name) => name === event.target.value);
            if (named !== undefined) onChange({ ...PRESETS[named], cutLines: form.cutLines });
          }}
          options={[
            ...PRESET_NAMES.map((name) => ({ value: name, text: t(`notice.presets.${name}`) })),
            ...(preset === null ? [{ value: 'own', text: t('notice.presets.own') }] : []),
          ]}
        />
        <label className="cut-lines">
          <input
            type="checkbox"
            checked={form.cutLines}
            onChange={(event) => onChange({ ...form, cutLines: event.target.checked })}
          />{' '}
          {t('notice.cutLines')}
        </label>
      </div>
      <div className="measures">
        {GRID_FIELDS.map((field) => {
          const problem = problems[field];
          return (
            <TextField
              key={field}
              label={t(`notice.gridFields.${field}`)}
              inputMode="decimal"
              value={form[field]}
              onChange={(event) => onChange({ ...form, [field]: event.target.value })}
              problem={problem === undefined ? undefined : t(`notice.gridProblems.${problem}`)}
            />
          );
        })}
      </div>
      <Size form={form} />
    </fieldset>
  );
}

function Size({ form }: Pick<LabelFieldsProps, 'form'>) {
  const { t } = useTranslation();
  const grid = gridOf(form);
  if (grid === null) return null;
  if (grid === 'too-small')
    return (
      <div className="small bad" role="alert">
        {t('notice.gridProblems.too-small')}
      </div>
    );
  const size = labelSize(grid);
  const millimetres = (value: number): number => Math.round(value * 10) / 10;
  return (
    <div className="small muted">
      {size === null
        ? null
        : t('notice.labelSize', {
            width: millimetres(size.width),
            height: millimetres(size.height),
            count: grid.columns * grid.rows,
          })}
    </div>
  );
}

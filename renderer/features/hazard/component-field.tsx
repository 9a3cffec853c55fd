import { useTranslation } from 'react-i18next';
import { requirementIsFor } from '../../../domain/pack/rule-pack';
import { SelectField } from '../../components/controls';
import { useAppState } from '../../session/app-state';
import { useHazardWords } from './use-hazard-words';

interface ComponentProps {
  readonly elevator: { readonly kind: string; readonly place?: string | undefined } | null;
  readonly value: string;
  readonly problem?: string | undefined;
  readonly autoFocus?: boolean;
  readonly onChange: (component: string) => void;
}

/** A part from the pack's list, of those that an elevator of this kind has. */
export function ComponentField({ elevator, value, problem, autoFocus = false, onChange }: ComponentProps) {
  const { t } = useTranslation();
  const { pack, say } = useAppState();
  const words = useHazardWords();
  const parts = (pack.hazards?.components ?? []).filter(
    (component) => elevator === null || requirementIsFor(component, elevator),
  );
  const stray = value === '' || parts.some(({ id }) => id === value) ? [] : [{ value, text: words.component(value) }];
  return (
    <SelectField
      label={t('hazardFields.component')}
      value={value}
      autoFocus={autoFocus}
      problem={problem}
      aria-invalid={problem === undefined ? undefined : true}
      onChange={(event) => onChange(event.target.value)}
      options={[
        { value: '', text: t('hazard.chooseComponent') },
        ...stray,
        ...parts.map(({ id, title }) => ({ value: id, text: say(title) })),
      ]}
    />
  );
}

import { useTranslation } from 'react-i18next';
import type { HazardClass } from '../../../domain/hazard/hazard';
import { requirementIsFor } from '../../../domain/pack/rule-pack';
import { WeightTag } from '../../components/weight-tag';
import { SelectField } from '../../components/controls';
import { useAppState } from '../../session/app-state';
import { useHazardWords } from './use-hazard-words';

interface ClassProps {
  readonly elevator: { readonly kind: string; readonly place?: string | undefined } | null;
  readonly severe: string;
  readonly major: string;
  readonly onChange: (field: Exclude<HazardClass, 'ordinary'>, criterion: string) => void;
}

/** Severe and major are separate legal terms, so each has its own circumstances; neither = an ordinary hazard. */
export function ClassFields(props: ClassProps) {
  return (
    <>
      <ClassField {...props} of="severe" />
      <ClassField {...props} of="major" />
    </>
  );
}

function ClassField({ elevator, of, onChange, ...chosen }: ClassProps & { readonly of: 'severe' | 'major' }) {
  const { t } = useTranslation();
  const { pack, say } = useAppState();
  const words = useHazardWords();
  const known = (pack.hazards?.classes ?? []).filter(
    (one) => one.class === of && (elevator === null || requirementIsFor(one, elevator)),
  );
  const value = chosen[of];
  const criterion = words.criterion(value);
  const stray = value === '' || known.some(({ id }) => id === value) ? [] : [{ value, text: words.clause(value) }];
  return (
    <div>
      <SelectField
        label={t(`hazardFields.${of}`)}
        value={value}
        onChange={(event) => onChange(of, event.target.value)}
        options={[
          { value: '', text: t(`hazard.not.${of}`) },
          ...stray,
          ...known.map(({ id, legalBasis }) => ({
            value: id,
            text: `${say(legalBasis.shortClause)} ${say(legalBasis.says)}`,
          })),
        ]}
      />
      {criterion === undefined ? null : (
        <div className="small clause">
          <WeightTag weight={criterion.confidence} /> {say(criterion.legalBasis.document)}{' '}
          {say(criterion.legalBasis.clause)}
        </div>
      )}
    </div>
  );
}

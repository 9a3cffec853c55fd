import { useTranslation } from 'react-i18next';
import type { RiskGroup } from '../../domain/hazard/hazard';
import { numeralOf } from './risk-cell';
import './risk.css';

/** A risk group as a framed numeral: filled, outlined, dashed; dotted where nobody has estimated the risk. */
export function RiskMark({ group }: { readonly group: RiskGroup | null }) {
  const { t } = useTranslation();
  const word = group === null ? t('risk.noEstimate') : t('risk.group', { group: numeralOf(group) });
  return (
    <span className={`risk-mark group-${group ?? 'none'}`} role="img" aria-label={word} title={word}>
      {group === null ? '?' : numeralOf(group)}
    </span>
  );
}

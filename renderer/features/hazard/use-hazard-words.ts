import { useTranslation } from 'react-i18next';
import type { HazardClass, RiskEstimate, Responsible } from '../../../domain/hazard/hazard';
import type { ClassCriterion } from '../../../domain/pack/hazard-criteria';
import { cellOf, numeralOf } from '../../components/risk-cell';
import { riskGroupOf } from '../../../domain/risk/risk-group';
import { useAppState } from '../../session/app-state';
import { useTerm } from '../../i18n/use-term';

/** The names that the pack in use gives to parts and circumstances; an id it does not know stands as it is. */
export function useHazardWords() {
  const { t } = useTranslation();
  const term = useTerm();
  const { pack, say } = useAppState();
  const criteria = pack.hazards;
  const criterion = (id: string | null | undefined): ClassCriterion | undefined =>
    criteria?.classes.find((one) => one.id === id);
  return {
    component: (id: string): string => {
      const known = criteria?.components.find((one) => one.id === id);
      return known === undefined ? id : say(known.title);
    },
    criterion,
    /** `总局令第57号 第25条第3项`. */
    clause: (id: string): string => {
      const known = criterion(id);
      if (known === undefined) return id;
      const { shortDocument, shortClause } = known.legalBasis;
      return `${say(shortDocument)} ${say(shortClause)}`;
    },
    classes: (classes: readonly HazardClass[]): string =>
      classes.map((one) => term('hazardClass', one)).join(t('hazard.listComma')),
    /** `2B，Ⅰ 类`. */
    risk: (estimate: RiskEstimate): string => {
      const group = criteria === undefined ? null : riskGroupOf(criteria.matrix, estimate);
      return t('risk.cell', { cell: cellOf(estimate), group: group === null ? '–' : numeralOf(group) });
    },
    responsible: ({ party, unit, person }: Responsible): string =>
      [term('party', party), unit, person].filter((part) => part !== undefined).join(' '),
  };
}

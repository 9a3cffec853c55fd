import { useTranslation } from 'react-i18next';
import type { Elevator } from '../../../domain/elevator/elevator';
import { easesOnDemand } from '../../../domain/pack/rule-pack';
import { termsOf } from '../../../domain/terms/terms-of';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';

export interface Fact {
  readonly label: string;
  readonly value: string | undefined;
  /** Numbers of certificates and devices keep their signs together. */
  readonly exact?: true;
  readonly warn?: boolean;
}

/** What only some elevators have: where they stand for response limits, a replaced governor, the maker's and the permitted interval. */
export function useLateFacts(elevator: Elevator): readonly Fact[] {
  const { t } = useTranslation();
  const { locale, pack } = useAppState();
  const { regime, regimeFrom, regimeTo, area, governorSince, makerIntervalDays } = elevator;
  const date = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : longDate(value, locale);
  return [
    { label: 'area', value: area === undefined ? undefined : t(`elevator.areas.${area}`) },
    { label: 'governorSince', value: date(governorSince) },
    {
      label: 'makerIntervalDays',
      value: makerIntervalDays === undefined ? undefined : t('elevator.everyDays', { count: makerIntervalDays }),
    },
    {
      label: 'regime',
      value:
        regime === 'standard'
          ? undefined
          : t(easesOnDemand(pack) ? 'elevator.onDemandPermitted' : 'elevator.onDemand', {
              days: regime.slice('on-demand:'.length),
            }),
    },
    { label: 'regimeAuthority', value: elevator.regimeAuthority },
    { label: 'regimeDocument', value: elevator.regimeDocument },
    { label: 'regimeFrom', value: date(regimeFrom) },
    { label: 'regimeTo', value: date(regimeTo) },
    { label: 'regimeMonitoring', value: elevator.regimeMonitoring },
    { label: 'regimeContract', value: elevator.regimeContract },
    { label: 'regimeInsurance', value: elevator.regimeInsurance },
  ];
}

/** A status that is not simply in use, with the day of an end and the number under which it goes on. */
export function useLifeFacts({ status, endedOn, successorNo }: Elevator): readonly Fact[] {
  const { locale } = useAppState();
  return [
    { label: 'status', value: status === undefined ? undefined : termsOf(locale).status[status], warn: true },
    { label: 'endedOn', value: endedOn === undefined ? undefined : longDate(endedOn, locale) },
    { label: 'successorNo', value: successorNo, exact: true },
  ];
}

/** What a building that stood before its elevator leaves room for, and what makes up for the rest. */
export function useBuildingFacts(elevator: Elevator): readonly Fact[] {
  const { t } = useTranslation();
  const { retrofit, pitDepthMm, overheadMm, specialMeasures, specialMeasuresApproval, designLifeYears } = elevator;
  const mm = (value: number | undefined): string | undefined => (value === undefined ? undefined : `${value} mm`);
  return [
    {
      label: 'designLifeYears',
      value: designLifeYears === undefined ? undefined : t('elevator.years', { count: designLifeYears }),
    },
    {
      label: 'retrofit',
      value: retrofit === undefined ? undefined : t(`elevator.answers.${retrofit ? 'true' : 'false'}`),
    },
    { label: 'pitDepthMm', value: mm(pitDepthMm) },
    { label: 'overheadMm', value: mm(overheadMm) },
    { label: 'specialMeasures', value: specialMeasures },
    { label: 'specialMeasuresApproval', value: specialMeasuresApproval },
  ];
}

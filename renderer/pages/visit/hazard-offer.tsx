import { useTranslation } from 'react-i18next';
import type { ChecklistItem } from '../../../domain/pack/rule-pack';
import { MAX_NOTE } from '../../../domain/record/schemas';
import { TextField } from '../../components/controls';
import { useAppState } from '../../session/app-state';
import { ComponentField } from '../../features/hazard/component-field';
import type { Answer } from './checklist';
import type { ItemHazard, ItemHazards } from './item-hazard';
import { itemHazardOf, proposedComponent, proposedWhat, type HazardGround } from './item-hazards';

/** How the page offers hazards; null where the pack knows nothing of them. */
export interface HazardOffers {
  readonly ground: HazardGround;
  readonly hazards: ItemHazards;
  readonly onChange: (itemId: string, by: Partial<ItemHazard>) => void;
}

interface OfferProps {
  readonly item: ChecklistItem;
  readonly answer: Answer;
  readonly offers: HazardOffers;
  readonly tried: boolean;
}

/** A defect recorded as a hazard too, in the same entry as the visit. */
export function HazardOffer({ item, answer, offers: { ground, hazards, onChange }, tried }: OfferProps) {
  const { t } = useTranslation();
  const { say } = useAppState();
  const chosen = itemHazardOf(hazards, item.id);
  const component =
    chosen.component || proposedComponent(item, answer.note, ground.criteria.components, ground.elevator);
  return (
    <div className="hazard-offer">
      <label className="small">
        <input
          type="checkbox"
          checked={chosen.isHazard}
          onChange={(event) => onChange(item.id, { isHazard: event.target.checked })}
        />{' '}
        {t('visit.asHazard')}
      </label>
      {chosen.isHazard ? (
        <>
          <ComponentField
            elevator={ground.elevator}
            value={component}
            problem={tried && component === '' ? t('visit.problems.hazard-without-part') : undefined}
            onChange={(next) => onChange(item.id, { component: next })}
          />
          <TextField
            label={t('hazardFields.what')}
            value={chosen.what}
            maxLength={MAX_NOTE}
            placeholder={proposedWhat(answer.note, say(item.title))}
            onChange={(event) => onChange(item.id, { what: event.target.value })}
          />
        </>
      ) : null}
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { TextField } from '../../../components/controls';
import type { Answers } from '../checklist';
import { ChecklistPanel } from '../checklist-panel';
import type { HazardOffers } from '../hazard-offer';
import { itemHazardOf } from '../item-hazards';
import type { useCurrentItem } from '../use-checklist-keys';
import type { RoundRow } from './round-draft';
import type { RoundVisit } from './use-round-form';

interface PanelProps {
  readonly visit: RoundVisit;
  readonly item: ReturnType<typeof useCurrentItem>;
  readonly tried: boolean;
  readonly onVisit: (by: Partial<RoundRow['visit']>) => void;
  readonly onAnswers: (by: (answers: Answers) => Answers) => void;
}

/** The checklist of one elevator in its place in the round, and what else is said of that visit alone. */
export function RowPanel({ visit, item, tried, onVisit, onAnswers }: PanelProps) {
  const { t } = useTranslation();
  const { row, draft, checklist, ground, problems } = visit;
  const { hazards } = row.visit;
  const offers: HazardOffers | null = ground && {
    ground,
    hazards,
    onChange: (itemId, by) =>
      onVisit({ hazards: { ...hazards, [itemId]: { ...itemHazardOf(hazards, itemId), ...by } } }),
  };
  const tooLong = (field: 'note' | 'replacedParts' | 'confirmedBy'): string | undefined =>
    tried && problems.some((one) => one.field === field) ? t(`visit.problems.${field}-too-long`) : undefined;
  const text = (field: 'note' | 'replacedParts' | 'confirmedBy', label: string) => (
    <TextField
      label={label}
      value={row.visit[field]}
      placeholder={field === 'confirmedBy' ? draft.confirmedBy : undefined}
      onChange={(event) => onVisit({ [field]: event.target.value })}
      problem={tooLong(field)}
    />
  );
  return (
    <div className="row-panel">
      <ChecklistPanel
        checklist={checklist}
        answers={draft.answers}
        onPaper={draft.onPaper}
        offers={offers}
        current={item.current}
        tried={tried}
        onAnswers={onAnswers}
        onRest={item.rest}
        onPaperChange={(onPaper) => onVisit({ onPaper })}
        onCurrent={item.setCurrent}
        onOutcome={(itemId, outcome) => item.choose(itemId, outcome)}
        onNext={(itemId) => item.move(itemId, 1)}
      />
      <div className="form-grid">
        {text('confirmedBy', t('round.ownConfirmer'))}
        {text('replacedParts', t('visit.replacedParts'))}
        {text('note', t('visitFields.note'))}
      </div>
    </div>
  );
}

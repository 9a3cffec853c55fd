import { useTranslation } from 'react-i18next';
import type { Fact } from '../../../domain/pack/hazard-criteria';
import type { LegalBasis, Text } from '../../../domain/pack/legal-basis';
import { datesOf, type TextDates } from '../../../domain/pack/text-dates';
import { textDatesWords } from '../../../domain/terms/text-dates-words';
import { WeightTag } from '../../components/weight-tag';
import { useAppState } from '../../session/app-state';

/** The clause, what it asks, and what a reader must know of it. */
export function Basis({ basis, note }: { readonly basis: LegalBasis; readonly note?: Text | undefined }) {
  const { say } = useAppState();
  return (
    <>
      {say(basis.document)} {say(basis.clause)}
      <div className="small">{say(basis.says)}</div>
      {note === undefined ? null : <div className="small muted">{say(note)}</div>}
    </>
  );
}

/** Legal weight as a framed word, and how well that is sourced. */
export function Weight({ confidence, sourceConfidence, sources, ...dates }: Fact & Partial<TextDates>) {
  const { t } = useTranslation();
  return (
    <>
      <WeightTag weight={confidence} />
      <div className="small muted">
        {t('packs.sourced', { confidence: t(`packs.confidence.${sourceConfidence}`) })}
        <br />
        <Dates of={dates} />
        <span className="no-space packs-address">{sources.join(', ')}</span>
      </div>
    </>
  );
}

/** How old the text is; nothing where no text is dated, as behind the program's own days. */
function Dates({ of }: { readonly of: Partial<TextDates> }) {
  const { info, locale } = useAppState();
  if (of.lookedUntil === undefined) return null;
  return textDatesWords(datesOf(of), info.today, locale).map((words) => <div key={words}>{words}</div>);
}

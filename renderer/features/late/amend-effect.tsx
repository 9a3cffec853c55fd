import { useTranslation } from 'react-i18next';
import { changesVerdict, type Pending, type SavingEffect } from '../../../domain/headline/saving-effect';
import { termsOf } from '../../../domain/terms/terms-of';
import { useAppState } from '../../session/app-state';
import { useDossier } from '../../session/use-elevators';
import './late.css';
import { useSavingEffect } from './use-saving-effect';
import { useTurnWords } from './use-turn-words';

interface EffectProps {
  readonly registrationNo: string;
  /** Null while nothing is changed, or the form is not sound. */
  readonly correction: Extract<Pending, { act: 'correct' }> | null;
  /** Null where it cannot be withdrawn here. */
  readonly withdrawal: Extract<Pending, { act: 'withdraw' }> | null;
}

/** What a correction or withdrawal changes of what is judged, and that it will be told as late; nothing where nothing changes. */
export function AmendEffect({ registrationNo, correction, withdrawal }: EffectProps) {
  const { revision } = useAppState();
  const dossier = useDossier(registrationNo, revision);
  const corrected = useSavingEffect(dossier, correction?.set.length === 0 ? null : correction);
  const withdrawn = useSavingEffect(dossier, withdrawal);
  return (
    <>
      <EffectLine of="correct" effect={corrected} />
      <EffectLine of="withdraw" effect={withdrawn} />
    </>
  );
}

function EffectLine({ of, effect }: { readonly of: 'correct' | 'withdraw'; readonly effect: SavingEffect | null }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const turnWords = useTurnWords();
  if (effect === null || !changesVerdict(effect)) return null;
  const { isLate, days } = effect;
  return (
    <div className="small" role="status">
      {t(`late.of.${of}`)} {turnWords(effect)}{' '}
      {isLate ? (
        <>
          {t('late.willBeTold')} <strong className="late-word">{termsOf(locale).entry.late(days)}</strong>
        </>
      ) : null}
    </div>
  );
}

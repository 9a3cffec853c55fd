import { useTranslation } from 'react-i18next';
import { changesVerdict, type SavingEffect } from '../../../domain/headline/saving-effect';
import { termsOf } from '../../../domain/terms/terms-of';
import { TextArea, TextField } from '../../components/controls';
import { useAppState } from '../../session/app-state';
import { PhotoStrip } from '../record/photo-strip';
import './late.css';
import type { LateForm, LateProblems } from './late-form';
import { useTurnWords } from './use-turn-words';

interface FieldsProps {
  readonly effect: SavingEffect | null;
  readonly form: LateForm;
  readonly set: (by: (before: LateForm) => LateForm) => void;
  readonly problems: LateProblems;
  /** Somebody tried to save. */
  readonly tried: boolean;
}

/** Said of a record before it is saved late: by how many days, what it changes, and why it comes so late. */
export function LateFields({ effect, form, set, problems, tried }: FieldsProps) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const turnWords = useTurnWords();
  if (effect?.isLate !== true) return null;
  const { days } = effect;
  const isTurning = changesVerdict(effect);
  const told = (field: keyof LateProblems): string | undefined =>
    problems[field] === undefined || (!tried && problems[field] === 'missing')
      ? undefined
      : t(`late.problems.${problems[field]}`);
  const reason = (
    <TextArea
      label={t(isTurning ? 'late.reason' : 'late.reasonIfAny')}
      value={form.reason}
      data-field="lateReason"
      required={isTurning}
      onChange={(event) => set((before) => ({ ...before, reason: event.target.value }))}
      problem={told('reason')}
    />
  );
  const word = <strong className="late-word">{termsOf(locale).entry.late(days)}</strong>;
  if (!isTurning)
    return (
      <div className="late-fields quiet">
        <div className="small" role="status">
          {word} <span className="muted">{t('late.changesNothing')}</span>
        </div>
        {reason}
      </div>
    );
  return (
    <div className="late-fields" role="group" aria-label={t('late.title')}>
      <div role="status">
        {word} {turnWords(effect)} {t('late.why')}
      </div>
      {reason}
      <TextField
        label={t('late.document')}
        hint={t('late.documentHint')}
        value={form.document}
        onChange={(event) => set((before) => ({ ...before, document: event.target.value }))}
        problem={told('document')}
      />
      <div className="field">
        <span className="label">{t('late.photos')}</span>
        <PhotoStrip
          photos={form.photos}
          onChange={(by) => set((before) => ({ ...before, photos: by(before.photos) }))}
        />
      </div>
    </div>
  );
}

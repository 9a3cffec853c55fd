import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/controls';

interface PanelProps<Q> {
  readonly className: string;
  readonly title: string;
  readonly hint: string;
  readonly questions: readonly Q[];
  /** Answers that are given for all of them at once. */
  readonly forAll: readonly { readonly word: string; readonly say: () => void }[];
  readonly action?: ReactNode;
  readonly children: (question: Q) => ReactNode;
}

/** More than anyone answers one by one; the rest is answered for all at once. */
const SHOWN = 200;

/** What an import asks before it writes: one answer for all, with exceptions. */
export function QuestionPanel<Q>({ className, title, hint, questions, forAll, action, children }: PanelProps<Q>) {
  const { t } = useTranslation();
  return (
    <section className={`panel questions ${className}`} aria-label={title}>
      <header>
        <h2>{title}</h2>
        <span className="muted small">{hint}</span>
        <span className="actions">
          {forAll.map(({ word, say }) => (
            <Button key={word} look="small" onClick={say}>
              {word}
            </Button>
          ))}
          {action}
        </span>
      </header>
      <div className="question-list" tabIndex={0} role="region" aria-label={title}>
        {questions.slice(0, SHOWN).map(children)}
        {questions.length <= SHOWN ? null : (
          <div className="empty">{t('import.moreQuestions', { count: questions.length - SHOWN })}</div>
        )}
      </div>
    </section>
  );
}

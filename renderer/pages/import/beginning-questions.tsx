import { useTranslation } from 'react-i18next';
import type { RecordsFromProposal } from '../../../domain/bridge/replies';
import { Button } from '../../components/controls';

export type BeginningAnswer = 'accept' | 'decline';
export type BeginningAnswers = ReadonlyMap<string, BeginningAnswer>;

interface QuestionsProps {
  readonly proposals: readonly RecordsFromProposal[];
  readonly answers: BeginningAnswers;
  readonly onAnswers: (answers: BeginningAnswers) => void;
}

/** More than anyone answers one by one; the rest is answered for all at once. */
const SHOWN = 200;

/** From which day elevators long in service are judged: one answer for all, with exceptions; none is chosen beforehand. */
export function BeginningQuestions({ proposals, answers, onAnswers }: QuestionsProps) {
  const { t } = useTranslation();
  const all = (answer: BeginningAnswer): void =>
    onAnswers(new Map(proposals.map(({ registrationNo }) => [registrationNo, answer])));
  return (
    <section className="panel twins beginnings" aria-label={t('import.beginning.title')}>
      <header>
        <h2>{t('import.beginning.title')}</h2>
        <span className="muted small">{t('import.beginning.hint', { count: proposals.length })}</span>
        <span className="actions">
          <Button look="small" onClick={() => all('accept')}>
            {t('import.beginning.acceptAll')}
          </Button>
          <Button look="small" onClick={() => all('decline')}>
            {t('import.beginning.declineAll')}
          </Button>
        </span>
      </header>
      <div className="twin-list" tabIndex={0} role="region" aria-label={t('import.beginning.title')}>
        {proposals.slice(0, SHOWN).map((proposal) => (
          <Question
            key={proposal.registrationNo}
            proposal={proposal}
            said={answers.get(proposal.registrationNo)}
            onSaid={(said) => onAnswers(new Map(answers).set(proposal.registrationNo, said))}
          />
        ))}
        {proposals.length <= SHOWN ? null : (
          <div className="empty">{t('import.beginning.more', { count: proposals.length - SHOWN })}</div>
        )}
      </div>
    </section>
  );
}

interface QuestionProps {
  readonly proposal: RecordsFromProposal;
  readonly said: BeginningAnswer | undefined;
  readonly onSaid: (said: BeginningAnswer) => void;
}

function Question({ proposal: { registrationNo, inServiceOn, from, firstVisit }, said, onSaid }: QuestionProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="twin">
      <legend className="no-space">{registrationNo}</legend>
      <span className="muted small">{t(`import.beginning.${firstVisit ? 'firstVisit' : 'noVisit'}`, { from })}</span>
      {(['accept', 'decline'] as const).map((answer) => (
        <label key={answer}>
          <input
            type="radio"
            name={`beginning-${registrationNo}`}
            checked={said === answer}
            onChange={() => onSaid(answer)}
          />{' '}
          {t(`import.beginning.${answer}`, { from, inServiceOn })}
        </label>
      ))}
    </fieldset>
  );
}

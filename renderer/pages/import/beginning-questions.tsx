import { useTranslation } from 'react-i18next';
import type { RecordsFromProposal } from '../../../domain/bridge/import-replies';
import { BeginningQuestion, type BeginningAnswer } from '../../components/beginning-question';
import { QuestionPanel } from './question-panel';

export type BeginningAnswers = ReadonlyMap<string, BeginningAnswer>;

interface QuestionsProps {
  readonly proposals: readonly RecordsFromProposal[];
  readonly answers: BeginningAnswers;
  readonly onAnswers: (answers: BeginningAnswers) => void;
}

/** From which day elevators long in service are judged: nothing of them is written before that is answered. */
export function BeginningQuestions({ proposals, answers, onAnswers }: QuestionsProps) {
  const { t } = useTranslation();
  const all = (answer: BeginningAnswer) => (): void =>
    onAnswers(new Map(proposals.map(({ registrationNo }) => [registrationNo, answer])));
  return (
    <QuestionPanel
      className="beginnings"
      title={t('beginning.title')}
      hint={t('beginning.hint', { count: proposals.length })}
      questions={proposals}
      forAll={[
        { word: t('beginning.acceptAll'), say: all('accept') },
        { word: t('beginning.declineAll'), say: all('decline') },
      ]}
    >
      {(proposal) => (
        <BeginningQuestion
          key={proposal.registrationNo}
          name={`beginning-${proposal.registrationNo}`}
          legend={<span className="no-space">{proposal.registrationNo}</span>}
          proposal={proposal}
          said={answers.get(proposal.registrationNo)}
          onSaid={(said) => onAnswers(new Map(answers).set(proposal.registrationNo, said))}
        />
      )}
    </QuestionPanel>
  );
}

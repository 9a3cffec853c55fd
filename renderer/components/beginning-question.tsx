import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordsFromProposal } from '../../domain/bridge/import-replies';
import { ChoiceQuestion } from './choice-question';

/** To be judged from the day proposed, or from the day in service. */
export const BEGINNING_ANSWERS = ['accept', 'decline'] as const;
export type BeginningAnswer = (typeof BEGINNING_ANSWERS)[number];

interface QuestionProps {
  readonly name: string;
  readonly legend: ReactNode;
  readonly proposal: RecordsFromProposal;
  readonly said: BeginningAnswer | undefined;
  readonly problem?: string | undefined;
  readonly onSaid: (said: BeginningAnswer) => void;
}

/** From which day an elevator is judged that was long in service before the first record anybody has. */
export function BeginningQuestion({ name, legend, proposal, said, problem, onSaid }: QuestionProps) {
  const { t } = useTranslation();
  const { inServiceOn, from, firstVisit } = proposal;
  return (
    <ChoiceQuestion
      name={name}
      legend={legend}
      note={t(firstVisit ? 'beginning.firstVisit' : 'beginning.noVisit', { from })}
      choices={BEGINNING_ANSWERS.map((value) => ({ value, word: t(`beginning.${value}`, { from, inServiceOn }) }))}
      said={said}
      problem={problem}
      onSaid={onSaid}
    />
  );
}

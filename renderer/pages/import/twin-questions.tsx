import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TwinQuestion } from '../../../domain/bridge/import-replies';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { ChoiceQuestion } from '../../components/choice-question';
import { Button } from '../../components/controls';
import { useTwinWords } from '../../features/record/use-twin-words';
import { QuestionPanel } from './question-panel';

export interface TwinAnswer {
  readonly registrationNo: RegistrationNo;
  /** The known number whose elevator it is; null = another elevator. */
  readonly sameAs: RegistrationNo | null;
}

interface QuestionsProps {
  readonly twins: readonly TwinQuestion[];
  readonly busy: boolean;
  readonly onAnswer: (answers: readonly TwinAnswer[]) => void;
}

/** Numbers that are nearly known ones: nothing of their rows is written before each is said to be the same or another. */
export function TwinQuestions({ twins, busy, onAnswer }: QuestionsProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(
    () => new Map(twins.flatMap(({ registrationNo, answer }) => (answer === null ? [] : [[registrationNo, answer]]))),
  );
  const all = (pick: (twin: TwinQuestion) => string): void =>
    setChosen(new Map(twins.map((twin) => [twin.registrationNo, pick(twin)])));
  const changed = twins.some(({ registrationNo, answer }) => (chosen.get(registrationNo) ?? null) !== answer);
  const answers = twins.flatMap(({ registrationNo, known }): TwinAnswer[] => {
    const said = chosen.get(registrationNo);
    const sameAs = known.find((number) => number === said) ?? null;
    return said === undefined ? [] : [{ registrationNo, sameAs }];
  });
  return (
    <QuestionPanel
      className="twins"
      title={t('import.twins.title')}
      hint={t('import.twins.hint')}
      questions={twins}
      forAll={[
        { word: t('import.twins.allSame'), say: () => all(({ known }) => known[0] ?? '') },
        { word: t('import.twins.allOther'), say: () => all(() => 'another') },
      ]}
      action={
        <Button look="primary" disabled={!changed || busy} onClick={() => onAnswer(answers)}>
          {t('import.twins.apply')}
        </Button>
      }
    >
      {(twin) => (
        <Question
          key={twin.registrationNo}
          twin={twin}
          said={chosen.get(twin.registrationNo)}
          onSaid={(said) => setChosen((before) => new Map(before).set(twin.registrationNo, said))}
        />
      )}
    </QuestionPanel>
  );
}

interface QuestionProps {
  readonly twin: TwinQuestion;
  readonly said: string | undefined;
  readonly onSaid: (said: string) => void;
}

function Question({ twin: { registrationNo, known, rows, places }, said, onSaid }: QuestionProps) {
  const { t } = useTranslation();
  const differ = useTwinWords();
  const options: readonly { readonly value: string; readonly word: string }[] = [
    ...known.map((number) => ({
      value: number,
      word: t('import.twins.same', { known: number, differences: differ(registrationNo, number) }),
    })),
    { value: 'another', word: t('import.twins.another') },
  ];
  return (
    <ChoiceQuestion
      name={`twin-${registrationNo}`}
      legend={<span className="no-space">{registrationNo}</span>}
      note={t('import.twins.rows', {
        count: rows,
        place: places.map(({ file, row }) => `${file} ${row}`).join(t('import.listComma')),
      })}
      choices={options}
      said={said}
      onSaid={onSaid}
    />
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TwinQuestion } from '../../../domain/bridge/replies';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { Button } from '../../components/controls';
import { useTwinWords } from '../../state/use-twin-words';

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
    <section className="panel twins" aria-label={t('import.twins.title')}>
      <header>
        <h2>{t('import.twins.title')}</h2>
        <span className="muted small">{t('import.twins.hint')}</span>
        <span className="actions">
          <Button look="small" onClick={() => all(({ known }) => known[0] ?? '')}>
            {t('import.twins.allSame')}
          </Button>
          <Button look="small" onClick={() => all(() => 'another')}>
            {t('import.twins.allOther')}
          </Button>
          <Button look="primary" disabled={!changed || busy} onClick={() => onAnswer(answers)}>
            {t('import.twins.apply')}
          </Button>
        </span>
      </header>
      <div className="twin-list" tabIndex={0} role="region" aria-label={t('import.twins.title')}>
        {twins.map((twin) => (
          <Question
            key={twin.registrationNo}
            twin={twin}
            said={chosen.get(twin.registrationNo)}
            onSaid={(said) => setChosen((before) => new Map(before).set(twin.registrationNo, said))}
          />
        ))}
      </div>
    </section>
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
    <fieldset className="twin">
      <legend className="no-space">{registrationNo}</legend>
      <span className="muted small">
        {t('import.twins.rows', { count: rows, place: places.map(({ file, row }) => `${file} ${row}`).join('、') })}
      </span>
      {options.map(({ value, word }) => (
        <label key={value}>
          <input type="radio" name={`twin-${registrationNo}`} checked={said === value} onChange={() => onSaid(value)} />{' '}
          {word}
        </label>
      ))}
    </fieldset>
  );
}

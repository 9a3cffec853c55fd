import type { ReactNode } from 'react';
import './choice-question.css';

interface QuestionProps<V extends string> {
  /** Tells its group of buttons from the others of the page. */
  readonly name: string;
  readonly legend: ReactNode;
  readonly note?: string;
  readonly choices: readonly { readonly value: V; readonly word: string }[];
  readonly said: V | undefined;
  readonly problem?: string | undefined;
  readonly onSaid: (said: V) => void;
}

/** A question that stays open until a person has answered it: nothing is chosen beforehand. */
export function ChoiceQuestion<V extends string>({
  name,
  legend,
  note,
  choices,
  said,
  problem,
  onSaid,
}: QuestionProps<V>) {
  return (
    <fieldset className="choice-question" data-invalid={problem === undefined ? undefined : true}>
      <legend>{legend}</legend>
      {note === undefined ? null : <span className="muted small">{note}</span>}
      {choices.map(({ value, word }) => (
        <label key={value}>
          <input type="radio" name={name} checked={said === value} onChange={() => onSaid(value)} /> {word}
        </label>
      ))}
      {problem === undefined ? null : (
        <div className="small bad" role="alert">
          {problem}
        </div>
      )}
    </fieldset>
  );
}

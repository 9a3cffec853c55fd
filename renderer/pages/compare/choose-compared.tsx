import { useId, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useAppState } from '../../state/app-state';
import { elevatorNumbered } from '../../state/elevator-search';
import { useElevatorChoices } from '../../state/use-elevators';

const MOST_SHOWN = 12;

/** Which elevator to compare: found by any of its names. */
export function ChooseCompared({ inputRef }: { readonly inputRef: RefObject<HTMLInputElement | null> }) {
  const { t } = useTranslation();
  const { revision } = useAppState();
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const choices = useElevatorChoices(text, revision);
  const listId = useId();
  const go = (wanted: string): void => {
    const found = elevatorNumbered(choices, wanted) ?? choices[0];
    if (found === undefined) return;
    setText('');
    navigate(`/compare/${encodeURIComponent(found.registrationNo)}`);
  };
  return (
    <>
      <input
        ref={inputRef}
        className="input compare-choose"
        list={listId}
        value={text}
        placeholder={t('compare.choose')}
        aria-label={t('compare.choose')}
        onChange={(event) => {
          setText(event.target.value);
          if (elevatorNumbered(choices, event.target.value) !== undefined) go(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go(text);
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <datalist id={listId}>
        {choices.slice(0, MOST_SHOWN).map((elevator) => (
          <option key={elevator.registrationNo} value={elevator.registrationNo}>
            {[elevator.address, elevator.internalNo].filter((part) => part !== undefined).join(' ')}
          </option>
        ))}
      </datalist>
    </>
  );
}

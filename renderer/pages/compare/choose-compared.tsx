import { useId, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Elevator } from '../../../domain/elevator/elevator';
import { elevatorNumbered } from '../../../domain/fleet/elevator-search';
import { useElevatorChoices } from '../../session/use-elevators';

/** Which elevator to compare: found by any of its names. */
export function ChooseCompared({ inputRef }: { readonly inputRef: RefObject<HTMLInputElement | null> }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const { choices, find } = useElevatorChoices(text);
  const listId = useId();
  const go = (wanted: string): void => {
    const open = ({ registrationNo }: Elevator): void => {
      setText('');
      navigate(`/compare/${encodeURIComponent(registrationNo)}`);
    };
    const shown = elevatorNumbered(choices, wanted);
    if (shown !== undefined) return open(shown);
    // What is shown may be of a text before.
    find(wanted).then(
      ([first]) => first !== undefined && open(first),
      () => undefined,
    );
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
        {choices.map((elevator) => (
          <option key={elevator.registrationNo} value={elevator.registrationNo}>
            {[elevator.address, elevator.internalNo].filter((part) => part !== undefined).join(' ')}
          </option>
        ))}
      </datalist>
    </>
  );
}

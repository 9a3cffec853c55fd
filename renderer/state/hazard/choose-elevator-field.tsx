import { useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Elevator } from '../../../domain/elevator/elevator';
import { hasCommand } from '../../components/command-key';
import { TextField } from '../../components/controls';
import { useAppState } from '../app-state';
import { elevatorNumbered } from '../elevator-search';
import { useElevatorChoices } from '../use-elevators';

const MOST_CHOICES = 12;

interface ChooseProps {
  readonly chosen: Elevator | null;
  readonly problem: string | undefined;
  readonly onChoose: (elevator: Elevator | null) => void;
}

/** An elevator found by any of its names; the only one that fits is taken when the field is left. */
export function ChooseElevatorField({ chosen, problem, onChoose }: ChooseProps) {
  const { t } = useTranslation();
  const { revision } = useAppState();
  const listId = useId();
  const [text, setText] = useState<string | null>(null);
  const choices = useElevatorChoices(text ?? '', revision);
  const place = chosen === null ? '' : placeOf(chosen);
  const take = (typed: string): boolean => {
    const found = elevatorNumbered(choices, typed);
    const only = found ?? (choices.length === 1 ? choices[0] : undefined);
    if (only !== undefined) onChoose(only);
    return only !== undefined;
  };
  return (
    <>
      <TextField
        label={t('hazardFields.elevator')}
        className="wide no-space"
        list={listId}
        autoFocus
        placeholder={t('visit.findPlaceholder')}
        value={text ?? chosen?.registrationNo ?? ''}
        hint={chosen === null || text !== null ? undefined : place}
        problem={problem}
        onChange={(event) => {
          setText(event.target.value);
          if (chosen !== null) onChoose(null);
        }}
        onBlur={(event) => {
          if (text !== null && take(event.target.value)) setText(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || text === null) return;
          const typed = event.currentTarget.value;
          if (hasCommand(event)) {
            // The dialogue saves with the same key, a moment later and with what is chosen by then.
            flushSync(() => {
              if (take(typed)) setText(null);
            });
            return;
          }
          event.preventDefault();
          if (take(typed)) setText(null);
        }}
      />
      <datalist id={listId}>
        {choices.slice(0, MOST_CHOICES).map((elevator) => (
          <option key={elevator.registrationNo} value={elevator.registrationNo}>
            {placeOf(elevator)}
          </option>
        ))}
      </datalist>
    </>
  );
}

function placeOf({ address, internalNo, rescueCode }: Elevator): string {
  return [address, internalNo, rescueCode].filter((part) => part !== undefined).join(' ');
}

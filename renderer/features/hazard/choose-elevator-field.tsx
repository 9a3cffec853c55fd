import { useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Elevator } from '../../../domain/elevator/elevator';
import { hasCommand } from '../../components/command-key';
import { TextField } from '../../components/controls';
import { elevatorNumbered } from '../../../domain/fleet/elevator-search';
import { useElevatorChoices } from '../../session/use-elevators';

interface ChooseProps {
  readonly chosen: Elevator | null;
  readonly problem: string | undefined;
  readonly onChoose: (elevator: Elevator | null) => void;
}

/** An elevator found by any of its names; the only one that fits is taken when the field is left. */
export function ChooseElevatorField({ chosen, problem, onChoose }: ChooseProps) {
  const { t } = useTranslation();
  const listId = useId();
  const [text, setText] = useState<string | null>(null);
  const { choices, settled, find } = useElevatorChoices(text ?? '');
  const place = chosen === null ? '' : placeOf(chosen);
  const take = (typed: string, found: readonly Elevator[]): void => {
    const only = elevatorNumbered(found, typed) ?? (found.length === 1 ? found[0] : undefined);
    if (only === undefined) return;
    onChoose(only);
    setText(null);
  };
  /** At once where what is shown is of this text; true = it is. */
  const takeTyped = (typed: string, then: () => void = () => undefined): boolean => {
    if (settled) take(typed, choices);
    else
      find(typed).then(
        (found) => {
          flushSync(() => take(typed, found));
          then();
        },
        () => undefined, // nothing is chosen, and the form says so
      );
    return settled;
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
          if (text !== null) takeTyped(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || text === null) return;
          const field = event.currentTarget;
          if (!hasCommand(event)) {
            event.preventDefault();
            takeTyped(field.value);
            return;
          }
          // The dialogue saves with the same key, a moment later and with what is chosen by then.
          const again = new KeyboardEvent(event.nativeEvent.type, event.nativeEvent);
          const isTaken = flushSync(() => takeTyped(field.value, () => field.dispatchEvent(again)));
          if (!isTaken) event.stopPropagation();
        }}
      />
      <datalist id={listId}>
        {choices.map((elevator) => (
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

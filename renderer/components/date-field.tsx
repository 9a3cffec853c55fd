import type { InputHTMLAttributes } from 'react';
import { parseCivilDate, toCivilDate } from '../../domain/calendar/civil-date';
import { tidyDate } from '../i18n/dates';
import { TextField } from './controls';

interface DateFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** A civil date as text: tidied when the field is left; ↑ and ↓ go a day on or back. */
export function DateField({ value, onValue, ...rest }: DateFieldProps) {
  return (
    <TextField
      inputMode="numeric"
      maxLength={16}
      autoComplete="off"
      {...rest}
      value={value}
      onChange={(event) => onValue(event.target.value)}
      onBlur={(event) => {
        if (tidyDate(value) !== value) onValue(tidyDate(value));
        rest.onBlur?.(event);
      }}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
        const day = parseCivilDate(tidyDate(value));
        if (step !== 0 && day !== null) {
          event.preventDefault();
          onValue(toCivilDate(day + step));
        }
        rest.onKeyDown?.(event);
      }}
    />
  );
}

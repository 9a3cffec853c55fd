import type { InputHTMLAttributes } from 'react';
import { isCivilDate, parseCivilDate, toCivilDate } from '../../domain/calendar/civil-date';
import { TextField } from './controls';

/** A date typed as people write it (`2026/11/3`, `2026.11.3`, `20261103`, `2026年11月3日`) in the one form; else as typed. */
export function tidyDate(typed: string): string {
  const text = typed.trim();
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (match === null) return text;
  const date = `${match[1]!}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`;
  return isCivilDate(date) ? date : text;
}

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

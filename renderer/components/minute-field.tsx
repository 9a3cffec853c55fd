import { tidyMinute } from '../i18n/dates';
import { TextField } from './controls';

interface MinuteFieldProps {
  readonly label: string;
  readonly problem?: string | undefined;
  readonly value: string;
  /** The day of a bare time. */
  readonly day: string;
  readonly autoFocus?: boolean;
  readonly onValue: (value: string) => void;
}

/** A date with its time as text: tidied when the field is left. */
export function MinuteField({ value, day, onValue, ...rest }: MinuteFieldProps) {
  return (
    <TextField
      inputMode="numeric"
      maxLength={24}
      autoComplete="off"
      {...rest}
      value={value}
      onChange={(event) => onValue(event.target.value)}
      onBlur={() => {
        const tidy = tidyMinute(value, day);
        if (tidy !== value) onValue(tidy);
      }}
    />
  );
}

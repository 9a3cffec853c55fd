import {
  useId,
  type ButtonHTMLAttributes,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { keyCaption } from './command-key';

export function Button({
  look = 'plain',
  keys,
  busy = false,
  children,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly look?: 'plain' | 'primary' | 'small' | 'link';
  readonly keys?: string;
  /** What it began is not done yet; it keeps the focus. */
  readonly busy?: boolean;
}) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      className={`button ${look === 'plain' ? '' : look} ${rest.className ?? ''}`}
    >
      {children}
      {keys === undefined ? null : <kbd aria-hidden="true">{keyCaption(keys)}</kbd>}
    </button>
  );
}

interface FieldWords {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly className?: string | undefined;
}

function Field({
  label,
  hint,
  problem,
  className = '',
  id,
  children,
}: FieldWords & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>{label}</label>
      {children}
      {problem === undefined ? null : (
        <div id={`${id}-problem`} className="problem" role="alert">
          {problem}
        </div>
      )}
      {hint === undefined ? null : <div className="hint">{hint}</div>}
    </div>
  );
}

/** Marks a control as wrong and names what is said of it. */
function wrong(id: string, problem: string | undefined): object {
  return problem === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-problem` };
}

export function TextField({
  label,
  hint,
  problem,
  className,
  ...rest
}: FieldWords & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <Field {...{ label, hint, problem, id }} {...(className === undefined ? {} : { className })}>
      <input {...rest} id={id} className="input" data-autofocus={rest.autoFocus} {...wrong(id, problem)} />
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  problem,
  className,
  ...rest
}: FieldWords & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  return (
    <Field {...{ label, hint, problem, id }} {...(className === undefined ? {} : { className })}>
      <textarea rows={2} {...rest} id={id} className="input" data-autofocus={rest.autoFocus} {...wrong(id, problem)} />
    </Field>
  );
}

export function SelectField({
  label,
  hint,
  problem,
  className,
  options,
  ...rest
}: FieldWords &
  SelectHTMLAttributes<HTMLSelectElement> & {
    readonly options: readonly { readonly value: string; readonly text: string }[];
  }) {
  const id = useId();
  return (
    <Field {...{ label, hint, problem, id }} {...(className === undefined ? {} : { className })}>
      <select {...rest} id={id} className="input" data-autofocus={rest.autoFocus} {...wrong(id, problem)}>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** One choice among few, all seen at once. */
export function Segments<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string; readonly keys?: string }[];
  readonly onChange: (value: T) => void;
}) {
  return (
    <div className="segments" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.text} {option.keys === undefined ? null : <kbd aria-hidden="true">{option.keys}</kbd>}
        </button>
      ))}
    </div>
  );
}

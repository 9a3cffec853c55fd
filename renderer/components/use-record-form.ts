import { useEffect, useState } from 'react';
import { useSaving, type Saving } from './use-saving';

/** What keeps a form from being saved: a code by field, `all` for the form as a whole; empty where nothing does. */
export type FormProblems = Readonly<Partial<Record<string, string>>>;

export interface RecordFormKind<F, P extends FormProblems> {
  /** What is typed, and how it changes: a state of the form's own, or a draft that is kept across a crash. */
  readonly texts: readonly [F, (by: (before: F) => F) => void];
  readonly problems: P;
  /** The sentence of a code. */
  readonly words: (code: NonNullable<P[keyof P]>) => string;
  /** Fields whose problem is told before anybody tried to save; none unless said. */
  readonly early?: (field: keyof P) => boolean;
  /** Parts beside these fields keep the form from being saved too, and tell so themselves once it was tried. */
  readonly isHeld?: boolean;
  /** Nothing may be written here. */
  readonly locked?: boolean;
  /** Writes what a sound form holds: the whole record, or its changes. */
  readonly write: (signal: AbortSignal) => Promise<unknown>;
  /** It is on record: closes the form. Without it the form stays. */
  readonly onSaved?: () => void;
  /** Takes the focus to what keeps the form from being saved, where that is no field on the screen; true = done. */
  readonly focus?: () => boolean;
}

export interface RecordForm<F, P extends FormProblems> extends Pick<Saving, 'busy' | 'failure' | 'fail' | 'cancel'> {
  readonly texts: F;
  readonly set: (change: Partial<F>) => void;
  /** Takes what one field is changed to. */
  readonly typed: <K extends keyof F>(field: K) => (value: F[K]) => void;
  readonly problems: P;
  readonly isSound: boolean;
  /** Somebody tried to save the whole form, and could not: from now on every problem is told. */
  readonly tried: boolean;
  readonly told: (field: keyof P) => string | undefined;
  readonly locked: boolean;
  /** Saves once, or takes the focus to the first problem. What is typed stays until it is on record. */
  readonly submit: () => void;
  /** Another act of the same form, such as to withdraw: it needs those fields alone. */
  readonly act: (needs: readonly (keyof P)[], write: (signal: AbortSignal) => Promise<unknown>) => void;
  /** The next attempt counts as the first again. */
  readonly untry: () => void;
}

/** Every form that writes: texts, what is wrong with them, the record or its changes, saved once. */
export function useRecordForm<F extends object, P extends FormProblems>(kind: RecordFormKind<F, P>): RecordForm<F, P> {
  const { problems, words, early, isHeld = false, locked = false, write, onSaved, focus } = kind;
  const [texts, change] = kind.texts;
  const { save, ...saving } = useSaving();
  const [asked, setAsked] = useState<'all' | readonly (keyof P)[]>([]);
  const [refused, setRefused] = useState(0);
  useEffect(() => {
    if (refused > 0) focusFirstProblem(); // once what is wrong is marked on the screen
  }, [refused]);
  const isSound = Object.keys(problems).length === 0;
  const attempt = (needs: 'all' | readonly (keyof P)[], work: (signal: AbortSignal) => Promise<unknown>): void => {
    if (locked || saving.busy) return;
    const isReady =
      needs === 'all'
        ? isSound && !isHeld
        : needs.every((field) => problems[field as keyof FormProblems] === undefined);
    setAsked(isReady ? [] : needs);
    if (isReady) {
      save(work, onSaved);
      return;
    }
    saving.fail(null);
    if (needs !== 'all' || focus?.() !== true) setRefused((before) => before + 1);
  };
  return {
    ...saving,
    texts,
    set: (by) => change((before) => ({ ...before, ...by })),
    typed: (field) => (value) => change((before) => ({ ...before, [field]: value })),
    problems,
    isSound,
    tried: asked === 'all',
    told: (field) => {
      const code = problems[field];
      const isTold = asked === 'all' || asked.includes(field) || early?.(field) === true;
      return code !== undefined && isTold ? words(code) : undefined;
    },
    locked,
    submit: () => attempt('all', write),
    act: attempt,
    untry: () => setAsked([]),
  };
}

/** The first control marked as wrong, or the first of a group that is, in the dialogue above all else or in the page. */
function focusFirstProblem(): void {
  const place = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.querySelector('main');
  const wrong = place?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]');
  const control = 'input, select, textarea, button, [tabindex="0"]';
  (wrong?.matches(control) === true ? wrong : wrong?.querySelector<HTMLElement>(control))?.focus();
}

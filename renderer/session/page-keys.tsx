import { createContext, useContext, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { hasCommand } from '../components/command-key';
import { useAppState } from './app-state';

export interface PageKey {
  /** As matched; `Ctrl` is the command key of each system: `N`, `/`, `Ctrl+Enter`, `ArrowDown`, `Escape`. */
  readonly keys: string;
  readonly word: string;
  /** How the key is shown where that is not its name, such as `1 2 3` for the first of three. */
  readonly caption?: string;
  /** Other keys that do the same and are not shown. */
  readonly also?: readonly string[];
  /** Works, but is told beside what it does rather than in the status bar. */
  readonly unshown?: true;
  /** Held down, it acts once. */
  readonly once?: true;
  readonly run: () => void;
}

interface KeyBoard {
  readonly keys: readonly PageKey[];
  readonly setKeys: (keys: readonly PageKey[]) => void;
}

const Context = createContext<KeyBoard | null>(null);

export function PageKeysProvider({ children }: { readonly children: ReactNode }) {
  const [keys, setKeys] = useState<readonly PageKey[]>([]);
  return <Context value={{ keys, setKeys }}>{children}</Context>;
}

export function useShownKeys(): readonly PageKey[] {
  return useContext(Context)?.keys ?? [];
}

/** The keys of a page: shown in the status bar, acted on while the page is there. */
export function usePageKeys(keys: readonly PageKey[]): void {
  const board = useContext(Context);
  const latest = useRef(keys);
  latest.current = keys;
  const shown = keys.map(({ keys: name, word, unshown }) => (unshown === true ? '' : `${name}\t${word}`)).join('\n');
  useEffect(() => {
    board?.setKeys(latest.current.filter(({ unshown }) => unshown !== true));
    return () => board?.setKeys([]);
  }, [shown]); // eslint-disable-line react-hooks/exhaustive-deps -- the words decide; the actions are read when used
  useKeys(keys);
}

/**
 * Acts on keys while the caller is there. Keys without Ctrl or Alt act only outside text fields, and can be switched
 * off in the settings (WCAG 2.1.4).
 */
export function useKeys(keys: readonly Pick<PageKey, 'keys' | 'also' | 'once' | 'run'>[]): void {
  const { settings } = useAppState();
  const latest = useRef(keys);
  latest.current = keys;
  // As soon as the page stands there: a key pressed at its sight is not lost.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const name = nameOf(event);
      const single = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (
        single &&
        (isTyping(event.target) ||
          isPressed(event.target, name) ||
          (!settings.singleKeys && /^(Shift\+)?.$/u.test(name)))
      )
        return;
      const found = latest.current.find((key) => key.keys === name || key.also?.includes(name) === true);
      if (found === undefined || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      if (event.repeat && (name === 'Ctrl+Enter' || found.once === true)) return; // held down, it saves once
      found.run();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [settings.singleKeys]);
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const modifiers = [
    hasCommand(event) ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey && key.length === 1 && /[A-Z]/.test(key) ? 'Shift' : '',
  ];
  return [...modifiers.filter((part) => part !== ''), key].join('+');
}

/** Enter and Space belong to the button, link or box that has the focus; a page's own meaning would take its place. */
function isPressed(target: EventTarget | null, name: string): boolean {
  return (
    (name === 'Enter' || name === 'Space') &&
    target instanceof HTMLElement &&
    target.closest('button, a[href], summary, input') !== null
  );
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'file'].includes(target.type);
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}

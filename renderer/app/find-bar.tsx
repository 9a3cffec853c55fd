import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hostWindow } from '../bridge/host-window';
import { Button } from '../components/controls';
import './find-bar.css';

/** Matches as they are counted to the person: the word in the bar itself is none of them. */
export function countedMatches(at: number, of: number): { readonly at: number; readonly of: number } {
  const others = Math.max(0, of - 1);
  return { at: Math.min(at, others), of: others };
}

/**
 * Find in page, for a window that has none of its own; in a browser this shows nothing. It stands last in the page, so
 * that the match in its own field is the last one, and is stepped over.
 */
export function FindBar() {
  const { t } = useTranslation();
  const [text, setText] = useState<string | null>(null);
  const [matches, setMatches] = useState({ at: 0, of: 0 });
  const input = useRef<HTMLInputElement>(null);
  const sought = useRef({ text: '', forward: true });
  const find = (wanted: string, forward: boolean, next: boolean): void => {
    sought.current = { text: wanted, forward };
    if (wanted === '') hostWindow()?.ask({ kind: 'end-find' });
    else hostWindow()?.ask({ kind: 'find', text: wanted.slice(0, 200), forward, next });
  };
  useEffect(
    () =>
      hostWindow()?.listen((event) => {
        if (event.kind === 'find') {
          setText((before) => before ?? '');
          queueMicrotask(() => input.current?.select());
        } else if (event.kind === 'found') {
          setMatches(countedMatches(event.at, event.of));
          const { text: wanted, forward } = sought.current;
          if (event.of > 1 && event.at === event.of) find(wanted, forward, true);
        }
      }),
    [],
  );
  const isOpen = text !== null;
  useEffect(() => {
    if (isOpen) input.current?.focus();
  }, [isOpen]);
  if (text === null) return null;
  const close = (): void => {
    hostWindow()?.ask({ kind: 'end-find' });
    setText(null);
    setMatches({ at: 0, of: 0 });
  };
  return (
    <search
      className="find-bar"
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') close();
        if (event.key === 'Enter' && event.target === input.current) find(text, !event.shiftKey, true);
      }}
    >
      <input
        ref={input}
        className="input"
        value={text}
        maxLength={200}
        aria-label={t('window.find')}
        placeholder={t('window.find')}
        onChange={(event) => {
          setText(event.target.value);
          find(event.target.value, true, false);
        }}
      />
      <span className="small muted" role="status">
        {text === '' ? '' : matches.of === 0 ? t('window.noMatch') : t('window.matches', { ...matches })}
      </span>
      <Button look="small" aria-label={t('window.previousMatch')} onClick={() => find(text, false, true)}>
        ↑
      </Button>
      <Button look="small" aria-label={t('window.nextMatch')} onClick={() => find(text, true, true)}>
        ↓
      </Button>
      <Button look="small" onClick={close}>
        {t('common.close')}
      </Button>
    </search>
  );
}

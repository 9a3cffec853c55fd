import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { hasCommand, keyCaption } from '../components/command-key';
import { elevatorNumbered } from '../state/elevator-search';
import { useElevatorChoices } from '../state/use-elevators';
import { useAppState } from '../state/app-state';
import { PLACES } from './places';

/** Ctrl+K (Cmd+K): find an elevator by any of its names, or a page by its name, and go to it. */
export function Finder() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { revision } = useAppState();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const choices = useElevatorChoices(text, revision);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!hasCommand(event) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
  const pages = PLACES.filter((place) => place !== null).map(({ path, word }) => ({ path, name: t(word) }));
  const pageNamed = (name: string) => pages.find((page) => page.name.toLowerCase() === name.trim().toLowerCase());
  const go = (wanted: string): void => {
    const page = pageNamed(wanted);
    const found = elevatorNumbered(choices, wanted) ?? choices[0];
    if (wanted === '' || (page === undefined && found === undefined)) return;
    setText('');
    input.current?.blur();
    if (page !== undefined) navigate(page.path);
    else if (found !== undefined) navigate(`/elevator/${encodeURIComponent(found.registrationNo)}`);
  };
  return (
    <search className="finder">
      <input
        ref={input}
        className="input"
        list={listId}
        value={text}
        placeholder={`${t('frame.find')}  ${keyCaption('Ctrl K')}`}
        aria-label={t('frame.find')}
        onChange={(event) => {
          setText(event.target.value);
          if (elevatorNumbered(choices, event.target.value) !== undefined) go(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go(text);
          if (event.key === 'Escape') input.current?.blur();
        }}
      />
      <datalist id={listId}>
        {pages
          .filter(({ name }) => text.trim() !== '' && name.toLowerCase().includes(text.trim().toLowerCase()))
          .map(({ path, name }) => (
            <option key={path} value={name} />
          ))}
        {choices.slice(0, 12).map((elevator) => (
          <option key={elevator.registrationNo} value={elevator.registrationNo}>
            {[elevator.address, elevator.internalNo, elevator.rescueCode]
              .filter((part) => part !== undefined)
              .join(' ')}
          </option>
        ))}
      </datalist>
    </search>
  );
}

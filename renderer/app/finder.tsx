import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { searchWords } from '../../domain/fleet/elevator-search';
import type { FindQuestion, FoundThing } from '../../domain/fleet/find';
import { hasCommand, keyCaption } from '../components/command-key';
import { useAppState } from '../session/app-state';
import { useAuditQuestion } from '../session/use-audit-question';
import { useFleetAnswer } from '../session/use-fleet-answer';
import { FinderList, type FinderChoice } from './finder-list';
import { askedFor, filteredPath, groupsOf, pathOfFound, type FinderGroup } from './finder-groups';
import styles from './finder.module.css';
import { PLACES } from './places';

/** How many of each kind are shown. */
const MOST_SHOWN = 5;
const NOTHING: readonly FoundThing[] = [];
const NO_COUNTS = { elevator: 0, page: 0, firm: 0, hazard: 0 };

/** Ctrl+K (Cmd+K): find an elevator, a firm or a hazard by any of its names, or a page, and go to it. */
export function Finder() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { fleet } = useAppState();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const pages = useMemo(() => PLACES.filter((place) => place !== null), []);
  const names = useMemo(() => pages.map(({ word }) => t(word)), [pages, t]);
  const paths = useMemo(() => pages.map(({ path }) => path), [pages]);
  const questionOf = useQuestionOf(names);
  const asked = useMemo(() => askedFor(typed), [typed]);
  const question = useMemo(() => (isOpen ? questionOf(asked.text) : null), [isOpen, asked, questionOf]);
  const { answer, of, failure } = useFleetAnswer('find', question);
  const groups = useMemo(
    () => (question === null ? [] : groupsOf(answer?.rows ?? NOTHING, answer?.rest ?? NO_COUNTS, asked)),
    [answer, question, asked],
  );
  const choices = useMemo(() => choicesOf(groups, asked.text, paths), [groups, asked, paths]);
  useEffect(() => setChosen(0), [typed]);
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (!hasCommand(event) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
  const leaveFor = (path: string): void => {
    setTyped('');
    input.current?.blur();
    navigate(path);
  };
  /** What is shown may be of a text before: then the best of what was typed is asked for. */
  const go = (): void => {
    const choice = choices[chosen];
    if (of === question && choice !== undefined) return leaveFor(choice.path);
    const wanted = questionOf(asked.text);
    if (wanted === null) return;
    fleet.ask('find', wanted).then(
      ({ rows, rest }) => {
        const [best] = choicesOf(groupsOf(rows, rest, asked), asked.text, paths);
        if (best !== undefined) leaveFor(best.path);
      },
      () => undefined,
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') go();
    else if (event.key === 'Escape' && typed !== '') setTyped('');
    else if (event.key === 'Escape') input.current?.blur();
    else if (event.key === 'ArrowDown') setChosen(Math.min(chosen + 1, choices.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(chosen - 1, 0));
    else return;
    if (event.key !== 'Enter') event.preventDefault();
  };
  const shown = question !== null && (answer !== null || failure !== null);
  return (
    <search className={`finder ${styles.finder ?? ''}`}>
      <input
        ref={input}
        className="input"
        role="combobox"
        aria-expanded={shown}
        aria-controls={shown ? listId : undefined}
        aria-activedescendant={shown && choices.length > 0 ? `${listId}-${chosen}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        value={typed}
        placeholder={`${t('frame.find')}  ${keyCaption('Ctrl K')}`}
        aria-label={t('frame.find')}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {shown ? (
        <FinderList
          id={listId}
          groups={groups}
          failure={failure}
          choices={choices}
          chosen={chosen}
          onChosen={setChosen}
          onGo={({ path }) => leaveFor(path)}
        />
      ) : null}
    </search>
  );
}

/** Asks for a text among all that the fleet and the program name; null where nothing is asked for. */
function useQuestionOf(pages: readonly string[]): (text: string) => FindQuestion | null {
  const audit = useAuditQuestion();
  return useMemo(
    () => (text: string) => (searchWords(text).length === 0 ? null : { ...audit, text, most: MOST_SHOWN, pages }),
    [audit, pages],
  );
}

/** What can be chosen, in the order shown; behind the elevators shown, the fleet filtered for the rest of them. */
function choicesOf(groups: readonly FinderGroup[], text: string, paths: readonly string[]): FinderChoice[] {
  return groups.flatMap(({ kind, things, more }): FinderChoice[] => [
    ...things.map((thing) => ({ thing, path: pathOfFound(thing, paths) })),
    ...(kind === 'elevator' && more > 0 ? [{ thing: null, path: filteredPath(text.trim()) }] : []),
  ]);
}

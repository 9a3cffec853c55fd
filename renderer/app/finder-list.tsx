import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundThing } from '../../domain/fleet/find';
import type { Stretch } from '../../domain/fleet/sounds';
import { termsOf } from '../../domain/terms/terms-of';
import { StatusMark } from '../components/status-mark';
import { ErrorNotice } from '../features/record/error-notice';
import { useAppState } from '../session/app-state';
import type { FinderGroup } from './finder-groups';
import styles from './finder.module.css';

/** A line that can be chosen; `thing` null = the fleet, filtered. */
export interface FinderChoice {
  readonly thing: FoundThing | null;
  readonly path: string;
}

interface ListProps {
  readonly id: string;
  readonly groups: readonly FinderGroup[];
  /** Why nothing could be looked for; null = it could. */
  readonly failure: unknown;
  readonly choices: readonly FinderChoice[];
  readonly chosen: number;
  readonly onChosen: (at: number) => void;
  readonly onGo: (choice: FinderChoice) => void;
}

/** What was found, by kind with how many there are; the field keeps the focus. */
export function FinderList({ id, groups, failure, choices, chosen, onChosen, onGo }: ListProps) {
  const { t } = useTranslation();
  let at = 0;
  return (
    <div className={styles.panel} onPointerDown={(event) => event.preventDefault()}>
      <div id={id} role="listbox" aria-label={t('find.found')}>
        {groups.map(({ kind, count, things, more }) => {
          const from = at;
          at += things.length + (kind === 'elevator' && more > 0 ? 1 : 0);
          return (
            <div key={kind} role="group" aria-label={t(`find.kinds.${kind}`)} className={styles.group}>
              <div className={styles.kind} aria-hidden="true">
                {t(`find.kinds.${kind}`)} <span className="muted">{count}</span>
              </div>
              <div>
                {choices.slice(from, at).map((choice, index) => (
                  <div
                    key={choice.path}
                    id={`${id}-${from + index}`}
                    role="option"
                    aria-selected={from + index === chosen}
                    className={styles.line}
                    onPointerMove={() => onChosen(from + index)}
                    onClick={() => onGo(choice)}
                  >
                    {choice.thing === null ? (
                      <Cells name={t('find.more', { count: more })} beside={t('find.inFleet')} />
                    ) : (
                      <Thing thing={choice.thing} />
                    )}
                  </div>
                ))}
              </div>
            </div>
          );
        })}
      </div>
      {failure === null ? null : <ErrorNotice error={failure} />}
      {failure === null && groups.length === 0 ? <p className={styles.none}>{t('find.none')}</p> : null}
      <p className={styles.foot}>
        <span>
          <kbd>↑↓</kbd> {t('find.keys.choose')} <kbd>Enter</kbd> {t('find.keys.open')} <kbd>Esc</kbd>{' '}
          {t('find.keys.empty')}
        </span>
        <span className="muted">{t('find.signs')}</span>
      </p>
    </div>
  );
}

function Thing({ thing }: { readonly thing: FoundThing }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const terms = termsOf(locale);
  const name = <Marked text={thing.name} marks={thing.marks} />;
  switch (thing.kind) {
    case 'elevator': {
      const { registrationNo, verdict } = thing.row;
      const state = <StatusMark shape={verdict} word={terms.verdict[verdict]} />;
      return <Cells name={name} beside={registrationNo} state={state} />;
    }
    case 'page':
      return <Cells name={name} beside={t('find.page')} />;
    case 'firm':
      return (
        <Cells
          name={name}
          beside={t(`find.roles.${thing.role}`)}
          state={t('find.elevators', { count: thing.elevators })}
        />
      );
    case 'hazard':
      return <Cells name={name} beside={thing.place} state={terms.hazardState[thing.state]} />;
  }
}

function Cells({
  name,
  beside,
  state,
}: {
  readonly name: ReactNode;
  readonly beside: string;
  readonly state?: ReactNode;
}) {
  return (
    <>
      <span className={styles.name}>{name}</span>
      <span className={styles.beside}>{beside}</span>
      <span className={styles.state}>{state}</span>
    </>
  );
}

function Marked({ text, marks }: { readonly text: string; readonly marks: readonly Stretch[] }) {
  const parts: ReactNode[] = [];
  let done = 0;
  for (const [from, to] of marks) {
    parts.push(text.slice(done, from), <u key={from}>{text.slice(from, to)}</u>);
    done = to;
  }
  return [...parts, text.slice(done)];
}

import { useEffect, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { navigate as toHash } from 'wouter/use-hash-location';
import { toCivilDate } from '../../../domain/calendar/civil-date';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { FleetRow } from '../../../domain/fleet/fleet-row';
import { termsOf } from '../../../domain/terms/terms-of';
import { StatusMark } from '../../components/status-mark';
import { listDrafts } from '../../data/drafts';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { useAuditQuestion } from '../../session/use-audit-question';
import { usePageKeys } from '../../session/page-keys';
import { useFleetAnswer } from '../../session/use-fleet-answer';
import { useMatches, useOnceSettled } from '../../session/use-elevators';
import { savedOf, THEN_NEXT } from './page-hand-over';
import { DRAFT_PREFIX } from './visit-draft';

const MOST_SHOWN = 12;
const NO_ROWS: readonly FleetRow[] = [];

function openVisit(registrationNo: string): void {
  toHash(`/visit/${encodeURIComponent(registrationNo)}`, { state: THEN_NEXT });
}

/** Which elevator the visit was made at: found by any of its names; before a word is typed, the most pressing first. */
export function ChooseElevator() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [current, setCurrent] = useState(0);
  const rows = useFleetAnswer('rows', useAuditQuestion()).answer?.rows ?? NO_ROWS;
  const drafts = useDraftNumbers();
  const listId = useId();
  const pressing = useMemo(() => mostPressing(rows), [rows]);
  const { matches, settled } = useMatches(text, rows.length);
  const byNumber = useMemo(() => new Map(rows.map((row) => [row.registrationNo as string, row])), [rows]);
  const offered = useMemo(
    () =>
      rows.flatMap(({ elevator, use }, place) => (matches?.[place] === 1 && use.state !== 'retired' ? [elevator] : [])),
    [rows, matches],
  );
  const shown = (matches === null ? pressing : offered).slice(0, MOST_SHOWN);
  const active = shown[Math.min(current, shown.length - 1)];
  const act = useOnceSettled(settled, { open: () => active !== undefined && openVisit(active.registrationNo) });
  usePageKeys([
    { keys: 'ArrowDown', word: t('visit.keys.choose'), run: () => setCurrent((before) => before + 1) },
    { keys: 'Enter', word: t('visit.keys.open'), run: () => act('open') },
  ]);
  const optionId = (elevator: Elevator): string => `${listId}-${elevator.registrationNo}`;
  return (
    <>
      <div className="page-head">
        <h1>{t('visit.title')}</h1>
        <span className="muted">{t('visit.chooseHint')}</span>
      </div>
      <JustSaved />
      {drafts.length === 0 ? null : (
        <div className="notice warn">
          <span>{t('visit.unfinished')}</span>
          {drafts.map((registrationNo) => (
            <Link key={registrationNo} className="no-space" href={`/visit/${encodeURIComponent(registrationNo)}`}>
              {nameOf(byNumber.get(registrationNo)?.elevator) ?? registrationNo}
            </Link>
          ))}
        </div>
      )}
      <section className="panel choose-elevator">
        <label className="body">
          <span className="visually-hidden">{t('visit.which')}</span>
          <input
            className="input"
            autoFocus
            role="combobox"
            aria-expanded={shown.length > 0}
            aria-controls={listId}
            aria-activedescendant={active === undefined ? undefined : optionId(active)}
            placeholder={t('visit.findPlaceholder')}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setCurrent(0);
            }}
            onKeyDown={(event) => {
              const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
              if (step !== 0) {
                event.preventDefault();
                setCurrent(Math.max(0, Math.min(shown.length - 1, current + step)));
              } else if (event.key === 'Enter') act('open');
            }}
          />
        </label>
        <div className="choices-head muted small">
          {matches === null
            ? t('visit.mostPressing')
            : t('visit.found', { count: offered.length, shown: Math.min(offered.length, MOST_SHOWN) })}
        </div>
        <div role="listbox" id={listId} aria-label={t('visit.which')}>
          {shown.map((elevator) => (
            <Choice
              key={elevator.registrationNo}
              id={optionId(elevator)}
              elevator={elevator}
              row={byNumber.get(elevator.registrationNo)}
              active={elevator === active}
            />
          ))}
        </div>
        {shown.length === 0 ? (
          <div className="empty">{t(text === '' ? 'visit.noElevators' : 'visit.noneFound')}</div>
        ) : null}
      </section>
    </>
  );
}

function Choice({
  id,
  elevator,
  row,
  active,
}: {
  readonly id: string;
  readonly elevator: Elevator;
  readonly row: FleetRow | undefined;
  readonly active: boolean;
}) {
  const { t } = useTranslation();
  const { locale, pack, say } = useAppState();
  const terms = termsOf(locale);
  const pressing = row?.visitPressing ?? null;
  const rule = pressing === null ? undefined : pack.rules[pressing.rule];
  return (
    <div
      id={id}
      role="option"
      aria-selected={active}
      className={`choice ${active ? 'active' : ''}`}
      onClick={() => openVisit(elevator.registrationNo)}
    >
      <span>
        {elevator.sample === true ? <span className="sample-mark">{t('visit.sample')}</span> : null} {elevator.address}{' '}
        <strong>{elevator.internalNo}</strong>
      </span>
      <span className="no-space muted">{elevator.registrationNo}</span>
      {row?.use.state === 'must-not-run' || row?.use.state === 'out-of-use' ? (
        <StatusMark
          shape={row.use.state === 'must-not-run' ? 'refused' : 'not-applicable'}
          word={[terms.use[row.use.state], row.use.reason === null ? '' : terms.useReason[row.use.reason.kind]]
            .filter(Boolean)
            .join(' · ')}
        />
      ) : pressing === null || rule === undefined ? (
        <span className="muted">—</span>
      ) : (
        <StatusMark
          shape={pressing.status}
          word={t(pressing.daysLeft < 0 ? 'visit.ruleOver' : 'visit.ruleLeft', {
            rule: say(rule.shortTitle),
            count: Math.abs(pressing.daysLeft),
          })}
        />
      )}
      <span className="number muted">{pressing === null ? '' : longDate(toCivilDate(pressing.due), locale)}</span>
    </div>
  );
}

function JustSaved() {
  const { t } = useTranslation();
  const [saved] = useState(() => savedOf(history.state));
  if (saved === null) return null;
  return (
    <div className="notice" role="status">
      <StatusMark shape="met" word={t('visit.saved', { place: saved.place })} />
      <Link href={`/elevator/${encodeURIComponent(saved.registrationNo)}`}>{t('visit.openSaved')}</Link>
    </div>
  );
}

function nameOf(elevator: Elevator | undefined): string | undefined {
  const parts = [elevator?.address, elevator?.internalNo].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** In use, and the least days left first of what a visit can mend: overdue ones before all others. */
function mostPressing(rows: readonly FleetRow[]): readonly Elevator[] {
  return rows
    .filter(
      ({ visitPressing, use }) =>
        visitPressing !== null && use.state !== 'out-of-use' && use.state !== 'must-not-run' && use.state !== 'retired',
    )
    .sort((a, b) => (a.visitPressing?.daysLeft ?? 0) - (b.visitPressing?.daysLeft ?? 0))
    .slice(0, MOST_SHOWN)
    .map(({ elevator }) => elevator);
}

function useDraftNumbers(): readonly string[] {
  const [numbers, setNumbers] = useState<readonly string[]>([]);
  useEffect(() => {
    listDrafts(DRAFT_PREFIX)
      .then((drafts) => setNumbers(drafts.map(({ key }) => key.slice(DRAFT_PREFIX.length))))
      .catch(() => setNumbers([])); // without the list each draft is still found at its elevator
  }, []);
  return numbers;
}

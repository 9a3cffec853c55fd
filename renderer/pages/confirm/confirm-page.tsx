import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { MOST_CONFIRMED } from '../../../domain/bridge/limits';
import type { ConfirmationAct } from '../../../domain/confirmation/confirmation';
import type { UnconfirmedQuestion, UnconfirmedRest, UnconfirmedVisit } from '../../../domain/fleet/unconfirmed';
import { Button } from '../../components/controls';
import { RowGrid } from '../../components/row-grid';
import { saveTable } from '../../components/save-table';
import { ConfirmDialog } from '../../features/confirmations/confirm-dialog';
import { ErrorNotice } from '../../features/record/error-notice';
import { ExportButton, type Leaving } from '../../features/tables/export-button';
import { useAppState } from '../../session/app-state';
import { usePageKeys } from '../../session/page-keys';
import { useFleetAnswer } from '../../session/use-fleet-answer';
import { useConfirmColumns, useConfirmTable } from './confirm-columns';
import { ConfirmFilters, type ConfirmFilter } from './confirm-filters';
import { chosenOf, periodOf, SPANS, sumOf } from '../../features/confirmations/confirm-lists';

/** The visits that wait for the confirmation of the user unit. */
export function ConfirmPage() {
  const { t } = useTranslation();
  const { asOf } = useAppState();
  const [filter, setFilter] = useState<ConfirmFilter>({ span: '30', state: null, manager: null });
  const { span, state, manager } = filter;
  const question = useMemo<UnconfirmedQuestion>(
    () => ({ period: periodOf(span, asOf), state, manager }),
    [span, state, manager, asOf],
  );
  const { answer, of, failure } = useFleetAnswer('unconfirmed', question);
  if (failure !== null) return <ErrorNotice error={failure} />;
  if (answer === null)
    return (
      <div className="empty" role="status">
        {t('confirmations.reading')}
      </div>
    );
  return (
    <Waiting rows={answer.rows} rest={answer.rest} filter={filter} isCurrent={of === question} onFilter={setFilter} />
  );
}

interface WaitingProps {
  readonly rows: readonly UnconfirmedVisit[];
  readonly rest: UnconfirmedRest;
  readonly filter: ConfirmFilter;
  /** What is listed answers what is asked now. */
  readonly isCurrent: boolean;
  readonly onFilter: (filter: ConfirmFilter) => void;
}

interface Answering {
  readonly act: ConfirmationAct;
  readonly visits: readonly UnconfirmedVisit['visit'][];
}

function Waiting({ rows, rest, filter, isCurrent, onFilter }: WaitingProps) {
  const { t } = useTranslation();
  const { settings, asOf, readOnly } = useAppState();
  const [, navigate] = useLocation();
  const [current, setCurrent] = useState(0);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [answering, setAnswering] = useState<Answering | null>(null);
  const at = Math.min(current, rows.length - 1);
  const chosen = chosenOf(rows, selected, at);
  const toggle = (id: string): void =>
    setSelected((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const columns = useConfirmColumns(selected, toggle);
  const table = useConfirmTable();
  const mayAct = !readOnly && isCurrent && chosen.length > 0 && chosen.length <= MOST_CONFIRMED;
  const act = (one: ConfirmationAct): void => {
    if (mayAct) setAnswering({ act: one, visits: chosen.map(({ visit }) => visit) });
  };
  const change = (part: Partial<ConfirmFilter>): void => {
    onFilter({ ...filter, ...part });
    setCurrent(0);
    setSelected(new Set());
  };
  const open = (row: UnconfirmedVisit | undefined): void => {
    if (row !== undefined) navigate(`/elevator/${encodeURIComponent(row.registrationNo)}`);
  };
  const all = (): void =>
    setSelected((before) =>
      before.size > 0 ? new Set() : new Set(rows.slice(0, MOST_CONFIRMED).map(({ visit }) => visit.id)),
    );
  const leaving: Leaving = {
    name: t('export.unconfirmed', { count: rows.length }),
    asShown: true,
    save: (format) => saveTable(`${t('confirmations.title')}_${asOf}`, table(rows), format),
  };
  usePageKeys([
    { keys: 'ArrowDown', also: ['J'], word: t('keys.row'), run: () => setCurrent(Math.min(at + 1, rows.length - 1)) },
    { keys: 'ArrowUp', also: ['K'], word: '', run: () => setCurrent(Math.max(0, at - 1)) },
    { keys: 'Enter', word: t('keys.open'), run: () => open(rows[at]) },
    {
      keys: 'Space',
      word: t('keys.select'),
      run: () => rows[at] !== undefined && toggle(rows[at].visit.id),
    },
    { keys: 'A', word: t('confirmations.keys.all'), run: all },
    { keys: 'C', word: t('confirmations.given.save'), run: () => act('given') },
    { keys: 'R', word: t('confirmations.refused.save'), run: () => act('refused') },
    { keys: 'Q', word: t('confirmations.asked.save'), run: () => act('asked') },
    {
      keys: 'D',
      word: t('confirmations.keys.span'),
      run: () => change({ span: SPANS[(SPANS.indexOf(filter.span) + 1) % SPANS.length] ?? '30' }),
    },
  ]);
  return (
    <>
      <ConfirmHead
        rest={rest}
        days={filter.span}
        chosen={selected.size > 0 ? chosen.length : 0}
        mayAct={mayAct}
        onAct={act}
        leaving={rows.length === 0 ? null : leaving}
      />
      <ConfirmFilters rest={rest} filter={filter} onChange={change} />
      {rows.length === 0 ? (
        <div className="panel empty">{t('confirmations.none', { days: filter.span })}</div>
      ) : (
        <RowGrid
          label={t('confirmations.title')}
          rows={rows}
          columns={columns}
          keyOf={({ visit }) => visit.id}
          rowHeight={settings.comfortable ? 34 : 26}
          current={at}
          onCurrent={setCurrent}
          onOpen={open}
          isSelected={({ visit }) => selected.has(visit.id)}
        />
      )}
      {answering === null ? null : (
        <ConfirmDialog
          {...answering}
          onClose={() => {
            setAnswering(null);
            setSelected(new Set());
          }}
        />
      )}
    </>
  );
}

interface HeadProps {
  readonly rest: UnconfirmedRest;
  readonly days: string;
  /** How many were chosen, 0 = the one that the keys stand on is meant. */
  readonly chosen: number;
  readonly mayAct: boolean;
  readonly onAct: (act: ConfirmationAct) => void;
  /** Null where nothing is listed. */
  readonly leaving: Leaving | null;
}

function ConfirmHead({ rest, days, chosen, mayAct, onAct, leaving }: HeadProps) {
  const { t } = useTranslation();
  return (
    <div className="page-head">
      <h1>{t('confirmations.title')}</h1>
      <span className="muted">
        {t('confirmations.sum', { count: sumOf(rest.counts), days })}
        {rest.more > 0 ? t('confirmations.more', { count: rest.more }) : null}
      </span>
      <span className="actions">
        <ExportButton disabled={leaving === null} choices={leaving === null ? [] : [leaving]} />
        <Button keys="Q" disabled={!mayAct} onClick={() => onAct('asked')}>
          {t('confirmations.asked.save')}
        </Button>
        <Button keys="R" disabled={!mayAct} onClick={() => onAct('refused')}>
          {t('confirmations.refused.save')}
        </Button>
        <Button look="primary" keys="C" disabled={!mayAct} onClick={() => onAct('given')}>
          {chosen > 0 ? t('confirmations.given.several', { count: chosen }) : t('confirmations.given.save')}
        </Button>
      </span>
    </div>
  );
}

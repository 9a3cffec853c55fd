import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { toCivilDate } from '../../../domain/calendar/civil-date';
import type { DueRow } from '../../../domain/fleet/dues';
import { termsOf } from '../../../domain/terms/terms-of';
import { Segments } from '../../components/controls';
import { ElevatorName } from '../../components/elevator-name';
import { elevatorHref, placeOf } from '../../components/elevator-place';
import { RowGrid, type GridColumn } from '../../components/row-grid';
import { saveTable } from '../../components/save-table';
import { StatusMark } from '../../components/status-mark';
import { WeightTag } from '../../components/weight-tag';
import { ErrorNotice } from '../../features/record/error-notice';
import { ExportButton } from '../../features/tables/export-button';
import { useDueWords } from '../../features/fleet/use-due-words';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { usePageKeys } from '../../session/page-keys';
import { askedAmong, useAsked } from '../../session/use-asked';
import { useAuditQuestion } from '../../session/use-audit-question';
import { useFleetAnswer } from '../../session/use-fleet-answer';
import { AHEADS, dueWithin, kindsIn, type Ahead, type DueKind } from '../../features/fleet/due-lists';

/** Inspections, tests, certificates and insurance that end within some days: no visit answers them. */
export function DuePage() {
  const { t } = useTranslation();
  const { answer, failure } = useFleetAnswer('dues', useAuditQuestion());
  if (failure !== null) return <ErrorNotice error={failure} />;
  if (answer === null)
    return (
      <div className="empty" role="status">
        {t('due.reading')}
      </div>
    );
  return <Dues rows={answer.rows} />;
}

function Dues({ rows }: { readonly rows: readonly DueRow[] }) {
  const { t } = useTranslation();
  const { settings, asOf, locale } = useAppState();
  const [, navigate] = useLocation();
  const asked = useAsked();
  const [ahead, setAhead] = useState<Ahead>(askedAmong(asked('ahead'), AHEADS) ?? '30');
  const [kind, setKind] = useState<DueKind>('all');
  const [current, setCurrent] = useState(0);
  const words = useDueWords();
  const columns = useColumns(words);
  const shown = useMemo(() => dueWithin(rows, ahead, kind), [rows, ahead, kind]);
  const at = Math.min(current, shown.length - 1);
  const open = (row: DueRow | undefined): void => {
    if (row !== undefined) navigate(`/elevator/${encodeURIComponent(row.registrationNo)}`);
  };
  usePageKeys([
    { keys: 'ArrowDown', also: ['J'], word: t('keys.row'), run: () => setCurrent(Math.min(at + 1, shown.length - 1)) },
    { keys: 'ArrowUp', also: ['K'], word: '', run: () => setCurrent(Math.max(0, at - 1)) },
    { keys: 'Enter', word: t('keys.open'), run: () => open(shown[at]) },
    {
      keys: 'D',
      word: t('due.keys.span'),
      run: () => setAhead(AHEADS[(AHEADS.indexOf(ahead) + 1) % AHEADS.length] ?? '30'),
    },
  ]);
  return (
    <>
      <div className="page-head">
        <h1>{t('due.title')}</h1>
        <span className="muted">
          {t('due.sum', { date: longDate(asOf, locale), count: shown.length, days: ahead })}
        </span>
        <span className="actions">
          <ExportButton
            disabled={shown.length === 0}
            choices={[
              {
                name: t('export.dues', { count: shown.length }),
                asShown: true,
                save: (format) => saveTable(`${t('due.title')}_${asOf}`, dueLines(shown, words, { locale, t }), format),
              },
            ]}
          />
        </span>
      </div>
      <div className="filters">
        <Segments
          label={t('due.ahead.label')}
          value={ahead}
          options={AHEADS.map((value) => ({
            value,
            text: `${t('due.ahead.days', { days: value })} ${dueWithin(rows, value, kind).length}`,
          }))}
          onChange={setAhead}
        />
        <select
          className="input"
          aria-label={t('due.columns.kind')}
          value={String(kind)}
          onChange={({ target: { value } }) =>
            setKind(value === 'all' || value === 'insurance' ? value : Number(value))
          }
        >
          <option value="all">{t('fleet.filters.all', { what: t('due.columns.kind') })}</option>
          {kindsIn(rows).map((one) => (
            <option key={one} value={String(one)}>
              {words.kind(one === 'insurance' ? null : one)}
            </option>
          ))}
        </select>
        <span className="muted small">{t('due.hint')}</span>
      </div>
      {shown.length === 0 ? (
        <div className="panel empty">{t('due.none', { days: ahead })}</div>
      ) : (
        <RowGrid
          label={t('due.title')}
          rows={shown}
          columns={columns}
          keyOf={({ registrationNo, rule }) => `${registrationNo} ${rule ?? 'insurance'}`}
          rowHeight={settings.comfortable ? 34 : 26}
          current={at}
          onCurrent={setCurrent}
          onOpen={open}
        />
      )}
    </>
  );
}

type DueWords = ReturnType<typeof useDueWords>;

function useColumns({ kind, left }: DueWords): readonly GridColumn<DueRow>[] {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const day = (epochDay: number): string => longDate(toCivilDate(epochDay), locale);
  return [
    {
      id: 'left',
      head: t('due.columns.left'),
      width: '140px',
      cell: (row) => <StatusMark shape={row.daysLeft < 0 ? 'overdue' : row.status} word={left(row)} />,
    },
    { id: 'due', head: t('due.columns.due'), width: '100px', cell: ({ due }) => day(due) },
    { id: 'kind', head: t('due.columns.kind'), width: 'minmax(150px, 1fr)', cell: ({ rule }) => kind(rule) },
    {
      id: 'weight',
      head: t('due.columns.weight'),
      width: '84px',
      cell: ({ weight }) => (weight === null ? null : <WeightTag weight={weight} />),
    },
    {
      id: 'elevator',
      head: t('fleet.columns.place'),
      width: 'minmax(150px, 1fr)',
      cell: ({ registrationNo, elevator }) => <ElevatorName elevator={elevator} href={elevatorHref(registrationNo)} />,
    },
    {
      id: 'registrationNo',
      head: t('fleet.columns.registrationNo'),
      width: '150px',
      cell: ({ registrationNo }) => <span className="no-space">{registrationNo}</span>,
    },
    {
      id: 'lastDone',
      head: t('due.columns.lastDone'),
      width: '100px',
      cell: ({ lastDone }) => (lastDone === null ? '—' : day(lastDone)),
    },
  ];
}

function dueLines(
  rows: readonly DueRow[],
  { kind, left }: DueWords,
  { locale, t }: { locale: 'zh-CN' | 'en'; t: ReturnType<typeof useTranslation>['t'] },
): string[][] {
  const head = ['registrationNo', 'place', 'maintainer'].map((key) =>
    t(`fleet.columns.${key}` as 'fleet.columns.place'),
  );
  const more = (['kind', 'due', 'left', 'weight', 'lastDone'] as const).map((key) => t(`due.columns.${key}`));
  return [
    [...head, ...more],
    ...rows.map((row) => [
      ...[row.registrationNo, placeOf(row.elevator), row.elevator.maintainer ?? '', kind(row.rule)],
      ...[toCivilDate(row.due), left(row), row.weight === null ? '' : termsOf(locale).weight[row.weight]],
      row.lastDone === null ? '' : toCivilDate(row.lastDone),
    ]),
  ];
}

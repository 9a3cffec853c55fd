import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { toCivilDate } from '../../../domain/calendar/civil-date';
import { isOfRoster, type Due } from '../../../domain/fleet/roster-dues';
import { termsOf } from '../../../domain/terms/terms-of';
import { Segments } from '../../components/controls';
import { placeOf } from '../../components/elevator-place';
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
import { AHEADS, dueWithin, kindAsked, kindsIn, type Ahead, type DueKind } from '../../features/fleet/due-lists';
import { DueSubject, dueKey, duePath } from '../../features/fleet/due-subject';
import { useDues } from '../../features/fleet/use-dues';

/** Inspections, tests, insurance, certificates of people and permits of firms that end within some days. */
export function DuePage() {
  const { t } = useTranslation();
  const { rows, failure } = useDues();
  if (failure !== null) return <ErrorNotice error={failure} />;
  if (rows === null)
    return (
      <div className="empty" role="status">
        {t('due.reading')}
      </div>
    );
  return <Dues rows={rows} />;
}

function Dues({ rows }: { readonly rows: readonly Due[] }) {
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
  const open = (row: Due | undefined): void => {
    if (row !== undefined) navigate(duePath(row));
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
          onChange={({ target: { value } }) => setKind(kindAsked(value))}
        >
          <option value="all">{t('fleet.filters.all', { what: t('due.columns.kind') })}</option>
          {kindsIn(rows).map((one) => (
            <option key={one} value={String(one)}>
              {words.kind(one)}
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
          keyOf={dueKey}
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

function useColumns({ what, left }: DueWords): readonly GridColumn<Due>[] {
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
    { id: 'kind', head: t('due.columns.kind'), width: 'minmax(150px, 1fr)', cell: what },
    {
      id: 'weight',
      head: t('due.columns.weight'),
      width: '84px',
      cell: (due) => (isOfRoster(due) || due.weight === null ? null : <WeightTag weight={due.weight} />),
    },
    {
      id: 'elevator',
      head: t('due.columns.of'),
      width: 'minmax(150px, 1fr)',
      cell: (due) => <DueSubject due={due} />,
    },
    {
      id: 'registrationNo',
      head: t('fleet.columns.registrationNo'),
      width: '150px',
      cell: (due) => (isOfRoster(due) ? '—' : <span className="no-space">{due.registrationNo}</span>),
    },
    {
      id: 'lastDone',
      head: t('due.columns.lastDone'),
      width: '100px',
      cell: (due) => (isOfRoster(due) || due.lastDone === null ? '—' : day(due.lastDone)),
    },
  ];
}

function dueLines(
  rows: readonly Due[],
  { what, left }: DueWords,
  { locale, t }: { locale: 'zh-CN' | 'en'; t: ReturnType<typeof useTranslation>['t'] },
): string[][] {
  const head = ['registrationNo', 'place', 'maintainer'].map((key) =>
    t(`fleet.columns.${key}` as 'fleet.columns.place'),
  );
  const more = (['kind', 'due', 'left', 'weight', 'lastDone'] as const).map((key) => t(`due.columns.${key}`));
  return [
    [...head, ...more, t('due.columns.holder')],
    ...rows.map((row) => {
      const ends = [what(row), toCivilDate(row.due), left(row)];
      if (isOfRoster(row)) {
        const { name } = row.value;
        const firm = row.list === 'firms' ? name : 'firm' in row.value ? (row.value.firm ?? '') : '';
        return ['', '', firm, ...ends, '', '', name];
      }
      const { registrationNo, elevator, weight, lastDone } = row;
      return [
        ...[registrationNo, placeOf(elevator), elevator.maintainer ?? '', ...ends],
        ...[weight === null ? '' : termsOf(locale).weight[weight], lastDone === null ? '' : toCivilDate(lastDone), ''],
      ];
    }),
  ];
}

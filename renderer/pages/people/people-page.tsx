import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { standing, type Recorded } from '../../../domain/record/dossier';
import { recordNoOf } from '../../../domain/record/record-id';
import { CERTIFICATE_DAYS, daysLeft, validState } from '../../../domain/roster/certificates';
import type { Firm } from '../../../domain/roster/firm';
import type { Person } from '../../../domain/roster/person';
import { ROSTER_LISTS, type Roster, type RosterList } from '../../../domain/roster/roster';
import { namesakesOf } from '../../../domain/roster/same-person';
import { Button, Segments } from '../../components/controls';
import { RowGrid, type GridColumn } from '../../components/row-grid';
import { saveTable } from '../../components/save-table';
import { StatusMark } from '../../components/status-mark';
import { ExportButton } from '../../features/tables/export-button';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { usePageKeys } from '../../session/page-keys';
import { askedAmong, useAsked } from '../../session/use-asked';
import { RosterDialog } from './roster-dialog';
import { FIELDS_OF } from './roster-form';

type Row = Recorded<Person | Firm>;

/** People with their certificates, and firms with their permits. */
export function PeoplePage() {
  const { t } = useTranslation();
  const { roster } = useAppState();
  if (roster === null)
    return (
      <div className="empty" role="status">
        {t('roster.reading')}
      </div>
    );
  return <Lists roster={roster} />;
}

function Lists({ roster }: { readonly roster: Roster }) {
  const { t } = useTranslation();
  const { settings, asOf, locale, readOnly } = useAppState();
  const asked = useAsked();
  const [list, setList] = useState<RosterList>(askedAmong(asked('list'), ROSTER_LISTS) ?? 'people');
  const [ending, setEnding] = useState(false);
  /** Null until a row is chosen: then the one that was asked for. */
  const [current, setCurrent] = useState<number | null>(null);
  const [open, setOpen] = useState<Row | 'new' | null>(null);
  const rows: readonly Row[] = roster[list];
  const shown = useMemo(() => shownOf(rows, ending, asOf), [rows, ending, asOf]);
  const columns = useColumns(list, roster);
  const askedRow = asked('row');
  const first = Math.max(
    0,
    shown.findIndex(({ id }) => id === askedRow),
  );
  const at = Math.min(current ?? first, shown.length - 1);
  const edit = (row: Row | undefined): void => {
    if (row !== undefined && row.withdrawn !== true && !readOnly) setOpen(row);
  };
  const record = (): void => {
    if (!readOnly) setOpen('new');
  };
  usePageKeys([
    { keys: 'ArrowDown', also: ['J'], word: t('keys.row'), run: () => setCurrent(Math.min(at + 1, shown.length - 1)) },
    { keys: 'ArrowUp', also: ['K'], word: '', run: () => setCurrent(Math.max(0, at - 1)) },
    { keys: 'Enter', word: t('keys.open'), run: () => edit(shown[at]) },
    { keys: 'N', word: t(`roster.${list}.record`), run: record },
  ]);
  const fields = FIELDS_OF[list];
  const nameOf = (field: (typeof fields)[number]): string =>
    t(list === 'firms' && field === 'name' ? 'rosterFields.firm' : `rosterFields.${field}`);
  const lines = (): string[][] => [
    fields.map(nameOf),
    ...shown
      .filter(({ withdrawn }) => withdrawn !== true)
      .map(({ value }) => fields.map((field) => memberOf(value, field) ?? '')),
  ];
  return (
    <>
      <div className="page-head">
        <h1>{t('roster.title')}</h1>
        <span className="muted">{t(`roster.${list}.sum`, { count: standing<Person | Firm>(rows).length })}</span>
        <span className="actions">
          <ExportButton
            disabled={shown.length === 0}
            choices={[
              {
                name: t(`roster.${list}.title`),
                asShown: true,
                save: (format) => saveTable(`${t(`roster.${list}.title`)}_${asOf}`, lines(), format),
              },
            ]}
          />
          <Button look="primary" keys="N" disabled={readOnly} onClick={record}>
            {t(`roster.${list}.record`)}
          </Button>
        </span>
      </div>
      <div className="filters">
        <Segments
          label={t('roster.lists')}
          value={list}
          options={ROSTER_LISTS.map((value) => ({ value, text: t(`roster.${value}.title`) }))}
          onChange={setList}
        />
        <label>
          <input type="checkbox" checked={ending} onChange={(event) => setEnding(event.target.checked)} />{' '}
          {t('roster.ending', { days: CERTIFICATE_DAYS })}
        </label>
        <span className="muted small">{t(`roster.${list}.about`)}</span>
      </div>
      {shown.length === 0 ? (
        <div className="panel empty">
          {t(ending && rows.length > 0 ? 'roster.noneEnding' : `roster.${list}.none`, {
            days: CERTIFICATE_DAYS,
            date: longDate(asOf, locale),
          })}
        </div>
      ) : (
        <RowGrid
          label={t(`roster.${list}.title`)}
          rows={shown}
          columns={columns}
          keyOf={({ id }) => id}
          rowHeight={settings.comfortable ? 34 : 26}
          current={at}
          onCurrent={setCurrent}
          onOpen={edit}
          classOf={({ withdrawn }) => (withdrawn === true ? 'withdrawn' : '')}
        />
      )}
      {open === null ? null : (
        <RosterDialog list={list} record={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

/** By name; with `ending` those alone whose certificate or permit ends soon or has ended. */
function shownOf(rows: readonly Row[], ending: boolean, asOf: CivilDate): readonly Row[] {
  const soon = ({ value, withdrawn }: Row): boolean =>
    withdrawn !== true && ['ended', 'ending'].includes(validState(value, asOf));
  return rows.filter((row) => !ending || soon(row)).sort((a, b) => a.value.name.localeCompare(b.value.name, 'zh'));
}

function memberOf(row: Person | Firm, field: string): string | undefined {
  return (Object.entries(row) as [string, string][]).find(([member]) => member === field)?.[1]; // all are texts
}

const SHAPES = { unknown: 'no-data', ended: 'overdue', ending: 'due-soon', valid: 'met' } as const;

function useColumns(list: RosterList, roster: Roster): readonly GridColumn<Row>[] {
  const { t } = useTranslation();
  const { locale, asOf } = useAppState();
  return useMemo(() => {
    const people = standing(roster.people);
    const text = (field: string, width: string): GridColumn<Row> => ({
      id: field,
      head: t(`rosterFields.${field}` as 'rosterFields.name'),
      width,
      cell: ({ value }) => memberOf(value, field) ?? '—',
    });
    const day = (field: string): GridColumn<Row> => ({
      ...text(field, '104px'),
      cell: ({ value }) => {
        const known = memberOf(value, field);
        return known === undefined ? '—' : longDate(known, locale); // one of the days
      },
    });
    const name: GridColumn<Row> = {
      ...text('name', 'minmax(150px, 1fr)'),
      head: t(list === 'firms' ? 'rosterFields.firm' : 'rosterFields.name'),
      cell: ({ value, withdrawn, amendments = [] }) => {
        const others = list === 'people' && withdrawn !== true ? namesakesOf(value, people) : 0;
        return (
          <>
            {value.name}
            {others === 0 ? null : <span className="muted small"> {t('roster.namesakes', { count: others + 1 })}</span>}
            {withdrawn === true ? <span className="muted small"> {t('roster.withdrawn')}</span> : null}
            {withdrawn !== true && amendments.length > 0 ? (
              <span className="muted small"> {t('roster.corrected')}</span>
            ) : null}
          </>
        );
      },
    };
    const valid: GridColumn<Row> = {
      id: 'state',
      head: t('roster.state'),
      width: '150px',
      cell: ({ value }) => {
        const state = validState(value, asOf);
        const days = value.validUntil === undefined ? 0 : Math.abs(daysLeft(value.validUntil, asOf));
        return <StatusMark shape={SHAPES[state]} word={t(`roster.states.${state}`, { count: days })} />;
      },
    };
    const no: GridColumn<Row> = {
      id: 'recordNo',
      head: t('history.recordNo'),
      width: '70px',
      cell: ({ id }) => recordNoOf(id),
    };
    return list === 'people'
      ? [
          name,
          text('firm', 'minmax(140px, 1fr)'),
          text('certificateKind', '120px'),
          text('certificateNo', '170px'),
          day('validUntil'),
          valid,
          day('from'),
          day('to'),
          no,
        ]
      : [name, text('permitNo', '190px'), day('validUntil'), valid, text('phone', '140px'), no];
  }, [list, roster, locale, asOf, t]);
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../domain/bridge/import-replies';
import type { ShownRow, ShownTable } from '../../../domain/bridge/table-replies';
import { call } from '../../bridge/client';
import { Button, Segments } from '../../components/controls';
import { count } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { sheetKey } from './mapping-answers';
import { Warnings } from './table-side';
import { useFieldWords } from './use-field-words';

/** Rows as they will be written, beside the rows as they are, or one of the two with all the room. */
const VIEWS = ['both', 'written', 'as-is'] as const;
export type View = (typeof VIEWS)[number];

export function viewAfter(view: View): View {
  return VIEWS[(VIEWS.indexOf(view) + 1) % VIEWS.length]!;
}

interface RowsProps {
  readonly preview: ImportPreview;
  readonly onFailure: (error: unknown) => void;
}

/** The rows of each table as the file has them, beside what is written of them; a part at a time. */
export function WrittenRows({
  preview,
  view,
  onView,
  onFailure,
}: RowsProps & { readonly view: View; readonly onView: (view: View) => void }) {
  const { t } = useTranslation();
  const tables = preview.tables.filter(({ part, rows }) => part !== null && rows.length > 0);
  const [chosen, setChosen] = useState('');
  const table = tables.find((one) => sheetKey(one) === chosen) ?? tables[0];
  if (table === undefined) return null;
  return (
    <>
      {table.warnings.length === 0 ? null : <Warnings warnings={table.warnings} />}
      <section className="panel written-rows" aria-label={t('mapping.rows.title')}>
        <header>
          <h2>{t('mapping.rows.title')}</h2>
          <Segments
            label={t('mapping.rows.switch')}
            value={view}
            options={VIEWS.map((value) => ({
              value,
              text: t(`mapping.rows.views.${value}`),
              ...(value === 'both' ? { keys: 'K' } : {}),
            }))}
            onChange={onView}
          />
          <span className="muted small">{t(`mapping.rows.hints.${view}`)}</span>
          {tables.length < 2 ? null : (
            <Segments
              label={t('mapping.tables')}
              value={sheetKey(table)}
              options={tables.map((one) => ({ value: sheetKey(one), text: one.sheet === '' ? one.file : one.sheet }))}
              onChange={setChosen}
            />
          )}
        </header>
        <RowsOf
          key={`${preview.importId} ${sheetKey(table)}`}
          table={table}
          view={view}
          preview={preview}
          onFailure={onFailure}
        />
      </section>
    </>
  );
}

function RowsOf({ table, view, preview, onFailure }: RowsProps & { readonly table: ShownTable; readonly view: View }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const [{ from, rows }, setShown] = useState<{ from: number; rows: readonly ShownRow[] }>({
    from: 0,
    rows: table.rows,
  });
  const [reading, setReading] = useState(false);
  const all = table.part === null ? 0 : (preview.files[table.part]?.rows ?? 0);
  const show = (next: number): void => {
    setReading(true);
    call('import.rows', { importId: preview.importId, at: table.at, sheet: table.sheet, from: next })
      .then((read) => setShown({ from: next, rows: read }), onFailure)
      .finally(() => setReading(false));
  };
  const behind = all - from - rows.length;
  return (
    <>
      <div className="rows-scroll" tabIndex={0} role="region" aria-label={t(`mapping.rows.hints.${view}`)}>
        <table className="list">
          <thead>
            <tr>
              <th className="number">{t('mapping.rows.row')}</th>
              <th>{t('mapping.rows.fate')}</th>
              {view === 'as-is' ? null : <th className="written">{t('mapping.rows.written')}</th>}
              {view === 'written' ? null : table.columns.map(({ name }) => <th key={name}>{name}</th>)}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.row} row={row} table={table} view={view} />
            ))}
          </tbody>
        </table>
      </div>
      {all <= table.rows.length ? null : (
        <footer className="small">
          {t('mapping.rows.from', { from: count(from + 1, locale), to: count(from + rows.length, locale) })}{' '}
          {behind <= 0 ? null : (
            <Button look="link" busy={reading} onClick={() => show(from + rows.length)}>
              {t('mapping.rows.more', { count: Math.min(behind, table.rows.length) })}
            </Button>
          )}{' '}
          {from === 0 ? null : (
            <Button look="link" busy={reading} onClick={() => show(0)}>
              {t('mapping.rows.first')}
            </Button>
          )}
        </footer>
      )}
    </>
  );
}

function Row({
  row: { row, cells, fate, values },
  table,
  view,
}: {
  readonly row: ShownRow;
  readonly table: ShownTable;
  readonly view: View;
}) {
  const { t } = useTranslation();
  return (
    <tr className={fate === 'refused' ? 'refused' : ''}>
      <td className="number">{row}</td>
      <td className="fate">{t(`mapping.rows.fates.${fate}`)}</td>
      {view === 'as-is' ? null : <Written values={values} table={table} />}
      {view === 'written'
        ? null
        : table.columns.map(({ name, at }) => (
            <td key={name} className="no-space cell">
              {cells[at] ?? ''}
            </td>
          ))}
    </tr>
  );
}

/** What is written of a row, field by field. */
function Written({ values, table }: { readonly values: ShownRow['values']; readonly table: ShownTable }) {
  const { t } = useTranslation();
  const words = useFieldWords();
  return (
    <td className="written">
      {values.length === 0 || table.table === null
        ? t('mapping.rows.nothing')
        : values.map(({ field, value, from }) => (
            <span key={field} className="value">
              <span className="muted">{words.field(table.table!, field)}</span>{' '}
              {words.value(table.table!, field, value)}
              {from === undefined ? null : (
                <span className="muted no-space">{t('mapping.rows.fromUnit', { written: from })}</span>
              )}
            </span>
          ))}
    </td>
  );
}

import { TABLES_IN } from '../../../domain/record/table-names';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../domain/bridge/import-replies';
import type { ShownTable } from '../../../domain/bridge/table-replies';
import { emptyMapping } from '../../../domain/mapping/mapping';
import { Button, Segments } from '../../components/controls';
import { usePageKeys } from '../../session/page-keys';
import { ColumnsTable } from './columns-table';
import {
  asks,
  isAsked,
  mappingOf,
  proposalsOf,
  sheetKey,
  withEncoding,
  withMapping,
  withProposals,
  withTable,
  type Said,
} from './mapping-answers';
import { MappingArchive } from './mapping-archive';
import { SameForAll } from './same-for-all';
import { TableSide } from './table-side';
import { useFieldWords } from './use-field-words';

interface StepProps {
  readonly preview: ImportPreview;
  readonly said: Said;
  readonly busy: boolean;
  /** Something was said that the preview does not show yet: many rows are read again only when asked to. */
  readonly waits: boolean;
  readonly readOnly: boolean;
  readonly onSaid: (said: Said) => void;
  readonly onApply: () => void;
  readonly onNext: () => void;
  readonly onFailure: (error: unknown) => void;
}

/** What the columns of every table are taken for; nothing is written, and every change is seen at once. */
export function MappingStep({ preview, said, busy, waits, readOnly, onSaid, onApply, onNext, onFailure }: StepProps) {
  const { t } = useTranslation();
  const { tables } = preview;
  const [chosen, setChosen] = useState(() => sheetKey(tables.find(asks) ?? tables[0]!));
  const shown = tables.find((one) => sheetKey(one) === chosen) ?? tables[0]!;
  const here = said.sheets.get(sheetKey(shown));
  const mapping = here === undefined ? mappingOf(shown) : here.mapping;
  const proposals = tables.reduce((sum, one) => sum + proposalsOf(one), 0);
  const next = (): void => {
    if (busy) return;
    if (waits) onApply();
    else if (proposals > 0) onSaid(withProposals(said, tables));
    else onNext();
  };
  const nextWord = waits
    ? t('mapping.apply')
    : proposals > 0
      ? t('mapping.adopt', { count: proposals })
      : t('mapping.next');
  usePageKeys([{ keys: 'Ctrl+Enter', word: nextWord, run: next }]);
  return (
    <div className="mapping-step" aria-busy={busy}>
      <div className="mapping-main">
        <section className="panel mapping-panel" aria-label={t('mapping.title')}>
          <header>
            <h2>{t('mapping.title')}</h2>
            <TableCounts table={shown} />
            {tables.length < 2 ? null : (
              <Segments
                label={t('mapping.tables')}
                value={sheetKey(shown)}
                options={tables.map((one) => ({ value: sheetKey(one), text: nameOf(one) }))}
                onChange={setChosen}
              />
            )}
            <TableKind table={shown} as={mapping?.table ?? null} onAs={(as) => onSaid(withTable(said, shown, as))} />
          </header>
          {shown.columns.length === 0 ? null : (
            <ColumnsTable
              table={shown}
              fields={preview.fields}
              mapping={mapping ?? emptyMapping('elevators')}
              onMapping={(next) => onSaid(withMapping(said, shown, next))}
            />
          )}
          <Missing table={shown} />
          {mapping === null ? null : (
            <SameForAll
              key={mapping.table}
              table={shown}
              fields={preview.fields}
              mapping={mapping}
              onMapping={(next) => onSaid(withMapping(said, shown, next))}
            />
          )}
        </section>
        <div className="mapping-right">
          <TableSide
            table={shown}
            preview={preview}
            mapping={mapping}
            onMapping={(next) => onSaid(withMapping(said, shown, next))}
            onEncoding={(encoding) => onSaid(withEncoding(said, shown.at, encoding))}
          />
          <MappingArchive table={shown} mapping={mapping} readOnly={readOnly} onFailure={onFailure} />
        </div>
      </div>
      <div className="import-foot">
        <span role="status">{busy ? t('mapping.reread') : ''}</span>
        <span className="actions">
          {waits || proposals === 0 ? null : <Button onClick={onNext}>{t('mapping.next')}</Button>}
          <Button look="primary" keys="Ctrl Enter" busy={busy} onClick={next}>
            {nextWord}
          </Button>
        </span>
      </div>
    </div>
  );
}

const nameOf = ({ file, sheet }: ShownTable): string => (sheet === '' ? file : sheet);

function TableCounts({ table }: { readonly table: ShownTable }) {
  const { t } = useTranslation();
  const { columns, headerRow } = table;
  const asked = columns.filter(isAsked).length;
  const read = columns.filter((column) => column.field !== null && !isAsked(column)).length;
  return (
    <span className="muted small">
      {t('mapping.counts', { columns: columns.length, read, asked, kept: columns.length - asked - read })}
      {headerRow > 1 ? ` · ${t('mapping.headerAt', { row: headerRow })}` : ''}
    </span>
  );
}

function TableKind({
  table,
  as,
  onAs,
}: {
  readonly table: ShownTable;
  readonly as: ShownTable['table'];
  readonly onAs: (as: ShownTable['table']) => void;
}) {
  const { t } = useTranslation();
  if (table.columns.length === 0) return null;
  return (
    <label className="table-kind">
      {t('mapping.tableKind')}
      <select
        className="input"
        value={as ?? ''}
        data-asked={as === null || undefined}
        onChange={({ target }) => onAs(TABLES_IN.find((one) => one === target.value) ?? null)}
      >
        <option value="">{t('mapping.notRead')}</option>
        {TABLES_IN.map((one) => (
          <option key={one} value={one}>
            {t(`import.tables.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Missing({ table }: { readonly table: ShownTable }) {
  const { t } = useTranslation();
  const words = useFieldWords();
  if (table.table === null || table.missing.length === 0) return null;
  const fields = table.missing.map((field) => words.field(table.table!, field)).join(t('import.listComma'));
  return (
    <div className="notice warn" role="status">
      {t('mapping.missing', { fields })}
    </div>
  );
}

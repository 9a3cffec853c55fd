import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LOCALES, type Locale } from '../../../domain/pack/legal-basis';
import { type MappedTable } from '../../../domain/mapping/mapping';
import { TABLES_IN, TABLE_NAMES } from '../../../domain/record/table-names';
import { call } from '../../bridge/client';
import { Button, Segments, SelectField } from '../../components/controls';
import { mediaTypeOf, saveFile } from '../../components/save-file';
import { TABLE_FORMATS, type TableFormat } from '../../components/save-table';
import { useAppState } from '../../session/app-state';

/** Empty tables to fill in, for whoever has none yet. */
export function Templates({ onFailure }: { readonly onFailure: (error: unknown) => void }) {
  const { t } = useTranslation();
  const { locale: own } = useAppState();
  const [table, setTable] = useState<MappedTable>('visits');
  const [locale, setLocale] = useState<Locale>(own);
  const [format, setFormat] = useState<TableFormat>('xlsx');
  const save = (): void => {
    call('tables.template', { table, locale, format }).then(
      ({ fileName, bytes }) => saveFile(fileName, bytes, mediaTypeOf(fileName)),
      onFailure,
    );
  };
  return (
    <section className="panel templates" aria-label={t('templates.title')}>
      <header>
        <h2>{t('templates.title')}</h2>
      </header>
      <p className="muted">{t('templates.note')}</p>
      <div className="templates-row">
        <SelectField
          label={t('templates.table')}
          value={table}
          options={TABLES_IN.map((value) => ({ value, text: TABLE_NAMES[value][own] }))}
          onChange={(event) => setTable(event.target.value as MappedTable)} // one of the options
        />
        <Segments
          label={t('templates.language')}
          value={locale}
          onChange={setLocale}
          options={LOCALES.map((value) => ({ value, text: t(`templates.languages.${value}`) }))}
        />
        <Segments
          label={t('export.format')}
          value={format}
          onChange={setFormat}
          options={TABLE_FORMATS.map((value) => ({ value, text: t(`export.formats.${value}`) }))}
        />
        <Button onClick={save}>{t('templates.save')}</Button>
      </div>
    </section>
  );
}

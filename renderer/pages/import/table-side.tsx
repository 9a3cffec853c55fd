import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../domain/bridge/import-replies';
import type { ShownTable, TableWarning, WordQuestion } from '../../../domain/bridge/table-replies';
import { withWord, type TableMapping } from '../../../domain/mapping/mapping';
import type { TextEncoding } from '../../../domain/reading/habits';
import { Button, Segments } from '../../components/controls';
import { count } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { DayCalendar } from './day-calendar';
import { useFieldWords } from './use-field-words';

interface SideProps {
  readonly table: ShownTable;
  readonly preview: ImportPreview;
  readonly mapping: TableMapping | null;
  readonly onMapping: (mapping: TableMapping) => void;
  readonly onEncoding: (encoding: TextEncoding) => void;
}

/** What is asked of a table as a whole, and what a person should see of it before going on. */
export function TableSide({ table, preview, mapping, onMapping, onEncoding }: SideProps) {
  return (
    <aside className="mapping-side">
      {table.encodings.length === 0 ? null : <EncodingChoice table={table} onEncoding={onEncoding} />}
      {mapping === null || table.words.length === 0 ? null : (
        <WordChoices table={table} mapping={mapping} onMapping={onMapping} />
      )}
      {table.table === null || table.table === 'elevators' ? null : <ElevatorsFound table={table} preview={preview} />}
      {table.days.length === 0 ? null : <DayCalendar days={table.days} />}
      {table.warnings.length === 0 ? null : <Warnings warnings={table.warnings} />}
    </aside>
  );
}

function EncodingChoice({ table, onEncoding }: Pick<SideProps, 'table' | 'onEncoding'>) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-label={t('mapping.encoding.title')}>
      <header>
        <h2>{t('mapping.encoding.title')}</h2>
        <Segments
          label={t('mapping.encoding.title')}
          value={table.encoding}
          options={table.encodings.map(({ encoding }) => ({ value: encoding, text: encoding }))}
          onChange={(encoding) => onEncoding(encoding as TextEncoding)} // one of the options
        />
      </header>
      <div className="body small">
        <p>{t('mapping.encoding.hint')}</p>
        {table.encodings.map(({ encoding, sample }) => (
          <p key={encoding} className={`sample ${encoding === table.encoding ? 'strong' : ''}`}>
            {t('mapping.encoding.sample', { encoding, sample })}
          </p>
        ))}
      </div>
    </section>
  );
}

function WordChoices({
  table,
  mapping,
  onMapping,
}: {
  readonly table: ShownTable;
  readonly mapping: TableMapping;
  readonly onMapping: SideProps['onMapping'];
}) {
  const { t } = useTranslation();
  return (
    <section className="panel word-choices" aria-label={t('mapping.words.title', { count: table.words.length })}>
      <header>
        <h2>{t('mapping.words.title', { count: table.words.length })}</h2>
      </header>
      <div className="body">
        <p className="small muted">{t('mapping.words.hint')}</p>
        {table.words.map((question) => (
          <WordChoice
            key={`${question.field} ${question.word}`}
            table={mapping.table}
            question={question}
            onValue={(value) => onMapping(withWord(mapping, question.field, question.word, value))}
          />
        ))}
      </div>
    </section>
  );
}

function WordChoice({
  table,
  question: { field, word, rows, near, choices },
  onValue,
}: {
  readonly table: TableMapping['table'];
  readonly question: WordQuestion;
  readonly onValue: (value: string) => void;
}) {
  const { t } = useTranslation();
  const words = useFieldWords();
  return (
    <div className="word-choice">
      <span>
        <strong>{word}</strong> <span className="muted small">{t('mapping.words.rows', { count: rows })}</span>
      </span>
      <select
        className="input"
        aria-label={t('mapping.words.of', { word })}
        value=""
        onChange={({ target }) => onValue(target.value)}
      >
        <option value="">{t('mapping.words.none')}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {words.value(table, field, choice)}
          </option>
        ))}
      </select>
      {near === null ? null : (
        <Button look="link" onClick={() => onValue(near)}>
          {t('mapping.words.near', { value: words.value(table, field, near) })}
        </Button>
      )}
    </div>
  );
}

const LOST: ReadonlySet<string> = new Set(['unknown-code', 'code-not-unique', 'unknown-elevator']);

function ElevatorsFound({ table, preview }: Pick<SideProps, 'table' | 'preview'>) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const lost = new Set(
    preview.refusals
      .filter(({ file, sheet = '', code }) => file === table.file && sheet === table.sheet && LOST.has(code))
      .map(({ row }) => row),
  ).size;
  const file = table.part === null ? undefined : preview.files[table.part];
  if (file === undefined || table.missing.includes('registration_no')) return null;
  // rows refused for something else were never held against the register
  const rows = file.accepted + file.unchanged + file.repeated + file.updating + file.waiting + lost;
  return (
    <section className="panel found" aria-label={t('mapping.found.title')}>
      <header>
        <h2>{t('mapping.found.title')}</h2>
        <span className="small">
          {t('mapping.found.rows', { found: count(rows - lost, locale), rows: count(rows, locale) })}
        </span>
      </header>
      {lost === 0 && !table.columns.some(({ field }) => field === 'code') ? null : (
        <div className="body small">
          {lost === 0 ? null : <strong className="warn">{t('mapping.found.lost', { count: lost })} </strong>}
          {table.columns.some(({ field }) => field === 'code') ? t('mapping.found.code') : null}
        </div>
      )}
    </section>
  );
}

/** What is odd about the rows that are taken, each with some of its rows as the file has them. */
export function Warnings({ warnings }: { readonly warnings: readonly TableWarning[] }) {
  const { t } = useTranslation();
  return (
    <section className="panel warnings" aria-label={t('mapping.warnings.title', { count: warnings.length })}>
      <header>
        <h2>{t('mapping.warnings.title', { count: warnings.length })}</h2>
        <span className="muted small">{t('mapping.warnings.hint')}</span>
      </header>
      <ol className="body">
        {warnings.map((warning, index) => (
          <Warning key={index} warning={warning} />
        ))}
      </ol>
    </section>
  );
}

function Warning({ warning: { code, params, rows, examples } }: { readonly warning: TableWarning }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <li>
      {t(`mapping.warnings.${code}`, { ...params, count: rows })}{' '}
      {examples.length === 0 ? null : (
        <Button look="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('mapping.warnings.rows')}
        </Button>
      )}
      {open
        ? examples.map(({ row, cells }) => (
            <div key={row} className="small no-space example">
              <span className="muted">{t('mapping.warnings.row', { row })}</span>{' '}
              {cells.filter((cell) => cell !== '').join(' | ')}
            </div>
          ))
        : null}
    </li>
  );
}

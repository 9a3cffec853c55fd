import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../../domain/record/refusal';
import { refusalSentence } from '../../../domain/record/refusal-sentences';
import { useAppState } from '../../session/app-state';

const MOST_SHOWN = 100;
const MOST_ROWS = 8;

interface Told {
  readonly note: Refusal;
  readonly sentence: string;
  readonly rows: number[];
}

/** What a person should know before writing: how columns are read, and what of the rows taken could not be read. */
export function ToldNotes({ notes }: { readonly notes: readonly Refusal[] }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  if (notes.length === 0) return null;
  const told = grouped(notes, (note) => refusalSentence(note, locale));
  return (
    <section className="panel told-notes" tabIndex={0} aria-label={t('import.told', { count: told.length })}>
      <header>
        <h2>{t('import.told', { count: told.length })}</h2>
      </header>
      <table className="list">
        <thead>
          <tr>
            {(['file', 'row', 'column', 'value', 'told'] as const).map((column) => (
              <th key={column}>{t(`import.columns.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told.slice(0, MOST_SHOWN).map(({ note, sentence, rows }, index) => (
            <tr key={index}>
              <td>{note.sheet === undefined ? note.file : `${note.file} ${note.sheet}`}</td>
              <td>
                {rows.slice(0, MOST_ROWS).join(t('import.listComma'))}
                {rows.length > MOST_ROWS ? ` ${t('import.moreRows', { count: rows.length - MOST_ROWS })}` : ''}
              </td>
              <td>{note.column}</td>
              <td>{note.value}</td>
              <td>{sentence}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {told.length > MOST_SHOWN ? (
        <div className="empty">{t('import.moreTold', { count: told.length - MOST_SHOWN })}</div>
      ) : null}
    </section>
  );
}

/** One line for the same thing in the same column, with its rows. */
function grouped(notes: readonly Refusal[], sentenceOf: (note: Refusal) => string): Told[] {
  const told = new Map<string, Told>();
  for (const note of notes) {
    const sentence = sentenceOf(note);
    const key = JSON.stringify([note.file, note.sheet, note.column, note.value, sentence]);
    const known = told.get(key);
    const rows = note.row === 0 ? [] : [note.row];
    if (known === undefined) told.set(key, { note, sentence, rows });
    else known.rows.push(...rows);
  }
  return [...told.values()];
}

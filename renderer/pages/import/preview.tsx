import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportFilePreview, ImportPreview } from '../../../domain/bridge/import-replies';
import type { RecordId } from '../../../domain/record/record-id';
import { call } from '../../bridge/client';
import { mediaTypeOf, saveFile } from '../../components/save-file';
import { StatusMark } from '../../components/status-mark';
import { count } from '../../i18n/dates';
import { showValue } from '../../i18n/show-value';
import { useAppState } from '../../session/app-state';
import { usePageKeys } from '../../session/page-keys';
import { BeginningQuestions, type BeginningAnswers } from './beginning-questions';
import { PreviewFoot } from './preview-foot';
import { RecordUpdates } from './record-updates';
import { Refusals } from './refusals';
import { RegisterDoubts } from './register-doubts';
import { RowDoubts } from './row-doubts';
import { ToldNotes } from './told-notes';
import { TwinQuestions, type TwinAnswer } from './twin-questions';
import { useRefusalList } from './use-refusal-list';
import { viewAfter, WrittenRows, type View } from './written-rows';

/** Records to be corrected as the table tells them, and why. */
export interface Corrections {
  readonly records: readonly RecordId[];
  readonly reason: string;
}

interface PreviewProps {
  readonly preview: ImportPreview;
  readonly writing: boolean;
  readonly readOnly: boolean;
  readonly onCommit: (beginnings: BeginningAnswers, acceptUpdates: boolean, corrections: Corrections | null) => void;
  readonly onAnswer: (answers: readonly TwinAnswer[]) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Steps come with their hazards. */
function recordsIn({ hazard_steps: _, ...adds }: ImportPreview['adds']): number {
  return Object.values(adds).reduce((sum, count) => sum + count, 0);
}

/** Everything an import would do, before it does it: what is taken, what is not and why, what is proposed. */
export function Preview({ preview, writing, readOnly, onCommit, onAnswer, onFailure }: PreviewProps) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const [beginnings, setBeginnings] = useState<BeginningAnswers>(new Map());
  const [acceptUpdates, setAcceptUpdates] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<RecordId>>(new Set());
  const [reason, setReason] = useState(t('recordUpdates.usual'));
  const [view, setView] = useState<View>('both');
  const { adds, twins, recordsFromProposals, elevatorUpdates, recordUpdates } = preview;
  const openTwins = twins.filter(({ answer }) => answer === null).length;
  const news =
    recordsIn(adds) +
    (acceptUpdates ? elevatorUpdates.length : 0) +
    chosen.size +
    [...beginnings.values()].filter((answer) => answer === 'accept').length;
  const open = openTwins + recordsFromProposals.filter(({ registrationNo }) => !beginnings.has(registrationNo)).length;
  const isReasoned = chosen.size === 0 || reason.trim() !== '';
  const canCommit = news > 0 && open === 0 && isReasoned && !writing && !readOnly;
  const commit = (): void => {
    const corrections = chosen.size === 0 ? null : { records: [...chosen], reason: reason.trim() };
    if (canCommit) onCommit(beginnings, acceptUpdates, corrections);
  };
  const saveRefused = (): void => {
    call('import.refused', { importId: preview.importId, locale }).then(
      ({ fileName, bytes }) => saveFile(fileName, bytes, mediaTypeOf(fileName)),
      onFailure,
    );
  };
  const list = useRefusalList(preview.refusals);
  usePageKeys([
    ...(list.all.length === 0
      ? []
      : [
          { keys: 'ArrowDown', also: ['J'], word: t('keys.row'), run: () => list.move(1) },
          { keys: 'ArrowUp', also: ['K'], word: '', run: () => list.move(-1) },
        ]),
    ...(preview.tables.some(({ rows }) => rows.length > 0)
      ? [{ keys: 'K', word: t('mapping.rows.switch'), run: () => setView(viewAfter) }]
      : []),
    { keys: 'Ctrl+S', word: t('import.saveRefused'), run: saveRefused },
    { keys: 'Ctrl+Enter', word: t('import.commit'), run: commit },
  ]);
  const rows = preview.files.reduce((sum, file) => sum + file.rows, 0);
  return (
    <div className="import-preview">
      <section className="panel files" tabIndex={0} aria-label={t('import.files')}>
        <header>
          <h2>{t('import.files')}</h2>
          <span className="muted small" style={{ marginLeft: 'auto' }}>
            {t('import.took', {
              files: preview.files.length,
              rows: count(rows, locale),
              seconds: (preview.tookMs / 1000).toFixed(1),
            })}
          </span>
        </header>
        <FileTable files={preview.files} />
      </section>
      {twins.length === 0 ? null : (
        <TwinQuestions key={preview.importId} twins={twins} busy={writing} onAnswer={onAnswer} />
      )}
      {recordsFromProposals.length === 0 ? null : (
        <BeginningQuestions proposals={recordsFromProposals} answers={beginnings} onAnswers={setBeginnings} />
      )}
      <RegisterDoubts {...preview} />
      <RowDoubts doubts={preview.doubts} files={preview.files} />
      <ToldNotes notes={preview.notes} />
      <WrittenRows preview={preview} view={view} onView={setView} onFailure={onFailure} />
      <Refusals list={list} onSave={saveRefused} />
      {elevatorUpdates.length === 0 ? null : (
        <UpdatesOffer updates={elevatorUpdates} accepted={acceptUpdates} onAccepted={setAcceptUpdates} />
      )}
      {recordUpdates.length === 0 ? null : (
        <RecordUpdates
          updates={recordUpdates}
          chosen={chosen}
          reason={reason}
          onChosen={setChosen}
          onReason={setReason}
        />
      )}
      <PreviewFoot
        preview={preview}
        news={news}
        open={open}
        openTwins={openTwins}
        refused={list.all.length}
        corrected={chosen.size}
        writing={writing}
        canCommit={canCommit}
        onCommit={commit}
      />
    </div>
  );
}

interface UpdatesProps {
  readonly updates: ImportPreview['elevatorUpdates'];
  readonly accepted: boolean;
  readonly onAccepted: (accepted: boolean) => void;
}

function UpdatesOffer({ updates, accepted, onAccepted }: UpdatesProps) {
  const { t } = useTranslation();
  return (
    <label className="notice warn">
      <input type="checkbox" checked={accepted} onChange={(event) => onAccepted(event.target.checked)} />
      <span>
        <strong>{t('import.acceptUpdates', { count: updates.length })}</strong>{' '}
        {t('import.updatesHint', { count: updates.length })}
        <span className="small muted">
          {updates
            .slice(0, 5)
            .map(
              ({ registrationNo, changes }) =>
                ` ${registrationNo}: ${changes.map(({ field, from, to }) => `${t(`particulars.${field}`)} ${showValue(from)} → ${showValue(to)}`).join('; ')}`,
            )}
        </span>
      </span>
    </label>
  );
}

function FileTable({ files }: { readonly files: readonly ImportFilePreview[] }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  return (
    <table className="list">
      <thead>
        <tr>
          {(['file', 'table', 'encoding', 'fields', 'rows', 'accepted', 'result', 'notes'] as const).map((column) => (
            <th key={column} className={column === 'rows' || column === 'accepted' ? 'number' : ''}>
              {t(`import.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={`${file.file} ${file.sheet} ${file.table ?? ''}`}>
            <td className="strong">{file.file}</td>
            <td>{t(`import.tables.${file.table ?? 'none'}`)}</td>
            <td>
              {[
                file.encoding,
                t(`import.delimiters.${file.delimiter}`),
                file.headerRow > 1 ? t('import.headerRow', { row: file.headerRow }) : '',
              ]
                .filter((part) => part !== '')
                .join(locale === 'en' ? ', ' : '，')}
            </td>
            <td>
              {t('import.fieldCount', { count: file.columns.length })}
              <UnknownColumns file={file} />
            </td>
            <td className="number">{count(file.rows, locale)}</td>
            <td className="number">{count(file.accepted, locale)}</td>
            <td>
              {file.refused > 0 ? (
                <StatusMark shape="refused" word={t('import.refusedCount', { count: file.refused })} />
              ) : file.waiting > 0 ? (
                <StatusMark shape="due-soon" word={t('import.notes.waiting', { count: file.waiting })} />
              ) : (
                <StatusMark shape="met" word={t(file.accepted > 0 ? 'import.allTaken' : 'import.noNews')} />
              )}
            </td>
            <td>{notesOf(file, t).join(locale === 'en' ? '; ' : '；')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function UnknownColumns({ file }: { readonly file: ImportFilePreview }) {
  const { t } = useTranslation();
  const unknown = file.columns
    .filter(({ field, header }) => field === null && header !== '')
    .map(({ header }) => header);
  return unknown.length === 0 ? null : (
    <span className="warn">{` ${t('import.unknownColumns', { columns: unknown.join(t('import.listComma')) })}`}</span>
  );
}

function notesOf(file: ImportFilePreview, t: ReturnType<typeof useTranslation>['t']): string[] {
  return [
    file.unchanged > 0 ? t('import.notes.unchanged', { count: file.unchanged }) : '',
    file.updating > 0 ? t('import.acceptUpdates', { count: file.updating }) : '',
    file.waiting > 0 && file.refused > 0 ? t('import.notes.waiting', { count: file.waiting }) : '',
    file.repeated > 0 ? t('import.notes.repeated', { count: file.repeated }) : '',
    file.skippedTotals > 0 ? t('import.notes.totals') : '',
    file.skippedBlank > 0 ? t('import.notes.blank', { count: file.skippedBlank }) : '',
    file.skippedSheets.length > 0
      ? t('import.notes.sheets', { sheets: file.skippedSheets.join(t('import.listComma')) })
      : '',
  ].filter((note) => note !== '');
}

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportListed } from '../../../domain/bridge/import-replies';
import { dayWritten, type EnteredAt } from '../../../domain/calendar/entered-at';
import { recordNoOf } from '../../../domain/record/record-id';
import { call } from '../../bridge/client';
import { Button } from '../../components/controls';
import { ErrorNotice } from '../../features/record/error-notice';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { saveTable } from '../../components/save-table';
import { ExportButton } from '../../features/tables/export-button';
import { broughtWords, filesOf, importLines, takenBackWords } from './past-import-words';
import { BroughtDialog } from './brought-dialog';

const MOST_FILES = 4;

/** Every import on record, newest first: what it brought, by whom, and taking it back. */
export function PastImports() {
  const { t } = useTranslation();
  const { locale, revision } = useAppState();
  const [imports, setImports] = useState<readonly ImportListed[] | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [open, setOpen] = useState<ImportListed | null>(null);
  useEffect(() => {
    let isCurrent = true;
    call('import.list', {}).then(
      (list) => {
        if (isCurrent) setImports(list);
      },
      (error: unknown) => {
        if (isCurrent) setFailure(error);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [revision]);
  if (failure !== null) return <ErrorNotice error={failure} />;
  if (imports === null || imports.length === 0) return null;
  return (
    <section className="panel past-imports" aria-label={t('pastImports.title')}>
      <header>
        <h2>{t('pastImports.title')}</h2>
        <span className="actions">
          <ExportButton
            look="small"
            choices={[
              {
                name: t('export.imports', { count: imports.length }),
                asShown: true,
                save: (format) => saveTable(t('pastImports.title'), importLines(imports, t, locale), format),
              },
            ]}
          />
        </span>
      </header>
      <div className="list-scroll" tabIndex={0} role="region" aria-label={t('pastImports.title')}>
        <table className="list">
          <thead>
            <tr>
              {(['on', 'files', 'brought', 'by', 'state'] as const).map((column) => (
                <th key={column}>{t(`pastImports.${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {imports.map((one) => (
              <tr key={one.import}>
                <td className="no-space">
                  {longDate(dayWritten(one.at as EnteredAt), locale)} {one.at.slice(11, 16)}
                  <div className="muted small">{t('pastImports.entry', { no: recordNoOf(one.import) })}</div>
                </td>
                <td>{shownFiles(filesOf(one, t), (rest) => t('pastImports.moreFiles', { count: rest }))}</td>
                <td>{broughtWords(one, t, locale)}</td>
                <td>{one.author === '' ? '—' : one.author}</td>
                <td>
                  {one.takenBack === null ? (
                    <Button look="small" onClick={() => setOpen(one)}>
                      {t('pastImports.open')}
                    </Button>
                  ) : (
                    <>
                      {takenBackWords(one, t, locale)}
                      <div className="muted small">{one.takenBack.reason}</div>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open === null ? null : <BroughtDialog of={open} onClose={() => setOpen(null)} />}
    </section>
  );
}

function shownFiles(names: readonly string[], more: (rest: number) => string): string {
  const rest = names.length - MOST_FILES;
  return [...names.slice(0, MOST_FILES), ...(rest > 0 ? [more(rest)] : [])].join(' · ');
}

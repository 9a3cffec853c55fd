import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportListed } from '../../../domain/bridge/import-replies';
import { dayWritten, type EnteredAt } from '../../../domain/calendar/entered-at';
import { DOSSIER_LISTS } from '../../../domain/record/kinds';
import { recordNoOf } from '../../../domain/record/record-id';
import { termsOf } from '../../../domain/terms/terms-of';
import { call } from '../../bridge/client';
import { Button } from '../../components/controls';
import { ErrorNotice } from '../../features/record/error-notice';
import { count, longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
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
                <td>{filesOf(one, t('pastImports.sample'), (rest) => t('pastImports.moreFiles', { count: rest }))}</td>
                <td>
                  {broughtWords(one, locale, {
                    elevators: t('pastImports.elevators'),
                    changed: t('pastImports.changed', { count: one.counts.changed }),
                  })}
                </td>
                <td>{one.author === '' ? '—' : one.author}</td>
                <td>
                  {one.takenBack === null ? (
                    <Button look="small" onClick={() => setOpen(one)}>
                      {t('pastImports.open')}
                    </Button>
                  ) : (
                    <>
                      {t('pastImports.takenBack', {
                        day: longDate(dayWritten(one.takenBack.at as EnteredAt), locale),
                        no: recordNoOf(one.takenBack.id),
                      })}
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

function filesOf({ sources, sample }: ImportListed, sampleWord: string, more: (rest: number) => string): string {
  if (sample) return sampleWord;
  const names = [...new Set(sources.map(({ file }) => file))];
  const rest = names.length - MOST_FILES;
  return [...names.slice(0, MOST_FILES), ...(rest > 0 ? [more(rest)] : [])].join(' · ');
}

/** What came of each kind, those of which something came. */
function broughtWords(
  { counts }: ImportListed,
  locale: 'zh-CN' | 'en',
  { elevators, changed }: { readonly elevators: string; readonly changed: string },
): string {
  const terms = termsOf(locale);
  const gap = locale === 'en' ? ': ' : ' ';
  const parts = [
    ...(counts.elevators === 0 ? [] : [`${elevators}${gap}${count(counts.elevators, locale)}`]),
    ...DOSSIER_LISTS.flatMap((list) =>
      counts[list] === 0 ? [] : [`${terms.recordKind[list]}${gap}${count(counts[list], locale)}`],
    ),
    ...(counts.changed === 0 ? [] : [changed]),
  ];
  return parts.join(locale === 'en' ? ', ' : '，');
}

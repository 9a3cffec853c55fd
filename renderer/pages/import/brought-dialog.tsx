import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ImportBrought, ImportListed } from '../../../domain/bridge/import-replies';
import type { DossierList } from '../../../domain/record/kinds';
import { recordNoOf } from '../../../domain/record/record-id';
import { call } from '../../bridge/client';
import { TextArea } from '../../components/controls';
import { useRecordForm } from '../../components/use-record-form';
import { ErrorNotice } from '../../features/record/error-notice';
import { pathOfRecord } from '../../features/record/path-of-record';
import { RecordDialog } from '../../features/record/record-dialog';
import { count, longDate } from '../../i18n/dates';
import { capital, kindWord } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';

const MOST_KEPT = 20;

/** What an import brought, record by record, and taking it back with a reason. */
export function BroughtDialog({ of, onClose }: { readonly of: ImportListed; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { mutate, readOnly } = useAppState();
  const [brought, setBrought] = useState<ImportBrought | null>(null);
  const [unread, setUnread] = useState<unknown>(null);
  useEffect(() => {
    const controller = new AbortController();
    call('import.brought', { import: of.import }, { signal: controller.signal }).then(setBrought, (error: unknown) => {
      if (!controller.signal.aborted) setUnread(error);
    });
    return () => controller.abort();
  }, [of.import]);
  const texts = useState({ reason: '' });
  const reason = texts[0].reason.trim();
  const nothing = brought !== null && isNothing(brought);
  const form = useRecordForm({
    texts,
    problems: reason === '' ? { reason: 'reason-missing' } : {},
    words: () => t('correction.reason-missing'),
    locked: readOnly || brought === null || nothing,
    write: () => mutate('import.takeBack', { import: of.import, reason }),
    onSaved: onClose,
  });
  return (
    <RecordDialog
      title={t('pastImports.dialog', { no: recordNoOf(of.import) })}
      form={form}
      saveWord={t('pastImports.takeBack')}
      closeWord={t('common.close')}
      wide
      onClose={onClose}
    >
      {unread === null ? null : <ErrorNotice error={unread} />}
      {brought === null ? (
        unread === null ? (
          <p role="status">{t('pastImports.reading')}</p>
        ) : null
      ) : (
        <>
          <Records of={brought} onFollow={onClose} />
          <Effect of={brought} />
          {nothing ? null : (
            <TextArea
              label={t('pastImports.reason')}
              hint={t('pastImports.reasonHint')}
              value={form.texts.reason}
              onChange={(event) => form.set({ reason: event.target.value })}
              problem={form.told('reason')}
            />
          )}
        </>
      )}
    </RecordDialog>
  );
}

function isNothing({ withdrawn, unregistered, restored }: ImportBrought): boolean {
  return Object.keys(withdrawn).length === 0 && unregistered === 0 && restored === 0;
}

function Effect({ of }: { readonly of: ImportBrought }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const parts = (Object.entries(of.withdrawn) as [DossierList, number][]).map(
    ([list, number]) => `${kindWord(list, locale)} ${count(number, locale)}`,
  );
  return (
    <>
      {isNothing(of) ? <p className="notice">{t('pastImports.nothingLeft')}</p> : null}
      {parts.length === 0 ? null : (
        <p>{t('pastImports.withdraws', { what: parts.join(locale === 'en' ? ', ' : '、') })}</p>
      )}
      {of.unregistered === 0 ? null : <p>{t('pastImports.unregisters', { count: of.unregistered })}</p>}
      {of.restored === 0 ? null : <p>{t('pastImports.restores', { count: of.restored })}</p>}
      {of.keptCount === 0 ? null : (
        <div className="notice warn">
          <strong>{t('pastImports.keeps', { count: of.keptCount })}</strong>
          <ul>
            {of.kept.slice(0, MOST_KEPT).map(({ registrationNo, list, id, why }) => (
              <li key={`${id} ${list ?? ''} ${why}`}>
                <span className="no-space">{registrationNo}</span>{' '}
                {list === null ? t('pastImports.register') : kindWord(list, locale)} {recordNoOf(id)}:{' '}
                {t(`pastImports.why.${why}`)}
              </li>
            ))}
          </ul>
          {of.keptCount > MOST_KEPT ? t('pastImports.moreKept', { count: of.keptCount - MOST_KEPT }) : null}
        </div>
      )}
    </>
  );
}

function Records({ of, onFollow }: { readonly of: ImportBrought; readonly onFollow: () => void }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  return (
    <div className="list-scroll brought" tabIndex={0} role="region" aria-label={t('pastImports.records')}>
      <table className="list">
        <thead>
          <tr>
            {(['elevator', 'kind', 'day', 'no'] as const).map((column) => (
              <th key={column}>{t(`pastImports.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.records.map(({ registrationNo, list, id, on, standing }) => (
            <tr key={`${id} ${list ?? ''}`} className={standing ? '' : 'muted'}>
              <td className="no-space">
                <Link href={pathOfRecord({ list: list ?? '', registrationNo, recordId: id }) ?? '/'} onClick={onFollow}>
                  {registrationNo}
                </Link>
              </td>
              <td>{list === null ? capital(t('pastImports.register')) : kindWord(list, locale)}</td>
              <td className="no-space">{on === null ? '' : longDate(on, locale)}</td>
              <td>
                {recordNoOf(id)} {standing ? '' : t('pastImports.isWithdrawn')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {of.all > of.records.length ? (
        <div className="empty">{t('pastImports.moreRecords', { count: of.all - of.records.length })}</div>
      ) : null}
    </div>
  );
}

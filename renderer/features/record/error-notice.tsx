import type { TFunction } from 'i18next';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { BridgeError, type ErrorCode, type ErrorDetails } from '../../../domain/bridge/errors';
import type { Locale } from '../../../domain/pack/legal-basis';
import { BACKUP_FAULTS, backupFaultWords } from '../../../domain/terms/backup-fault';
import { faultId } from '../../bridge/report-fault';
import { kindWord } from '../../i18n/term-words';
import { pathOfRecord } from './path-of-record';

/** What happened, what was kept, what to do; the code and its details can be copied. It comes into view: a form may be longer than its window. */
export function ErrorNotice({ error }: { readonly error: unknown }) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language === 'en' ? 'en' : 'zh-CN'; // it is shown before there is a session, too
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    notice.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  const code = error instanceof BridgeError ? error.code : 'internal';
  const id = faultId(error);
  const details: ErrorDetails =
    error instanceof BridgeError
      ? error.details
      : { id: id ?? '', message: error instanceof Error ? error.message : String(error) };
  const words = { ...wordsOf(details, locale, t), ...backupWords(code, details, locale) };
  return (
    <div ref={notice} className="notice error" role="alert">
      <div>
        <strong>{t(`errors.${code}.what`, words)}</strong> {t(`errors.${code}.kept`)} {t(`errors.${code}.do`, words)}{' '}
        <RecordLink details={details} />
        <div className="small muted no-space">
          {code} {Object.keys(details).length === 0 ? '' : JSON.stringify(details)}
        </div>
      </div>
    </div>
  );
}

/** Figures of the sentence; what to do may differ by the list that a record stands in. */
function wordsOf(details: ErrorDetails, locale: Locale, t: TFunction): Record<string, string | number> {
  const { list, by } = details;
  return {
    ...details,
    ...(list === undefined ? {} : { kind: kindWord(String(list), locale), context: String(list) }),
    ...(by === '' ? { by: t('visitDetail.unsigned') } : {}),
  };
}

/** A backup that failed says why in the words that the command line has too. */
function backupWords(code: ErrorCode, { code: fault, what }: ErrorDetails, locale: Locale): Record<string, string> {
  const known = BACKUP_FAULTS.find((one) => one === fault);
  if (code === 'backup-failed' && known !== undefined)
    return { sentence: backupFaultWords(locale, known, String(what ?? '')) };
  return code === 'backup-folder' ? { context: String(what) } : {};
}

/** To the record that a refusal names, unless its page is open behind. */
function RecordLink({ details }: { readonly details: ErrorDetails }) {
  const { t } = useTranslation();
  const [here] = useLocation();
  const path = pathOfRecord(details);
  // The address is read back without its escapes.
  return path === null || path === here || decodeURIComponent(path) === here ? null : (
    <Link href={path} className="no-space">
      {t('common.toRecord', { record: details['record'] })}
    </Link>
  );
}

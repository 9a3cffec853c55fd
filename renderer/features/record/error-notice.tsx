import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { BridgeError, type ErrorDetails } from '../../../domain/bridge/errors';
import { failureWords } from '../../../domain/bridge/failure-words';
import { faultId } from '../../bridge/report-fault';
import { pathOfRecord } from './path-of-record';

/** What happened, what was kept, what to do; the code and its details can be copied. It comes into view: a form may be longer than its window. */
export function ErrorNotice({ error }: { readonly error: unknown }) {
  const { i18n } = useTranslation();
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
  const { what, kept, do: next } = failureWords(code, details, locale);
  return (
    <div ref={notice} className="notice error" role="alert">
      <div>
        <strong>{what}</strong> {kept} {next} <RecordLink details={details} />
        <div className="small muted no-space">
          {code} {Object.keys(details).length === 0 ? '' : JSON.stringify(details)}
        </div>
      </div>
    </div>
  );
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

import type { TFunction } from 'i18next';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { BridgeError, type ErrorDetails } from '../../domain/bridge/errors';
import { faultId } from '../bridge/report-fault';
import { pathOfRecord } from './path-of-record';

/** What happened, what was kept, what to do; the code and its details can be copied. It comes into view: a form may be longer than its window. */
export function ErrorNotice({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
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
  const words = wordsOf(details, t);
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
function wordsOf(details: ErrorDetails, t: TFunction): Record<string, string | number> {
  const { list, by } = details;
  return {
    ...details,
    ...(list === undefined ? {} : { kind: t(`recordKinds.${list}`), context: String(list) }),
    ...(by === '' ? { by: t('visitDetail.unsigned') } : {}),
  };
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

import { useTranslation } from 'react-i18next';
import type { SummaryVerified } from '../../../domain/bridge/verify-replies';
import type { Summary } from '../../../domain/report/summary/summary';
import { StatusMark, type Shape } from '../../components/status-mark';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';

const SHAPES: Readonly<Record<SummaryVerified['verdict'], Shape>> = {
  valid: 'compliant',
  untrusted: 'lapsed',
  altered: 'non-compliant',
  unreadable: 'not-applicable',
};
const FACTS = [
  'registrationNo',
  'rescueCode',
  'lastVisit',
  'nextDue',
  'inspectedUntil',
  'openHazards',
  'asOf',
  'serial',
  'signer',
  'head',
] as const satisfies readonly (keyof Summary)[];

/** The verdict on a scanned summary, why, and what it says. */
export function ScannedResult({ reply }: { readonly reply: SummaryVerified }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { verdict, reasons, summary, signer } = reply;
  return (
    <div className="scanned-result" role="status">
      <StatusMark shape={SHAPES[verdict]} word={t(`scan.verdicts.${verdict}`)} />
      {reasons.map(({ code, sentence }) => (
        <div key={code}>
          {sentence[locale]} <span className="muted small">{code}</span>
        </div>
      ))}
      {summary === null || verdict === 'valid' ? null : <strong>{t('scan.unproven')}</strong>}
      {summary === null ? null : <Facts summary={summary} />}
      {signer === null ? null : (
        <div>
          {t('scan.by')} {signer.organisation} <span className="muted small no-space">{signer.fingerprint}</span>
        </div>
      )}
    </div>
  );
}

function Facts({ summary }: { readonly summary: Summary }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const shown = (fact: (typeof FACTS)[number]): string => {
    if (fact === 'lastVisit') {
      const { lastVisit } = summary;
      return lastVisit === null ? t('scan.none') : `${longDate(lastVisit.on, locale)} ${t(`task.${lastVisit.task}`)}`;
    }
    const value = summary[fact];
    if (value === null || value === '') return t('scan.none');
    return fact === 'nextDue' || fact === 'inspectedUntil' || fact === 'asOf'
      ? longDate(String(value), locale)
      : String(value);
  };
  return (
    <dl>
      {FACTS.map((fact) => (
        <div key={fact}>
          <dt>{t(`scan.facts.${fact}`)}</dt>
          <dd>{shown(fact)}</dd>
        </div>
      ))}
    </dl>
  );
}

import { useTranslation } from 'react-i18next';
import { Button } from '../../components/controls';
import { Fingerprint } from '../../components/fingerprint';
import { useSaving } from '../../components/use-saving';
import { ErrorNotice } from '../../features/record/error-notice';
import type { Trusting } from './trusting';

/** Whom this machine trusts: certificates added by hand, and nobody else. */
export function TrustList({ trusting }: { readonly trusting: Trusting }) {
  const { t } = useTranslation();
  const { trusted } = trusting;
  const { save, busy, failure: ownFailure } = useSaving();
  const failure = ownFailure ?? trusting.failure;
  const add = (file: File | undefined): void => {
    if (file !== undefined) save(async () => trusting.add(await file.text()));
  };
  return (
    <section className="panel">
      <header>
        <h2>{t('verify.trustList')}</h2>
        <label className="button small" style={{ marginLeft: 'auto' }}>
          {t('verify.addPem')}
          <input
            className="visually-hidden"
            type="file"
            accept=".pem,.crt,.cer"
            onChange={(event) => add(event.target.files?.[0])}
          />
        </label>
      </header>
      <div className="body">
        {failure === null ? null : <ErrorNotice error={failure} />}
        {trusted.length === 0 ? <span className="muted">{t('verify.trustNone')}</span> : null}
        {trusted.map((certificate) => (
          <div key={certificate.fingerprint}>
            {certificate.subject}{' '}
            <span className="muted small">{t('verify.until', { date: certificate.notAfter.slice(0, 10) })}</span>
            <div className="small">
              <Fingerprint of={certificate.fingerprint} />
            </div>
            <Button look="link" busy={busy} onClick={() => save(() => trusting.remove(certificate.fingerprint))}>
              {t('verify.remove')}
            </Button>
          </div>
        ))}
      </div>
    </section>
  );
}

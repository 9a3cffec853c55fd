import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrustedCertificate } from '../../../domain/bridge/replies';
import { call } from '../../bridge/client';
import { Button } from '../../components/controls';
import { Fingerprint } from '../../components/fingerprint';
import { useSaving } from '../../components/use-saving';
import { ErrorNotice } from '../../state/error-notice';

/** Whom this machine trusts: certificates added by hand, and nobody else. */
export function TrustList({ revision }: { readonly revision: number }) {
  const { t } = useTranslation();
  const [trusted, setTrusted] = useState<readonly TrustedCertificate[]>([]);
  const { save, fail, busy, failure } = useSaving();
  const reload = useCallback(() => {
    call('trust.list', {}).then(setTrusted, fail);
  }, [fail]);
  useEffect(reload, [reload, revision]);
  const add = (file: File | undefined): void => {
    if (file !== undefined) save(async () => call('trust.add', { pem: await file.text() }).then(reload));
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
            <Button
              look="link"
              busy={busy}
              onClick={() => save(() => call('trust.remove', { fingerprint: certificate.fingerprint }).then(reload))}
            >
              {t('verify.remove')}
            </Button>
          </div>
        ))}
      </div>
    </section>
  );
}

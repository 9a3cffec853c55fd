import { useTranslation } from 'react-i18next';
import type { VerifyReply } from '../../../domain/bridge/verify-replies';
import { longDate } from '../../i18n/dates';
import { verdictWord } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { showInstant } from './show-instant';

/** Who signed and what the report says of itself. */
export function Claims({ reply: { claims, evidence, signature } }: { readonly reply: VerifyReply }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  return (
    <dl className="claims">
      {signature === null ? null : (
        <>
          <dt>{t('verify.signer')}</dt>
          <dd>{signature.signer}</dd>
          <dt>{t('verify.claimedTime')}</dt>
          <dd>
            <span className="no-space">{showInstant(signature.claimedTime)}</span>
            <div className="small muted">{t('verify.claimedNote')}</div>
          </dd>
        </>
      )}
      {claims === null ? (
        evidence.present || signature === null ? null : (
          <dd>{t('verify.noEvidence')}</dd>
        )
      ) : (
        <>
          <dt>{t('verify.number')}</dt>
          <dd>{claims.number}</dd>
          <dt>{t('verify.elevator')}</dt>
          <dd className="no-space">{claims.registrationNo}</dd>
          <dt>{t('verify.period')}</dt>
          <dd>
            {longDate(claims.period.from, locale)} – {longDate(claims.period.to, locale)}
          </dd>
          <dt>{t('verify.verdict')}</dt>
          <dd>
            <strong>{verdictWord(claims.verdict, locale)}</strong>
            <div className="small muted">
              {evidence.verdictReproduced === true ? t('verify.reproduced') : t('verify.notReproduced')}
            </div>
          </dd>
          {evidence.doubts === null ? null : (
            <>
              <dt>{t('verify.doubts')}</dt>
              <dd>
                {t(`verify.doubtsState.${evidence.doubts.state}`, { count: evidence.doubts.told })}
                <div className="small muted">{t('verify.doubtsNote')}</div>
              </dd>
            </>
          )}
          <dt>{t('verify.evidence')}</dt>
          <dd>
            {t('verify.visits', { count: claims.visits })}
            {locale === 'en' ? ', ' : '、'}
            {t('verify.outages', { count: claims.outages })}
            <div className="small muted">
              {t('verify.pack', { id: claims.packId, version: claims.packVersion })}
              {claims.packKnown ? '' : t('verify.packUnknown')}
            </div>
          </dd>
        </>
      )}
    </dl>
  );
}

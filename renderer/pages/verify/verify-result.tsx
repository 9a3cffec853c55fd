import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VerifyReply } from '../../../domain/bridge/replies';
import { call } from '../../bridge/client';
import { Button } from '../../components/controls';
import { StatusMark, StatusShape, toneOf } from '../../components/status-mark';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../state/app-state';
import { ErrorNotice } from '../../state/error-notice';
import { RESULT_SHAPES } from './result-shapes';

const CHECK_SHAPES = { passed: 'met', failed: 'refused', 'not-reached': 'not-applicable' } as const;

/** One verdict in words: bytes, signer, content made again; then what this proves and what it does not. */
export function VerifyResult({ reply, onTrusted }: { readonly reply: VerifyReply; readonly onTrusted: () => void }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const [failure, setFailure] = useState<unknown>(null);
  const shape = RESULT_SHAPES[reply.verdict];
  const { signature, signerCertificatePem: certificate } = reply;
  const trust = (): void => {
    if (certificate !== null) call('trust.add', { pem: certificate }).then(onTrusted, setFailure);
  };
  return (
    <section className="panel">
      <div className="verdict-head">
        <span className={`sign ${toneOf(shape)}`}>
          <StatusShape shape={shape} />
        </span>
        <div>
          <h2>{t(`verify.headline.${reply.verdict}`)}</h2>
          {reply.reasons.map(({ code, sentence }) => (
            <div key={code}>
              {sentence[locale]} <span className="muted small">{code}</span>
            </div>
          ))}
        </div>
      </div>
      {failure === null ? null : <ErrorNotice error={failure} />}
      <div className="body">
        {signature === null ? null : <Signer signature={signature} />}
        <Claims reply={reply} />
        <h2>{t('verify.checks')}</h2>
        <table className="list">
          <tbody>
            {reply.checks.map((check) => (
              <tr key={check.id}>
                <td>{t(`verify.check.${check.id}`)}</td>
                <td>
                  <StatusMark shape={CHECK_SHAPES[check.outcome]} word={t(`verify.outcome.${check.outcome}`)} />
                </td>
                <td className="no-space">{check.detail}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {reply.verdict === 'untrusted' && signature?.intact === true && certificate !== null ? (
          <div className="notice warn">
            <div>
              <strong>{t('verify.trustTitle')}</strong> {t('verify.trustHint')}
              <div className="fingerprint no-space">{signature.fingerprint}</div>
            </div>
            <Button look="primary" onClick={trust}>
              {t('verify.trust')}
            </Button>
          </div>
        ) : null}
        {reply.verdict === 'valid' || reply.verdict === 'untrusted' ? (
          <dl className="particulars">
            <div>
              <dt>{t('verify.proves')}</dt>
              <dd>{t('verify.provesText')}</dd>
            </div>
            <div>
              <dt>{t('verify.not')}</dt>
              <dd>{t('verify.notText')}</dd>
            </div>
          </dl>
        ) : null}
      </div>
    </section>
  );
}

function Signer({ signature }: { readonly signature: NonNullable<VerifyReply['signature']> }) {
  const { t } = useTranslation();
  return (
    <table className="list">
      <tbody>
        <tr>
          <td className="muted">{t('verify.signer')}</td>
          <td>{signature.signer}</td>
        </tr>
        <tr>
          <td className="muted">{t('verify.claimedTime')}</td>
          <td>
            {signature.claimedTime ?? '—'} <span className="muted small">{t('verify.claimedNote')}</span>
          </td>
        </tr>
        <tr>
          <td className="muted">{t('verify.fingerprint')}</td>
          <td className="fingerprint no-space">{signature.fingerprint}</td>
        </tr>
      </tbody>
    </table>
  );
}

function Claims({ reply: { claims, evidence } }: { readonly reply: VerifyReply }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  if (claims === null) return <p>{evidence.present ? '' : t('verify.noEvidence')}</p>;
  const rows: readonly (readonly [string, string])[] = [
    [t('verify.number'), claims.number],
    [t('verify.elevator'), claims.registrationNo],
    [t('verify.period'), `${longDate(claims.period.from, locale)} – ${longDate(claims.period.to, locale)}`],
    [
      t('verify.verdict'),
      `${t(`verdict.${claims.verdict}`)} • ${evidence.verdictReproduced === true ? t('verify.reproduced') : t('verify.notReproduced')}`,
    ],
    [
      t('verify.evidence'),
      `${t('verify.evidenceCount', { visits: claims.visits, outages: claims.outages })} • ${t('verify.pack', { id: claims.packId, version: claims.packVersion })}${claims.packKnown ? '' : t('verify.packUnknown')}`,
    ],
  ];
  return (
    <table className="list">
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <td className="muted">{label}</td>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

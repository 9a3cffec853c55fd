import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VerifyCheck, VerifyReply } from '../../../domain/bridge/verify-replies';
import { COUNTERSIGN_ROLES, MAX_COUNTERSIGNATURES } from '../../../domain/record/countersignature';
import { headlineOf, HEADLINE_WORDS } from '../../../domain/terms/signature-verdict';
import { Button } from '../../components/controls';
import { Fingerprint } from '../../components/fingerprint';
import { StatusMark, StatusShape, toneOf } from '../../components/status-mark';
import { useSaving } from '../../components/use-saving';
import { count } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { CountersignButton } from '../../features/signing/countersign-button';
import { ErrorNotice } from '../../features/record/error-notice';
import { Claims } from './claims';
import { EnclosedPapers } from './enclosed-papers';
import { RESULT_SHAPES } from '../../features/verification/result-shapes';
import { LEVEL_SHAPES } from './level-shapes';
import { SignatureList } from './signature-list';
import type { Trusting } from './trusting';
import { levelsOf, type Level } from './verify-levels';

interface VerifyResultProps {
  readonly reply: VerifyReply;
  readonly file: File;
  readonly trusting: Trusting;
}

/** One verdict in words: bytes, signer, content made again; then what this proves and what it does not. */
export function VerifyResult({ reply, file, trusting }: VerifyResultProps) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { save, failure } = useSaving();
  const shape = RESULT_SHAPES[reply.verdict];
  const { signature, signerCertificatePem: certificate } = reply;
  const headline = headlineOf(reply);
  const words = HEADLINE_WORDS[locale][headline];
  const trust =
    headline === 'untrusted' && signature?.intact === true && certificate !== null
      ? () => save(() => trusting.add(certificate, (other) => other.signerCertificatePem === certificate))
      : null;
  return (
    <section className="panel verify-result" aria-live="polite">
      <div className="verdict-head">
        <span className={`sign ${toneOf(shape)}`}>
          <StatusShape shape={shape} />
        </span>
        <div>
          <h2>{words.headline}</h2>
          {reply.reasons.map(({ code, sentence }) => (
            <div key={code}>
              {sentence[locale]} <span className="muted small">{code}</span>
            </div>
          ))}
          <div>{words.step}</div>
        </div>
      </div>
      {reply.remarks.length === 0 ? null : (
        <div className="notice warn remarks" role="note">
          {reply.remarks.map(({ code, sentence }) => (
            <div key={code}>
              {sentence[locale]} <span className="muted small">{code}</span>
            </div>
          ))}
        </div>
      )}
      {failure === null ? null : <ErrorNotice error={failure} />}
      <div className="verify-body">
        <div>
          {levelsOf(reply).map((level, index) => (
            <LevelPart key={level.id} level={level} no={index + 1}>
              {level.id === 'signer' && signature !== null ? (
                <TrustQuestion fingerprint={signature.fingerprint} onTrust={trust} />
              ) : null}
            </LevelPart>
          ))}
        </div>
        <Claims reply={reply} />
      </div>
      {reply.pack === undefined ? null : <EnclosedPapers pack={reply.pack} />}
      {reply.signatures.length < 2 ? null : <SignatureList signatures={reply.signatures} />}
      {isCountersignable(reply) ? (
        <div className="countersign">
          <span>{t('countersign.hint')}</span>
          <CountersignButton
            look="small"
            name={file.name}
            read={async () => new Uint8Array(await file.arrayBuffer())}
          />
        </div>
      ) : null}
      {(reply.verdict === 'valid' || reply.verdict === 'untrusted') && reply.evidence.verdictReproduced === true ? (
        <dl className="proofs">
          <dt>{t('verify.proves')}</dt>
          <dd>{t(reply.signatures.length > 1 ? 'verify.provesLater' : 'verify.provesText')}</dd>
          <dt>{t('verify.not')}</dt>
          <dd>{t('verify.notText')}</dd>
        </dl>
      ) : null}
    </section>
  );
}

/** A paper of this program that nobody changed, with room for one more. */
function isCountersignable({ verdict, signatures }: VerifyReply): boolean {
  const taken = signatures.filter(({ role }) => COUNTERSIGN_ROLES.some((one) => one === role));
  const isWhole = verdict === 'valid' || verdict === 'untrusted' || verdict === 'pages-not-compared';
  return isWhole && signatures.some(({ role }) => role === 'issuer') && taken.length < MAX_COUNTERSIGNATURES;
}

interface LevelPartProps {
  readonly level: Level;
  readonly no: number;
  readonly children: ReactNode;
}

function LevelPart({ level, no, children }: LevelPartProps) {
  const { t } = useTranslation();
  return (
    <section className={`level ${level.outcome}`}>
      <h3>
        {no} {t(`verify.level.${level.id}`)}{' '}
        <StatusMark shape={LEVEL_SHAPES[level.outcome]} word={t(`verify.outcome.${level.outcome}`)} />
      </h3>
      <ul>
        {level.checks.map((check) => (
          <Check key={check.id} check={check} />
        ))}
      </ul>
      {children}
    </section>
  );
}

/** Details that say the same as what stands beside them already. */
const TOLD_ELSEWHERE: readonly string[] = ['trust-list', 'readable', 'pages-match', 'enclosed-papers'];

function Check({ check: { id, outcome, detail } }: { readonly check: VerifyCheck }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const figures = /^\d+$/.test(detail) && id !== 'one-revision' && id !== 'one-signature';
  return (
    <li className={outcome}>
      <StatusMark shape={LEVEL_SHAPES[outcome]} word={t(`verify.check.${id}`)} />
      <span className={outcome === 'passed' ? 'visually-hidden' : 'outcome'}>{t(`verify.outcome.${outcome}`)}</span>
      {detail === '' || TOLD_ELSEWHERE.includes(id) ? null : (
        <span className="detail no-space">
          {figures ? t('verify.bytes', { bytes: count(Number(detail), locale) }) : detail}
        </span>
      )}
    </li>
  );
}

interface TrustQuestionProps {
  readonly fingerprint: string;
  readonly onTrust: (() => void) | null;
}

function TrustQuestion({ fingerprint, onTrust }: TrustQuestionProps) {
  const { t } = useTranslation();
  return (
    <div className="trust-question">
      <div className="small">
        SHA-256 <Fingerprint of={fingerprint} />
      </div>
      {onTrust === null ? null : (
        <>
          <div>
            <strong>{t('verify.trustTitle')}</strong> {t('verify.trustHint')}
          </div>
          <Button look="primary" onClick={onTrust}>
            {t('verify.trust')}
          </Button>
        </>
      )}
    </div>
  );
}

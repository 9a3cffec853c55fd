import { useTranslation } from 'react-i18next';
import { SIGNATURE_VERDICTS } from '../../../../domain/terms/signature-verdict';
import { Button } from '../../../components/controls';
import { Fingerprint } from '../../../components/fingerprint';
import { StatusMark } from '../../../components/status-mark';
import { useTerm } from '../../../i18n/use-term';
import type { FileCheck } from '../../../features/verification/verification-queue';
import { RESULT_SHAPES } from '../../../features/verification/result-shapes';
import { bySigner, clashesOf, resultOf, type SignerGroup } from './weigh-checks';

interface GroupsProps {
  readonly checks: readonly FileCheck[];
  readonly numbers: ReadonlySet<string>;
  /** Fingerprint of the signer whose files are shown alone, or null. */
  readonly shown: string | null;
  /** Fingerprints in the trust list themselves, so that trust in them can be taken back. */
  readonly pinned: ReadonlySet<string>;
  readonly busy: boolean;
  readonly onShow: (fingerprint: string | null) => void;
  readonly onTrust: (group: SignerGroup) => void;
  readonly onWithdraw: (group: SignerGroup) => void;
}

/** Who signed the files: one decision for all of one signer. */
export function SignerGroups(props: GroupsProps) {
  const { t } = useTranslation();
  const groups = bySigner(props.checks);
  return (
    <section className="panel signer-groups" aria-labelledby="signer-groups">
      <header>
        <h2 id="signer-groups">{t('verifyMany.bySigner')}</h2>
        <span className="right muted">{t('verifyMany.signers', { count: groups.length })}</span>
      </header>
      {groups.map((group) => (
        <Group key={group.fingerprint} group={group} {...props} />
      ))}
      <Unsigned checks={props.checks} />
    </section>
  );
}

function Group({
  group,
  numbers,
  shown,
  pinned,
  busy,
  onShow,
  onTrust,
  onWithdraw,
}: GroupsProps & { readonly group: SignerGroup }) {
  const { t } = useTranslation();
  const term = useTerm();
  const { fingerprint, signer, checks, pem, waiting } = group;
  const isOther = checks.some((check) => clashesOf(check, numbers).includes('key-changed'));
  return (
    <div className={`signer-group ${isOther ? 'other' : waiting > 0 ? 'waiting' : ''}`}>
      <div className="signer-head">
        <button
          type="button"
          className="button link"
          aria-pressed={shown === fingerprint}
          onClick={() => onShow(shown === fingerprint ? null : fingerprint)}
        >
          <strong>{signer === '' ? t('verifyMany.nameless') : signer}</strong>
        </button>
        <span className="muted">{t('verifyMany.files', { count: checks.length })}</span>
      </div>
      <div className="signer-results">
        {SIGNATURE_VERDICTS.map((result) => {
          const figure = checks.filter((check) => resultOf(check) === result).length;
          return figure === 0 ? null : (
            <StatusMark
              key={result}
              shape={RESULT_SHAPES[result]}
              word={`${term('signatureVerdict', result)} ${figure}`}
            />
          );
        })}
      </div>
      {isOther ? <div className="bad">{t('verifyMany.otherKey')}</div> : null}
      {waiting === 0 && !isOther ? null : (
        <div className="small">
          <Fingerprint of={fingerprint} />
        </div>
      )}
      {pem === null ? null : (
        <>
          <div>{t('verify.trustHint')}</div>
          <Button look={isOther ? 'plain' : 'primary'} busy={busy} onClick={() => onTrust(group)}>
            {t('verifyMany.trust', { count: waiting })}
          </Button>
        </>
      )}
      {pinned.has(fingerprint) ? (
        <Button look="link" busy={busy} onClick={() => onWithdraw(group)}>
          {t('verifyMany.withdraw')}
        </Button>
      ) : null}
    </div>
  );
}

function Unsigned({ checks }: { readonly checks: readonly FileCheck[] }) {
  const { t } = useTranslation();
  const none = checks.filter(
    ({ state, reply }) => state === 'done' && (reply?.signature?.fingerprint ?? '') === '',
  ).length;
  return none === 0 ? null : (
    <div className="signer-group">
      <div className="signer-head">
        <span>{t('verifyMany.noSigner')}</span>
        <span className="muted">{t('verifyMany.files', { count: none })}</span>
      </div>
    </div>
  );
}

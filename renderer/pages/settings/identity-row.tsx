import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentityListed } from '../../../domain/bridge/paper-replies';
import { Button } from '../../components/controls';
import { Fingerprint } from '../../components/fingerprint';
import { saveFile } from '../../components/save-file';
import { useAppState } from '../../session/app-state';
import { ChangePassphrase, ExportIdentity, RenewIdentity, WithdrawIdentity } from './identity-acts';
import { CreateIdentity } from './identity-dialogs';
import './identities.css';

type Act = 'passphrase' | 'export' | 'renew' | 'follow' | 'withdraw';

interface RowProps {
  readonly identity: IdentityListed;
  readonly identities: readonly IdentityListed[];
  readonly onChange: () => void;
}

/** One signing identity, how it stands, and what can be done with it. */
export function IdentityRow({ identity, identities, onChange }: RowProps) {
  const { t } = useTranslation();
  const { readOnly } = useAppState();
  const [act, setAct] = useState<Act | null>(null);
  const { organisation, certificatePem, keepsRoot, withdrawn } = identity;
  const close = (): void => {
    setAct(null);
    onChange();
  };
  const dialog = { identity, onClose: close };
  const savePem = (): void =>
    saveFile(`${organisation}.pem`, new TextEncoder().encode(certificatePem), 'application/x-pem-file');
  return (
    <div className="notice identity">
      <Standing identity={identity} identities={identities} />
      <div className="identity-acts">
        <Button look="small" title={t('settings.savePemHint')} onClick={savePem}>
          {t('settings.savePem')}
        </Button>
        <Button look="small" onClick={() => setAct('export')}>
          {t('settings.exportP12')}
        </Button>
        <Button look="small" disabled={readOnly} onClick={() => setAct('passphrase')}>
          {t('settings.changePassphrase')}
        </Button>
        {keepsRoot === true ? (
          <Button look="small" disabled={readOnly} onClick={() => setAct('renew')}>
            {t('settings.renew')}
          </Button>
        ) : (
          <Button look="small" disabled={readOnly} title={t('settings.noRootHint')} onClick={() => setAct('follow')}>
            {t('settings.follow')}
          </Button>
        )}
        {withdrawn === undefined ? (
          <Button look="small" disabled={readOnly} onClick={() => setAct('withdraw')}>
            {t('settings.withdraw')}
          </Button>
        ) : null}
      </div>
      {act === 'passphrase' ? <ChangePassphrase {...dialog} /> : null}
      {act === 'export' ? <ExportIdentity {...dialog} /> : null}
      {act === 'renew' ? <RenewIdentity {...dialog} /> : null}
      {act === 'follow' ? <CreateIdentity follows={identity} onClose={close} /> : null}
      {act === 'withdraw' ? <WithdrawIdentity {...dialog} /> : null}
    </div>
  );
}

function Standing({ identity, identities }: Pick<RowProps, 'identity' | 'identities'>) {
  const { t } = useTranslation();
  const { organisation, algorithm, notAfter, fingerprint, keepsRoot, withdrawn, followedBy } = identity;
  const follower = identities.find((each) => each.fingerprint === followedBy);
  return (
    <div>
      <strong>{organisation}</strong> • {algorithm} • {t('settings.validUntil', { date: notAfter.slice(0, 10) })}
      <div className="small">
        SHA-256 <Fingerprint of={fingerprint} />
      </div>
      {withdrawn === undefined ? null : (
        <div className="small">
          <strong>{t('settings.withdrawnOn', { date: withdrawn.on })}</strong> {withdrawn.reason}
        </div>
      )}
      {followedBy === undefined ? null : (
        <div className="small">
          {t('settings.followedBy', { fingerprint: (follower?.fingerprint ?? followedBy).slice(0, 8) })}
        </div>
      )}
      {keepsRoot === true ? null : <div className="small muted">{t('settings.noRoot')}</div>}
    </div>
  );
}

import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentityListed } from '../../../domain/bridge/paper-replies';
import { call } from '../../bridge/client';
import { Button, SelectField } from '../../components/controls';
import { useSaving } from '../../components/use-saving';
import { useAppState } from '../../session/app-state';
import { ErrorNotice } from '../../features/record/error-notice';
import { CreateIdentity, ImportIdentity } from './identity-dialogs';
import { IdentityRow } from './identity-row';

/** The identities that sign reports: made here, or brought along as a .p12. */
export function Identities() {
  const { t } = useTranslation();
  const [identities, setIdentities] = useState<readonly IdentityListed[]>([]);
  const [dialog, setDialog] = useState<'create' | 'import' | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const reload = useCallback(() => {
    call('identity.list', {}).then(setIdentities, setFailure);
  }, []);
  useEffect(reload, [reload]);
  const close = (): void => {
    setDialog(null);
    reload();
  };
  return (
    <section className="panel">
      <header>
        <h2>{t('settings.identities')}</h2>
        <span style={{ marginLeft: 'auto', display: 'flex', gap: 8 }}>
          <Button onClick={() => setDialog('import')}>{t('settings.import')}</Button>
          <Button look="primary" onClick={() => setDialog('create')}>
            {t('settings.create')}
          </Button>
        </span>
      </header>
      <div className="body identities">
        <p className="small muted">{t('settings.identitiesHint')}</p>
        {failure === null ? null : <ErrorNotice error={failure} />}
        {identities.length === 0 ? <p>{t('settings.noIdentities')}</p> : null}
        {identities.map((identity) => (
          <IdentityRow key={identity.identityId} identity={identity} identities={identities} onChange={reload} />
        ))}
        <KeepUnlocked isUnlocked={identities.some(({ unlocked }) => unlocked)} onChange={reload} />
      </div>
      {dialog === 'create' ? <CreateIdentity onClose={close} /> : null}
      {dialog === 'import' ? <ImportIdentity onClose={close} /> : null}
    </section>
  );
}

const UNLOCKED_MINUTES = ['0', '15', '60', '480'] as const;

/** Whether, and until how long after its last use, an identity signs without its passphrase. */
function KeepUnlocked({ isUnlocked, onChange }: { readonly isUnlocked: boolean; readonly onChange: () => void }) {
  const { t } = useTranslation();
  const { settings, saveSettings } = useAppState();
  const { save, failure } = useSaving();
  const chosen = String(settings.keepUnlocked);
  const own = UNLOCKED_MINUTES.find((minutes) => minutes === chosen);
  return (
    <div className="form-grid">
      <SelectField
        label={t('settings.keepUnlocked')}
        hint={t('settings.keepUnlockedHint')}
        value={chosen}
        onChange={(event) => save(() => saveSettings({ keepUnlocked: Number(event.target.value) }).then(onChange))}
        options={[
          ...UNLOCKED_MINUTES.map((value) => ({ value: value, text: t(`settings.unlockedFor.${value}`) })),
          ...(own === undefined ? [{ value: chosen, text: t('settings.unlockedMinutes', { minutes: chosen }) }] : []),
        ]}
      />
      {isUnlocked ? (
        <div>
          <Button onClick={() => save(() => call('identity.lock', {}).then(onChange))}>{t('settings.lockNow')}</Button>
        </div>
      ) : null}
      {failure === null ? null : <ErrorNotice error={failure} />}
    </div>
  );
}

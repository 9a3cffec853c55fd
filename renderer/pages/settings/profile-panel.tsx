import { useTranslation } from 'react-i18next';
import { useAppState } from '../../session/app-state';

/** Where the records are kept, what speaks against the place, and the way to another one. */
export function ProfilePanel() {
  const { t } = useTranslation();
  const { folder, elsewhere, synchronisedBy } = useAppState().info.profile;
  return (
    <section className="panel">
      <header>
        <h2>{t('profile.title')}</h2>
      </header>
      <div className="body" style={{ display: 'grid', gap: 8 }}>
        <div className="field">
          <span className="label">{t('profile.folder')}</span>
          <code style={{ overflowWrap: 'anywhere', userSelect: 'all' }}>{folder}</code>
        </div>
        {synchronisedBy === null ? null : (
          <p className="notice warn" style={{ margin: 0 }}>
            {t('profile.synchronised', { service: synchronisedBy })}
          </p>
        )}
        {elsewhere.length === 0 ? null : (
          <p className="notice" style={{ margin: 0 }}>
            {t('profile.elsewhere', { folders: elsewhere.join(' · ') })}
          </p>
        )}
        <p className="small muted" style={{ margin: 0 }}>
          {t('profile.what')}
        </p>
        <p className="small muted" style={{ margin: 0 }}>
          {t('profile.move')}
        </p>
      </div>
    </section>
  );
}

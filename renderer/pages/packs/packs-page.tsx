import { useTranslation } from 'react-i18next';
import { useAppState } from '../../session/app-state';
import { useWholePacks } from '../../session/use-packs';
import { PackList } from './pack-list';
import { PackPage } from './pack-page';
import './packs-page.css';
import { RefusedPacks } from './refused-packs';

/** The rules as data: which packs there are, and what one of them says. */
export function PacksPage({ packId }: { readonly packId: string | null }) {
  const { t } = useTranslation();
  const { packs } = useAppState();
  const pack = useWholePacks().packs.find(({ id }) => id === packId);
  if (pack !== undefined) return <PackPage pack={pack} />;
  return (
    <>
      <h1>{t('packs.title')}</h1>
      {packId === null ? null : <div className="notice warn">{t('packs.unknown', { id: packId })}</div>}
      <PackList />
      <RefusedPacks />
      <section className="panel">
        <div className="body">
          {t('packs.userFolder')} <code className="no-space packs-folder">{packs.userFolder}</code>
          <div className="small muted">{t('packs.userFolderHint')}</div>
        </div>
      </section>
    </>
  );
}

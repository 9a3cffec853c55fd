import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useAppState } from '../../state/app-state';

export function PackList() {
  const { t } = useTranslation();
  const { packs, pack: used, say } = useAppState();
  const files = new Map(packs.files.map((file) => [file.id, file]));
  return (
    <section className="panel">
      <header>
        <h2>{t('packs.list')}</h2>
        <span className="muted small">{t('packs.count', { count: packs.packs.length })}</span>
      </header>
      <table className="list">
        <thead>
          <tr>
            {(['title', 'id', 'version', 'verified'] as const).map((column) => (
              <th key={column}>{t(`packs.columns.${column}`)}</th>
            ))}
            <th className="number">{t('packs.columns.rules')}</th>
            <th className="number">{t('packs.columns.requirements')}</th>
            <th>{t('packs.columns.origin')}</th>
          </tr>
        </thead>
        <tbody>
          {packs.packs.map((pack) => {
            const file = files.get(pack.id);
            return (
              <tr key={pack.id} className={pack.id === used.id ? 'selected' : ''}>
                <td>
                  <Link href={`/packs/${encodeURIComponent(pack.id)}`}>{say(pack.title)}</Link>
                  {pack.id === used.id ? <span className="packs-mark">{t('packs.inUse')}</span> : null}
                  {pack.extends === undefined ? null : (
                    <span className="muted small"> {t('packs.extends', { id: pack.extends })}</span>
                  )}
                </td>
                <td className="whole no-space">{pack.id}</td>
                <td className="whole no-space">{pack.version}</td>
                <td className="whole no-space">{pack.verifiedThrough}</td>
                <td className="number">{pack.rules.length}</td>
                <td className="number">{pack.requirements.length}</td>
                <td className="small">
                  {file === undefined ? null : (
                    <>
                      {t(`packs.origin.${file.origin}`)} <span className="muted no-space">{file.file}</span>
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

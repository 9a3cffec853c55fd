import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Fingerprint } from '../../components/fingerprint';
import { useAppState } from '../../session/app-state';
import { useWholePacks } from '../../session/use-packs';
import { SHIPPED } from './shipped';

/** Versions of the program and its packs, and the licences of what it carries. */
export function About() {
  const { t } = useTranslation();
  const { info, say } = useAppState();
  const { packs, files } = useWholePacks();
  return (
    <div className="help-about" style={{ display: 'grid', gap: 8 }}>
      <section className="panel">
        <header>
          <h2>{t('frame.brand')}</h2>
        </header>
        <p className="none">
          {t('help.about.version', { version: info.version })} {t('help.about.offline')}
        </p>
      </section>
      <section className="panel">
        <header>
          <h2>{t('nav.packs')}</h2>
        </header>
        <table className="list">
          <thead>
            <tr>
              <th>{t('settings.pack')}</th>
              <th>{t('help.about.packVersion')}</th>
              <th>SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {packs.map((pack) => {
              const sha256 = files.find(({ id }) => id === pack.id)?.sha256;
              return (
                <tr key={pack.id}>
                  <td>
                    <Link href={`/packs/${encodeURIComponent(pack.id)}`}>{say(pack.title)}</Link>
                  </td>
                  <td className="no-space whole">{`${pack.id} ${pack.version}`}</td>
                  <td>{sha256 === undefined ? '—' : <Fingerprint of={sha256} />}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <section className="panel">
        <header>
          <h2>{t('help.about.licences')}</h2>
          <span className="muted small">{t('help.about.count', { count: SHIPPED.length })}</span>
        </header>
        <div className="body">
          {SHIPPED.map(({ name, version, licence, text }) => (
            <details key={`${name} ${version}`}>
              <summary>
                <span className="no-space">{`${name} ${version}`}</span> <span className="muted">{licence}</span>
              </summary>
              <pre tabIndex={0}>{text === '' ? t('help.about.noText') : text}</pre>
            </details>
          ))}
        </div>
      </section>
    </div>
  );
}

import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { WeightTag } from '../../components/weight-tag';
import { useAppState } from '../../session/app-state';
import { useWholePacks } from '../../session/use-packs';
import { clausesOf, holds } from './clauses-of';

/** The clauses behind the verdicts, by pack, with how sure each is and where it was read. */
export function Clauses() {
  const { t } = useTranslation();
  const { pack: judging, say } = useAppState();
  const { packs } = useWholePacks();
  const [id, setId] = useState(judging.id);
  const [search, setSearch] = useState('');
  const pack = packs.find((one) => one.id === id) ?? judging;
  const clauses = useMemo(() => clausesOf(pack), [pack]);
  const shown = clauses.filter(({ basis: { document, shortDocument, clause, says } }) =>
    holds([document, shortDocument, clause, says].map(say), search),
  );
  return (
    <>
      <div className="filters">
        <select
          className="input"
          aria-label={t('settings.pack')}
          value={pack.id}
          onChange={(event) => setId(event.target.value)}
        >
          {packs.map((one) => (
            <option key={one.id} value={one.id}>
              {say(one.title)} ({one.id} {one.version})
            </option>
          ))}
        </select>
        <input
          className="input search"
          role="searchbox"
          aria-label={t('help.find')}
          placeholder={t('help.find')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <span className="muted small" role="status">
          {t('help.found', { count: shown.length })}
        </span>
        <Link href={`/packs/${encodeURIComponent(pack.id)}`}>{t('help.wholePack')}</Link>
      </div>
      {shown.length === 0 ? (
        <div className="panel empty">{t('help.none')}</div>
      ) : (
        <section className="panel">
          <table className="list">
            <thead>
              <tr>
                <th>{t('help.columns.clause')}</th>
                <th>{t('help.columns.says')}</th>
                <th>{t('help.columns.weight')}</th>
                <th>{t('help.columns.sources')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ basis, confidence, sourceConfidence, sources }) => (
                <tr key={JSON.stringify([basis.document.en, basis.clause.en, basis.says.en, confidence])}>
                  <td>
                    {say(basis.document)} {say(basis.clause)}
                  </td>
                  <td>{say(basis.says)}</td>
                  <td>
                    <WeightTag weight={confidence} />
                    <div className="small muted">
                      {t('packs.sourced', { confidence: t(`packs.confidence.${sourceConfidence}`) })}
                    </div>
                  </td>
                  <td className="small help-source no-space">
                    {sources.map((one) => pack.sources.find((source) => source.id === one)?.title ?? one).join(' • ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

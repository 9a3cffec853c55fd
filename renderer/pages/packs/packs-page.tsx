import { useTranslation } from 'react-i18next';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { textsOf } from '../../../domain/report/texts/texts-of';
import { ConfidenceTag } from '../../components/confidence-tag';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../state/app-state';

/** The rules as data: numbers, clauses, weight, sources and what is still in doubt. */
export function PacksPage() {
  const { t } = useTranslation();
  const { packs } = useAppState();
  return (
    <>
      <h1>{t('packs.title')}</h1>
      {packs.refused.length === 0 ? null : (
        <div className="notice error">
          <div>
            <strong>{t('packs.refused')}</strong>
            {packs.refused.map(({ file, reason }) => (
              <div key={file}>
                {file}: {reason}
              </div>
            ))}
          </div>
        </div>
      )}
      {packs.packs.map((pack) => (
        <Pack key={pack.id} pack={pack} />
      ))}
    </>
  );
}

function Pack({ pack }: { readonly pack: RulePack }) {
  const { t } = useTranslation();
  const { say, locale } = useAppState();
  const sources = new Map(pack.sources.map((source) => [source.id, source]));
  return (
    <section className="panel">
      <header>
        <h2>
          {say(pack.title)} <span className="muted">{`${pack.id} ${pack.version}`}</span>
        </h2>
        <span className="muted small" style={{ marginLeft: 'auto' }}>
          {t('packs.verifiedThrough', { month: pack.verifiedThrough })} • {pack.zone}
        </span>
      </header>
      <table className="list">
        <thead>
          <tr>
            {(['rule', 'interval', 'basis', 'weight', 'from', 'sources'] as const).map((column) => (
              <th key={column}>{t(`packs.columns.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pack.rules.flatMap((rule) =>
            rule.versions.map((version) => (
              <tr key={`${rule.id}${version.effectiveFrom}`}>
                <td>
                  <strong>{say(rule.title)}</strong>
                  <div className="small muted no-space">{rule.id}</div>
                </td>
                <td className="whole">{textsOf(locale).limit(version.interval)}</td>
                <td>
                  {say(version.legalBasis.document)} {say(version.legalBasis.clause)}
                  <div className="small">{say(version.legalBasis.says)}</div>
                  {version.note === undefined ? null : <div className="small muted">{say(version.note)}</div>}
                </td>
                <td>
                  <ConfidenceTag confidence={version.confidence} />
                </td>
                <td className="whole no-space">{longDate(version.effectiveFrom, locale)}</td>
                <td className="small">{version.sources.map((id) => sources.get(id)?.title ?? id).join('; ')}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      <div className="body">
        <Checklists pack={pack} />
        <h2>{t('packs.doubts')}</h2>
        <ul>
          {pack.doubts.map((doubt) => (
            <li key={doubt.en}>{say(doubt)}</li>
          ))}
        </ul>
        <details>
          <summary>{t('packs.sources')}</summary>
          <ul className="small">
            {pack.sources.map((source) => (
              <li key={source.id}>
                {source.id}: {source.title} {source.address ?? ''} {source.note === undefined ? '' : `(${source.note})`}
              </li>
            ))}
          </ul>
        </details>
      </div>
    </section>
  );
}

function Checklists({ pack }: { readonly pack: RulePack }) {
  const { t } = useTranslation();
  const { say } = useAppState();
  return (
    <>
      <h2>{t('packs.checklists')}</h2>
      {pack.checklists.map((checklist) => (
        <details key={checklist.id}>
          <summary>
            {say(checklist.title)}{' '}
            <span className="muted">{t('packs.itemCount', { count: checklist.items.length })}</span>
          </summary>
          <table className="list">
            <thead>
              <tr>
                {(['table', 'no', 'item', 'requirement'] as const).map((column) => (
                  <th key={column}>{t(`packs.columns2.${column}`)}</th>
                ))}
                <th>{t('packs.columns.sources')}</th>
              </tr>
            </thead>
            <tbody>
              {checklist.items.map((item) => (
                <tr key={item.id}>
                  <td>
                    {item.table} {t(`task.${item.task}`)}
                  </td>
                  <td>{item.no}</td>
                  <td>{say(item.title)}</td>
                  <td>{say(item.requirement)}</td>
                  <td className="small muted">
                    {t(`packs.confidence.${item.confidence}`)} {item.sources.join(', ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ))}
    </>
  );
}

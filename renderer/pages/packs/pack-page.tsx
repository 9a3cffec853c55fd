import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { datedFactsOf, datesInBrief } from '../../../domain/pack/text-dates';
import { briefDatesWords } from '../../../domain/terms/text-dates-words';
import { Button } from '../../components/controls';
import { Fingerprint } from '../../components/fingerprint';
import { useSaving } from '../../components/use-saving';
import { useAppState } from '../../session/app-state';
import { useWholePacks } from '../../session/use-packs';
import { ErrorNotice } from '../../features/record/error-notice';
import { inForce } from './in-force';
import { PackChecklists } from './pack-checklists';
import { PackHazards } from './pack-hazards';
import { PackRequirements } from './pack-requirements';
import { PackRules } from './pack-rules';

/** One pack, whole: what it asks, on which clause, how sure that is, and what is still in doubt. */
export function PackPage({ pack }: { readonly pack: RulePack }) {
  const { t } = useTranslation();
  const { say } = useAppState();
  return (
    <>
      <PackHead pack={pack} />
      <PackRules pack={pack} />
      <PackRequirements pack={pack} />
      {pack.hazards === undefined ? null : <PackHazards pack={pack} criteria={pack.hazards} />}
      <section className="panel">
        <header>
          <h2>{t('packs.doubts')}</h2>
        </header>
        <div className="body">
          {pack.doubts.length === 0 ? <span className="muted">{t('packs.noDoubts')}</span> : null}
          <ul className="packs-doubts">
            {pack.doubts.map((doubt) => (
              <li key={doubt.en}>{say(doubt)}</li>
            ))}
          </ul>
        </div>
      </section>
      <Sources pack={pack} />
      {pack.checklists.length === 0 ? null : <PackChecklists pack={pack} />}
    </>
  );
}

function PackHead({ pack }: { readonly pack: RulePack }) {
  const { t } = useTranslation();
  const { say, pack: used, saveSettings, info, locale } = useAppState();
  const { save, busy, failure } = useSaving();
  const file = useWholePacks().files.find(({ id }) => id === pack.id);
  return (
    <>
      <div className="small">
        <Link href="/packs">← {t('packs.back')}</Link>
      </div>
      <div className="page-head">
        <h1>{say(pack.title)}</h1>
        <span className="muted no-space">{`${pack.id} ${pack.version}`}</span>
        {pack.id === used.id ? <span className="packs-mark">{t('packs.inUse')}</span> : null}
        {pack.id === used.id ? null : (
          <span className="actions">
            <Button busy={busy} onClick={() => save(() => saveSettings({ packId: pack.id }))}>
              {t('packs.use')}
            </Button>
          </span>
        )}
      </div>
      {failure === null ? null : <ErrorNotice error={failure} />}
      <div className="small muted">
        {[...briefDatesWords(datesInBrief(datedFactsOf(pack)), info.today, locale), pack.zone].join(' • ')}
        {file === undefined ? null : (
          <>
            {' '}
            • {t(`packs.origin.${file.origin}`)} <span className="no-space">{file.file}</span>
          </>
        )}
        {pack.extends === undefined ? null : (
          <>
            {' '}
            •{' '}
            <Link href={`/packs/${encodeURIComponent(pack.extends)}`}>{t('packs.extends', { id: pack.extends })}</Link>
          </>
        )}
        {file === undefined ? null : (
          <div>
            {t('packs.hash')} <Fingerprint of={file.sha256} />
          </div>
        )}
      </div>
    </>
  );
}

/** Addresses are text to be copied: the program opens nothing on the network. */
function Sources({ pack }: { readonly pack: RulePack }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  return (
    <section className="panel">
      <header>
        <h2>{t('packs.sources')}</h2>
      </header>
      <table className="list">
        <thead>
          <tr>
            {(['id', 'source', 'kind', 'address'] as const).map((column) => (
              <th key={column}>{t(`packs.columns.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pack.sources.map(({ id, title, kind, address, note, effectiveFrom }) => (
            <tr key={id}>
              <td className="whole no-space">{id}</td>
              <td>
                {title}
                {note === undefined ? null : <div className="small muted">{note}</div>}
                {effectiveFrom === undefined ? null : (
                  <div className="small muted">{inForce({ effectiveFrom, effectiveTo: null }, locale, t)}</div>
                )}
              </td>
              <td className="small">{kind}</td>
              <td className="small no-space packs-address">{address}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { datedFactsOf, datesInBrief, wantsCheck } from '../../../domain/pack/text-dates';
import { termsOf } from '../../../domain/terms/terms-of';
import { useAppState } from '../../session/app-state';
import { useWholePacks } from '../../session/use-packs';

export function PackList() {
  const { t } = useTranslation();
  const { pack: used, say } = useAppState();
  const whole = useWholePacks();
  const files = new Map(whole.files.map((file) => [file.id, file]));
  return (
    <section className="panel">
      <header>
        <h2>{t('packs.list')}</h2>
        <span className="muted small">{t('packs.count', { count: whole.packs.length })}</span>
      </header>
      <table className="list">
        <thead>
          <tr>
            {(['title', 'id', 'version', 'texts', 'lookedUntil'] as const).map((column) => (
              <th key={column}>{t(`packs.columns.${column}`)}</th>
            ))}
            <th className="number">{t('packs.columns.rules')}</th>
            <th className="number">{t('packs.columns.requirements')}</th>
            <th>{t('packs.columns.origin')}</th>
          </tr>
        </thead>
        <tbody>
          {whole.packs.map((pack) => {
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
                <Dates pack={pack} />
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

/** Which texts were read and how far a newer one was looked for; `—` where some of it is not known. */
function Dates({ pack }: { readonly pack: RulePack }) {
  const { info, locale } = useAppState();
  const dates = datesInBrief(datedFactsOf(pack));
  const { texts, lookedUntil, successors } = dates;
  const { text } = termsOf(locale);
  return (
    <>
      <td className="whole no-space">{texts === null ? '—' : texts[0] === texts[1] ? texts[0] : texts.join('…')}</td>
      <td>
        <span className="whole no-space">{lookedUntil ?? '—'}</span>
        {successors.length === 0 ? null : <div className="small muted">{text.successors(successors.length)}</div>}
        {wantsCheck(dates, info.today) ? <div className="small muted">{text.check}</div> : null}
      </td>
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { useAppState } from '../../session/app-state';

/** Files that were not taken as packs: every fault with its line, in the reader's language. */
export function RefusedPacks() {
  const { t } = useTranslation();
  const { packs, say } = useAppState();
  if (packs.refused.length === 0) return null;
  return (
    <section className="notice error packs-refused" aria-labelledby="packs-refused">
      <h2 id="packs-refused">{t('packs.refused')}</h2>
      {packs.refused.map(({ file, origin, faults, more }) => (
        <div key={`${origin} ${file}`}>
          <strong className="no-space">{file}</strong> <span className="small">{t(`packs.origin.${origin}`)}</span>
          <ul>
            {faults.map(({ line, column, pointer, sentence }) => (
              <li key={`${line} ${column} ${pointer} ${sentence.en}`}>
                <span className="packs-line">{t('packs.line', { line, column })}</span> {say(sentence)}{' '}
                <code className="small muted no-space">{pointer}</code>
              </li>
            ))}
            {more === 0 ? null : <li>{t('packs.refusedMore', { count: more })}</li>}
          </ul>
        </div>
      ))}
    </section>
  );
}

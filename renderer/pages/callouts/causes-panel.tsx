import { useTranslation } from 'react-i18next';
import type { CallOutFigures } from '../../../domain/response/monthly-figures';
import { useAppState } from '../../session/app-state';

/** Calls by cause class, most frequent first, each with a bar of its share. */
export function CausesPanel({ causes }: Pick<CallOutFigures, 'causes'>) {
  const { t } = useTranslation();
  const { pack, say } = useAppState();
  const most = causes[0]?.[1] ?? 1;
  const nameOf = (cause: string): string => {
    const named = pack.causes.find(({ id }) => id === cause);
    return cause === '' ? t('callouts.noClass') : named === undefined ? cause : say(named.title);
  };
  return (
    <section className="panel">
      <header>
        <h2>{t('callouts.causes')}</h2>
      </header>
      {causes.length === 0 ? <p className="muted none">{t('callouts.noCauses')}</p> : null}
      <ul className="causes">
        {causes.map(([cause, calls]) => (
          <li key={cause}>
            <span>{nameOf(cause)}</span>
            <span className="number">{calls}</span>
            <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect width={(calls / most) * 100} height="4" />
            </svg>
          </li>
        ))}
      </ul>
    </section>
  );
}

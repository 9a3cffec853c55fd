import { useTranslation } from 'react-i18next';
import { StatusMark } from '../../../components/status-mark';
import { useTerm } from '../../../i18n/use-term';
import type { FileCheck } from '../../../features/verification/verification-queue';
import { RESULT_SHAPES } from '../../../features/verification/result-shapes';

interface SameNumberProps {
  readonly current: FileCheck;
  readonly checks: readonly FileCheck[];
  readonly onShow: (id: number) => void;
}

/** The files of the list that carry the number of this one with other content, to go from one to the other. */
export function SameNumber({ current, checks, onShow }: SameNumberProps) {
  const { t } = useTranslation();
  const term = useTerm();
  const own = current.reply?.claims ?? null;
  const others = checks.filter(({ id, reply }) => {
    const claims = reply?.claims ?? null;
    return own !== null && claims !== null && id !== current.id && claims.number === own.number;
  });
  const differing = others.filter(({ reply }) => reply?.claims?.evidence !== own?.evidence);
  if (differing.length === 0) return null;
  return (
    <section className="panel same-number">
      <header>
        <h2>{t('verifyMany.clash.number-seen-otherwise')}</h2>
        <span className="right no-space muted">{own?.number}</span>
      </header>
      <div className="body">
        {differing.map(({ id, name, reply }) => (
          <div key={id}>
            <button type="button" className="button link no-space" onClick={() => onShow(id)}>
              {name}
            </button>{' '}
            {reply === null ? null : (
              <StatusMark shape={RESULT_SHAPES[reply.verdict]} word={term('signatureVerdict', reply.verdict)} />
            )}
            <div className="small muted">
              {reply?.signature?.signer} · <span className="no-space">{reply?.signature?.claimedTime ?? '—'}</span>
            </div>
          </div>
        ))}
        <p>{t('verifyMany.bothKept')}</p>
      </div>
    </section>
  );
}

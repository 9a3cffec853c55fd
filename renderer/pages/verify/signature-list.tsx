import { useTranslation } from 'react-i18next';
import type { VerifyReply } from '../../../domain/bridge/verify-replies';
import { SIGNATURE_TERMS, type LaterChange } from '../../../domain/terms/signatures';
import { StatusMark } from '../../components/status-mark';
import { useTerm } from '../../i18n/use-term';
import { useAppState } from '../../session/app-state';
import { RESULT_SHAPES } from '../../features/verification/result-shapes';
import { showInstant } from './show-instant';

/** Who signed the file after whom, for what, how each signature stands, and what was added before it. */
export function SignatureList({ signatures }: { readonly signatures: VerifyReply['signatures'] }) {
  const { t } = useTranslation();
  const term = useTerm();
  const { locale } = useAppState();
  const terms = SIGNATURE_TERMS[locale];
  const changes = (kinds: readonly LaterChange[]): string =>
    kinds.map((kind) => terms.change[kind]).join(locale === 'en' ? ', ' : '、');
  const after = signatures.at(-1)?.changesAfter ?? [];
  return (
    <section className="signature-list">
      <h3>{terms.several}</h3>
      <ol>
        {signatures.map((entry) => (
          <li key={entry.coversTo}>
            <StatusMark shape={RESULT_SHAPES[entry.verdict]} word={term('signatureVerdict', entry.verdict)} />
            <div>
              <strong>{terms.role[entry.role]}</strong> {entry.signer}{' '}
              <span className="muted small no-space">{showInstant(entry.claimedTime)}</span>
              {entry.remark === null || entry.remark === '' ? null : <div>{entry.remark}</div>}
              {entry.changesBefore.length === 0 ? null : (
                <div className="small muted">{t('verify.addedBefore', { changes: changes(entry.changesBefore) })}</div>
              )}
            </div>
          </li>
        ))}
      </ol>
      {after.length === 0 ? null : <p className="small muted">{t('verify.addedAfter', { changes: changes(after) })}</p>}
    </section>
  );
}

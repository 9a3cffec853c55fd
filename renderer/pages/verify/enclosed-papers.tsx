import { useTranslation } from 'react-i18next';
import type { VerifyReply } from '../../../domain/bridge/verify-replies';
import { termsOf } from '../../../domain/terms/terms-of';
import { StatusMark } from '../../components/status-mark';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { RESULT_SHAPES } from '../../features/verification/result-shapes';

/** The papers inside a pack, each with the verdict it has by itself; those that do not pass say why. */
export function EnclosedPapers({ pack }: { readonly pack: NonNullable<VerifyReply['pack']> }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { number, site, elevators, period, papers } = pack;
  const title = t('verify.enclosed.title', { count: papers.length });
  const days = `${longDate(period.from, locale)} – ${longDate(period.to, locale)}`;
  return (
    <section className="panel" aria-label={title}>
      <header>
        <h3>{title}</h3>
      </header>
      <p className="muted">
        {[number, site, t('verify.enclosed.elevators', { count: elevators }), days]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <table className="list">
        <thead>
          <tr>
            {(['file', 'kind', 'elevator', 'pages', 'verdict'] as const).map((column) => (
              <th key={column}>{t(`verify.enclosed.columns.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {papers.map((paper) => (
            <tr key={paper.fileName}>
              <td className="no-space">{paper.fileName}</td>
              <td>{t(`reports.kinds.${paper.kind}`)}</td>
              <td className="no-space">{paper.registrationNo}</td>
              <td>{paper.pages}</td>
              <td>
                <StatusMark
                  shape={RESULT_SHAPES[paper.verdict]}
                  word={termsOf(locale).signatureVerdict[paper.verdict]}
                />
                {paper.reasons.map(({ code, sentence }) => (
                  <div key={code} className="small">
                    {sentence[locale]}
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

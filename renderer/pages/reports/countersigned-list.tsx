import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Countersigned } from '../../../domain/bridge/paper-replies';
import { SIGNATURE_TERMS } from '../../../domain/terms/signatures';
import { toldErased } from '../../../domain/terms/told-erased';
import { call } from '../../bridge/client';
import { Button } from '../../components/controls';
import { useAppState } from '../../session/app-state';
import { saveTable } from '../../components/save-table';
import { ExportButton } from '../../features/tables/export-button';
import { countersignedLines } from './export-reports';
import { saveReport } from './save-report';

const COLUMNS = ['number', 'elevator', 'kind', 'issuer', 'role', 'madeAt', 'file'] as const;

/** Papers of anybody that were received or witnessed here; nothing where there are none. */
export function CountersignedList({ onFailure }: { readonly onFailure: (error: unknown) => void }) {
  const { t } = useTranslation();
  const { locale, revision } = useAppState();
  const [known, setKnown] = useState<readonly Countersigned[]>([]);
  useEffect(() => {
    if (revision > 0) call('countersign.list', {}).then(setKnown, onFailure);
  }, [revision, onFailure]);
  const papers = toldErased(known, locale);
  if (papers.length === 0) return null;
  return (
    <section className="panel">
      <header>
        <h2>{t('countersign.list')}</h2>
        <span className="actions">
          <ExportButton
            look="small"
            choices={[
              {
                name: t('export.countersigned', { count: papers.length }),
                asShown: true,
                save: (format) => saveTable(t('countersign.list'), countersignedLines(papers, t, locale), format),
              },
            ]}
          />
        </span>
      </header>
      <table className="list">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column}>{t(`countersign.columns.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {papers.map((paper) => (
            <tr key={paper.fileSha256}>
              <td>{paper.number}</td>
              <td className="no-space">{paper.registrationNo === '' ? '—' : paper.registrationNo}</td>
              <td>{t(`reports.kinds.${paper.kind}`)}</td>
              <td>{paper.issuer}</td>
              <td>
                {SIGNATURE_TERMS[locale].role[paper.role]}
                {paper.remark === '' ? null : <div className="small muted">{paper.remark}</div>}
              </td>
              <td>{paper.madeAt.slice(0, 16).replace('T', ' ')}</td>
              <td>
                {paper.present ? (
                  <Button look="link" onClick={() => saveReport(paper.fileSha256).catch(onFailure)}>
                    {t('reports.save')}
                  </Button>
                ) : (
                  <span className="warn">{t('reports.missing')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

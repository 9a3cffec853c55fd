import { Fragment, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ReportListed } from '../../../domain/bridge/paper-replies';
import { call } from '../../bridge/client';
import { Button } from '../../components/controls';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { ErrorNotice } from '../../features/record/error-notice';
import { hazardPath } from '../../features/hazard/hazard-path';
import { CountersignButton } from '../../features/signing/countersign-button';
import { saveTable } from '../../components/save-table';
import { ExportButton } from '../../features/tables/export-button';
import { isReport, reportLines } from './export-reports';
import { CountersignedList } from './countersigned-list';
import { MakeReport } from './make-report';
import { saveReport } from './save-report';
import { Statement } from './statement';

export function ReportsPage() {
  const { t } = useTranslation();
  const { revision, locale } = useAppState();
  const [failure, setFailure] = useState<unknown>(null);
  const [reports, setReports] = useState<readonly ReportListed[] | null>(null);
  useEffect(() => {
    if (revision > 0) call('report.list', {}).then(setReports, setFailure);
  }, [revision]);
  return (
    <>
      <h1>{t('reports.title')}</h1>
      {failure === null ? null : <ErrorNotice error={failure} />}
      <MakeReport onFailure={setFailure} />
      <section className="panel">
        <header>
          <h2>{t('reports.list')}</h2>
          {reports === null || reports.length === 0 ? null : (
            <span className="actions">
              <ExportButton
                look="small"
                choices={[
                  {
                    name: t('export.reports', { count: reports.length }),
                    asShown: true,
                    save: (format) => saveTable(t('reports.list'), reportLines(reports, t, locale), format),
                  },
                ]}
              />
            </span>
          )}
        </header>
        {reports === null || reports.length === 0 ? (
          <div className="empty">{t('reports.none')}</div>
        ) : (
          <ReportList reports={reports} onFailure={setFailure} />
        )}
      </section>
      <CountersignedList onFailure={setFailure} />
    </>
  );
}

function ReportList({
  reports,
  onFailure,
}: {
  readonly reports: readonly ReportListed[];
  readonly onFailure: (error: unknown) => void;
}) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  return (
    <table className="list">
      <thead>
        <tr>
          {(['number', 'elevator', 'kind', 'period', 'verdict', 'madeAt', 'file'] as const).map((column) => (
            <th key={column}>{t(`reports.columns.${column}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reports.map((report) => (
          <tr key={report.reportId}>
            <td>{report.number}</td>
            <td className="no-space">
              {report.registrationNo === '' ? (
                t('reports.several', { count: report.papers })
              ) : (
                <Link href={`/elevator/${encodeURIComponent(report.registrationNo)}`}>{report.registrationNo}</Link>
              )}
            </td>
            <td>
              {t(`reports.kinds.${report.kind}`)}
              <AboutHazards report={report} />
            </td>
            <td>
              {isReport(report)
                ? `${longDate(report.period.from, locale)} – ${longDate(report.period.to, locale)}`
                : longDate(report.asOf, locale)}
            </td>
            <td>
              <Statement stated={report} verdictToo={isReport(report)} />
            </td>
            <td>{report.madeAt.slice(0, 16).replace('T', ' ')}</td>
            <td>
              {report.present ? (
                <>
                  <Button look="link" onClick={() => saveReport(report.reportId).catch(onFailure)}>
                    {t('reports.save')}
                  </Button>{' '}
                  <CountersignButton
                    look="link"
                    name={report.fileName}
                    read={async () => (await call('report.read', { reportId: report.reportId })).bytes}
                  />
                </>
              ) : (
                <span className="warn">{t('reports.missing')}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A notice leads to the hazards that it is about. */
function AboutHazards({ report: { registrationNo, hazards } }: { readonly report: ReportListed }) {
  if (registrationNo === '') return null;
  return hazards.map(({ id, no }) => (
    <Fragment key={id}>
      {' '}
      <Link href={hazardPath({ registrationNo, id })}>{no}</Link>
    </Fragment>
  ));
}

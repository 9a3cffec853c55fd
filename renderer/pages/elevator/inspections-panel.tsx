import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../../domain/record/dossier';
import { recordNoOf } from '../../../domain/record/entry';
import type { InspectionResult } from '../../../domain/inspection/inspection';
import { StatusMark, type Shape } from '../../components/status-mark';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../state/app-state';

const SHAPES: Readonly<Record<InspectionResult, Shape>> = { pass: 'met', fail: 'refused', recheck: 'lapsed' };

/** Inspections and tests by agencies, newest first; they judge nothing here and stand beside the maintenance. */
export function InspectionsPanel({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const newestFirst = [...dossier.inspections].sort((a, b) => (a.value.date < b.value.date ? 1 : -1));
  if (newestFirst.length === 0) return null;
  return (
    <section className="panel">
      <header>
        <h2>{t('elevator.inspections')}</h2>
        <span className="muted small right">{t('elevator.inspectionCount', { count: newestFirst.length })}</span>
      </header>
      <table className="list">
        <thead>
          <tr>
            <th>{t('history.date')}</th>
            <th>{t('inspection.kindColumn')}</th>
            <th>{t('inspection.resultColumn')}</th>
            <th>{t('inspection.reportNo')}</th>
            <th>{t('inspection.by')}</th>
            <th className="number">{t('history.recordNo')}</th>
          </tr>
        </thead>
        <tbody>
          {newestFirst.map(({ id, value }) => (
            <tr key={id}>
              <td>{longDate(value.date, locale)}</td>
              <td>{t(`inspection.${value.kind}`)}</td>
              <td>
                <StatusMark shape={SHAPES[value.result]} word={t(`inspection.${value.result}`)} />
              </td>
              <td className="no-space">{value.reportNo ?? '—'}</td>
              <td>{value.by ?? '—'}</td>
              <td className="number">{recordNoOf(id)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

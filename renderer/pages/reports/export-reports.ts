import type { TFunction } from 'i18next';
import type { Countersigned, ReportListed } from '../../../domain/bridge/paper-replies';
import type { Locale } from '../../../domain/pack/legal-basis';
import { REPORT_KINDS } from '../../../domain/record/paper-kind';
import type { CsvCell } from '../../../domain/table/csv';
import { SIGNATURE_TERMS } from '../../../domain/terms/signatures';
import { stateWord, verdictWord } from '../../i18n/term-words';

type Lines = readonly (readonly CsvCell[])[];

/** Papers of a moment state no verdict over a period. */
export function isReport({ kind }: Pick<ReportListed, 'kind'>): boolean {
  return REPORT_KINDS.some((known) => known === kind);
}

const minuteOf = (at: string): string => at.slice(0, 16).replace('T', ' ');

/** The reports as they are listed, with the names of their files. */
export function reportLines(reports: readonly ReportListed[], t: TFunction, locale: Locale): Lines {
  const columns = ['number', 'elevator', 'kind', 'period', 'verdict', 'madeAt', 'file'] as const;
  const head = columns.map((column) => t(`reports.columns.${column}`));
  return [
    head,
    ...reports.map((report) => [
      report.number,
      report.registrationNo === '' ? t('reports.several', { count: report.papers }) : report.registrationNo,
      [t(`reports.kinds.${report.kind}`), ...report.hazards.map(({ no }) => no)].join(' '),
      isReport(report) ? `${report.period.from} – ${report.period.to}` : report.asOf,
      statedWords(report, t, locale),
      minuteOf(report.madeAt),
      report.present ? report.fileName : t('reports.missing'),
    ]),
  ];
}

function statedWords(report: ReportListed, t: TFunction, locale: Locale): string {
  const { verdict, use, withoutLate } = report;
  const words = [
    isReport(report) ? verdictWord(verdict, locale) : '', // of a report it is one
    withoutLate === undefined ? '' : t('head.withoutLate', { verdict: verdictWord(withoutLate, locale) }),
    use === undefined ? '' : stateWord(use, locale),
  ];
  return words.filter((word) => word !== '').join(' · ');
}

/** Papers that were received or witnessed here, as they are listed. */
export function countersignedLines(papers: readonly Countersigned[], t: TFunction, locale: Locale): Lines {
  const columns = ['number', 'elevator', 'kind', 'issuer', 'role', 'madeAt'] as const;
  return [
    columns.map((column) => t(`countersign.columns.${column}`)),
    ...papers.map(({ number, registrationNo, kind, issuer, role, remark, madeAt }) => [
      number,
      registrationNo,
      t(`reports.kinds.${kind}`),
      issuer,
      [SIGNATURE_TERMS[locale].role[role], remark].filter((word) => word !== '').join(' · '),
      minuteOf(madeAt),
    ]),
  ];
}

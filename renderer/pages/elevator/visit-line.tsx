import { useTranslation } from 'react-i18next';
import type { Confirmation } from '../../../domain/confirmation/confirmation';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Recorded } from '../../../domain/record/dossier';
import { termsOf } from '../../../domain/terms/terms-of';
import { toldTimes } from '../../../domain/visit/times';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { DoubtfulTime } from '../../features/record/doubtful-time';
import type { EntryOfRecord } from '../../../domain/headline/entry';
import { AmendmentMark, EntryMark, type LateChanges } from '../../features/late/entry-mark';
import { ChangedMark } from '../../features/record/changed-mark';
import type { HistoryRow } from './history';
import { HISTORY_COLUMNS } from './history-lines';
import { anchorOf } from './show-record';
import { VisitDetail } from './visit-detail';

interface LineProps {
  readonly row: Extract<HistoryRow, { kind: 'visit' }>;
  readonly entry: EntryOfRecord;
  readonly lateChanges: LateChanges;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly registrationNo: RegistrationNo;
  /** What was said of it to confirm it, in turn. */
  readonly said: readonly Recorded<Confirmation>[];
}

/** One visit; opened, it shows the whole record below its line. */
export function VisitLine({ row, entry, lateChanges, isOpen, onToggle, registrationNo, said }: LineProps) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { record, standing, intervalDays, late } = row;
  const { value } = record;
  const times = toldTimes(value, termsOf(locale).about);
  const defects = value.checklist?.results.filter(({ outcome }) => outcome === 'defect').length ?? 0;
  return (
    <>
      <tr
        id={anchorOf(record.id)}
        className={`visit-line ${standing === 'withdrawn' ? 'withdrawn' : ''} ${isOpen ? 'selected' : ''}`}
      >
        <td>
          <button type="button" className="button link" aria-expanded={isOpen} onClick={onToggle}>
            {longDate(value.date, locale)}
          </button>
        </td>
        <td>
          <span className="what">{t(`task.${value.task}`)}</span>
          <ChangedMark record={record} />
          <EntryMark entry={entry} />
          <AmendmentMark record={record} lateChanges={lateChanges} />
          <DoubtfulTime record={record} />
          {defects === 0 ? null : <span className="bad small mark">{t('history.defects', { count: defects })}</span>}
        </td>
        <td className={`number ${late ? 'bad strong' : ''}`}>
          {standing === 'counts' ? (
            intervalDays === null ? (
              '—'
            ) : (
              t(intervalDays === 0 ? 'history.sameDay' : late ? 'history.daysLate' : 'history.days', {
                count: intervalDays,
              })
            )
          ) : (
            <span className="muted small">{t(`history.standing.${standing}`)}</span>
          )}
        </td>
        <td className="no-space">{times === '' ? '—' : times}</td>
        <td>{value.technicians.length === 0 ? '—' : value.technicians.join(t('elevator.listComma'))}</td>
      </tr>
      {isOpen ? (
        <tr className="detail-line">
          <td colSpan={HISTORY_COLUMNS}>
            <VisitDetail record={record} entry={entry} registrationNo={registrationNo} said={said} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

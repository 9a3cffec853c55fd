import { useTranslation } from 'react-i18next';
import { dayWritten } from '../../../domain/calendar/entered-at';
import { Button } from '../../components/controls';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { DoubtfulTime } from '../../features/record/doubtful-time';
import type { EntryOfRecord } from '../../../domain/headline/entry';
import { AmendmentList } from '../../features/record/amendment-list';
import { EntryDetail } from '../../features/late/entry-detail';
import { AmendmentMark, EntryMark, type LateChanges } from '../../features/late/entry-mark';
import { useActName } from '../../session/use-act-name';
import { ChangedMark } from '../../features/record/changed-mark';
import type { HistoryRow } from './history';
import { anchorOf } from './show-record';
import { useTerm } from '../../i18n/use-term';

export const HISTORY_COLUMNS = 5;

type RowOf<K extends HistoryRow['kind']> = Extract<HistoryRow, { kind: K }>;

/** A stretch in which nobody came in time; a longer rule's gap says its name. */
export function GapLine({ row: { rule, interval, endedOn } }: { readonly row: RowOf<'gap'> }) {
  const { t } = useTranslation();
  const { pack, say, locale } = useAppState();
  const shortest = pack.rules[0]?.id === rule.id;
  const figures = {
    rule: say(rule.shortTitle),
    from: longDate(interval.from, locale),
    to: interval.to === null ? '' : longDate(interval.to, locale),
    deadline: interval.deadline === null ? '—' : longDate(interval.deadline, locale),
    days: interval.calendarDays + (endedOn === null ? 0 : 1), // the trace stops on the last day of life
    serviceDays: interval.serviceDays,
    late: interval.daysLate,
    end: endedOn === null ? '' : longDate(endedOn, locale),
  };
  const key = `${shortest ? 'silence' : 'longGap'}${interval.to !== null ? 'Closed' : endedOn === null ? 'Open' : 'Ended'}`;
  return (
    <tr className={shortest ? 'gap-line' : 'gap-line longer'}>
      <td colSpan={HISTORY_COLUMNS}>
        <span aria-hidden="true">▨ </span>
        {t(`history.${key}`, figures)}
      </td>
    </tr>
  );
}

export function OutageLine({
  row: { record, days, open, planned },
  entry,
  lateChanges,
  onCorrect,
}: {
  readonly row: RowOf<'outage'>;
  readonly entry: EntryOfRecord;
  readonly lateChanges: LateChanges;
  readonly onCorrect: () => void;
}) {
  const { t } = useTranslation();
  const { locale, readOnly } = useAppState();
  const { value, withdrawn, amendments = [] } = record;
  const from = longDate(value.from, locale);
  const words =
    value.to === undefined
      ? t(planned ? 'history.outagePlanned' : 'history.outageOpen', { from, count: days })
      : t(planned ? 'history.outagePlannedUntil' : 'history.outage', {
          ...{ from, to: longDate(value.to, locale) },
          count: days,
        });
  return (
    <tr id={anchorOf(record.id)} className={`outage-line ${withdrawn === true ? 'withdrawn' : ''}`}>
      <td colSpan={HISTORY_COLUMNS}>
        <span className="what">
          {words}
          {value.reason === undefined ? '' : t('history.outageReason', { reason: value.reason })}
        </span>{' '}
        {amendments.length === 0 ? null : (
          <span className="warn small">
            {t(withdrawn === true ? 'history.withdrawn' : 'history.corrected')} {amendments.at(-1)?.reason}
          </span>
        )}
        <EntryMark entry={entry} /> <AmendmentMark record={record} lateChanges={lateChanges} />{' '}
        <DoubtfulTime record={record} />{' '}
        {withdrawn === true ? null : (
          <Button look="link" disabled={readOnly} onClick={onCorrect}>
            {open && !planned && value.to === undefined ? t('history.endOutage') : t('history.correctOutage')}
          </Button>
        )}
        {record.late === undefined ? null : <EntryDetail record={record} doneOn={value.from} entry={entry} />}
      </td>
    </tr>
  );
}

export function InspectionLine({
  row: { record },
  entry,
  lateChanges,
}: {
  readonly row: RowOf<'inspection'>;
  readonly entry: EntryOfRecord;
  readonly lateChanges: LateChanges;
}) {
  const term = useTerm();
  const { locale } = useAppState();
  const actName = useActName();
  const { date, kind, result } = record.value;
  return (
    <tr className={`inspection-line ${record.withdrawn === true ? 'withdrawn' : ''}`}>
      <td>{longDate(date, locale)}</td>
      <td colSpan={HISTORY_COLUMNS - 1}>
        <span className="what">
          {actName(kind)} {term('inspectionResult', result)}
        </span>
        <ChangedMark record={record} />
        <EntryMark entry={entry} />
        <AmendmentMark record={record} lateChanges={lateChanges} />
        <DoubtfulTime record={record} />
      </td>
    </tr>
  );
}

/** A change of the register on which verdicts rest, on the day it was entered. */
export function RegisterLine({
  row: { amendment },
  lateChanges,
}: {
  readonly row: RowOf<'register'>;
  readonly lateChanges: LateChanges;
}) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  return (
    <tr className="inspection-line">
      <td>{longDate(dayWritten(amendment.at), locale)}</td>
      <td colSpan={HISTORY_COLUMNS - 1}>
        <span className="what">{t('late.registerChanged')}</span>
        <AmendmentMark record={{ amendments: [amendment] }} lateChanges={lateChanges} />
        <AmendmentList amendments={[amendment]} fields="particulars" />
      </td>
    </tr>
  );
}

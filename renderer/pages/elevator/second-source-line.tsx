import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { DeviceEvent } from '../../../domain/device-event/device-event';
import type { Difference, SideBySide } from '../../../domain/doubts/side-by-side';
import type { Recorded } from '../../../domain/record/dossier';
import { minutesOnSite } from '../../../domain/reading/times';
import { termsOf } from '../../../domain/terms/terms-of';
import { measuredTimes } from '../../../domain/visit/times';
import type { Visit } from '../../../domain/visit/visit';
import { Button } from '../../components/controls';
import { longDate, longMinute } from '../../i18n/dates';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';

/** Rows of the source that one line shows. */
const MOST_EVENTS = 6;

interface LineProps {
  readonly row: SideBySide;
  readonly onCorrect: (event: Recorded<DeviceEvent>) => void;
}

/** One visit, what the source has of its time, and what differs; or what the source has alone. */
export function SecondSourceLine({ row, onCorrect }: LineProps) {
  const { t } = useTranslation();
  const { visit, events } = row;
  const more = events.length - MOST_EVENTS;
  return (
    <tr>
      <td>
        {visit === null ? <span className="muted">{t('secondSource.noVisit')}</span> : <OfVisit visit={visit.value} />}
      </td>
      <td>
        {events.slice(0, MOST_EVENTS).map((event) => (
          <OfSource key={event.id} record={event} onCorrect={() => onCorrect(event)} />
        ))}
        {more <= 0 ? null : <div className="muted">{t('secondSource.moreEvents', { count: more })}</div>}
      </td>
      <td>
        {differencesOf(row, t).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </td>
    </tr>
  );
}

function OfVisit({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { startedAt, endedAt } = measuredTimes(visit);
  return (
    <>
      <div>
        {longDate(visit.date, locale)} {startedAt === undefined ? '' : `${startedAt}–${endedAt ?? '…'}`}
      </div>
      <div className="muted">{[t(`task.${visit.task}`), ...visit.technicians].join(t('elevator.listComma'))}</div>
    </>
  );
}

function OfSource({ record, onCorrect }: { readonly record: Recorded<DeviceEvent>; readonly onCorrect: () => void }) {
  const { t } = useTranslation();
  const { locale, readOnly } = useAppState();
  const { kind, startedAt, endedAt, clockAhead = 0, count, faultCode, source, note } = record.value;
  const day = startedAt.slice(0, 10);
  const end = endedAt?.startsWith(day) === true ? endedAt.slice(11) : endedAt?.replace('T', ' ');
  const isOpen = end === undefined && !['trips', 'door-cycles', 'fault'].includes(kind);
  const facts = [
    ...(count === undefined ? [] : [t('secondSource.times', { count })]),
    ...(faultCode === undefined ? [] : [faultCode]),
    ...(clockAhead === 0
      ? []
      : [t(`secondSource.${clockAhead > 0 ? 'clockAhead' : 'clockBehind'}`, { minutes: Math.abs(clockAhead) })]),
    source,
    ...(note === undefined ? [] : [note]),
  ];
  return (
    <div>
      {capital(termsOf(locale).deviceEventKind[kind])}{' '}
      <Button look="link" disabled={readOnly} onClick={onCorrect} title={t('callout.correct')}>
        {longMinute(startedAt.replace('T', ' '), locale)}
        {end === undefined ? '' : `–${end}`}
      </Button>{' '}
      <span className="muted">
        {[...(isOpen ? [t('secondSource.noEnd')] : []), ...facts].join(t('elevator.listComma'))}
      </span>
    </div>
  );
}

function differencesOf({ visit, difference, minutes, clockUnknown }: SideBySide, t: TFunction): string[] {
  const clock = clockUnknown ? [t('secondSource.difference.clock')] : [];
  if (visit === null)
    return [
      minutes === null ? t('secondSource.difference.aloneOpen') : t('secondSource.difference.alone', { minutes }),
      ...clock,
    ];
  if (difference === null) return [t('secondSource.difference.noTimes')];
  return [...told(difference, lengthOf(visit.value), t), ...clock];
}

function told({ mode, present, absent, runs, begins, ends }: Difference, of: number, t: TFunction): string[] {
  const shared = (['mode', 'present', 'absent'] as const).flatMap((what) => {
    const minutes = { mode, present, absent }[what];
    return minutes === 0 ? [] : [t(`secondSource.difference.${what}`, { minutes, of })];
  });
  const supports = mode > 0 || present > 0;
  return [
    ...shared,
    ...(runs === 0 ? [] : [t('secondSource.difference.runs', { count: runs })]),
    ...(shared.length === 0 && runs === 0 ? [t('secondSource.difference.nothing')] : []),
    ...(supports ? [shift('begins', begins, t), shift('ends', ends, t)].flat() : []),
  ];
}

function shift(what: 'begins' | 'ends', by: number | null, t: TFunction): string[] {
  if (by === null || by === 0) return [];
  return [t(`secondSource.difference.${what}${by > 0 ? 'Later' : 'Earlier'}`, { minutes: Math.abs(by) })];
}

function lengthOf(visit: Visit): number {
  const { startedAt = '', endedAt = '' } = measuredTimes(visit);
  return minutesOnSite(startedAt, endedAt) ?? 0;
}

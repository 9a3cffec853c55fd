import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CallOut, LocalMinute } from '../../../domain/callout/callout';
import { dayOfMinute, minutesBetween } from '../../../domain/callout/local-minute';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { Recorded } from '../../../domain/record/dossier';
import { type Json } from '../../../domain/record/entry';
import { judgeArrival } from '../../../domain/response/judge-arrival';
import { Button } from '../../components/controls';
import { longMinute } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { ArrivalMark } from '../../features/elevator/arrival-mark';
import { DoubtfulTime } from '../../features/record/doubtful-time';
import { RecordHazardButton } from '../../features/hazard/record-hazard-button';
import { AmendmentList } from '../../features/record/amendment-list';
import type { EntryOfRecord } from '../../../domain/headline/entry';
import { EntryDetail } from '../../features/late/entry-detail';
import { EntryMark } from '../../features/late/entry-mark';
import { useTerm } from '../../i18n/use-term';
import { FactList } from '../../components/fact-list';
import { ChangedMark } from '../../features/record/changed-mark';

const COLUMNS = 8;

interface LineProps {
  readonly record: Recorded<CallOut>;
  readonly entry: EntryOfRecord;
  readonly elevator: Elevator;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onCorrect: () => void;
}

/** One call-out with its four times; opened, it shows the rest of its record below its line. */
export function CallOutLine({ record, entry, elevator, isOpen, onToggle, onCorrect }: LineProps) {
  const { t } = useTranslation();
  const term = useTerm();
  const { locale, pack } = useAppState();
  const causeName = useCauseName();
  const { value, withdrawn } = record;
  const time = (minute: LocalMinute | undefined): string =>
    minute === undefined
      ? '—'
      : dayOfMinute(minute) === dayOfMinute(value.reportedAt)
        ? minute.slice(11)
        : longMinute(minute, locale);
  return (
    <>
      <tr className={`${withdrawn === true ? 'withdrawn' : ''} ${isOpen ? 'selected' : ''}`}>
        <td className="whole">
          <button type="button" className="button link" aria-expanded={isOpen} onClick={onToggle}>
            {longMinute(value.reportedAt, locale)}
          </button>
        </td>
        <td>
          <span className={value.kind === 'entrapment' ? 'strong' : ''}>{term('callOutKind', value.kind)}</span>
          <ChangedMark record={record} />
          <EntryMark entry={entry} />
          <DoubtfulTime record={record} />
        </td>
        <td>{time(value.dispatchedAt)}</td>
        <td>{time(value.arrivedAt)}</td>
        <td>{time(value.freedAt)}</td>
        <td>
          {withdrawn === true ? (
            '—'
          ) : value.kind === 'entrapment' ? (
            <ArrivalMark arrival={judgeArrival(value, elevator, pack)} />
          ) : (
            <span className="small muted">{minutesToArrival(value, t)}</span>
          )}
        </td>
        <td>{causeName(value.cause)}</td>
        <td className="number">
          {value.trapped ?? '—'} /{' '}
          <span className={(value.injured ?? 0) > 0 ? 'bad strong' : ''}>{value.injured ?? '—'}</span>
        </td>
      </tr>
      {isOpen ? (
        <tr className="detail-line">
          <td colSpan={COLUMNS}>
            <CallOutDetail record={record} entry={entry} elevator={elevator} onCorrect={onCorrect} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** No limit holds for a fault; how long it took is told all the same. */
function minutesToArrival({ reportedAt, dispatchedAt, arrivedAt }: CallOut, t: TFunction): string {
  if (arrivedAt === undefined) return '—';
  return t('callout.minutes', { minutes: minutesBetween(dispatchedAt ?? reportedAt, arrivedAt) });
}

/** The name of a cause: the pack's title of its class, else as it was written. */
function useCauseName(): (cause: string | undefined) => string {
  const { pack, say } = useAppState();
  return (cause) => {
    const named = pack.causes.find(({ id }) => id === cause);
    return named === undefined ? (cause ?? '—') : say(named.title);
  };
}

function CallOutDetail({
  record,
  entry,
  elevator,
  onCorrect,
}: Pick<LineProps, 'record' | 'entry' | 'elevator' | 'onCorrect'>) {
  const { t } = useTranslation();
  const term = useTerm();
  const { readOnly, locale } = useAppState();
  const causeName = useCauseName();
  const { value, amendments = [], withdrawn } = record;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('calloutFields.by'), value.by],
    [t('calloutFields.note'), value.note],
    ...Object.entries(value.extra ?? {}),
  ];
  const wordOf = (field: string, word: Json): string | undefined => {
    if (typeof word !== 'string') return undefined;
    if (field === 'kind') return term('callOutKind', word as CallOut['kind']);
    if (field === 'cause') return causeName(word);
    return field.endsWith('At') ? longMinute(word, locale) : undefined;
  };
  return (
    <div className="visit-detail">
      <EntryDetail record={record} doneOn={dayOfMinute(value.reportedAt)} entry={entry} />
      <FactList facts={facts} />
      {amendments.length === 0 ? null : (
        <AmendmentList amendments={amendments} fields="calloutFields" wordOf={wordOf} />
      )}
      {withdrawn === true ? null : (
        <div className="actions">
          <Button look="small" disabled={readOnly} onClick={onCorrect}>
            {t('callout.correct')}
          </Button>
          <RecordHazardButton
            elevator={elevator}
            finding={{
              source: 'callout',
              sourceRecord: record.id,
              known: { foundOn: dayOfMinute(value.reportedAt), what: value.note ?? '' },
            }}
          />
        </div>
      )}
    </div>
  );
}

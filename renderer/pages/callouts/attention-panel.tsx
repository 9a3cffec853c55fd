import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { FleetCall } from '../../../domain/fleet/callouts';
import { longMinute } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { ArrivalMark } from '../../features/elevator/arrival-mark';
import { EntryMark } from '../../features/late/entry-mark';

interface PanelProps {
  readonly calls: readonly FleetCall[];
  /** How many earlier ones are not among them. */
  readonly left: number;
}

/** The entrapments that were reached late, cannot be judged, or have no arrival on record. */
export function AttentionPanel({ calls, left }: PanelProps) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  return (
    <section className="panel">
      <header>
        <h2>{t('callouts.attention')}</h2>
        <span className="muted small">{t('callouts.attentionHint')}</span>
      </header>
      {calls.length === 0 ? (
        <p className="none">{t('callouts.noAttention')}</p>
      ) : (
        <table className="list">
          <thead>
            <tr>
              <th>{t('callout.columns.reported')}</th>
              <th>{t('callouts.elevator')}</th>
              <th>{t('callout.columns.arrival')}</th>
              <th>{t('calloutFields.by')}</th>
              <th className="number">{t('callout.columns.people')}</th>
            </tr>
          </thead>
          <tbody>
            {calls.map(({ elevator, callOut, arrival, lateBy }) => (
              <tr key={`${elevator.registrationNo} ${callOut.reportedAt}`}>
                <td className="whole">
                  {longMinute(callOut.reportedAt, locale)}
                  {lateBy === null ? null : (
                    <div>
                      <EntryMark entry={{ kind: 'late', days: lateBy, bySourceTable: false }} />
                    </div>
                  )}
                </td>
                <td>
                  <Link href={`/elevator/${encodeURIComponent(elevator.registrationNo)}`} className="no-space">
                    {elevator.registrationNo}
                  </Link>
                  <div className="small muted">
                    {[elevator.address, elevator.internalNo].filter((part) => part !== undefined).join(' ')}
                  </div>
                </td>
                <td>
                  <ArrivalMark arrival={arrival} />
                </td>
                <td>{callOut.by ?? '—'}</td>
                <td className="number">
                  {callOut.trapped ?? '—'} / {callOut.injured ?? '—'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {left === 0 ? null : <p className="muted none">{t('callouts.attentionMore', { count: left })}</p>}
    </section>
  );
}

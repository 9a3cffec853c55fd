import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceEvent, DeviceEventKind } from '../../../domain/device-event/device-event';
import { sideBySide } from '../../../domain/doubts/side-by-side';
import type { Dossier, Recorded } from '../../../domain/record/dossier';
import type { Json } from '../../../domain/record/entry';
import { termsOf } from '../../../domain/terms/terms-of';
import { Button } from '../../components/controls';
import { AmendmentList } from '../../features/record/amendment-list';
import { longMinute } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { DeviceEventDialog } from './device-event-dialog';
import { SecondSourceLine } from './second-source-line';
import './second-source-panel.css';

/** Lines shown at first; more on demand. */
const FIRST_LINES = 12;

/** What the record and a second source say of the same time, side by side, with what differs. */
export function SecondSourcePanel({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const { readOnly } = useAppState();
  const { visits, deviceEvents } = dossier;
  const [open, setOpen] = useState<Recorded<DeviceEvent> | 'new' | null>(null);
  const [whole, setWhole] = useState(false);
  const { rows, without } = useMemo(() => sideBySide({ visits, deviceEvents }), [visits, deviceEvents]);
  const changed = useMemo(() => deviceEvents.filter(({ amendments = [] }) => amendments.length > 0), [deviceEvents]);
  const shown = whole ? rows : rows.slice(0, FIRST_LINES);
  const hidden = rows.length - shown.length;
  const isEmpty = deviceEvents.length === 0;
  return (
    <section className="panel second-source-panel">
      <header>
        <h2>{t('secondSource.title')}</h2>
        <span className="muted small">{t('secondSource.whose')}</span>
        <Button className="right" look="small" disabled={readOnly} onClick={() => setOpen('new')}>
          {t('secondSource.record')}
        </Button>
      </header>
      {isEmpty ? <p className="muted none">{t('secondSource.none')}</p> : null}
      {!isEmpty && rows.length === 0 ? <p className="muted none">{t('secondSource.notYet')}</p> : null}
      {rows.length === 0 ? null : (
        <table className="list">
          <thead>
            <tr>
              {(['record', 'source', 'difference'] as const).map((column) => (
                <th key={column}>{t(`secondSource.columns.${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <SecondSourceLine key={row.visit?.id ?? row.events[0]!.id} row={row} onCorrect={setOpen} />
            ))}
          </tbody>
        </table>
      )}
      {hidden === 0 ? null : (
        <Button look="link" onClick={() => setWhole(true)}>
          {t('secondSource.more', { count: hidden })}
        </Button>
      )}
      {isEmpty || without === 0 ? null : (
        <p className="muted small none">{t('secondSource.without', { count: without })}</p>
      )}
      {changed.length === 0 ? null : <ChangedEvents events={changed} />}
      {open === null ? null : (
        <DeviceEventDialog
          registrationNo={dossier.registrationNo}
          record={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

/** What was corrected or withdrawn, wherever it stands above. */
function ChangedEvents({ events }: { readonly events: readonly Recorded<DeviceEvent>[] }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const names = termsOf(locale).deviceEventKind;
  const wordOf = (field: string, word: Json): string | undefined =>
    field === 'kind' ? names[word as DeviceEventKind] : undefined;
  return (
    <details className="changed-events">
      <summary>
        {t('secondSource.changed')} {events.length}
      </summary>
      {events.map(({ id, value, amendments = [] }) => (
        <div key={id}>
          <strong>
            {names[value.kind]} {longMinute(value.startedAt.replace('T', ' '), locale)}
          </strong>
          <AmendmentList amendments={amendments} fields="deviceEventFields" wordOf={wordOf} />
        </div>
      ))}
    </details>
  );
}

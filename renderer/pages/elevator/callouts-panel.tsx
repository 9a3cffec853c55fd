import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOut } from '../../../domain/callout/callout';
import { standing, type Dossier, type Recorded } from '../../../domain/record/dossier';
import { judgeArrival } from '../../../domain/response/judge-arrival';
import { callOutFigures, callsWithin, monthsEnding } from '../../../domain/response/monthly-figures';
import { Button } from '../../components/controls';
import { useAppState } from '../../session/app-state';
import { useEntryOf } from '../../features/late/use-entry-of';
import { CallOutDialog } from './callout-dialog';
import { CallOutLine } from './callout-line';

/** Calls listed at first; more on demand. */
const FIRST_CALLS = 12;

/** The call-outs of one elevator, newest first, with what the last twelve months add up to. */
export function CallOutsPanel({ dossier, onRecord }: { readonly dossier: Dossier; readonly onRecord: () => void }) {
  const { t } = useTranslation();
  const { readOnly } = useAppState();
  const [open, setOpen] = useState<string | null>(null);
  const [whole, setWhole] = useState(false);
  const [correcting, setCorrecting] = useState<Recorded<CallOut> | null>(null);
  const newestFirst = useMemo(
    () => [...dossier.callouts].sort((a, b) => (a.value.reportedAt < b.value.reportedAt ? 1 : -1)),
    [dossier.callouts],
  );
  const entryOf = useEntryOf(dossier);
  const shown = whole ? newestFirst : newestFirst.slice(0, FIRST_CALLS);
  const hidden = newestFirst.length - shown.length;
  return (
    <section className="panel callouts-panel">
      <header>
        <h2>{t('callout.title')}</h2>
        <YearFigures dossier={dossier} />
        <Button className="right" look="small" keys="F" disabled={readOnly} onClick={onRecord}>
          {t('callout.record')}
        </Button>
      </header>
      {newestFirst.length === 0 ? (
        <p className="muted none">{t('callout.none')}</p>
      ) : (
        <table className="list">
          <thead>
            <tr>
              {(['reported', 'kind', 'dispatched', 'arrived', 'freed', 'arrival', 'cause'] as const).map((column) => (
                <th key={column}>{t(`callout.columns.${column}`)}</th>
              ))}
              <th className="number">{t('callout.columns.people')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((record) => (
              <CallOutLine
                key={record.id}
                record={record}
                entry={entryOf('callouts', record)}
                elevator={dossier.elevator.value}
                isOpen={open === record.id}
                onToggle={() => setOpen(open === record.id ? null : record.id)}
                onCorrect={() => setCorrecting(record)}
              />
            ))}
          </tbody>
        </table>
      )}
      {hidden === 0 ? null : (
        <Button look="link" onClick={() => setWhole(true)}>
          {t('callout.more', { count: hidden })}
        </Button>
      )}
      {correcting === null ? null : (
        <CallOutDialog elevator={dossier.elevator.value} record={correcting} onClose={() => setCorrecting(null)} />
      )}
    </section>
  );
}

function YearFigures({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const { asOf, pack } = useAppState();
  const { value: elevator } = dossier.elevator;
  const judged = standing(dossier.callouts).map((callOut) => ({
    callOut,
    arrival: judgeArrival(callOut, elevator, pack),
  }));
  const year = callOutFigures(callsWithin(judged, monthsEnding(asOf.slice(0, 7), 12)));
  if (judged.length === 0) return null;
  const { faults, entrapments, injured, late, medianArrival: median, longestArrival: longest } = year;
  return (
    <span className="small">
      {t('callout.year', { faults, entrapments, injured, late })}
      {median === null ? '' : t('callout.median', { median, longest })}
    </span>
  );
}

import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  confirmationsByVisit,
  countConfirmed,
  unconfirmedIn,
  type ConfirmationsByVisit,
} from '../../../domain/record/confirmation-of';
import { standing, type Dossier } from '../../../domain/record/dossier';
import { Button } from '../../components/controls';
import { useAppState } from '../../session/app-state';
import { amendedCount, historyOfElevator, type HistoryRow } from './history';
import type { LateChanges } from '../../features/late/entry-mark';
import { useEntryOf } from '../../features/late/use-entry-of';
import { useLateChanges } from '../../features/late/use-late-changes';
import { GapLine, InspectionLine, OutageLine, RegisterLine } from './history-lines';
import { OutageDialog } from './outage-dialog';
import { VisitLine } from './visit-line';

/** Rows drawn at first; more on demand, so that twenty years of visits open as fast as one. */
const FIRST_ROWS = 80;

/** The full history, newest first, with gaps and outages standing where they happened. */
export function HistoryPanel({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const { asOf, pack } = useAppState();
  const [open, setOpen] = useState<string | null>(null);
  const [outage, setOutage] = useState<Dossier['outages'][number] | null>(null);
  const [whole, setWhole] = useState(false);
  const rows = useMemo(() => historyOfElevator(dossier, pack.rules, asOf), [dossier, pack.rules, asOf]);
  const lateChanges = useLateChanges(dossier);
  const said = useMemo(() => confirmationsByVisit(dossier.confirmations), [dossier.confirmations]);
  const unconfirmed = unconfirmedIn(useMemo(() => countConfirmed(dossier.visits, said), [dossier.visits, said]));
  const shown = whole ? rows : rows.slice(0, FIRST_ROWS);
  const amended = amendedCount(dossier);
  return (
    <section className="panel history-panel">
      <header>
        <h2>{t('elevator.history')}</h2>
        <span className="muted small right">
          {t('elevator.visitCount', { count: standing(dossier.visits).length })}
          {unconfirmed === 0 ? '' : t('elevator.unconfirmedCount', { count: unconfirmed })}
          {amended === 0 ? '' : t('elevator.amendedCount', { count: amended })}
        </span>
      </header>
      <div className="history" tabIndex={0} role="region" aria-label={t('elevator.history')}>
        <table className="list">
          <thead>
            <tr>
              <th>{t('history.date')}</th>
              <th>{t('history.task')}</th>
              <th className="number">{t('history.interval')}</th>
              <th>{t('history.times')}</th>
              <th>{t('history.technicians')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Line
                key={keyOf(row)}
                row={row}
                open={open}
                onOpen={setOpen}
                onOutage={setOutage}
                dossier={dossier}
                lateChanges={lateChanges}
                said={said}
              />
            ))}
          </tbody>
        </table>
        {rows.length === 0 ? <p className="empty">{t('elevator.noHistory')}</p> : null}
        {shown.length < rows.length ? (
          <div className="more">
            <Button look="link" onClick={() => setWhole(true)}>
              {t('elevator.moreHistory', { count: rows.length - shown.length })}
            </Button>
          </div>
        ) : null}
      </div>
      {outage === null ? null : (
        <OutageDialog registrationNo={dossier.registrationNo} record={outage} onClose={() => setOutage(null)} />
      )}
    </section>
  );
}

function keyOf(row: HistoryRow): string {
  if (row.kind === 'gap') return `${row.rule.id} ${row.interval.from}`;
  return row.kind === 'register' ? row.amendment.id : row.record.id;
}

interface LineProps {
  readonly row: HistoryRow;
  readonly open: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly onOutage: (record: Dossier['outages'][number]) => void;
  readonly dossier: Dossier;
  readonly lateChanges: LateChanges;
  readonly said: ConfirmationsByVisit;
}

function Line({ row, open, onOpen, onOutage, dossier, lateChanges, said }: LineProps) {
  const entryOf = useEntryOf(dossier);
  switch (row.kind) {
    case 'gap':
      return <GapLine row={row} />;
    case 'outage':
      return (
        <OutageLine
          row={row}
          entry={entryOf('outages', row.record)}
          lateChanges={lateChanges}
          onCorrect={() => onOutage(row.record)}
        />
      );
    case 'inspection':
      return <InspectionLine row={row} entry={entryOf('inspections', row.record)} lateChanges={lateChanges} />;
    case 'register':
      return <RegisterLine row={row} lateChanges={lateChanges} />;
    case 'visit': {
      const { id } = row.record;
      return (
        <VisitLine
          row={row}
          entry={entryOf('visits', row.record)}
          lateChanges={lateChanges}
          isOpen={open === id}
          onToggle={() => onOpen(open === id ? null : id)}
          registrationNo={dossier.registrationNo}
          said={said.get(id) ?? []}
        />
      );
    }
  }
}

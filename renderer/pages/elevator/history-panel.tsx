import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { standing, type Dossier, type Recorded } from '../../../domain/record/dossier';
import { recordNoOf } from '../../../domain/record/entry';
import type { Visit } from '../../../domain/visit/visit';
import { Button } from '../../components/controls';
import { useAppState } from '../../state/app-state';
import { historyLines, type HistoryLine, type Judgement } from './elevator-judgement';
import { OutageDialog } from './outage-dialog';
import { VisitDetail } from './visit-detail';

/** The full history, newest first, with gaps and outages standing where they happened. */
export function HistoryPanel({ dossier, judgement }: { readonly dossier: Dossier; readonly judgement: Judgement }) {
  const { t } = useTranslation();
  const { asOf } = useAppState();
  const [open, setOpen] = useState<string | null>(null);
  const [outage, setOutage] = useState<Dossier['outages'][number] | null>(null);
  const lines = historyLines(dossier, judgement, asOf);
  const corrected = dossier.visits.filter(({ amendments }) => amendments !== undefined).length;
  return (
    <section className="panel">
      <header>
        <h2>{t('elevator.history')}</h2>
        <span className="muted small" style={{ marginLeft: 'auto' }}>
          {t('elevator.historyCount', { count: standing(dossier.visits).length, corrected })}
        </span>
      </header>
      <div className="history" tabIndex={0} aria-label={t('elevator.history')}>
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
            {lines.map((line, index) => (
              <Line
                key={index}
                line={line}
                open={open}
                onOpen={setOpen}
                onOutage={setOutage}
                registrationNo={dossier.registrationNo}
              />
            ))}
          </tbody>
        </table>
        {lines.length === 0 ? <div className="empty">{t('elevator.noHistory')}</div> : null}
      </div>
      {outage === null ? null : (
        <OutageDialog registrationNo={dossier.registrationNo} record={outage} onClose={() => setOutage(null)} />
      )}
    </section>
  );
}

interface LineProps {
  readonly line: HistoryLine;
  readonly open: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly onOutage: (record: Dossier['outages'][number]) => void;
  readonly registrationNo: Dossier['registrationNo'];
}

function Line({ line, open, onOpen, onOutage, registrationNo }: LineProps) {
  const { t } = useTranslation();
  if (line.kind === 'silence')
    return (
      <tr className="gap-line">
        <td colSpan={5}>
          ▨ {t('history.silence', { after: line.after, days: line.days, serviceDays: line.serviceDays })}
        </td>
      </tr>
    );
  if (line.kind === 'outage') {
    const { value, withdrawn } = line.record;
    return (
      <tr className={`outage-line ${withdrawn === true ? 'withdrawn' : ''}`}>
        <td colSpan={5}>
          {t('history.outage', { from: value.from, to: value.to ?? t('history.stillOut') })} {value.reason}{' '}
          {withdrawn === true ? null : (
            <Button look="link" onClick={() => onOutage(line.record)}>
              {value.to === undefined ? t('history.endOutage') : t('history.correctOutage')}
            </Button>
          )}
        </td>
      </tr>
    );
  }
  const { record, interval, late } = line;
  return <VisitLine {...{ record, interval, late, open, onOpen, registrationNo }} />;
}

function VisitLine({
  record,
  interval,
  late,
  open,
  onOpen,
  registrationNo,
}: Omit<LineProps, 'line' | 'onOutage'> & {
  readonly record: Recorded<Visit>;
  readonly interval: number | null;
  readonly late: boolean;
}) {
  const { t } = useTranslation();
  const { value, amendments, withdrawn } = record;
  const isOpen = open === record.id;
  const times = [value.startedAt, value.endedAt].filter((time) => time !== undefined).join('–');
  return (
    <>
      <tr className={`${withdrawn === true ? 'withdrawn' : ''} ${isOpen ? 'selected' : ''}`}>
        <td>
          <button
            type="button"
            className="button link"
            aria-expanded={isOpen}
            onClick={() => onOpen(isOpen ? null : record.id)}
          >
            {value.date}
          </button>
        </td>
        <td>
          {t(`task.${value.task}`)}{' '}
          {amendments === undefined ? null : <span className="warn small">{t('history.corrected')}</span>}
        </td>
        <td className={`number ${late ? 'bad strong' : ''}`}>
          {interval === null ? '—' : t('history.days', { count: interval })}
        </td>
        <td>{times === '' ? '—' : times}</td>
        <td>{value.technicians.join('、') || '—'}</td>
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={5}>
            <VisitDetail record={record} registrationNo={registrationNo} recordNo={recordNoOf(record.id)} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

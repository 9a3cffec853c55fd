import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { Inspection, InspectionResult } from '../../../domain/inspection/inspection';
import { standing, type Dossier, type Recorded } from '../../../domain/record/dossier';
import { type Json } from '../../../domain/record/entry';
import { recordNoOf } from '../../../domain/record/record-id';
import { Button } from '../../components/controls';
import { StatusMark, type Shape } from '../../components/status-mark';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { DoubtfulTime } from '../../features/record/doubtful-time';
import { useActName } from '../../session/use-act-name';
import { RecordHazardButton } from '../../features/hazard/record-hazard-button';
import { AmendmentList } from '../../features/record/amendment-list';
import type { EntryOfRecord } from '../../../domain/headline/entry';
import { EntryDetail } from '../../features/late/entry-detail';
import { EntryMark } from '../../features/late/entry-mark';
import { useEntryOf } from '../../features/late/use-entry-of';
import { ChangedMark } from '../../features/record/changed-mark';
import { InspectionDialog } from './inspection-dialog';
import { anchorOf } from './show-record';
import { useTerm } from '../../i18n/use-term';

const SHAPES: Readonly<Record<InspectionResult, Shape>> = { pass: 'met', fail: 'refused', recheck: 'lapsed' };
const COLUMNS = 7;

/** Inspections, tests and checks on record, newest first, with the ways to record, correct and withdraw them. */
export function InspectionsPanel({ dossier, onRecord }: { readonly dossier: Dossier; readonly onRecord: () => void }) {
  const { t } = useTranslation();
  const { readOnly } = useAppState();
  const [correcting, setCorrecting] = useState<Recorded<Inspection> | null>(null);
  const entryOf = useEntryOf(dossier);
  const newestFirst = [...dossier.inspections].sort((a, b) => (a.value.date < b.value.date ? 1 : -1));
  return (
    <section className="panel inspections-panel">
      <header>
        <h2>{t('elevator.inspections')}</h2>
        <span className="muted small">
          {t('elevator.inspectionCount', { count: standing(dossier.inspections).length })}
        </span>
        <Button className="right" look="small" keys="I" disabled={readOnly} onClick={onRecord}>
          {t('inspection.record')}
        </Button>
      </header>
      {newestFirst.length === 0 ? (
        <p className="muted none">{t('inspection.none')}</p>
      ) : (
        <table className="list">
          <thead>
            <tr>
              <th>{t('history.date')}</th>
              <th>{t('inspection.kindColumn')}</th>
              <th>{t('inspection.resultColumn')}</th>
              <th>{t('inspection.validUntil')}</th>
              <th>{t('inspection.reportNo')}</th>
              <th>{t('inspection.by')}</th>
              <th className="number">{t('history.recordNo')}</th>
            </tr>
          </thead>
          <tbody>
            {newestFirst.map((record) => (
              <InspectionLine
                key={record.id}
                record={record}
                entry={entryOf('inspections', record)}
                elevator={dossier.elevator.value}
                onCorrect={() => setCorrecting(record)}
              />
            ))}
          </tbody>
        </table>
      )}
      {correcting === null ? null : (
        <InspectionDialog
          registrationNo={dossier.registrationNo}
          record={correcting}
          onClose={() => setCorrecting(null)}
        />
      )}
    </section>
  );
}

interface LineProps {
  readonly record: Recorded<Inspection>;
  readonly entry: EntryOfRecord;
  readonly elevator: Elevator;
  readonly onCorrect: () => void;
}

/** One inspection; its date opens the correction, its corrections stand below it. */
function InspectionLine({ record, entry, elevator, onCorrect }: LineProps) {
  const { id, value, withdrawn, amendments = [], late } = record;
  const { t } = useTranslation();
  const term = useTerm();
  const { locale, readOnly } = useAppState();
  const actName = useActName();
  const date = longDate(value.date, locale);
  const wordOf = (field: string, word: Json): string | undefined => {
    if (typeof word !== 'string') return undefined;
    if (field === 'kind') return actName(word as Inspection['kind']);
    return field === 'result' ? term('inspectionResult', word as Inspection['result']) : undefined;
  };
  return (
    <>
      <tr id={anchorOf(id)} className={withdrawn === true ? 'withdrawn' : ''}>
        <td className="whole">
          {withdrawn === true ? (
            date
          ) : (
            <Button look="link" disabled={readOnly} onClick={onCorrect} title={t('callout.correct')}>
              {date}
            </Button>
          )}
        </td>
        <td>
          <span className="what">{actName(value.kind)}</span>
          <ChangedMark record={record} />
          <EntryMark entry={entry} />
          <DoubtfulTime record={record} />
        </td>
        <td>
          <StatusMark shape={SHAPES[value.result]} word={term('inspectionResult', value.result)} />
          {withdrawn === true || value.result === 'pass' ? null : (
            <div>
              <RecordHazardButton
                elevator={elevator}
                finding={{
                  source: 'inspection',
                  sourceRecord: id,
                  known: { foundOn: value.date, ...(value.by === undefined ? {} : { foundBy: value.by }) },
                }}
              />
            </div>
          )}
        </td>
        <td>{value.validUntil === undefined ? '—' : longDate(value.validUntil, locale)}</td>
        <td className="no-space">{value.reportNo ?? '—'}</td>
        <td>{value.by ?? '—'}</td>
        <td className="number">{recordNoOf(id)}</td>
      </tr>
      {late === undefined ? null : (
        <tr className="detail-line">
          <td colSpan={COLUMNS}>
            <EntryDetail record={record} doneOn={value.date} entry={entry} />
          </td>
        </tr>
      )}
      {amendments.length === 0 ? null : (
        <tr className="detail-line">
          <td colSpan={COLUMNS}>
            <AmendmentList amendments={amendments} fields="inspectionFields" wordOf={wordOf} />
          </td>
        </tr>
      )}
    </>
  );
}

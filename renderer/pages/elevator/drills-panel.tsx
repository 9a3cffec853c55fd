import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { minutesOfDrill, type Drill, type DrillScenario } from '../../../domain/drill/drill';
import { standing, type Dossier, type Recorded } from '../../../domain/record/dossier';
import type { Json } from '../../../domain/record/entry';
import { recordNoOf } from '../../../domain/record/record-id';
import { termsOf } from '../../../domain/terms/terms-of';
import { Button } from '../../components/controls';
import { AmendmentList } from '../../features/record/amendment-list';
import { DoubtfulTime } from '../../features/record/doubtful-time';
import { longDate } from '../../i18n/dates';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { ChangedMark } from '../../features/record/changed-mark';
import { DrillDialog } from './drill-dialog';
import { anchorOf } from './show-record';

const COLUMNS = 7;

/** Emergency drills of the user unit, newest first, with the ways to record, correct and withdraw them. */
export function DrillsPanel({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const { readOnly } = useAppState();
  const [open, setOpen] = useState<Recorded<Drill> | 'new' | null>(null);
  const newestFirst = [...dossier.drills].sort((a, b) => (a.value.date < b.value.date ? 1 : -1));
  return (
    <section className="panel inspections-panel">
      <header>
        <h2>{t('drill.title')}</h2>
        <span className="muted small">
          {t('elevator.inspectionCount', { count: standing(dossier.drills).length })} · {t('drill.whose')}
        </span>
        <Button className="right" look="small" disabled={readOnly} onClick={() => setOpen('new')}>
          {t('drill.record')}
        </Button>
      </header>
      {newestFirst.length === 0 ? (
        <p className="muted none">{t('drill.none')}</p>
      ) : (
        <table className="list">
          <thead>
            <tr>
              {(['date', 'scenario'] as const).map((field) => (
                <th key={field}>{t(`drillFields.${field}`)}</th>
              ))}
              <th className="number">{t('drill.minutes')}</th>
              {(['participants', 'problems', 'measures'] as const).map((field) => (
                <th key={field}>{t(`drillFields.${field}`)}</th>
              ))}
              <th className="number">{t('history.recordNo')}</th>
            </tr>
          </thead>
          <tbody>
            {newestFirst.map((record) => (
              <DrillLine key={record.id} record={record} onCorrect={() => setOpen(record)} />
            ))}
          </tbody>
        </table>
      )}
      {open === null ? null : (
        <DrillDialog
          registrationNo={dossier.registrationNo}
          record={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

/** One drill; its date opens the correction, the rest of it and its corrections stand below it. */
function DrillLine({ record, onCorrect }: { readonly record: Recorded<Drill>; readonly onCorrect: () => void }) {
  const { id, value, withdrawn, amendments = [] } = record;
  const { t } = useTranslation();
  const { locale, readOnly } = useAppState();
  const names = termsOf(locale).drillScenario;
  const date = longDate(value.date, locale);
  const rest = (['plan', 'course', 'note'] as const).filter((field) => value[field] !== undefined);
  const wordOf = (field: string, word: Json): string | undefined =>
    field === 'scenario' ? names[word as DrillScenario] : undefined;
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
          <span className="what">{capital(names[value.scenario])}</span>
          <ChangedMark record={record} />
          <DoubtfulTime record={record} />
        </td>
        <td className="number">{minutesOfDrill(value) ?? '—'}</td>
        <td>{value.participants.join(t('elevator.listComma'))}</td>
        <td>{value.problems ?? '—'}</td>
        <td>{value.measures ?? '—'}</td>
        <td className="number">{recordNoOf(id)}</td>
      </tr>
      {rest.length === 0 ? null : (
        <tr className="detail-line">
          <td colSpan={COLUMNS}>
            {rest.map((field) => (
              <div key={field}>
                <span className="muted">{t(`drillFields.${field}`)}</span> {value[field]}
              </div>
            ))}
          </td>
        </tr>
      )}
      {amendments.length === 0 ? null : (
        <tr className="detail-line">
          <td colSpan={COLUMNS}>
            <AmendmentList amendments={amendments} fields="drillFields" wordOf={wordOf} />
          </td>
        </tr>
      )}
    </>
  );
}

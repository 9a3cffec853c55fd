import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { Dossier } from '../../../domain/record/dossier';
import { Button, Segments } from '../../components/controls';
import { HatchPattern } from '../../components/mini-strip';
import { StatusShape, toneOf } from '../../components/status-mark';
import { StripTable, YearStrip } from '../../components/year-strip';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../state/app-state';
import { usePageKeys } from '../../state/page-keys';
import { useDossier } from '../../state/use-elevators';
import { judgeElevator, mendingTask, periodOf } from './elevator-judgement';
import './elevator-page.css';
import { HistoryPanel } from './history-panel';
import { OutageDialog } from './outage-dialog';
import { Particulars } from './particulars';
import { RulesPanel } from './rules-panel';
import { useStripWords } from './strip-words';

type Span = 'last-year' | 'year' | 'two-years';

export function ElevatorPage({ registrationNo }: { readonly registrationNo: string }) {
  const { t } = useTranslation();
  const { revision } = useAppState();
  const dossier = useDossier(registrationNo, revision);
  if (dossier === undefined)
    return (
      <div className="empty" role="status">
        {t('elevator.reading')}
      </div>
    );
  if (dossier === null)
    return (
      <div className="panel empty">
        {t('elevator.unknown', { registrationNo })}
        <Link href="/">{t('elevator.toFleet')}</Link>
      </div>
    );
  return <Elevator dossier={dossier} />;
}

function Elevator({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const { pack, asOf, locale, readOnly } = useAppState();
  const [, navigate] = useLocation();
  const [span, setSpan] = useState<Span>('year');
  const [asTable, setAsTable] = useState(false);
  const [recordingOutage, setRecordingOutage] = useState(false);
  const period = useMemo(() => periodOf('year', asOf), [asOf]);
  const judgement = useMemo(() => judgeElevator(dossier, pack, asOf, period), [dossier, pack, asOf, period]);
  const shown = useMemo(() => periodOf(span, asOf), [span, asOf]);
  const strip = useMemo(() => judgeElevator(dossier, pack, asOf, shown).strip, [dossier, pack, asOf, shown]);
  const words = useStripWords(strip);
  const { value: elevator } = dossier.elevator;
  const { verdict } = judgement.audit;
  const path = encodeURIComponent(dossier.registrationNo);
  usePageKeys([
    { keys: 'N', word: t('keys.visit'), run: () => navigate(`/visit/${path}`) },
    { keys: 'P', word: t('keys.print'), run: () => navigate(`/reports?for=${path}`) },
    { keys: 'T', word: t('keys.table'), run: () => setAsTable((before) => !before) },
    { keys: 'Escape', word: t('keys.back'), run: () => navigate('/') },
  ]);
  const place = [elevator.address, elevator.internalNo].filter((part) => part !== undefined).join(' ');
  return (
    <>
      <HatchPattern />
      <div className="small">
        <Link href="/">{t('nav.fleet')}</Link> / {elevator.district}
      </div>
      <div className="page-head">
        <h1>{place === '' ? dossier.registrationNo : place}</h1>
        <span className={`status stamp ${toneOf(verdict)}`}>
          <StatusShape shape={verdict} />
          {t(`verdict.${verdict}`)}
        </span>
        {elevator.sample === true ? <span className="sample-mark">{t('elevator.sample')}</span> : null}
        <span className="actions">
          <Button disabled={readOnly} onClick={() => navigate(`/elevator/${path}/correct`)}>
            {t('elevator.correct')}
          </Button>
          <Button disabled={readOnly} onClick={() => setRecordingOutage(true)}>
            {t('elevator.recordOutage')}
          </Button>
          <Button keys="P" onClick={() => navigate(`/reports?for=${path}`)}>
            {t('fleet.print')}
          </Button>
          <Button look="primary" keys="N" onClick={() => navigate(`/visit/${path}`)}>
            {t('fleet.logVisit')}
          </Button>
        </span>
      </div>
      <Particulars dossier={dossier} />
      <section className="panel">
        <header>
          <h2>{t('elevator.year')}</h2>
          <span className="muted small">
            {t('fleet.period', { from: longDate(shown.from, locale), to: longDate(shown.to, locale) })}{' '}
            {t('elevator.yearHint')}
          </span>
          <span style={{ marginLeft: 'auto', display: 'flex', gap: 8 }}>
            <Segments
              label={t('elevator.year')}
              value={span}
              onChange={setSpan}
              options={(['last-year', 'year', 'two-years'] as const).map((value) => ({
                value,
                text: t(`elevator.span.${value}`),
              }))}
            />
            <Button look="small" keys="T" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
              {t('elevator.asTable')}
            </Button>
          </span>
        </header>
        <div className="body">
          {asTable ? (
            <StripTable strip={strip} words={words} columns={[t('elevator.tableRule'), t('elevator.tableInterval')]} />
          ) : (
            <YearStrip strip={strip} words={words} />
          )}
        </div>
      </section>
      <div className="elevator-columns">
        <RulesPanel
          judgement={judgement}
          mending={mendingTask(dossier, pack, asOf, period, judgement.audit)}
          dossier={dossier}
        />
        <HistoryPanel dossier={dossier} judgement={judgement} />
      </div>
      {recordingOutage ? (
        <OutageDialog registrationNo={dossier.registrationNo} record={null} onClose={() => setRecordingOutage(false)} />
      ) : null}
    </>
  );
}

import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { Segments } from '../../components/controls';
import { HatchPattern } from '../../components/mini-strip';
import type { FleetCallOuts } from '../../../domain/fleet/callouts';
import { longDate } from '../../i18n/dates';
import { ExportButton } from '../../features/tables/export-button';
import { saveRecords } from '../../features/tables/save-records';
import { useAppState } from '../../session/app-state';
import { ErrorNotice } from '../../features/record/error-notice';
import { useFleetAnswer } from '../../session/use-fleet-answer';
import { usePageKeys } from '../../session/page-keys';
import { AttentionPanel } from './attention-panel';
import './callouts-page.css';
import { CausesPanel } from './causes-panel';
import { MonthsPanel } from './months-panel';

const SPANS = ['12', '24', 'all'] as const;
type Span = (typeof SPANS)[number];

/** The call-outs of the whole fleet by month: how many, how many trapped, how many reached too late. */
export function CallOutsPage() {
  const { t } = useTranslation();
  const { asOf, locale, isFollowing } = useAppState();
  const [, navigate] = useLocation();
  const [span, setSpan] = useState<Span>('12');
  const { fleet, failure } = useFleetCallOuts(span);
  usePageKeys([
    {
      keys: 'D',
      word: t('callouts.keys.span'),
      run: () => setSpan(SPANS[(SPANS.indexOf(span) + 1) % SPANS.length] ?? '12'),
    },
    { keys: 'Escape', word: t('keys.back'), run: () => navigate('/') },
  ]);
  return (
    <>
      <HatchPattern />
      <div className="page-head">
        <h1>{t('callouts.title')}</h1>
        <span className="muted">{t('callouts.asOf', { date: longDate(asOf, locale) })}</span>
        <span className="actions">
          <ExportButton
            choices={[{ name: t('export.callouts'), save: (format) => saveRecords(['callouts'], format, locale) }]}
          />
          <Segments
            label={t('callouts.span.label')}
            value={span}
            options={SPANS.map((value) => ({ value, text: t(`callouts.span.${value}`) }))}
            onChange={setSpan}
          />
        </span>
      </div>
      {failure === null ? null : <ErrorNotice error={failure} />}
      {fleet === null ? null : fleet.recorded === 0 ? (
        !isFollowing ? (
          <div className="panel empty">
            <p>{t('callouts.empty')}</p>
            <Link href="/import">{t('nav.import')}</Link>
          </div>
        ) : null
      ) : (
        <Figures fleet={fleet} />
      )}
    </>
  );
}

function Figures({ fleet }: { readonly fleet: FleetCallOuts }) {
  const { t } = useTranslation();
  const { months, total, enteredLate } = fleet;
  const { calls, faults, entrapments, injured, late, undecided, medianArrival, longestArrival } = total;
  const span = { from: months[0]?.month ?? '', to: months.at(-1)?.month ?? '' };
  return (
    <>
      <p className="callouts-sum">
        {t('callouts.sum', { ...span, calls, faults, entrapments, injured, late, undecided })}
        {enteredLate === 0 ? null : t('callouts.enteredLate', { count: enteredLate })}
        {medianArrival === null ? null : t('callouts.median', { median: medianArrival, longest: longestArrival })}
      </p>
      <div className="callouts-columns">
        <MonthsPanel months={months} total={total} />
        <CausesPanel causes={total.causes} />
      </div>
      <AttentionPanel calls={fleet.attention} left={fleet.attentionLeft} />
    </>
  );
}

/** The figures of the fleet; those before stay while they are renewed. */
function useFleetCallOuts(span: Span) {
  const { asOf, pack } = useAppState();
  const question = useMemo(() => {
    const { requirements } = pack;
    return { asOf, months: span === 'all' ? null : Number(span), pack: { requirements } };
  }, [asOf, pack, span]);
  const { answer, failure } = useFleetAnswer('callouts', question);
  return { fleet: answer?.rest ?? null, failure };
}

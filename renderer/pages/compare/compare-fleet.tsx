import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { Sides } from '../../../domain/audit/compare-audits';
import type { Measure } from '../../../domain/audit/judge-by';
import { VERDICTS } from '../../../domain/audit/verdict';
import { termsOf } from '../../../domain/terms/terms-of';
import { Segments } from '../../components/controls';
import { StatusMark } from '../../components/status-mark';
import type { ComparedFleet } from '../../../domain/fleet/compare-fleet';
import { count as thousands } from '../../i18n/dates';
import { verdictWord } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { ErrorNotice } from '../../features/record/error-notice';
import { useFleetAnswer } from '../../session/use-fleet-answer';
import { usePageKeys } from '../../session/page-keys';
import { ChooseCompared } from './choose-compared';
import { saveTable } from '../../components/save-table';
import { ExportButton } from '../../features/tables/export-button';
import { differingLines } from './export-compared';
import { DifferingGrid } from './differing-grid';
import { differingRows, type Which } from './differing-rows';
import { SidesPanel } from './sides-panel';
import { useMeasures } from './use-measures';

/** The whole fleet by two measures: how the verdicts are spread on each side, and which elevators differ. */
export function CompareFleet() {
  const { t } = useTranslation();
  const { shownOrder, isFollowing, locale } = useAppState();
  const [, navigate] = useLocation();
  const chosen = useMeasures();
  const { fleet, failure, busy } = useComparedFleet(chosen.measures);
  const [which, setWhich] = useState<Which>('verdict');
  const [current, setCurrent] = useState(0);
  const choosing = useRef<HTMLInputElement>(null);
  const rows = useMemo(() => (fleet === null ? [] : differingRows(fleet.differing, which)), [fleet, which]);
  const at = Math.max(0, Math.min(current, rows.length - 1));
  const open = (registrationNo: string | undefined): void => {
    if (registrationNo === undefined) return;
    shownOrder.current = rows.map((row) => row.registrationNo);
    navigate(`/compare/${encodeURIComponent(registrationNo)}`);
  };
  const show = (next: Which): void => {
    setWhich(next);
    setCurrent(0);
  };
  usePageKeys([
    { keys: 'ArrowDown', also: ['J'], word: t('keys.row'), run: () => setCurrent(Math.min(at + 1, rows.length - 1)) },
    { keys: 'ArrowUp', also: ['K'], word: '', run: () => setCurrent(Math.max(0, at - 1)) },
    { keys: 'Enter', word: t('keys.open'), run: () => open(rows[at]?.registrationNo) },
    { keys: 'X', word: t('compare.keys.swap'), run: chosen.swap },
    { keys: 'D', word: t('compare.keys.which'), run: () => show(which === 'verdict' ? 'due' : 'verdict') },
    { keys: '/', word: t('keys.find'), run: () => choosing.current?.focus() },
    { keys: 'Escape', word: t('keys.back'), run: () => navigate('/') },
  ]);
  return (
    <>
      <div className="page-head">
        <h1>{t('compare.title')}</h1>
        <span className="muted">{t('compare.hint')}</span>
        <span className="actions">
          <ChooseCompared inputRef={choosing} />
          <ExportButton
            disabled={rows.length === 0}
            choices={[
              {
                name: t('export.differing', { count: rows.length }),
                asShown: true,
                save: (format) =>
                  saveTable(t('compare.title'), differingLines(rows, chosen.measures, t, locale), format),
              },
            ]}
          />
        </span>
      </div>
      <SidesPanel chosen={chosen} />
      {busy ? <div className="busy-line" role="progressbar" aria-label={t('compare.busy')} /> : null}
      {failure === null ? null : <ErrorNotice error={failure} />}
      {fleet === null ? null : fleet.elevators === 0 && !isFollowing ? (
        <EmptyFleet />
      ) : (
        <>
          <VerdictTable fleet={fleet} />
          <div>
            <Segments
              label={t('compare.which')}
              value={which}
              options={[
                { value: 'verdict', text: t('compare.otherVerdict', { count: fleet.otherVerdict }), keys: 'D' },
                { value: 'due', text: t('compare.otherDue', { count: fleet.differing.length - fleet.otherVerdict }) },
              ]}
              onChange={show}
            />
          </div>
          {rows.length === 0 ? (
            <div className="panel body-only">{t(`compare.noRows.${which}`)}</div>
          ) : (
            <DifferingGrid
              rows={rows}
              measures={chosen.measures}
              current={at}
              onCurrent={setCurrent}
              onOpen={({ registrationNo }) => open(registrationNo)}
            />
          )}
        </>
      )}
    </>
  );
}

function EmptyFleet() {
  const { t } = useTranslation();
  return (
    <div className="panel empty">
      <p>{t('compare.empty')}</p>
      <Link href="/import">{t('nav.import')}</Link>
    </div>
  );
}

function VerdictTable({ fleet: { verdicts, elevators, retired } }: { readonly fleet: ComparedFleet }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const terms = termsOf(locale);
  const hasRetired = retired.left + retired.right > 0;
  return (
    <section className="panel">
      <table className="list compare-verdicts">
        <thead>
          <tr>
            <th>{t('compare.elevators', { count: elevators })}</th>
            {VERDICTS.map((verdict) => (
              <th key={verdict} scope="col">
                <StatusMark shape={verdict} word={verdictWord(verdict, locale)} />
              </th>
            ))}
            {hasRetired ? <th scope="col">{terms.retired}</th> : null}
          </tr>
        </thead>
        <tbody>
          {(['left', 'right'] as const).map((side) => (
            <tr key={side}>
              <th scope="row">
                <span className="compare-letter">{t(`compare.side.${side}`)}</span>
              </th>
              {VERDICTS.map((verdict) => (
                <td key={verdict} className={verdicts.left[verdict] === verdicts.right[verdict] ? '' : 'strong'}>
                  {thousands(verdicts[side][verdict], locale)}
                </td>
              ))}
              {hasRetired ? <td>{thousands(retired[side], locale)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The comparison of the fleet; the one before stays while it is renewed. */
function useComparedFleet(measures: Sides<Measure>) {
  const { inspectionsKept: kept } = useAppState();
  const question = useMemo(() => ({ measures, kept }), [measures, kept]);
  const { answer, failure, progress } = useFleetAnswer('compare', question);
  const fleet = useMemo(() => (answer === null ? null : { ...answer.rest, differing: answer.rows }), [answer]);
  return { fleet, failure, busy: progress !== null };
}

import { useMemo, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { VERDICTS } from '../../../domain/audit/verdict';
import { termsOf } from '../../../domain/terms/terms-of';
import { StatusMark, toneOf } from '../../components/status-mark';
import type { FleetRow } from '../../../domain/fleet/fleet-row';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import {
  choicesOf,
  mustNotRunToggled,
  quickMatches,
  type FleetFilter,
  type ListedRow,
  type Quick,
} from '../../features/fleet/fleet-filter';

const QUICK = ['all', 'overdue', 'soon', 'old', 'out', 'late', 'doubts', 'retired'] as const satisfies readonly Quick[];

interface Filtering {
  readonly filter: FleetFilter;
  readonly onChange: (part: Partial<FleetFilter>) => void;
}

export function VerdictCounts({ rows: known, filter, onChange }: Filtering & { readonly rows: readonly FleetRow[] }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const terms = termsOf(locale);
  const rows = useMemo(() => known.filter(({ use }) => use.state !== 'retired'), [known]);
  const { forbidden, counts, soon } = useMemo(
    () => ({
      forbidden: rows.filter(({ use }) => use.state === 'must-not-run').length,
      counts: new Map(VERDICTS.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length])),
      soon: rows.filter(({ pressing }) => pressing?.status === 'due-soon').length,
    }),
    [rows],
  );
  return (
    <div className="verdict-counts" role="group" aria-label={t('fleet.filters.verdict')}>
      {VERDICTS.map((verdict) => {
        const figure = counts.get(verdict) ?? 0;
        return (
          <button
            key={verdict}
            type="button"
            className={figure > 0 ? `some ${toneOf(verdict)}` : 'muted'}
            aria-pressed={filter.verdict === verdict}
            onClick={() => onChange({ verdict: filter.verdict === verdict ? null : verdict })}
          >
            <StatusMark shape={verdict} word={terms.verdict[verdict]} />
            <span className="figure">{figure}</span>
          </button>
        );
      })}
      <span className="sum">
        {t('fleet.sum.inOrder', { all: rows.length, count: counts.get('compliant') ?? 0 })}
        {t('fleet.sum.and')}
        <button
          type="button"
          className={forbidden > 0 ? 'now bad strong' : 'now muted'}
          aria-pressed={filter.quick === 'must-not-run'}
          onClick={() => onChange(mustNotRunToggled(filter))}
        >
          {t('fleet.sum.now', { count: forbidden })}
        </button>
        {t('fleet.sum.and')}
        {t('fleet.sum.soon', { count: soon })}
      </span>
    </div>
  );
}

function Choice({
  label,
  value,
  values,
  onChange,
  selectRef,
}: {
  readonly label: string;
  readonly value: string;
  readonly values: readonly string[];
  readonly onChange: (value: string) => void;
  readonly selectRef?: RefObject<HTMLSelectElement | null>;
}) {
  const { t } = useTranslation();
  return (
    <select
      ref={selectRef}
      className="input"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('fleet.filters.all', { what: label })}</option>
      {values.map((each) => (
        <option key={each} value={each}>
          {each}
        </option>
      ))}
    </select>
  );
}

function KindChoice({
  rows,
  value,
  onChange,
}: {
  readonly rows: readonly FleetRow[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  const { kindOf, say } = useAppState();
  const label = t('fleet.filters.kind');
  const codes = useMemo(() => choicesOf(rows, 'kind'), [rows]);
  return (
    <select className="input" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('fleet.filters.all', { what: label })}</option>
      {codes.map((code) => {
        const kind = kindOf(code);
        return (
          <option key={code} value={code}>
            {kind === undefined ? code : say(kind.title)}
          </option>
        );
      })}
    </select>
  );
}

/** Search, the particulars to filter by, and the questions asked most. */
export function FilterBar({
  rows,
  filter,
  searchRef,
  filterRef,
  onChange,
}: Filtering & {
  readonly rows: readonly ListedRow[];
  readonly searchRef: RefObject<HTMLInputElement | null>;
  /** The first of the choices. */
  readonly filterRef: RefObject<HTMLSelectElement | null>;
}) {
  const { t } = useTranslation();
  const { asOf, locale } = useAppState();
  const choices = useMemo(
    () => ({ district: choicesOf(rows, 'district'), maintainer: choicesOf(rows, 'maintainer') }),
    [rows],
  );
  const counts = useMemo(
    () => new Map(QUICK.map((quick) => [quick, rows.filter((row) => quickMatches(row, quick, asOf)).length])),
    [rows, asOf],
  );
  return (
    <div className="filters">
      <input
        ref={searchRef}
        className="input search"
        role="searchbox"
        placeholder={t('fleet.search')}
        aria-label={t('fleet.search')}
        value={filter.text}
        onChange={(event) => onChange({ text: event.target.value })}
        onKeyDown={(event) => (event.key === 'Escape' || event.key === 'Enter') && event.currentTarget.blur()}
      />
      <Choice
        selectRef={filterRef}
        label={t('fleet.filters.district')}
        value={filter.district}
        values={choices.district}
        onChange={(district) => onChange({ district })}
      />
      <Choice
        label={t('fleet.filters.maintainer')}
        value={filter.maintainer}
        values={choices.maintainer}
        onChange={(maintainer) => onChange({ maintainer })}
      />
      <KindChoice rows={rows} value={filter.kind} onChange={(kind) => onChange({ kind })} />
      <div className="quick" role="group" aria-label={t('fleet.quick.label')}>
        {QUICK.map((quick) => (
          <button key={quick} type="button" aria-pressed={filter.quick === quick} onClick={() => onChange({ quick })}>
            {quick === 'out' ? capital(termsOf(locale).use['out-of-use']) : t(`fleet.quick.${quick}`)}{' '}
            {quick === 'doubts' && rows.every(({ doubts }) => doubts === null) ? '…' : counts.get(quick)}
          </button>
        ))}
      </div>
    </div>
  );
}

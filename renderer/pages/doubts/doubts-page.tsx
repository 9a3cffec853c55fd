import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { answerTo, type LedgerDoubt } from '../../../domain/doubts/answered';
import {
  doubtQuestion,
  doubtSentence,
  innocentLooks,
  type DoubtContext,
} from '../../../domain/explain/doubt-sentences';
import type { DoubtsRest } from '../../../domain/fleet/questions';
import { DOUBT_KINDS } from '../../../domain/pack/doubt-threshold';
import { termsOf } from '../../../domain/terms/terms-of';
import { Segments } from '../../components/controls';
import { RowGrid, type GridColumn } from '../../components/row-grid';
import { saveTable } from '../../components/save-table';
import { StatusMark } from '../../components/status-mark';
import { AnswerDialog } from '../../features/doubts/answer-dialog';
import { DoubtCard } from '../../features/doubts/doubt-card';
import { useDoubtContext } from '../../features/doubts/use-doubts';
import { WithDoubts } from '../../features/doubts/with-doubts';
import { ExportButton } from '../../features/tables/export-button';
import { longDate } from '../../i18n/dates';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { usePageKeys } from '../../session/page-keys';
import { askedAmong, useAsked } from '../../session/use-asked';
import {
  choicesIn,
  countByView,
  DOUBT_VIEWS,
  doubtsShown,
  lastDay,
  type DoubtFilter,
} from '../../features/doubts/doubt-lists';
import './doubts-page.css';

/** Every question that the records of the fleet raise, with the evidence of the one that is looked at. */
export function DoubtsPage() {
  return <WithDoubts ask="doubts">{({ rows, rest }) => <Doubts doubts={rows} rest={rest} />}</WithDoubts>;
}

function Doubts({ doubts, rest }: { readonly doubts: readonly LedgerDoubt[]; readonly rest: DoubtsRest }) {
  const { t } = useTranslation();
  const { settings, asOf, readOnly } = useAppState();
  const [, navigate] = useLocation();
  const asked = useAsked();
  const [filter, setFilter] = useState<DoubtFilter>({
    ...{ view: 'open', person: '' },
    kind: askedAmong(asked('kind'), DOUBT_KINDS),
  });
  const [current, setCurrent] = useState(0);
  const [answering, setAnswering] = useState<LedgerDoubt | null>(null);
  const context = useDoubtContext(rest.addresses);
  const columns = useColumns();
  const shown = useMemo(() => doubtsShown(doubts, filter), [doubts, filter]);
  const at = Math.min(current, shown.length - 1);
  const one = shown[at];
  const change = (part: Partial<DoubtFilter>): void => {
    setFilter((before) => ({ ...before, ...part }));
    setCurrent(0);
  };
  const open = (): void => {
    const of = one?.records[0] ?? one?.doubt.visits[0];
    if (of !== undefined) navigate(`/elevator/${encodeURIComponent(of.registrationNo)}`);
  };
  const answerIt = (): void => {
    if (one !== undefined && one.records.length > 0 && !readOnly) setAnswering(one);
  };
  usePageKeys([
    { keys: 'ArrowDown', also: ['J'], word: t('keys.row'), run: () => setCurrent(Math.min(at + 1, shown.length - 1)) },
    { keys: 'ArrowUp', also: ['K'], word: '', run: () => setCurrent(Math.max(0, at - 1)) },
    { keys: 'Enter', word: t('keys.open'), run: open },
    { keys: 'A', word: t('doubts.answer'), run: answerIt },
  ]);
  return (
    <>
      <div className="page-head">
        <h1>{t('doubts.title')}</h1>
        <span className="muted">{t('doubts.whatTheyAre')}</span>
        <span className="actions">
          <Link href="/doubts/joined">{t('joined.link')}</Link>
          <ExportButton
            disabled={shown.length === 0}
            choices={[
              {
                name: t('export.doubts', { count: shown.length }),
                asShown: true,
                save: (format) => saveTable(`${t('doubts.title')}_${asOf}`, tableOf(shown, context, t), format),
              },
            ]}
          />
        </span>
      </div>
      {rest.tooMany === null ? (
        <Filters doubts={doubts} filter={filter} onChange={change} />
      ) : (
        <div className="panel empty">{t('doubts.tooMany', { count: rest.tooMany })}</div>
      )}
      {rest.tooMany !== null ? null : shown.length === 0 ? (
        <div className="panel empty">{t('doubts.noneShown')}</div>
      ) : (
        <div className="doubts-columns">
          <RowGrid
            label={t('doubts.title')}
            rows={shown}
            columns={columns}
            keyOf={({ key, doubt }) => `${key} ${doubt.what ?? ''} ${doubt.people.join()} ${doubt.measure}`}
            rowHeight={settings.comfortable ? 34 : 26}
            current={at}
            onCurrent={setCurrent}
            onOpen={open}
          />
          <div className="panel doubts-shown">
            {one === undefined ? null : <DoubtCard key={one.key} one={one} context={context} />}
            {one?.records.length === 0 ? <p className="small muted none">{t('doubts.noRecords')}</p> : null}
          </div>
        </div>
      )}
      {answering === null ? null : (
        <AnswerDialog one={answering} context={context} onClose={() => setAnswering(null)} />
      )}
    </>
  );
}

function Filters({
  doubts,
  filter,
  onChange,
}: {
  readonly doubts: readonly LedgerDoubt[];
  readonly filter: DoubtFilter;
  readonly onChange: (part: Partial<DoubtFilter>) => void;
}) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { kinds, people } = useMemo(() => choicesIn(doubts), [doubts]);
  const counts = useMemo(() => countByView(doubts, filter), [doubts, filter]);
  const names = termsOf(locale).doubtKind;
  const kindLabel = t('doubts.columns.kind');
  const personLabel = t('doubts.columns.people');
  return (
    <div className="filters">
      <Segments
        label={t('doubts.views.label')}
        value={filter.view}
        options={DOUBT_VIEWS.map((view) => ({ value: view, text: `${t(`doubts.views.${view}`)} ${counts[view]}` }))}
        onChange={(view) => onChange({ view })}
      />
      <select
        className="input"
        aria-label={kindLabel}
        value={filter.kind ?? ''}
        onChange={({ target: { value } }) => onChange({ kind: kinds.find((kind) => kind === value) ?? null })}
      >
        <option value="">{t('fleet.filters.all', { what: kindLabel })}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {capital(names[kind])}
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={personLabel}
        value={filter.person}
        onChange={({ target: { value } }) => onChange({ person: value })}
      >
        <option value="">{t('fleet.filters.all', { what: personLabel })}</option>
        {people.map((person) => (
          <option key={person} value={person}>
            {person}
          </option>
        ))}
      </select>
    </div>
  );
}

function useColumns(): readonly GridColumn<LedgerDoubt>[] {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const terms = termsOf(locale);
  return [
    {
      id: 'state',
      head: t('doubts.columns.state'),
      width: '132px',
      cell: (one) => {
        const answer = answerTo(one);
        if (answer !== 'open') return <StatusMark shape="met" word={terms.doubtAnswer[answer]} />;
        const { level } = one.doubt;
        return level === 'note' ? (
          <span className="muted">{terms.doubtLevel.note}</span>
        ) : (
          <StatusMark shape="no-data" word={terms.doubtLevel[level]} />
        );
      },
    },
    {
      id: 'kind',
      head: t('doubts.columns.kind'),
      width: 'minmax(120px, 1fr)',
      cell: ({ doubt }) => capital(terms.doubtKind[doubt.kind]),
      title: ({ doubt }) => capital(terms.doubtKind[doubt.kind]),
    },
    {
      id: 'date',
      head: t('doubts.columns.date'),
      width: '92px',
      cell: (one) => {
        const day = lastDay(one);
        return day === '' ? '—' : longDate(day, locale);
      },
    },
    {
      id: 'people',
      head: t('doubts.columns.people'),
      width: '96px',
      cell: ({ doubt }) => doubt.people.join(t('elevator.listComma')) || '—',
      title: ({ doubt }) => doubt.people.join(t('elevator.listComma')),
    },
  ];
}

/** A line each, with the records, the arithmetic and what would explain it. */
function tableOf(
  doubts: readonly LedgerDoubt[],
  context: DoubtContext,
  t: ReturnType<typeof useTranslation>['t'],
): string[][] {
  const terms = termsOf(context.locale);
  const comma = t('elevator.listComma');
  const heads = (['state', 'kind', 'date', 'elevator', 'people'] as const).map((key) => t(`doubts.columns.${key}`));
  return [
    [...heads, t('doubts.question'), t('doubts.arithmetic'), t('doubts.innocent')],
    ...doubts.map((one) => {
      const { doubt } = one;
      const answer = answerTo(one);
      return [
        answer === 'open' ? terms.doubtLevel[doubt.level] : terms.doubtAnswer[answer],
        terms.doubtKind[doubt.kind],
        [...new Set(doubt.visits.map(({ date }) => date))].sort().join(comma),
        [...new Set(doubt.visits.map(({ registrationNo }) => registrationNo))].join(comma),
        doubt.people.join(comma),
        doubtQuestion(doubt, context),
        doubtSentence(doubt, context),
        innocentLooks(doubt.kind, context.locale),
      ];
    }),
  ];
}

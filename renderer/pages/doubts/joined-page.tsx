import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { JOINED_UNITS, likelihoodAtMost, type JoinedSigns, type JoinedUnit } from '../../../domain/doubts/join-signs';
import { joinedName, joinedWords } from '../../../domain/explain/joined-words';
import type { DoubtsRest } from '../../../domain/fleet/questions';
import type { Locale } from '../../../domain/pack/legal-basis';
import { termsOf } from '../../../domain/terms/terms-of';
import { Segments } from '../../components/controls';
import { RowGrid, type GridColumn } from '../../components/row-grid';
import { saveTable } from '../../components/save-table';
import { WithDoubts } from '../../features/doubts/with-doubts';
import { ExportButton } from '../../features/tables/export-button';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { usePageKeys } from '../../session/page-keys';
import './doubts-page.css';

/** Weak signs that stand together: whose records are worth a look, the strongest first, each with its sum shown. */
export function JoinedPage() {
  return <WithDoubts ask="joined-signs">{({ rows, rest }) => <Joined joined={rows} rest={rest} />}</WithDoubts>;
}

type Of = JoinedUnit | 'all';

function Joined({ joined, rest }: { readonly joined: readonly JoinedSigns[]; readonly rest: DoubtsRest }) {
  const { t } = useTranslation();
  const { settings, asOf, locale } = useAppState();
  const [, navigate] = useLocation();
  const [of, setOf] = useState<Of>('all');
  const [current, setCurrent] = useState(0);
  const words = joinedWords(locale);
  const columns = useColumns();
  const addresses = useMemo(() => new Map(rest.addresses), [rest.addresses]);
  const shown = useMemo(() => joined.filter(({ unit }) => of === 'all' || unit.type === of), [joined, of]);
  const at = Math.min(current, shown.length - 1);
  const one = shown[at];
  const open = (): void => {
    if (one?.unit.type === 'elevator') navigate(`/elevator/${encodeURIComponent(one.unit.registrationNo)}`);
  };
  usePageKeys([
    { keys: 'ArrowDown', also: ['J'], word: t('keys.row'), run: () => setCurrent(Math.min(at + 1, shown.length - 1)) },
    { keys: 'ArrowUp', also: ['K'], word: '', run: () => setCurrent(Math.max(0, at - 1)) },
    { keys: 'Enter', word: t('keys.open'), run: open },
  ]);
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <span className="muted">{words.meaning}</span>
        <span className="actions">
          <Link href="/doubts">{t('joined.toDoubts')}</Link>
          <ExportButton
            disabled={shown.length === 0}
            choices={[
              {
                name: t('export.joined', { count: shown.length }),
                asShown: true,
                save: (format) => saveTable(`${words.title}_${asOf}`, tableOf(shown, locale, t), format),
              },
            ]}
          />
        </span>
      </div>
      {rest.tooMany !== null ? (
        <div className="panel empty">{t('doubts.tooMany', { count: rest.tooMany })}</div>
      ) : (
        <div className="filters">
          <Segments
            label={t('joined.of')}
            value={of}
            options={(['all', ...JOINED_UNITS] as const).map((value) => ({
              value,
              text: choiceText(value, joined, t, locale),
            }))}
            onChange={(value) => {
              setOf(value);
              setCurrent(0);
            }}
          />
        </div>
      )}
      {rest.tooMany !== null ? null : one === undefined ? (
        <div className="panel empty">{joined.length === 0 ? words.none : t('joined.noneShown')}</div>
      ) : (
        <div className="doubts-columns">
          <RowGrid
            label={words.title}
            rows={shown}
            columns={columns}
            keyOf={({ unit, from }) => `${joinedName(unit, locale)} ${from}`}
            rowHeight={settings.comfortable ? 34 : 26}
            current={at}
            onCurrent={setCurrent}
            onOpen={open}
          />
          <SumOfSigns
            one={one}
            address={one.unit.type === 'elevator' ? addresses.get(one.unit.registrationNo) : undefined}
          />
        </div>
      )}
    </>
  );
}

function choiceText(
  value: Of,
  joined: readonly JoinedSigns[],
  t: ReturnType<typeof useTranslation>['t'],
  locale: Locale,
): string {
  const name = value === 'all' ? t('joined.all') : capital(termsOf(locale).joinedUnit[value]);
  const count = value === 'all' ? joined.length : joined.filter(({ unit }) => unit.type === value).length;
  return `${name} ${count}`;
}

/** The arithmetic of one line: what makes its sum, and how each part is worked out. */
function SumOfSigns({ one, address }: { readonly one: JoinedSigns; readonly address: string | undefined }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const words = joinedWords(locale);
  const { unit, from, to, visits, terms, sum } = one;
  return (
    <section className="panel doubts-shown joined-sum" aria-label={t('joined.sum')}>
      <div className="panel-head">
        <h2>{joinedName(unit, locale)}</h2>
        {unit.type === 'elevator' ? (
          <Link href={`/elevator/${encodeURIComponent(unit.registrationNo)}`}>{address ?? t('keys.open')}</Link>
        ) : null}
      </div>
      <p>{t('joined.span', { from, to, count: visits })}</p>
      <table className="list">
        <thead>
          <tr>
            {(['sign', 'hits', 'usual', 'value'] as const).map((key) => (
              <th key={key} scope="col" className={key === 'sign' ? '' : 'number'}>
                {t(`joined.terms.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {terms.map(({ sign, hits, of, usual, value }) => (
            <tr key={sign}>
              <td>{capital(termsOf(locale).weakSign[sign])}</td>
              <td className="number">{t('joined.hitsOf', { hits, of })}</td>
              <td className="number">{percent(usual)}</td>
              <td className="number">{value.toFixed(1)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('joined.sum')}
            </th>
            <td className="number">{sum.toFixed(1)}</td>
          </tr>
        </tfoot>
      </table>
      <p className="small muted">{words.how(likelihoodAtMost)}</p>
      <p className="small muted">{t('joined.innocent')}</p>
    </section>
  );
}

function useColumns(): readonly GridColumn<JoinedSigns>[] {
  const { t } = useTranslation();
  const { locale } = useAppState();
  return useMemo(
    () => [
      {
        id: 'unit',
        head: t('joined.columns.unit'),
        width: 'minmax(150px, 1fr)',
        cell: ({ unit }) => joinedName(unit, locale),
        title: ({ unit }) => joinedName(unit, locale),
      },
      { id: 'from', head: t('joined.columns.from'), width: '92px', cell: ({ from }) => from },
      {
        id: 'visits',
        head: t('joined.columns.visits'),
        width: '64px',
        className: 'number',
        cell: ({ visits }) => visits,
      },
      { id: 'sum', head: t('joined.sum'), width: '64px', className: 'number', cell: ({ sum }) => sum.toFixed(1) },
    ],
    [t, locale],
  );
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** A line for each sign, so that the sum can be made again from the table. */
function tableOf(
  joined: readonly JoinedSigns[],
  locale: Locale,
  t: ReturnType<typeof useTranslation>['t'],
): string[][] {
  const heads = (['unit', 'from', 'to', 'visits'] as const).map((key) => t(`joined.columns.${key}`));
  const termHeads = (['sign', 'hits', 'of', 'usual', 'value'] as const).map((key) => t(`joined.terms.${key}`));
  return [
    [...heads, ...termHeads, t('joined.sum')],
    ...joined.flatMap(({ unit, from, to, visits, terms, sum }) =>
      terms.map(({ sign, hits, of, usual, value }) => [
        joinedName(unit, locale),
        from,
        to,
        String(visits),
        termsOf(locale).weakSign[sign],
        String(hits),
        String(of),
        percent(usual),
        value.toFixed(1),
        sum.toFixed(1),
      ]),
    ),
  ];
}

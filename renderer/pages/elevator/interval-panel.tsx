import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { onDemandOf } from '../../../domain/explain/on-demand';
import { versionAt } from '../../../domain/pack/rule-pack';
import { textsOf } from '../../../domain/report/texts/texts-of';
import { termsOf } from '../../../domain/terms/terms-of';
import { StatusMark, StatusShape, toneOf } from '../../components/status-mark';
import { WeightTag } from '../../components/weight-tag';
import { longDate } from '../../i18n/dates';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import type { Judgement } from './elevator-judgement';
import { intervalHead, intervalLines, type IntervalLine } from './head-model';
import { summaryOf } from './summary';
import { useSummaryWords } from './use-summary-words';

/** The verdict on the intervals with its weight, and the rules that carry it. */
export function IntervalPanel({ judgement }: { readonly judgement: Judgement }) {
  const { t } = useTranslation();
  const { asOf, locale } = useAppState();
  const terms = termsOf(locale);
  const { verdict, paused, weight, byLaw, readingToo, scope } = intervalHead(judgement.headline);
  const lines = intervalLines(judgement, asOf);
  const onDemand = useMemo(
    () =>
      judgement.rules
        .map((judged) => onDemandOf({ elevator: judgement.dossier.elevator.value, ...judgement, ...judged }))
        .find((one) => one?.state === 'counts') ?? null,
    [judgement],
  );
  const sentence = useSummaryWords()(summaryOf(judgement.headline, asOf));
  const word = capital(terms.verdict[verdict]);
  const tone = verdict === 'non-compliant' && weight === 'reading' ? 'warn' : toneOf(verdict);
  return (
    <section className="answer" aria-label={t(`head.intervals.${scope}`)}>
      <h2>{t(`head.intervals.${scope}`)}</h2>
      <p className={`word ${paused ? 'muted' : tone} ${verdict === 'compliant' && !paused ? 'quiet' : ''}`}>
        <StatusShape shape={paused ? 'running' : verdict} />
        {paused ? t('head.paused') : word}
        {weight === null || paused ? null : <WeightTag weight={weight} />}
      </p>
      {paused ? (
        <p>
          <StatusMark shape={verdict} word={word} /> {weight === null ? null : <WeightTag weight={weight} />}
        </p>
      ) : null}
      {byLaw === null ? null : <p className="small">{t('head.byLawAlone', { verdict: terms.verdict[byLaw] })}</p>}
      {readingToo ? <p className="small">{t('head.readingToo')}</p> : null}
      <p className="small muted">{sentence}</p>
      {onDemand === null ? null : (
        <p className="small">
          {t('head.onDemand', { days: onDemand.days, limit: onDemand.limitDays, count: onDemand.late })}
        </p>
      )}
      {lines.length === 0 ? null : (
        <ul>
          {lines.map((line, index) => (
            <Line key={`${line.rule.id} ${index}`} line={line} />
          ))}
        </ul>
      )}
      {scope === 'maintenance' ? (
        <p className="small muted">{`${capital(terms.scope.maintenance)}${t('head.stop')}`}</p>
      ) : null}
    </section>
  );
}

function Line({ line }: { readonly line: IntervalLine }) {
  const { t } = useTranslation();
  const { locale, say } = useAppState();
  const { rule, shape, weight, basis } = line;
  const { interval, limitText } = versionAt(rule, null);
  const parts = usePartsOf(line);
  return (
    <li>
      <span className={`status ${weight === 'reading' && shape === 'overdue' ? 'warn' : toneOf(shape)}`}>
        <StatusShape shape={shape} />
        <strong>
          {say(rule.shortTitle)}
          {/* A list of years is no interval; the rules below have its words. */}
          {limitText === undefined ? ` ${textsOf(locale).limitShort(interval)}` : ''}
        </strong>
      </span>{' '}
      <span>{parts.join(t('head.comma'))}</span>
      {weight === null || shape === 'due-soon' ? null : (
        <div className="clause" title={say(basis.says)}>
          <WeightTag weight={weight} /> {say(basis.shortDocument)} {say(basis.clause)}
          {rule.consequence === 'deviation' ? ` ${t('head.deviation')}` : ''}
        </div>
      )}
    </li>
  );
}

function usePartsOf({ open, closed, failures, daysLeft, shape }: IntervalLine): readonly string[] {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const date = (day: string): string => longDate(day, locale);
  const first = closed[0];
  return [
    ...(open === null ? [] : [t('head.open', { count: open.daysLate, date: date(open.deadline) })]),
    ...(first === undefined
      ? []
      : [
          t('head.closed', {
            count: closed.length,
            days: Math.max(...closed.map(({ daysLate }) => daysLate)),
            date: date(first.deadline),
          }),
        ]),
    ...failures.map(({ on, to, serviceDays }) =>
      to === null
        ? t('head.failedOpen', { date: date(on), count: serviceDays })
        : t('head.failedCleared', { date: date(on), to: date(to) }),
    ),
    ...(shape === 'not-shown' ? [termsOf(locale).ruleStatus['not-shown']] : []),
    ...(daysLeft === null ? [] : [t('head.daysLeft', { count: daysLeft })]),
  ];
}

import { limitOfVersion } from '../../../domain/report/limit-of-version';
import { useTranslation } from 'react-i18next';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Locale } from '../../../domain/pack/legal-basis';
import { versionAt, type ScheduleRule } from '../../../domain/pack/rule-pack';
import { lateVisitsOf, type StripModel } from '../../../domain/report/strip';
import { textsOf } from '../../../domain/report/texts/texts-of';
import type { YearStripWords } from '../../components/year-strip-words';
import type { StripTable } from '../../components/year-strip';
import { longDate, monthName, shortDate } from '../../i18n/dates';
import { termsOf } from '../../../domain/terms/terms-of';
import { useAppState } from '../../session/app-state';

/** The words of one elevator's strip in the reader's language; `rules` = those of its lanes. */
export function useStripWords(strip: StripModel, rules: readonly ScheduleRule[]): YearStripWords {
  const { t } = useTranslation();
  const { locale, asOf, say } = useAppState();
  const date = (day: number): string => shortDate(day, asOf, locale);
  const late = new Map(lateVisitsOf(strip));
  return {
    lanes: rules.map((rule) => ({
      title: say(rule.shortTitle),
      limit: limitOfVersion(versionAt(rule, null), textsOf(locale).limitShort, locale),
    })),
    month: (year, month) =>
      month === 1 ? t('elevator.strip.january', { year, month: monthName(month, locale) }) : monthName(month, locale),
    late: (days, missed) => t('elevator.strip.late', { days, missed }),
    lateShort: (days) => t('elevator.strip.lateShort', { days }),
    hint: t('elevator.strip.hint'),
    deadline: (day) => t('elevator.strip.deadline', { date: date(day) }),
    out: (days) => t('elevator.strip.out', { days }),
    ended: t('elevator.strip.ended'),
    today: t('elevator.strip.today', { date: date(strip.asOf) }),
    label: [
      t('elevator.strip.label', {
        visits: strip.lanes[0]?.visits.length ?? 0,
        gaps: strip.lanes.reduce((sum, lane) => sum + lane.intervals.filter(({ gap }) => gap !== null).length, 0),
      }),
      late.size === 0 ? '' : t('elevator.strip.lateVisits', { count: late.size }),
    ].join(''),
    describe: (lane, { anchor, traced, deadline, gap }) => {
      const rule = rules[lane];
      const figures = {
        rule: rule === undefined ? '' : say(rule.shortTitle),
        from: longDate(toCivilDate(anchor), locale),
        to: traced.to === null ? t('elevator.strip.open') : withEntry(traced.to, late, locale),
        used: traced.serviceDays,
        allowed: traced.limitDays ?? '—',
        deadline: deadline === null ? '—' : longDate(toCivilDate(deadline), locale),
        days: gap?.days ?? 0,
        missed: gap?.missed ?? 0,
      };
      return gap === null ? t('elevator.strip.interval', figures) : t('elevator.strip.gap', figures);
    },
  };
}

/** The day of the visit that closes an interval, and that it was entered late. */
function withEntry(day: CivilDate, late: ReadonlyMap<number, number>, locale: Locale): string {
  const days = late.get(toEpochDay(day));
  const date = longDate(day, locale);
  if (days === undefined) return date;
  const words = termsOf(locale).entry.late(days);
  return locale === 'en' ? `${date} (${words})` : `${date}（${words}）`;
}

const COLUMNS = ['rule', 'from', 'to', 'used', 'allowed', 'deadline', 'finding'] as const;

/** The columns of the strip as a table, and the cells of one interval. */
export function useStripTable(strip: StripModel, rules: readonly ScheduleRule[]) {
  const late = new Map(lateVisitsOf(strip));
  const { t } = useTranslation();
  const { locale, say } = useAppState();
  const cells: Parameters<typeof StripTable>[0]['cells'] = (lane, { traced, gap }) => {
    const rule = rules[lane];
    const date = (day: CivilDate | null): string => (day === null ? '—' : longDate(day, locale));
    const from = withEntry(traced.from, late, locale);
    return [
      rule === undefined ? '' : say(rule.shortTitle),
      traced.fromClockStart ? t('elevator.strip.fromStart', { from }) : from,
      traced.to === null ? t('elevator.strip.open') : withEntry(traced.to, late, locale),
      t('history.days', { count: traced.serviceDays }),
      traced.limitDays === null ? '—' : t('history.days', { count: traced.limitDays }),
      date(traced.deadline),
      gap === null
        ? t(`elevator.strip.states.${traced.state}`)
        : t('elevator.strip.late', { days: gap.days, missed: gap.missed }),
    ];
  };
  return { columns: COLUMNS.map((column) => t(`elevator.strip.columns.${column}`)), cells };
}

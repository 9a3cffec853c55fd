import { auditWindow } from '../../domain/audit/audit-elevator';
import { toCivilDate } from '../../domain/calendar/civil-date';
import { defaultPeriod } from '../../domain/calendar/period';
import { historyOf } from '../../domain/headline/history';
import { lastTeamOf } from '../../domain/plan/last-team';
import { planFleet, type PlanSubject } from '../../domain/plan/plan-fleet';
import type { PlanRow, PlanSummary } from '../../domain/plan/plan-rows';
import { calendarFor, MOST_PER_DAY, MOST_SENSIBLE_DAYS, NO_PLAN_SETTINGS } from '../../domain/plan/plan-settings';
import { NO_DAY } from '../../domain/service-clock/packed-history';
import type { RulePack } from '../../domain/pack/rule-pack';
import { standing } from '../../domain/record/dossier';
import { compileRules } from '../../domain/service-clock/compiled-rule';
import { loadCalendars } from '../host/load-calendars';
import { exitAfter } from './exit-after';
import { dossiersOf } from './fleet-dossiers';
import { EXIT, UsageError, type CommandIo } from './io';
import { judgeFleet } from './judge-fleet';
import { loadPack } from './load-pack';
import { loadRecords, tellProblems, TABLE_OPTIONS } from './load-records';
import { choiceOption, dateOption, localeOption, numberOption, scopeOption, textOption, type Values } from './options';
import { planText } from './plan-text';
import { wordsOf } from './words';

export const PLAN_OPTIONS = {
  ...TABLE_OPTIONS,
  'as-of': { type: 'string' },
  scope: { type: 'string' },
  pack: { type: 'string' },
  'packs-dir': { type: 'string' },
  'sensible-days': { type: 'string' },
  'per-day': { type: 'string' },
  format: { type: 'string' },
  locale: { type: 'string' },
} as const;

/** Plans the visits of two weeks. 1 = some elevator is overdue; 2 = rows could not be read. */
export async function planCommand(values: Values, io: CommandIo): Promise<number> {
  const locale = localeOption(values, io);
  const words = wordsOf(locale);
  const asOf = dateOption(values, 'as-of', locale);
  if (asOf === undefined) throw new UsageError(words.missing('--as-of'));
  const format = choiceOption(values, 'format', ['text', 'json'], 'text', locale);
  const scope = scopeOption(values, locale);
  const numberOr = <T>(name: string, least: number, most: number, otherwise: T): number | T =>
    textOption(values, name) === undefined ? otherwise : numberOption(values, name, least, most, locale);
  const settings = {
    ...NO_PLAN_SETTINGS,
    sensibleDays: numberOr('sensible-days', 0, MOST_SENSIBLE_DAYS, NO_PLAN_SETTINGS.sensibleDays),
    perDay: numberOr('per-day', 1, MOST_PER_DAY, null),
  };
  const { pack, names } = await loadPack(io, textOption(values, 'pack'), locale, textOption(values, 'packs-dir'));
  const records = await loadRecords(values, { pack: names, asOf, locale }, io);
  await tellProblems(records, locale, io);
  const period = defaultPeriod(asOf);
  const uses = judgeFleet(records.body, pack, { asOf, period }, scope);
  const subjects = Array.from(dossiersOf(records.body), (dossier, index): PlanSubject => {
    const elevator = dossier.elevator.value;
    const { state, reasons } = uses[index]!.use; // in the same order
    return {
      ...{ kind: elevator.kind, place: elevator.place, history: historyOf(dossier), elevator },
      use: { state, reason: reasons[0] ?? null },
      team: lastTeamOf(standing(dossier.visits)),
    };
  });
  const { rows, summary } = planFleet(subjects, {
    rules: compileRules(pack),
    window: auditWindow(asOf, period, 'maintenance'),
    settings,
    calendar: calendarFor(settings, pack.zone, await loadCalendars(io.paths.calendarsDir)),
  });
  const { problems } = records;
  if (format === 'json') await io.out(`${JSON.stringify({ ...planJson(rows, summary, pack), problems })}\n`);
  else await io.out(planText(rows, summary, pack, locale));
  const found = rows.some(({ daysOverdue }) => daysOverdue > 0) ? EXIT.notInOrder : EXIT.done;
  return exitAfter(problems, found, { values, locale }, io);
}

const dateOrNull = (day: number | null): string | null => (day === null || day === NO_DAY ? null : toCivilDate(day));

/** `formats.md` section 3. */
function planJson(rows: readonly PlanRow[], { days, crews, journeys, bound }: PlanSummary, pack: RulePack) {
  return {
    asOf: days[0]?.on ?? null,
    pack: { id: pack.id, version: pack.version },
    days: days.map(({ on, kind, isKnown, lastDays }) => ({ on, kind, known: isKnown, lastDays })),
    crews,
    journeys,
    bound,
    visits: rows.map((row) => ({
      registrationNo: row.registrationNo,
      site: row.site,
      crew: row.crew,
      use: row.use.state,
      lastVisit: dateOrNull(row.lastVisit),
      opens: dateOrNull(row.opens),
      sensible: dateOrNull(row.sensible),
      last: dateOrNull(row.last),
      daysOverdue: row.daysOverdue,
      task: row.task,
      answers: row.answers.map((rule) => pack.rules[rule]?.id),
      on: dateOrNull(row.on),
      how: row.how,
      rules: row.rules.map(({ rule, status, weight, opens, last }) => ({
        ruleId: pack.rules[rule]?.id,
        status,
        weight,
        opens: dateOrNull(opens),
        last: dateOrNull(last),
      })),
    })),
  };
}

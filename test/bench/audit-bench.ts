import { auditElevator, auditWindow, type AuditSubject } from '../../domain/audit/audit-elevator';
import { newTally, type AuditWindow } from '../../domain/audit/tally';
import { hasServiceDay, tallyRule } from '../../domain/audit/tally-rule';
import { defaultPeriod } from '../../domain/calendar/period';
import { compileRules, isFor, type CompiledRule } from '../../domain/service-clock/compiled-rule';
import { duckDbHalfMonth } from './duckdb';
import { ASOF, copiesOf, fleetOf, readPack, subjectsOf } from './fleet';
import { sqliteHalfMonth } from './sqlite';
import { median, medianOf, ms, print, type Line } from './timing';
import { withVisitsFile } from './visits-file';

const RUNS = 7;
const DATABASE_RUNS = 3;
const DISTINCT = 10_000;
const COPIES = 10;
const AIM_MS = 1500;

/** All rules on 100 000 elevators and three years, against SQLite and DuckDB doing one of them. */
export async function auditBench(root: string): Promise<void> {
  const subjects = copiesOf(subjectsOf(fleetOf(DISTINCT, 3)), COPIES);
  const visits = subjects.reduce((sum, { history }) => sum + history.visits.length, 0);
  const rules = compileRules(readPack(root));
  const window = auditWindow(ASOF, defaultPeriod(ASOF));
  const spent: number[] = [];
  const every = await median(RUNS, () => {
    const before = process.cpuUsage();
    findings(subjects, rules, window);
    const { user, system } = process.cpuUsage(before);
    spent.push((user + system) / 1000);
  });
  const dated = await median(3, () => {
    for (const subject of subjects) auditElevator(subject, rules, window);
  });
  const halfMonth = await median(RUNS, () => findings(subjects, rules.slice(0, 1), window));
  const lines: Line[] = [
    {
      what: `all ${rules.length} rules, every finding in numbers`,
      result: ms(every),
      aim: { text: 'under 1.5 s', reached: every < AIM_MS },
    },
    { what: '… of it processor time', result: ms(medianOf(spent)) },
    { what: 'all rules, every finding with its dates written', result: ms(dated) },
    { what: 'the half-month rule alone', result: ms(halfMonth) },
  ];
  await withVisitsFile(subjects, async (csv) => {
    lines.push(...(await databases(csv, window, { every, halfMonth })));
  });
  print(`Audit of ${subjects.length} elevators × 3 years (${visits} visits), one thread, median of ${RUNS}`, lines);
}

/** How many gaps there are; each is seen with all its numbers. */
function findings(subjects: readonly AuditSubject[], rules: readonly CompiledRule[], window: AuditWindow): number {
  const tally = newTally();
  let gaps = 0;
  const onGap = (): void => {
    gaps += 1;
  };
  for (const subject of subjects) {
    const inUse = hasServiceDay(subject.history, window);
    for (const rule of rules) tallyRule(subject.history, rule, window, inUse && isFor(rule, subject), tally, onGap);
  }
  return gaps;
}

async function databases(
  csv: string,
  window: AuditWindow,
  engine: { readonly every: number; readonly halfMonth: number },
): Promise<Line[]> {
  const ratio = (milliseconds: number): string =>
    `${(milliseconds / engine.halfMonth).toFixed(1)} x the engine's half-month, ${(milliseconds / engine.every).toFixed(1)} x all its rules`;
  const sqlite = sqliteHalfMonth(csv, window, DATABASE_RUNS);
  const duckdb = await duckDbHalfMonth(csv, window, DATABASE_RUNS);
  if (sqlite !== null && sqlite.late !== duckdb.late)
    throw new Error(`SQLite finds ${sqlite.late} late, DuckDB ${duckdb.late}`);
  return [
    sqlite === null
      ? { what: 'SQLite', result: 'not measured: there is no sqlite3 on this machine' }
      : {
          what: `SQLite ${sqlite.version}, LAG, half-month rule alone`,
          result: ms(sqlite.milliseconds),
          ratio: ratio(sqlite.milliseconds),
        },
    {
      what: `DuckDB ${duckdb.version}, LAG, half-month rule alone, 1 thread`,
      result: ms(duckdb.one),
      ratio: ratio(duckdb.one),
    },
    { what: `the same with ${duckdb.threads} threads`, result: ms(duckdb.all), ratio: ratio(duckdb.all) },
  ];
}

import { auditElevator, auditWindow } from '../../domain/audit/audit-elevator';
import { newTally, tallyRule } from '../../domain/audit/tally-rule';
import { defaultPeriod } from '../../domain/calendar/period';
import { compileRules } from '../../domain/service-clock/compiled-rule';
import { ASOF, fleetOf, readPack, subjectsOf } from './fleet';
import { sqliteHalfMonth } from './sqlite';
import { median, ms, print, type Line } from './timing';

const RUNS = 15;

/** All four rules on 10 000 elevators and three years, against SQLite doing one of them. */
export async function auditBench(root: string): Promise<void> {
  const subjects = subjectsOf(fleetOf(10_000, 3));
  const visits = subjects.reduce((sum, { history }) => sum + history.visits.length, 0);
  const rules = compileRules(readPack(root));
  const window = auditWindow(ASOF, defaultPeriod(ASOF));
  const full = await median(RUNS, () => {
    let nonCompliant = 0;
    for (const subject of subjects)
      if (auditElevator(subject, rules, window).verdict === 'non-compliant') nonCompliant += 1;
    return nonCompliant;
  });
  const tallies = await median(RUNS, () => {
    const tally = newTally();
    let overdue = 0;
    for (const { history } of subjects)
      for (const rule of rules) {
        tallyRule(history, rule, window, true, tally, null);
        if (tally.status === 'overdue') overdue += 1;
      }
    return overdue;
  });
  const sqlite = sqliteHalfMonth(subjects, window, RUNS);
  const lines: Line[] = [
    { what: 'four rules, every elevator with its gaps and dates', result: ms(full) },
    { what: 'four rules, numbers only (the fleet page)', result: ms(tallies) },
  ];
  if (sqlite === null) lines.push({ what: 'SQLite', result: 'not measured: there is no sqlite3 on this machine' });
  else {
    const ratio = sqlite.milliseconds / full;
    lines.push({
      what: `SQLite ${sqlite.version}, LAG, half-month rule alone`,
      result: ms(sqlite.milliseconds),
      ratio: `${ratio.toFixed(1)} x with dates, ${(sqlite.milliseconds / tallies).toFixed(1)} x numbers only`,
      aim: { text: 'at least 20 x', reached: ratio >= 20 },
    });
  }
  print(`Audit of 10 000 elevators × 3 years (${visits} visits), one thread, median of ${RUNS}`, lines);
}

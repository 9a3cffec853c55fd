import { VERDICTS, type Verdict } from '../../../audit/verdict';
import { USE_STATES, type UseState } from '../../../headline/use';
import { nameOfUse } from '../../../terms/name-of-use';
import { termsOf } from '../../../terms/terms-of';
import type { ElevatorFacts } from '../../inspection-pack/pack-evidence';
import type { Block, Cell, Column, Mark, TableBlock } from '../../model';
import { capitalised } from '../../sections/headline';
import { basisCell, packTable, plain, type PackSubject } from './pack-subject';

const USE_MARKS: Readonly<Record<UseState, Mark>> = {
  retired: 'not-applicable',
  'out-of-use': 'not-applicable',
  'must-not-run': 'late',
  'cannot-tell': 'no-data',
  'may-run': 'met',
};

const VERDICT_MARKS: Readonly<Record<Verdict, Mark>> = {
  'non-compliant': 'late',
  lapsed: 'lapsed',
  'not-shown': 'no-data',
  compliant: 'met',
  'not-applicable': 'not-applicable',
  'no-data': 'no-data',
};

/** May they be used, and are their intervals kept: how many, which, by which clause. */
export function stateBlocks(subject: PackSubject): Block[] {
  const { words, pack } = subject;
  const doubts = pack.elevators.reduce((sum, facts) => sum + facts.doubts, 0);
  const isMaintenanceOnly = pack.elevators.some(({ scope }) => scope === 'maintenance');
  return [
    { kind: 'heading', text: words.sections.state },
    useTable(subject),
    verdictTable(subject),
    {
      kind: 'paragraph',
      style: 'note',
      runs: [{ text: [...(isMaintenanceOnly ? [words.scope] : []), words.doubts(doubts)].join(' ') }],
    },
  ];
}

function columnsOf({ words }: PackSubject, first: 'use' | 'verdict'): Column[] {
  const { stateColumns: titles } = words;
  return [
    { title: titles[first], width: 45, align: 'left' },
    { title: titles.count, width: 12, align: 'right' },
    { title: titles.which, width: 61, align: 'left' },
    { title: titles.basis, width: 46, align: 'left' },
  ];
}

const isPlain = (elevators: readonly ElevatorFacts[], all: number): boolean => elevators.length === all;

function useTable(subject: PackSubject): TableBlock {
  const { pack, locale, words, nameOf } = subject;
  const { useReason } = termsOf(locale);
  const rows = USE_STATES.flatMap((state) => {
    const of = pack.elevators.filter(({ use }) => use.state === state);
    if (of.length === 0) return [];
    const which =
      state === 'may-run'
        ? isPlain(of, pack.elevators.length)
          ? words.all
          : words.others
        : of
            .map(({ elevator, use }) =>
              use.reasons.length === 0
                ? nameOf(elevator.registrationNo)
                : words.because(
                    nameOf(elevator.registrationNo),
                    use.reasons.map(({ kind, on, record }) => words.reason(useReason[kind], on, record)),
                  ),
            )
            .join(words.separator);
    const bases = of.flatMap(({ use }) =>
      use.reasons.map(({ basis, weight }) => ({ basis, confidence: weight }) as const),
    );
    const named: Cell = {
      mark: USE_MARKS[state],
      runs: [{ text: capitalised(nameOfUse(state, of[0]!.elevator, locale), locale) }], // never none
    };
    const late = state === 'must-not-run' ? ({ late: true } as const) : {};
    return [{ cells: [named, plain(String(of.length)), plain(which), basisCell(subject, bases)], ...late }];
  });
  return packTable(subject, columnsOf(subject, 'use'), rows);
}

function verdictTable(subject: PackSubject): TableBlock {
  const { pack, texts, words, locale } = subject;
  const rows = VERDICTS.flatMap((verdict) => {
    const of = pack.elevators.filter((facts) => facts.verdict === verdict);
    if (of.length === 0) return [];
    const which =
      verdict === 'compliant'
        ? isPlain(of, pack.elevators.length)
          ? words.all
          : words.others
        : of.map((facts) => verdictWords(subject, facts)).join(words.separator);
    const bases = of.flatMap(({ rules }) =>
      rules.filter((rule) => (verdict === 'compliant' ? rule.byVisits : carries(rule))),
    );
    const named: Cell = { mark: VERDICT_MARKS[verdict], runs: [{ text: capitalised(texts.verdict[verdict], locale) }] };
    const late = verdict === 'non-compliant' ? ({ late: true } as const) : {};
    return [{ cells: [named, plain(String(of.length)), plain(which), basisCell(subject, bases)], ...late }];
  });
  return packTable(subject, columnsOf(subject, 'verdict'), rows);
}

function carries({ status, late }: ElevatorFacts['rules'][number]): boolean {
  return status === 'overdue' || status === 'failed' || status === 'not-shown' || late > 0;
}

function verdictWords({ words, nameOf, say, locale }: PackSubject, { elevator, rules }: ElevatorFacts): string {
  const { ruleStatus } = termsOf(locale);
  const told = rules.filter(carries).map(({ title, status, daysOverdue, late, daysOut }) => {
    if (status === 'overdue') return words.overdueRule(say(title), daysOverdue);
    if (status === 'failed' || status === 'not-shown') return `${say(title)} ${ruleStatus[status]}`;
    return words.lateRule(say(title), late, daysOut);
  });
  const name = nameOf(elevator.registrationNo);
  return told.length === 0 ? name : words.because(name, told);
}

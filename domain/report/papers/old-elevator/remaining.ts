import type { CivilDate } from '../../../calendar/civil-date';
import { coverGaps } from '../../../insurance/cover-gaps';
import { versionAt, type Confidence, type LegalBasis } from '../../../pack/rule-pack';
import { standing } from '../../../record/dossier';
import { assessmentsOf } from '../../../risk/assessment-due';
import { isBreach } from '../../../risk/hazard-clock';
import type { Block, Cell } from '../../model';
import { cited, orNothing, plain, plainTable, type Ledger } from './tables';

interface Matter {
  /** 0 at once, 1 past a day that a clause or a notice set, 2 with another day, 3 without one, 4 a proposal. */
  readonly rank: number;
  /** Severe or major hazards stand before others of their rank. */
  readonly grave: boolean;
  readonly what: string;
  readonly why: string;
  readonly by: string;
  readonly dueOn: CivilDate | null;
  readonly basis: LegalBasis | null;
  readonly confidence: Confidence | null;
}

/** What must be done, in its order: by whom, until when and by which clause. */
export function remainingBlocks(ledger: Ledger): Block[] {
  const { subject, words } = ledger;
  const matters = [
    ...hazardMatters(ledger),
    ...ruleMatters(ledger),
    ...assessmentMatters(ledger),
    ...coverMatters(ledger),
  ];
  const inOrder = matters.sort(
    (a, b) => a.rank - b.rank || Number(b.grave) - Number(a.grave) || compare(a.dueOn ?? '', b.dueOn ?? ''),
  );
  const rows = inOrder.map(({ rank, what, why, by, dueOn, basis, confidence }, place) => ({
    cells: [
      plain(String(place + 1)),
      plain(what),
      plain(why),
      plain(by),
      untilCell(ledger, rank, dueOn),
      basis === null ? plain('') : { runs: cited(subject, basis, confidence ?? 'law') },
    ],
  }));
  return [orNothing(words, plainTable(subject, words.todo, [9, 40, 37, 19, 21, 38], rows))];
}

function untilCell({ words }: Ledger, rank: number, dueOn: CivilDate | null): Cell {
  if (rank <= 1) return { runs: [{ text: words.do.atOnce, bold: true }] };
  return plain(dueOn ?? '');
}

function hazardMatters({ words, hazards }: Ledger): Matter[] {
  return hazards.flatMap(({ no, clocks, classes, value }) =>
    clocks.map(({ step, owner, status, ground, dueOn, basis, duty, confidence }): Matter => ({
      rank: status === 'now' ? 0 : isBreach({ status, ground }) ? 1 : dueOn === null ? 3 : 2,
      grave: !classes.includes('ordinary'),
      what: `${no} ${words.clocks[step]}`,
      why: dueOn !== null && isBreach({ status, ground }) ? `${dueOn} ${words.late}` : value.what,
      by: words.parties[owner],
      dueOn,
      basis: basis ?? duty,
      confidence,
    })),
  );
}

/** Rules past their day. A number that nobody confirmed is never overdue. */
function ruleMatters({ subject, words }: Ledger): Matter[] {
  const { rules, others, say } = subject;
  const visits = rules
    .filter(({ audit }) => audit.status === 'overdue')
    .map(({ rule, audit }): Matter => {
      const { legalBasis, confidence } = versionAt(rule, null);
      const what = words.do.visit(say(rule.title));
      return {
        ...overdueOf(audit),
        what,
        why: words.do.overdue(audit.daysOverdue),
        by: words.parties.maintainer,
        basis: legalBasis,
        confidence,
      };
    });
  const inspections = others
    .filter(({ audit }) => audit.status === 'overdue')
    .map(({ rule, audit, explanation: { legalBasis, confidence } }): Matter => {
      const what = words.do.inspection(say(rule.title));
      return {
        ...overdueOf(audit),
        what,
        why: words.do.overdue(audit.daysOverdue),
        by: words.parties['user-unit'],
        basis: legalBasis,
        confidence,
      };
    });
  return [...visits, ...inspections];
}

function overdueOf({ dueOn }: { readonly dueOn: CivilDate | null }): Pick<Matter, 'rank' | 'grave' | 'dueOn'> {
  return { rank: 1, grave: false, dueOn };
}

/** Demanded = to be done; allowed, or by a text that nobody confirmed = a proposal. */
function assessmentMatters({ subject, words }: Ledger): Matter[] {
  const { criteria, dossier, asOf } = subject.evidence;
  if (criteria === undefined) return [];
  const { due } = assessmentsOf(dossier.elevator.value, standing(dossier.assessments ?? []), criteria, asOf);
  return due
    .filter(({ status }) => status !== 'to-come')
    .map(({ status, on, basis, confidence }): Matter => ({
      rank: status === 'due' ? 1 : 4,
      grave: false,
      what: status === 'due' ? words.do.assess : words.do.mayAssess,
      why: status === 'due' ? words.do.assessWhy(on) : words.proposedAssessment(on),
      by: words.parties['user-unit'],
      dueOn: status === 'due' ? on : null,
      basis,
      confidence,
    }));
}

function coverMatters({ subject, words }: Ledger): Matter[] {
  const { dossier, asOf } = subject.evidence;
  const policies = standing(dossier.policies ?? []);
  const [gap] = policies.length === 0 ? [] : coverGaps(policies, asOf, asOf);
  if (gap === undefined) return [];
  const last = policies.reduce((latest, { to }) => (to > latest && to < asOf ? to : latest), policies[0]!.to); // not empty
  const why = words.do.insureWhy(last);
  return [
    {
      rank: 4,
      grave: false,
      what: words.do.insure,
      why,
      by: words.parties['user-unit'],
      dueOn: null,
      basis: null,
      confidence: null,
    },
  ];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

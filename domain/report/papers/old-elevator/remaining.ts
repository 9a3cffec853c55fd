import { judgedBy } from '../../../audit/judged-by';
import type { CivilDate } from '../../../calendar/civil-date';
import { coverGaps } from '../../../insurance/cover-gaps';
import type { UseReasonKind } from '../../../headline/use';
import type { Confidence, LegalBasis } from '../../../pack/legal-basis';
import { standing } from '../../../record/dossier';
import { assessmentsOf } from '../../../risk/assessment-due';
import { isBreach, type HazardClock } from '../../../risk/hazard-clock';
import type { JudgedHazard } from '../../../risk/judge-hazards';
import type { Block, Cell } from '../../model';
import { failuresOf } from '../../sections/headline';
import type { JudgedRule } from '../../sections/subject';
import { cited, componentOf, numbersOf, orNothing, plain, plainTable, type Ledger } from './tables';

/** One thing to be done; of hazards that ask for the same by the same day, one for all of them. */
interface Matter {
  /** 0 at once, 1 past a day that a clause or a notice set, 2 with another day, 3 without one, 4 a proposal. */
  readonly rank: number;
  /** Of a severe or major hazard: next after what must be done at once. */
  readonly grave: boolean;
  /** The hazards that it is about; none where it is about the elevator. */
  readonly nos: readonly string[];
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
    ...together(hazardMatters(ledger)),
    ...ruleMatters(ledger),
    ...assessmentMatters(ledger),
    ...coverMatters(ledger),
  ];
  const inOrder = matters.sort(
    (a, b) => placeOf(a) - placeOf(b) || a.rank - b.rank || compare(a.dueOn ?? NEVER, b.dueOn ?? NEVER),
  );
  const rows = inOrder.map(({ rank, nos, what, why, by, dueOn, basis, confidence }, place) => ({
    cells: [
      plain(String(place + 1)),
      plain([numbersOf(ledger, nos), what].filter((part) => part !== '').join(' ')),
      plain(why),
      plain(by),
      untilCell(ledger, rank, dueOn),
      basis === null ? plain('') : { runs: cited(subject, basis, confidence ?? 'law') },
    ],
  }));
  return [orNothing(words, plainTable(subject, words.todo, [8, 35, 38.5, 17.5, 19.5, 45.5], rows))];
}

/** After every day that has been set. */
const NEVER = '9999-12-31';

function placeOf({ rank, grave }: Matter): number {
  if (rank === 0) return 0;
  return grave ? 1 : 2;
}

function untilCell({ words }: Ledger, rank: number, dueOn: CivilDate | null): Cell {
  if (rank <= 1) return { runs: [{ text: words.do.atOnce, bold: true }] };
  return plain(dueOn ?? '');
}

function hazardMatters(ledger: Ledger): Matter[] {
  const { words, hazards } = ledger;
  return hazards.flatMap((hazard) =>
    hazard.clocks.map(({ step, owner, status, ground, dueOn, basis, duty, confidence }): Matter => ({
      rank: status === 'now' ? 0 : isBreach({ status, ground }) ? 1 : dueOn === null ? 3 : 2,
      grave: !hazard.classes.includes('ordinary'),
      nos: [hazard.no],
      what: words.clocks[step],
      why: pendingWhy(ledger, hazard, { status, ground, dueOn }),
      by: words.parties[owner],
      dueOn,
      basis: basis ?? duty,
      confidence,
    })),
  );
}

function together(matters: readonly Matter[]): Matter[] {
  const alike = new Map<string, Matter>();
  for (const matter of matters) {
    const { nos, ...rest } = matter;
    const key = JSON.stringify(rest);
    alike.set(key, { ...matter, nos: [...(alike.get(key)?.nos ?? []), ...nos] });
  }
  return [...alike.values()];
}

/** Which hazard it is, and whether its day is past: one of a clause or a notice, or only the house's own. */
function pendingWhy(
  ledger: Ledger,
  hazard: JudgedHazard,
  { status, ground, dueOn }: Pick<HazardClock, 'status' | 'ground' | 'dueOn'>,
): string {
  const { words, subject } = ledger;
  const part = componentOf(ledger, hazard);
  if (dueOn === null || (status !== 'overdue' && !isBreach({ status, ground }))) return part;
  const own = ground === 'settings' ? words.do.ownDayPast : words.do.defaultDayPast;
  const past = isBreach({ status, ground }) ? `${dueOn} ${words.late}` : own;
  return [part, past].join(subject.texts.clauseSeparator);
}

/** Rules failed, past their day or not shown. A number that nobody confirmed is never overdue. */
function ruleMatters(ledger: Ledger): Matter[] {
  const { rules, others, headline } = ledger.subject;
  const isMaintained = headline.scope === 'maintenance';
  return [
    ...rules.flatMap((judged) => mattersOf(ledger, judged, 'maintainer')),
    ...(isMaintained ? [] : others.flatMap((judged) => mattersOf(ledger, judged, 'user-unit'))),
  ];
}

function mattersOf(
  { subject, words }: Ledger,
  { rule, audit, version }: Pick<JudgedRule, 'rule' | 'audit' | 'version'>,
  party: 'maintainer' | 'user-unit',
): Matter[] {
  const title = subject.say(rule.title);
  const [now] = judgedBy(rule, audit, version);
  const [basis, confidence] = [now.version.legalBasis, now.weight];
  const shared = { grave: false, nos: [], by: words.parties[party], basis, confidence };
  const failed = failuresOf(subject).findLast(({ ruleId, figures }) => ruleId === rule.id && figures.to === null);
  if (audit.status === 'failed' && failed !== undefined) {
    const ban = subject.headline.use.reasons.find(({ kind, on }) => BANS.has(kind) && on === failed.figures.on);
    const ground = ban === undefined || ban.basis === null ? {} : { basis: ban.basis, confidence: ban.weight };
    const [what, why] = [words.do.recheck(title), words.do.failed(failed.figures.on)];
    return [{ ...shared, ...ground, rank: ban === undefined ? 1 : 0, what, why, dueOn: null }];
  }
  if (audit.status === 'overdue') {
    const what = party === 'maintainer' ? words.do.visit(title) : words.do.inspection(title);
    return [{ ...shared, ...overdueOf(audit), what, why: words.do.overdue(audit.daysOverdue) }];
  }
  if (audit.status !== 'not-shown') return [];
  const why = subject.texts.status['not-shown'];
  return [{ ...shared, rank: 3, what: words.do.show(title), why, dueOn: null }];
}

const BANS: ReadonlySet<UseReasonKind> = new Set(['failed-inspection', 'pack']);

function overdueOf({ dueOn }: { readonly dueOn: CivilDate | null }): Pick<Matter, 'rank' | 'grave' | 'nos' | 'dueOn'> {
  return { rank: 1, grave: false, nos: [], dueOn };
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
      nos: [],
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
      nos: [],
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

import type { RuleAudit } from '../../../audit/verdict';
import { HAZARD_CLASSES, type HazardClass } from '../../../hazard/hazard';
import { coverGaps } from '../../../insurance/cover-gaps';
import type { Confidence, LegalBasis, Text } from '../../../pack/legal-basis';
import { standing } from '../../../record/dossier';
import { assessmentsOf } from '../../../risk/assessment-due';
import type { JudgedHazard } from '../../../risk/judge-hazards';
import { oldAgesOf } from '../../../risk/old-age';
import { markOf } from '../../explain-rule';
import type { Subject } from '../../sections/subject';
import type { Block, Cell, Mark, Run, TableBlock } from '../../model';
import { failuresOf, useBlock } from '../../sections/headline';
import { verdictBlock } from '../compliance/verdict';
import { cited, plain, plainTable, type Ledger } from './tables';

/** Use, the verdict and what is left of the hazards in one breath, then matter by matter. */
export function conclusionBlocks(ledger: Ledger): Block[] {
  const { subject, words, hazards } = ledger;
  const verdict = verdictBlock(subject);
  const open = hazards.filter((hazard) => hazard.open);
  const grave = open.filter(({ classes }) => !classes.includes('ordinary'));
  const breached = open.filter((hazard) => hazard.breached);
  const unstopped = open.some(({ pressing }) => pressing?.status === 'now');
  const { outcome } = words;
  const left = hazards.length > 0 ? outcome.closed : outcome.none;
  const word = unstopped ? outcome.unstopped : open.length > 0 ? outcome.open : left;
  const summary: Run = {
    text: hazards.length === 0 ? '' : words.summary(hazards.length, open.length, breached.length, grave.length),
  };
  const isLate = unstopped || breached.length > 0;
  return [
    useBlock(subject),
    {
      ...verdict,
      mark: isLate ? 'late' : open.length > 0 && verdict.mark === 'met' ? 'half' : verdict.mark,
      title: words.joined(verdict.title, word),
      runs: [summary, ...verdict.runs],
    },
    matterTable(ledger),
  ];
}

const WIDTHS = { 'zh-CN': [24, 26, 51, 63], en: [36, 21, 54, 53] } as const;

/** Maintenance, inspections, hazards by class, assessment, insurance: state, ground and facts of each on one line. */
function matterTable(ledger: Ledger): TableBlock {
  const { subject, words, hazards } = ledger;
  const classes = HAZARD_CLASSES.filter((one) => one === 'severe' || hazards.some((h) => h.classes.includes(one)));
  const isJudged = subject.headline.scope === 'all';
  const shown = subject.others.filter(({ audit }) => isJudged && audit.status !== 'not-applicable');
  const told = shown.filter(({ audit }) => audit.status !== 'no-data');
  const untold = shown.filter(
    ({ audit, explanation }) => audit.status === 'no-data' && explanation.confidence !== 'unverified',
  );
  const mustStop = classes.filter((one) => openOf(ledger, one).some(({ pressing }) => pressing?.status === 'now'));
  const failed = told.filter(({ audit }) => audit.status === 'failed');
  const rowOf = ({ rule, audit, version }: (typeof told)[number]): Cell[] =>
    ruleCells(ledger, rule.shortTitle, audit, version);
  const cells = [
    ...failed.map(rowOf),
    ...mustStop.map((one) => classCells(ledger, one)),
    ...subject.rules.map(({ rule, audit, version }) => ruleCells(ledger, rule.title, audit, version)),
    ...told.filter((one) => !failed.includes(one)).map(rowOf),
    ...(untold.length === 0
      ? []
      : [
          untoldCells(
            ledger,
            untold.map(({ rule }) => subject.say(rule.shortTitle)),
          ),
        ]),
    ...[...classes]
      .reverse()
      .filter((one) => !mustStop.includes(one))
      .map((one) => classCells(ledger, one)),
    ...assessmentCells(ledger),
    ...insuranceCells(ledger),
  ];
  return plainTable(
    subject,
    words.matters,
    WIDTHS[subject.locale],
    cells.map((row) => ({ cells: row })),
  );
}

/** Rules with nothing to count from, on one line; a number that nobody confirmed says nothing without a record. */
function untoldCells({ subject, words }: Ledger, rules: readonly string[]): Cell[] {
  const { texts } = subject;
  return [
    plain(words.matter.others),
    { runs: [{ text: texts.status['no-data'] }], mark: 'no-data' },
    plain(rules.join(texts.anySeparator)),
    plain(words.matter.noRecord),
  ];
}

function isOut({ headline }: Subject): boolean {
  return headline.use.reasons.some(({ kind }) => kind === 'outage' || kind === 'hazard-stopped');
}

interface Ground {
  readonly legalBasis: LegalBasis;
  readonly confidence: Confidence;
}

function ruleCells({ subject, words }: Ledger, title: Text, audit: RuleAudit, ground: Ground): Cell[] {
  const { matter } = words;
  const isPaused = audit.dueOn === null && isOut(subject);
  const next = isPaused
    ? subject.texts.intervalStatus.noDeadline
    : audit.dueOn === null
      ? ''
      : matter.nextBy(audit.dueOn);
  const mark = markOf(audit);
  // of the running gap alone: the rule's own figure adds those of the visits that came late
  const missed = audit.gaps.reduce((sum, { to, missed }) => sum + (to === null ? missed : 0), 0);
  const failed = failuresOf(subject).findLast(({ ruleId, figures }) => ruleId === audit.ruleId && figures.to === null);
  const facts =
    audit.status === 'no-data' || audit.status === 'not-shown'
      ? matter.noRecord
      : audit.status === 'failed' && failed !== undefined
        ? matter.failed(failed.figures.on, failed.figures.no, failed.figures.days)
        : audit.status === 'overdue' && audit.dueOn !== null
          ? matter.overdue(audit.dueOn, audit.daysOverdue, missed)
          : audit.late > 0
            ? matter.late(audit.late, next)
            : matter.due(next, audit.lastDone);
  return [
    plain(subject.say(title)),
    { runs: [{ text: mark === 'lapsed' ? matter.lapsed : subject.texts.status[audit.status] }], mark },
    { runs: cited(subject, ground.legalBasis, ground.confidence) },
    plain(facts),
  ];
}

function openOf({ hazards }: Ledger, one: HazardClass): JudgedHazard[] {
  return hazards.filter(({ classes, open }) => open && classes.includes(one));
}

function classCells(ledger: Ledger, one: HazardClass): Cell[] {
  const { subject, words, hazards } = ledger;
  const own = hazards.filter(({ classes }) => classes.includes(one));
  const open = openOf(ledger, one);
  const late = open.filter((hazard) => hazard.breached).length;
  const { matter } = words;
  const [mark, word]: readonly [Mark, string] =
    own.length === 0
      ? ['not-applicable', matter.none]
      : open.length === 0
        ? ['met', matter.cleared]
        : [late > 0 || one !== 'ordinary' ? 'late' : 'half', matter.left];
  const duty = subject.evidence.criteria?.duties.find((known) => known.class === one);
  const facts = own.length === 0 ? '' : open.length === 0 ? matter.closed(own.length) : null;
  return [
    plain(matter.hazards[one]),
    { runs: [{ text: word }], mark },
    duty === undefined ? plain('') : { runs: cited(subject, duty.legalBasis, duty.confidence) },
    plain(facts ?? matter.open(own.length, open.length, late)),
  ];
}

function assessmentCells({ subject, words }: Ledger): Cell[][] {
  const { evidence, texts } = subject;
  const { criteria, dossier, asOf } = evidence;
  if (criteria === undefined) return [];
  const { done, due } = assessmentsOf(dossier.elevator.value, standing(dossier.assessments ?? []), criteria, asOf);
  const first = due.find(({ status }) => status === 'due') ?? due.find(({ status }) => status === 'proposed');
  if (done.length === 0 && first === undefined) return [];
  const [last] = done;
  const [mark, word]: readonly [Mark, string] =
    first?.status === 'due'
      ? ['late', texts.status.overdue]
      : last === undefined
        ? ['no-data', texts.status['no-data']]
        : ['met', texts.status.met];
  const byAge = oldAgesOf(dossier.elevator.value, criteria, asOf).find(
    ({ rule, reached }) => reached && rule.assessment !== 'none',
  )?.rule;
  // what is due stands on its own ground; beside one that was done, the clause about its age
  const ground = first === undefined ? (byAge?.legalBasis ?? null) : first.basis;
  const weight = (first === undefined ? byAge?.confidence : first.confidence) ?? 'unverified';
  return [
    [
      plain(words.matter.assessment),
      { runs: [{ text: word }], mark },
      ground === null ? plain('') : { runs: cited(subject, ground, weight) },
      plain(last === undefined ? words.matter.notAssessed : words.matter.assessed(last.date)),
    ],
  ];
}

/** No law asks for it here: a gap is told and not judged. */
function insuranceCells({ subject, words }: Ledger): Cell[][] {
  const { evidence, texts } = subject;
  const policies = standing(evidence.dossier.policies ?? []);
  if (policies.length === 0) return [];
  const covered = coverGaps(policies, evidence.asOf, evidence.asOf).length === 0;
  const until = policies
    .filter(({ from, to }) => from <= evidence.asOf && to >= evidence.asOf)
    .reduce((latest, { to }) => (to > latest ? to : latest), evidence.asOf);
  const state: Cell = covered
    ? { runs: [{ text: texts.status.met }], mark: 'met' }
    : { runs: [{ text: texts.status['no-data'] }], mark: 'no-data' };
  const { matter } = words;
  return [[plain(matter.insurance), state, plain(''), plain(covered ? matter.covered(until) : matter.uncovered)]];
}

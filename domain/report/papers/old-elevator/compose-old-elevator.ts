import { dayOfMinute } from '../../../callout/local-minute';
import { ageOf } from '../../../elevator/age';
import { coverGaps } from '../../../insurance/cover-gaps';
import { standing } from '../../../record/dossier';
import { callOutFigures } from '../../../response/monthly-figures';
import { judgeArrival } from '../../../response/judge-arrival';
import { oldAgesOf } from '../../../risk/old-age';
import type { Evidence } from '../../evidence';
import { ledgerOf } from '../../ledger';
import type { LegalBasis } from '../../../pack/rule-pack';
import type { Block, ReportModel, Run } from '../../model';
import { clockTime, closingBlocks, shortHash } from '../../sections/closing';
import { objectBlock } from '../../sections/object';
import { subjectOf } from '../../sections/subject';
import { yearBlocks } from '../../sections/year';
import { inspectionBlocks } from '../compliance/inspections';
import { outageBlocks } from '../compliance/outages';
import { verdictBlocks } from '../compliance/verdict';
import {
  criteriaBlocks,
  ledgerBlocks,
  lifeBlocks,
  measureBlocks,
  photoBlocks,
  recheckBlocks,
  riskBlocks,
} from './ledger-sections';
import { cited, orNothing, plain, plainTable, type Ledger } from './tables';
import { oldElevatorWords } from './words';

/** The hazard report of an old elevator: what is, what was done, what is left; every word of it in the evidence's language. */
export function composeOldElevatorReport(evidence: Evidence): ReportModel {
  const subject = subjectOf(evidence);
  const words = oldElevatorWords(evidence.locale);
  const { texts } = subject;
  const { registrationNo, elevator } = evidence.dossier;
  const period = words.period(
    texts.date(evidence.period.from),
    texts.date(evidence.period.to),
    texts.date(evidence.asOf),
  );
  return {
    form: 'pages',
    locale: evidence.locale,
    title: words.title,
    period,
    leftLine: texts.packLine(evidence.pack.id, evidence.pack.version),
    numberLine: texts.numberLine(evidence.number),
    runningHead: { left: `${words.title} ${registrationNo}`, right: evidence.number },
    foot: { chain: texts.chainFoot(shortHash(evidence.chain.head)), page: texts.page },
    sampleMark: elevator.value.sample === true ? texts.sampleMark : null,
    signatureField: texts.signature.field(evidence.signer.organisation, clockTime(evidence.claimedAt)),
    info: {
      title: `${words.title} ${registrationNo}`,
      author: evidence.signer.organisation,
      subject: period,
      keywords: `${evidence.number}, ${registrationNo}, ${evidence.audit.verdict}`,
    },
    blocks: [objectBlock(subject), ...sectionsOf({ subject, words, hazards: ledgerOf(evidence) ?? [] })],
  };
}

const HANZI = [
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
  '十六',
  '十七',
  '十八',
];

function sectionsOf(ledger: Ledger): Block[] {
  const { subject, words } = ledger;
  const numbered = words.sections.map((title, index) =>
    subject.locale === 'en' ? `${index + 1}. ${title}` : `${HANZI[index]!}、${title}`,
  );
  const [basis, signature] = [numbered.at(-2)!, numbered.at(-1)!];
  const bodies: readonly Block[][] = [
    conclusionBlocks(ledger),
    [...items(words.statements), { kind: 'contents', title: words.contents }],
    [...ageBlocks(ledger), ...inspectionBlocks(subject).slice(1)],
    [...yearBlocks(subject).slice(1), ...verdictBlocks(subject).slice(2)],
    outageBlocks(subject).slice(1),
    callOutBlocks(ledger),
    ledgerBlocks(ledger),
    lifeBlocks(ledger),
    criteriaBlocks(ledger),
    riskBlocks(ledger),
    measureBlocks(ledger),
    assessmentBlocks(ledger),
    insuranceBlocks(ledger),
    photoBlocks(ledger),
    recheckBlocks(ledger),
    todoBlocks(ledger),
  ];
  const signatories: Block = {
    kind: 'signatories',
    rows: words.signatories.map((label) => ({ label, name: '', date: words.date })),
  };
  const closing = closingBlocks(subject, { basis, signature, is: words.statements[0]!, cites: citesOf(ledger) });
  const seal = closing.findIndex(({ kind }) => kind === 'signature');
  return [
    ...bodies.flatMap((blocks, index): Block[] => [{ kind: 'heading', text: numbered[index]! }, ...blocks]),
    ...closing.slice(0, seal),
    signatories,
    ...closing.slice(seal),
  ];
}

/** The clauses by which it counts as old, and those of the duties and circumstances that its hazards fall under. */
function citesOf({ subject: { evidence }, hazards }: Ledger): LegalBasis[] {
  const { criteria } = evidence;
  if (criteria === undefined) return [];
  const classes = new Set(hazards.flatMap((hazard) => hazard.classes));
  const grave = new Set(hazards.flatMap(({ life }) => [life.severe, life.major]));
  return [
    ...oldAgesOf(evidence.dossier.elevator.value, criteria, evidence.asOf).map(({ rule }) => rule.legalBasis),
    ...criteria.duties.filter((duty) => classes.has(duty.class)).map(({ legalBasis }) => legalBasis),
    ...criteria.classes.filter(({ id }) => grave.has(id)).map(({ legalBasis }) => legalBasis),
  ];
}

function items(lines: readonly string[]): Block[] {
  return lines.map((text, index) => ({ kind: 'paragraph', style: 'item', runs: [{ text: `${index + 1}.\t${text}` }] }));
}

const sentence = (text: string): Block => ({ kind: 'paragraph', style: 'body', runs: [{ text }] });

/** The verdict on maintenance and what is left of the hazards in one breath. */
function conclusionBlocks({ subject, words, hazards }: Ledger): Block[] {
  const verdict = verdictBlocks(subject).find((block) => block.kind === 'verdict');
  if (verdict === undefined) return [];
  const open = hazards.filter((hazard) => hazard.open);
  const grave = open.filter(({ classes }) => !classes.includes('ordinary'));
  const overdue = open.filter((hazard) => hazard.breached);
  const unstopped = open.some(({ pressing }) => pressing?.status === 'now');
  const { outcome } = words;
  const word = unstopped
    ? outcome.unstopped
    : open.length > 0
      ? outcome.open
      : hazards.length > 0
        ? outcome.closed
        : outcome.none;
  const summary: Run = { text: words.summary(hazards.length, open.length, overdue.length, grave.length) };
  const isLate = unstopped || open.some(({ breached }) => breached);
  return [
    {
      ...verdict,
      mark: isLate ? 'late' : open.length > 0 && verdict.mark === 'met' ? 'half' : verdict.mark,
      title: words.joined(verdict.title, word),
      runs: [summary, ...verdict.runs],
    },
  ];
}

function ageBlocks({ subject, words }: Ledger): Block[] {
  const { evidence, say } = subject;
  const elevator = evidence.dossier.elevator.value;
  const age = ageOf(elevator, evidence.asOf);
  const ages = evidence.criteria === undefined ? [] : oldAgesOf(elevator, evidence.criteria, evidence.asOf);
  return [
    ...(age === null ? [] : [sentence(words.age(age.years, age.months))]),
    ...ages.map(({ rule, on }): Block => ({
      kind: 'paragraph',
      style: 'note',
      runs: [
        { text: `${on} ` },
        ...cited(subject, rule.legalBasis, rule.confidence),
        { text: ` ${say(rule.legalBasis.says)}` },
      ],
    })),
  ];
}

function callOutBlocks({ subject, words }: Ledger): Block[] {
  const { evidence, say } = subject;
  const { period, pack, dossier } = evidence;
  const requirements = pack.requirements ?? [];
  const judged = standing(dossier.callouts ?? [])
    .filter(({ reportedAt }) => dayOfMinute(reportedAt) >= period.from && dayOfMinute(reportedAt) <= period.to)
    .map((callOut) => ({ callOut, arrival: judgeArrival(callOut, dossier.elevator.value, { requirements }) }));
  if (judged.length === 0) return [sentence(words.none)];
  const figures = callOutFigures(judged);
  const limits = requirements.filter(({ id }) => judged.some(({ arrival }) => arrival.requirementId === id));
  return [
    sentence(words.callouts(figures.faults, figures.entrapments, figures.late)),
    ...limits.map((limit): Block => ({
      kind: 'paragraph',
      style: 'note',
      runs: [...cited(subject, limit.legalBasis, limit.confidence), { text: ` ${say(limit.legalBasis.says)}` }],
    })),
  ];
}

function assessmentBlocks({ subject, words }: Ledger): Block[] {
  const { evidence, say } = subject;
  const done = standing(evidence.dossier.assessments ?? []).filter(({ date }) => date <= evidence.asOf);
  if (done.length === 0) return [sentence(words.noAssessment)];
  return done.map(({ date, by, conclusion, reasons, list }) => {
    const known = evidence.criteria?.assessmentLists.find(({ id }) => id === list.listId);
    const named = known?.conclusions.find(({ id }) => id === conclusion);
    return sentence(words.assessment(date, by, named === undefined ? conclusion : say(named.title), reasons));
  });
}

function insuranceBlocks({ subject, words }: Ledger): Block[] {
  const { evidence, texts } = subject;
  const policies = standing(evidence.dossier.policies ?? []);
  const rows = policies.map(({ insurer, policyNo, cover, from, to, services }) => ({
    cells: [insurer, policyNo, cover, from, to, services.join(texts.anySeparator)].map(plain),
  }));
  return [
    orNothing(words, plainTable(subject, words.policy, [34, 30, 36, 18, 18, 28], rows)),
    ...coverGaps(policies, evidence.period.from, evidence.period.to).map(({ from, to }) =>
      sentence(words.gap(from, to)),
    ),
  ];
}

/** Every clock that runs, most pressing first: what must be done, by whom and until when. */
function todoBlocks({ subject, words, hazards }: Ledger): Block[] {
  const clocks = hazards
    .flatMap(({ no, clocks: all }) => all.map((clock) => ({ no, clock })))
    .sort((a, b) => rankOf(a.clock) - rankOf(b.clock) || (a.clock.daysLeft ?? 0) - (b.clock.daysLeft ?? 0));
  const rows = clocks.map(({ no, clock }, index) => {
    const basis = clock.basis ?? clock.duty;
    return {
      cells: [
        plain(String(index + 1)),
        plain(`${no} ${words.clocks[clock.step]}`),
        plain(words.parties[clock.owner]),
        plain(clock.dueOn ?? ''),
        basis === null ? plain('') : { runs: cited(subject, basis, clock.confidence ?? 'law') },
      ],
    };
  });
  return [orNothing(words, plainTable(subject, words.todo, [12, 56, 26, 22, 48], rows))];
}

function rankOf({ status, dueOn }: Ledger['hazards'][number]['clocks'][number]): number {
  return status === 'now' ? 0 : dueOn === null ? 2 : 1;
}

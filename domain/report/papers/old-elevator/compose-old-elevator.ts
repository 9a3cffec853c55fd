import { oldAgesOf } from '../../../risk/old-age';
import type { Evidence } from '../../evidence';
import { ledgerOf } from '../../ledger';
import type { LegalBasis } from '../../../pack/legal-basis';
import type { Block, ReportModel } from '../../model';
import { clockTime, closingBlocks, shortHash } from '../../sections/closing';
import { objectBlock } from '../../sections/object';
import { subjectOf } from '../../sections/subject';
import { outageBlocks } from '../compliance/outages';
import { ageBlocks } from './age';
import { assessmentBlocks } from './assessment';
import { callOutBlocks } from './callouts';
import { componentBlocks } from './components';
import { conclusionBlocks } from './conclusion';
import { insuranceBlocks } from './insurance';
import {
  criteriaBlocks,
  ledgerBlocks,
  lifeBlocks,
  measureBlocks,
  photoBlocks,
  recheckBlocks,
  riskBlocks,
} from './ledger-sections';
import { maintenanceBlocks } from './maintenance';
import { remainingBlocks } from './remaining';
import type { Ledger } from './tables';
import { oldElevatorWords } from './words-of';
import { SECTION_IDS, type SectionId } from './words';

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

const HANZI = '一二三四五六七八九';

/** 1 → 一, 10 → 十, 19 → 十九; papers have no more. */
function hanziOf(no: number): string {
  return (no >= 10 ? '十' : '') + (HANZI[(no % 10) - 1] ?? '');
}

function titlesOf({ subject, words }: Ledger): Readonly<Record<SectionId, string>> {
  const numbered = SECTION_IDS.map((id, index): [SectionId, string] => [
    id,
    subject.locale === 'en' ? `${index + 1}. ${words.sections[id]}` : `${hanziOf(index + 1)}、${words.sections[id]}`,
  ]);
  return Object.fromEntries(numbered) as Record<SectionId, string>; // one entry for each
}

function sectionsOf(ledger: Ledger): Block[] {
  const { subject, words } = ledger;
  const titles = titlesOf(ledger);
  const bodies: Readonly<Record<Exclude<SectionId, 'basis' | 'signature'>, readonly Block[]>> = {
    conclusion: conclusionBlocks(ledger),
    statements: [...items(words.statements), { kind: 'contents', title: words.contents }],
    age: ageBlocks(ledger),
    maintenance: maintenanceBlocks(ledger),
    outages: outageBlocks(subject).slice(1),
    callouts: callOutBlocks(ledger),
    ledger: ledgerBlocks(ledger),
    life: lifeBlocks(ledger),
    criteria: criteriaBlocks(ledger),
    risk: riskBlocks(ledger),
    measures: measureBlocks(ledger),
    components: componentBlocks(ledger),
    assessment: assessmentBlocks(ledger),
    insurance: insuranceBlocks(ledger),
    photos: photoBlocks(ledger),
    recheck: recheckBlocks(ledger),
    remaining: remainingBlocks(ledger),
  };
  const own = SECTION_IDS.flatMap((id): Block[] =>
    id === 'basis' || id === 'signature' ? [] : [{ kind: 'heading', text: titles[id] }, ...bodies[id]],
  );
  return [...own, ...signedClosing(ledger, titles)];
}

/** The lines to be signed by hand stand above the seal, in place of the reviewer's line below it. */
function signedClosing(ledger: Ledger, { basis, signature }: Readonly<Record<SectionId, string>>): Block[] {
  const { subject, words } = ledger;
  const closing = closingBlocks(subject, { basis, signature, is: words.statements[0]!, cites: citesOf(ledger) });
  const signatories: Block = {
    kind: 'signatories',
    rows: words.signatories.map((label) => ({ label, name: '', date: words.date })),
  };
  return closing.flatMap((block): Block[] =>
    block.kind === 'signature' ? [signatories, { ...block, review: [] }] : [block],
  );
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

import type { HazardClass } from '../../../hazard/hazard';
import type { Elevator } from '../../../elevator/elevator';
import type { HazardDuty } from '../../../pack/hazard-criteria';
import type { LegalBasis, Text } from '../../../pack/legal-basis';
import type { JudgedHazard } from '../../../risk/judge-hazards';
import type { Evidence } from '../../evidence';
import { ledgerOf } from '../../ledger';
import { noticeTextsOf } from './notice-texts-of';
import type { HazardPaper, NoticeTexts } from './notice-texts';

/** The evidence of a paper about hazards in the shapes its rows share. */
export interface NoticeSubject {
  readonly evidence: Evidence;
  readonly kind: HazardPaper;
  readonly texts: NoticeTexts;
  readonly elevator: Elevator;
  /** In the order in which the paper names them; none in a form to be filled in by hand. */
  readonly hazards: readonly JudgedHazard[];
  readonly say: (text: Text) => string;
}

export function noticeSubjectOf(evidence: Evidence, kind: HazardPaper): NoticeSubject {
  const ledger = ledgerOf(evidence) ?? [];
  const wanted = evidence.paper?.hazards ?? [];
  return {
    evidence,
    kind,
    texts: noticeTextsOf(evidence.locale),
    elevator: evidence.dossier.elevator.value,
    hazards: wanted.flatMap((id) => ledger.filter((hazard) => hazard.id === id)),
    say: (text) => text[evidence.locale],
  };
}

/** The confirmed duties of a step for the classes of the hazards named, each document and clause once. */
export function dutiesOf({ evidence, hazards }: NoticeSubject, step: HazardDuty['step']): readonly LegalBasis[] {
  const classes = new Set<HazardClass>(hazards.length === 0 ? ['ordinary'] : hazards.flatMap((one) => one.classes));
  const duties = (evidence.criteria?.duties ?? []).filter(
    (duty) => duty.step === step && duty.confidence !== 'unverified' && classes.has(duty.class),
  );
  const seen = new Map(duties.map(({ legalBasis }) => [clauseKey(legalBasis), legalBasis]));
  return [...seen.values()];
}

function clauseKey({ document, clause }: LegalBasis): string {
  return `${document['zh-CN']} ${clause['zh-CN']}`;
}

/** Document and clause of each, as a sentence cites them. */
export function clausesOf(subject: NoticeSubject, step: HazardDuty['step']): string {
  const gap = subject.evidence.locale === 'en' ? ', ' : '';
  return dutiesOf(subject, step)
    .map(({ document, clause }) => `${subject.say(document)}${gap}${subject.say(clause)}`)
    .join(subject.texts.separator);
}

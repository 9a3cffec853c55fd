import type { Evidence } from '../../evidence';
import type { ReportModel } from '../../model';
import { clockTime, closingBlocks, shortHash } from '../../sections/closing';
import { doubtBlocks } from './doubts';
import { doubtTextsOf } from './doubt-texts';
import { intervalBlocks } from './intervals';
import { inspectionBlocks } from './inspections';
import { outageBlocks } from './outages';
import { materialBlocks } from './material';
import { objectBlock } from '../../sections/object';
import { ruleBlocks } from './rules';
import { subjectOf } from '../../sections/subject';
import { verdictBlocks } from './verdict';
import { yearBlocks } from '../../sections/year';

/** The compliance report of one elevator and one period: every word of it, in the evidence's language. */
export function composeComplianceReport(evidence: Evidence): ReportModel {
  const subject = subjectOf(evidence);
  const { texts } = subject;
  const { registrationNo, elevator } = evidence.dossier;
  const intervals = intervalBlocks(subject);
  const tables = intervals.filter(({ kind }) => kind === 'table').length;
  const sections = evidence.doubts === undefined ? texts.sections : doubtTextsOf(evidence.locale);
  const closing = { basis: sections.basis, signature: sections.signature, is: null, cites: [] };
  return {
    form: 'pages',
    locale: evidence.locale,
    title: texts.title,
    period: texts.period(evidence.period.from, evidence.period.to, evidence.asOf),
    leftLine: texts.packLine(evidence.pack.id, evidence.pack.version),
    numberLine: texts.numberLine(evidence.number),
    runningHead: { left: `${texts.title} ${registrationNo}`, right: evidence.number },
    foot: { chain: texts.chainFoot(shortHash(evidence.chain.head)), page: texts.page },
    sampleMark: elevator.value.sample === true ? texts.sampleMark : null,
    signatureField: texts.signature.field(evidence.signer.organisation, clockTime(evidence.claimedAt)),
    info: {
      title: `${texts.title} ${registrationNo}`,
      author: evidence.signer.organisation,
      subject: texts.period(evidence.period.from, evidence.period.to, evidence.asOf),
      keywords: `${evidence.number}, ${registrationNo}, ${evidence.audit.verdict}`,
    },
    blocks: [
      objectBlock(subject),
      ...verdictBlocks(subject),
      ...yearBlocks(subject),
      ...ruleBlocks(subject),
      ...outageBlocks(subject),
      ...intervals,
      ...inspectionBlocks(subject),
      ...materialBlocks(subject, tables + 1),
      ...doubtBlocks(subject),
      ...closingBlocks(subject, closing),
    ],
  };
}

import type { Block, ReportModel, SigningBlock } from '../../model';
import { clockTime, grouped, shortHash } from '../../sections/closing';
import type { RecordSubject } from './record-subject';

type AnySubject = RecordSubject<object>;

/** The signature, and how to check the paper: with the entry that the record came by, where a journal was kept. */
export function recordVerification({ words, evidence }: AnySubject): Block {
  const { signer, chain, number, recorded } = evidence;
  const { title, lines, entry, qrAlt } = words.verification;
  const head = recorded?.entry;
  return {
    kind: 'short-verification',
    title,
    lines: [
      ...lines(grouped(signer.fingerprint), grouped(chain.head)),
      ...(head === undefined ? [] : entry(grouped(head.feed), head.seq, grouped(head.hash))),
    ],
    qr: `${number}\n${chain.head}\n${signer.fingerprint.slice(0, 16)}`,
    qrAlt,
  };
}

/** A paper of one record around what is its own. */
export function recordPaper(
  subject: AnySubject,
  title: string,
  copies: string,
  parts: { readonly blocks: readonly Block[]; readonly signing: SigningBlock },
): ReportModel {
  const { evidence, texts, elevator } = subject;
  const { registrationNo } = evidence.dossier;
  return {
    form: 'pages',
    locale: evidence.locale,
    title,
    period: null,
    leftLine: copies,
    numberLine: texts.numberLine(evidence.number),
    runningHead: { left: `${title} ${registrationNo}`, right: evidence.number },
    foot: { chain: texts.chainFoot(shortHash(evidence.chain.head)), page: texts.page },
    sampleMark: elevator.sample === true ? texts.sampleMark : null,
    signatureField: texts.signature.field(evidence.signer.organisation, clockTime(evidence.claimedAt)),
    info: {
      title: `${title} ${registrationNo}`,
      author: evidence.signer.organisation,
      subject: registrationNo,
      keywords: `${evidence.number}, ${registrationNo}`,
    },
    blocks: [
      ...parts.blocks,
      parts.signing,
      recordVerification(subject),
      { kind: 'missing-glyphs', says: texts.missingGlyphs },
    ],
  };
}

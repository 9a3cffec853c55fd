import type { CivilDate } from '../../calendar/civil-date';
import type { LegalBasis } from '../../pack/legal-basis';
import { onDemandOf } from '../../explain/on-demand';
import { onDemandSentence } from '../../explain/on-demand-sentence';
import type { Block, SignatureBlock } from '../model';
import { versionsOf, type Subject } from './subject';
import { textNotes } from './text-notes';

const HASH_GROUP = 4;

/** `dbd3 dadc …`: groups of four on fixed positions. */
export function grouped(hex: string): string {
  return hex.match(new RegExp(`.{1,${HASH_GROUP}}`, 'g'))?.join(' ') ?? '';
}

export function shortHash(hex: string): string {
  return `${hex.slice(0, 8)}…${hex.slice(-8)}`;
}

/** `2026-11-23 18:20:45 +08:00`, from ISO 8601 with offset. */
export function clockTime(instant: string): string {
  return instant.replace('T', ' ').replace(/(Z|[+-]\d{2}:\d{2})$/, ' $1');
}

export interface ClosingWords {
  readonly basis: string;
  readonly signature: string;
  /** What the paper is and is not, where it is no compliance report. */
  readonly is: string | null;
  /** Clauses that it cites beside those of its rules. */
  readonly cites: readonly LegalBasis[];
}

/** Basis and notes, signature, and how to check the report: what every paper ends with. */
export function closingBlocks(
  subject: Subject,
  own: ClosingWords = { ...subject.texts.sections, is: null, cites: [] },
): Block[] {
  const { texts, evidence } = subject;
  const { signer, chain } = evidence;
  return [
    { kind: 'heading', text: own.basis },
    ...notesOf(subject, own).map((text, index): Block => ({
      kind: 'paragraph',
      style: 'item',
      runs: [{ text: `${index + 1}.\t${text}` }],
    })),
    { kind: 'heading', text: own.signature },
    signatureBlock(subject),
    {
      kind: 'verification',
      title: texts.verification.title,
      steps: texts.verification.steps,
      qr: `${evidence.number}\n${chain.head}\n${signer.fingerprint.slice(0, 16)}`,
      qrCaption: texts.verification.qrCaption,
      qrAlt: texts.verification.qrAlt,
      head: texts.verification.head(grouped(chain.head)),
    },
    { kind: 'end', text: texts.end },
  ];
}

/** The clauses cited, what the report is and is not, and what the pack says about its own rules. */
function notesOf(
  { texts, evidence, headline, history, window, say, locale, rules, others }: Subject,
  { is, cites }: ClosingWords,
): string[] {
  const { chain } = evidence;
  const judged = others.filter(({ audit }) => audit.status !== 'not-applicable' && audit.status !== 'no-data');
  const versions = [
    ...rules.flatMap(({ rule }) => rule.versions.map(({ legalBasis, note }) => ({ legalBasis, note: note ?? null }))),
    ...judged.flatMap((one) =>
      versionsOf(one).map(({ version: { legalBasis, note } }) => ({ legalBasis, note: note ?? null })),
    ),
  ];
  const [comma, separator, end] = locale === 'en' ? [', ', '; ', '.'] : ['', '；', '。'];
  const bans = headline.use.reasons.flatMap(({ basis }) => (basis === null ? [] : [basis]));
  const bases = [...versions.map(({ legalBasis }) => legalBasis), ...bans, ...cites];
  const cited = bases.map((legalBasis) => `${say(legalBasis.document)}${comma}${say(legalBasis.clause)}`);
  const notes = [...texts.basisNotes, ...textNotes(bases, evidence, texts)];
  const ruleNotes = versions.flatMap(({ note }) => (note === null ? [] : [say(note)]));
  return [
    [...new Set(cited)].join(separator) + end,
    ...(is === null ? notes : [is, ...notes.slice(1)]),
    ...rules.flatMap((rule) => {
      const onDemand = onDemandOf({ elevator: evidence.dossier.elevator.value, history, window, ...rule });
      // Where it judges, it stands beside the verdict.
      return onDemand === null || onDemand.state === 'counts' ? [] : [`${onDemandSentence(onDemand, locale)}${end}`];
    }),
    ...new Set(ruleNotes),
    ...(chain.origin === 'files' ? [texts.fileChainNote] : []),
  ];
}

function signatureBlock({ texts, evidence }: Subject): SignatureBlock {
  const { signer, claimedAt } = evidence;
  const { signature } = texts;
  const fingerprint = grouped(signer.fingerprint);
  const half = fingerprint.length / 2;
  return {
    kind: 'signature',
    rows: [
      { label: signature.unit, lines: [signer.organisation] },
      { label: signature.person, lines: [signer.person === '' ? texts.notRecorded : signer.person] },
      { label: signature.format, lines: [signature.formatValue] },
      {
        label: signature.fingerprint,
        lines: [`SHA-256 ${fingerprint.slice(0, half).trim()}`, fingerprint.slice(half).trim()],
      },
      { label: signature.claimedAt, lines: [clockTime(claimedAt), signature.claimedNote] },
    ],
    seal: {
      name: signer.organisation,
      date: texts.date(claimedAt.slice(0, 10) as CivilDate), // ISO 8601 begins with the civil date
      hint: signature.sealHint,
    },
    review: [signature.review, signature.reviewDate],
  };
}

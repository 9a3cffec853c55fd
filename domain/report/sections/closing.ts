import type { CivilDate } from '../../calendar/civil-date';
import type { Block } from '../model';
import type { Subject } from './subject';

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

export function closingBlocks(subject: Subject): Block[] {
  const { texts, evidence, say } = subject;
  const { signer, chain, pack } = evidence;
  const cited = new Set(
    pack.rules.flatMap(({ versions }) =>
      versions.map(
        ({ legalBasis }) =>
          `${say(legalBasis.document)}${evidence.locale === 'en' ? ', ' : ''}${say(legalBasis.clause)}`,
      ),
    ),
  );
  const rulesCited = [...cited].join(evidence.locale === 'en' ? '; ' : '；') + (evidence.locale === 'en' ? '.' : '。');
  const ruleNotes = pack.rules.flatMap(({ versions }) =>
    versions.flatMap(({ note }) => (note === undefined ? [] : [say(note)])),
  );
  const notes = [
    rulesCited,
    ...texts.basisNotes(pack.verifiedThrough),
    ...new Set(ruleNotes),
    ...(chain.origin === 'files' ? [texts.fileChainNote] : []),
  ];
  const fingerprint = grouped(signer.fingerprint);
  const half = fingerprint.length / 2;
  return [
    { kind: 'heading', text: texts.sections.basis },
    ...notes.map((text, index): Block => ({
      kind: 'paragraph',
      style: 'item',
      runs: [{ text: `${index + 1}.\t${text}` }],
    })),
    { kind: 'heading', text: texts.sections.signature },
    {
      kind: 'signature',
      rows: [
        { label: texts.signature.unit, lines: [signer.organisation] },
        { label: texts.signature.person, lines: [signer.person === '' ? texts.notRecorded : signer.person] },
        { label: texts.signature.format, lines: [texts.signature.formatValue] },
        {
          label: texts.signature.fingerprint,
          lines: [`SHA-256 ${fingerprint.slice(0, half).trim()}`, fingerprint.slice(half).trim()],
        },
        {
          label: texts.signature.claimedAt,
          lines: [clockTime(evidence.claimedAt), texts.signature.claimedNote],
        },
      ],
      seal: {
        name: signer.organisation,
        date: texts.date(evidence.claimedAt.slice(0, 10) as CivilDate),
        hint: texts.signature.sealHint,
      },
      review: [texts.signature.review, texts.signature.reviewDate],
    },
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

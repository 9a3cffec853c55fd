import type { CivilDate } from '../../../calendar/civil-date';
import type { InspectionPackEvidence } from '../../inspection-pack/pack-evidence';
import type { Block, Labelled, ReportModel } from '../../model';
import { clockTime, grouped, shortHash } from '../../sections/closing';
import { handLine } from '../../sections/hand-lines';
import { contentsBlocks, wantedBlocks } from './pack-contents';
import { stateBlocks } from './pack-state';
import { packSubjectOf, type PackSubject } from './pack-subject';

/** Cover, contents and gaps of the pack that a site hands to an inspector (迎检资料). */
export function composePack(evidence: InspectionPackEvidence): ReportModel {
  const subject = packSubjectOf(evidence);
  const { pack, texts, words } = subject;
  const { signer, number, asOf, period, site, elevators, chain } = pack;
  const about = site === '' ? words.about(elevators.length) : site;
  return {
    form: 'pages',
    locale: pack.locale,
    title: words.title,
    period: words.period(site, elevators.length, period.from, period.to, asOf),
    leftLine: texts.packLine(pack.pack.id, pack.pack.version),
    numberLine: texts.numberLine(number),
    runningHead: { left: `${words.title} ${about}`, right: number },
    foot: { chain: texts.chainFoot(shortHash(chain.head)), page: texts.page },
    sampleMark: pack.sample ? texts.sampleMark : null,
    signatureField: texts.signature.field(signer.organisation, clockTime(pack.claimedAt)),
    info: {
      title: `${words.title} ${about}`,
      author: signer.organisation,
      subject: words.period(site, elevators.length, period.from, period.to, asOf),
      keywords: number,
    },
    blocks: [
      objectBlock(subject),
      ...stateBlocks(subject),
      ...wantedBlocks(subject),
      ...contentsBlocks(subject),
      { kind: 'missing-glyphs', says: texts.missingGlyphs },
      {
        kind: 'receipt',
        seal: {
          label: words.issuer,
          name: signer.organisation,
          date: texts.date(pack.claimedAt.slice(0, 10) as CivilDate), // ISO 8601 begins with the civil date
          hint: texts.signature.sealHint,
        },
        receipt: {
          label: words.receipt.label,
          lines: words.receipt.lines.map((line) => handLine(line)),
          note: words.receipt.note,
        },
        below: null,
      },
      {
        kind: 'short-verification',
        title: words.verification.title,
        lines: words.verification.lines(grouped(signer.fingerprint), grouped(chain.head)),
        qr: `${number}\n${chain.head}\n${signer.fingerprint.slice(0, 16)}`,
        qrAlt: words.verification.qrAlt,
      },
    ],
  };
}

const MOST_NAMES = 4;

/** Whose elevators they are and who answers for them; of many names the first few, with how many there are. */
function objectBlock({ pack, words, texts }: PackSubject): Block {
  const each = (field: 'userUnit' | 'propertyManager' | 'maintainer' | 'safetyOfficer' | 'address'): string => {
    const names = [...new Set(pack.elevators.map(({ elevator }) => elevator[field] ?? ''))].filter(
      (name) => name !== '',
    );
    if (names.length === 0) return texts.notRecorded;
    const shown = names.slice(0, MOST_NAMES).join(texts.anySeparator);
    return names.length > MOST_NAMES ? `${shown}…（${names.length}）` : shown;
  };
  const numbers = pack.elevators.map(({ elevator }) => elevator.registrationNo);
  const named = numbers.length <= MOST_NAMES ? numbers.join(texts.anySeparator) : words.count(numbers.length);
  const fact = (label: keyof typeof words.labels, text: string): Labelled => ({
    label: words.labels[label],
    content: [{ text }],
  });
  return {
    kind: 'facts',
    labelWidths: pack.locale === 'en' ? [30, 29] : [20, 22],
    secondAt: pack.locale === 'en' ? 88 : 86,
    rows: [
      [fact('userUnit', each('userUnit')), fact('address', each('address'))],
      [fact('propertyManager', each('propertyManager')), fact('safetyOfficer', each('safetyOfficer'))],
      [fact('maintainer', each('maintainer')), fact('elevators', named)],
    ],
  };
}

import type { CivilDate } from '../../../calendar/civil-date';
import { toldErased } from '../../../terms/told-erased';
import type { Block, Labelled, ReportModel } from '../../model';
import type { RoutineEvidence } from '../../routine/routine-evidence';
import { clockTime, grouped, shortHash } from '../../sections/closing';
import { handLine } from '../../sections/hand-lines';
import { checkBlocks, foundBlocks } from './routine-checks';
import { hazardBlocks, visitBlocks } from './routine-hazards';
import { routineSubjectOf, type RoutineSubject } from './routine-subject';

/** Weekly report or monthly minutes of a site, every word of it, in the evidence's language. */
export function composeRoutine(stated: RoutineEvidence): ReportModel {
  const subject = routineSubjectOf(toldErased(stated, stated.locale));
  const { evidence, texts, words } = subject;
  const { kind, signer, number, period, site, elevators, chain, pack } = evidence;
  const title = words.title[kind];
  const said = words.period(site, elevators.length, period.from, period.to);
  return {
    form: 'pages',
    locale: evidence.locale,
    title,
    period: said,
    leftLine: texts.packLine(pack.id, pack.version),
    numberLine: texts.numberLine(number),
    runningHead: { left: `${title} ${site}`, right: number },
    foot: { chain: texts.chainFoot(shortHash(chain.head)), page: texts.page },
    sampleMark: evidence.sample ? texts.sampleMark : null,
    signatureField: texts.signature.field(signer.organisation, clockTime(evidence.claimedAt)),
    info: { title: `${title} ${site}`, author: signer.organisation, subject: said, keywords: number },
    blocks: [
      objectBlock(subject),
      ...checkBlocks(subject),
      ...foundBlocks(subject),
      ...hazardBlocks(subject),
      ...visitBlocks(subject),
      ...meetingBlocks(subject),
      { kind: 'heading', text: words.sections.beside },
      ...words.beside.map((text): Block => ({ kind: 'paragraph', style: 'item', runs: [{ text }] })),
      { kind: 'missing-glyphs', says: texts.missingGlyphs },
      {
        kind: 'receipt',
        seal: {
          label: words.issuer,
          name: signer.organisation,
          date: texts.date(evidence.claimedAt.slice(0, 10) as CivilDate), // ISO 8601 begins with the civil date
          hint: texts.signature.sealHint,
        },
        receipt: {
          label: words.receipt.label,
          lines: [...words.director, ...words.head].map((line) => handLine(line)),
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

const MOST_NAMES = 3;

function objectBlock({ evidence, facts, texts, words }: RoutineSubject): Block {
  const each = (field: 'userUnit' | 'maintainer' | 'safetyOfficer'): string => {
    const named = evidence.elevators.map(({ elevator }) => elevator.value[field]);
    const names = [...new Set(named.filter((name) => name !== undefined))];
    if (names.length === 0) return texts.notRecorded;
    const shown = names.slice(0, MOST_NAMES).join(texts.anySeparator);
    return names.length > MOST_NAMES ? `${shown}…` : shown;
  };
  const row = (label: keyof typeof words.labels, text: string): Labelled => ({
    label: words.labels[label],
    content: [{ text }],
  });
  const carried = facts.hazards.filter(({ isCarried }) => isCarried).length;
  const open = facts.hazards.filter(({ isOpen }) => isOpen).length;
  const { length: all } = facts.hazards;
  return {
    kind: 'facts',
    labelWidths: evidence.locale === 'en' ? [30, 29] : [20, 22],
    secondAt: evidence.locale === 'en' ? 88 : 86,
    rows: [
      [row('userUnit', each('userUnit')), row('safetyOfficer', each('safetyOfficer'))],
      [row('maintainer', each('maintainer'))],
      [row('checks', words.checks(facts.sum))],
      [row('hazards', words.carried(carried, all - carried, all - open, open))],
    ],
  };
}

/** Room left for writing where nothing was typed. */
const WRITTEN_LINES = 3;

function meetingBlocks({ evidence, words, texts }: RoutineSubject): Block[] {
  const { said, kind } = evidence;
  const row = (label: 'present' | 'summary' | 'decisions', text: string | undefined) => [
    {
      label: words.labels[label],
      lines: text === undefined ? [] : text.split('\n').map((line) => [{ text: line }]),
      ...(text === undefined && { least: label === 'present' ? 1 : WRITTEN_LINES }),
    },
  ];
  return [
    { kind: 'heading', text: words.sections.meeting },
    {
      kind: 'form',
      labelWidths: evidence.locale === 'en' ? [32, 32] : [22, 22],
      secondAt: 90,
      rows: [
        ...(kind === 'monthly-minutes' ? [row('present', said.present)] : []),
        row('summary', said.summary),
        row('decisions', said.decisions),
      ],
      rowContinued: texts.rowContinued,
    },
  ];
}

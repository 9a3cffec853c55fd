import type { CivilDate } from '../../../calendar/civil-date';
import type { JudgedHazard } from '../../../risk/judge-hazards';
import type { Evidence } from '../../evidence';
import type { Block, FormCell, ReportModel, Run } from '../../model';
import { shownPhotos } from '../../photos';
import { clockTime, grouped, shortHash } from '../../sections/closing';
import { cell } from '../../sections/form-cell';
import { photoPictures } from '../../sections/photo-pictures';
import { textsOf } from '../../texts/texts-of';
import { adviceRows, demandRows, replyRows, reportRows } from './action-rows';
import { handLine } from '../../sections/hand-lines';
import { findingRows, objectRows, riskRow } from './hazard-rows';
import { clausesOf, noticeSubjectOf, type NoticeSubject } from './notice-subject';
import type { HazardPaper } from './notice-texts';
import { posterBlocks } from './poster';

type Row = readonly FormCell[];

const FORM = {
  'zh-CN': { labelWidths: [25.6, 24], secondAt: 85.5 },
  en: { labelWidths: [28, 25], secondAt: 88 },
} as const;

/** A paper about hazards of one elevator: what was found, what is asked or was done, seal and receipt, and how to check it. */
export function composeNotice(evidence: Evidence, kind: HazardPaper): ReportModel {
  const subject = noticeSubjectOf(evidence, kind);
  const { texts } = subject;
  const shared = textsOf(evidence.locale);
  const words = texts.papers[kind];
  const { registrationNo } = evidence.dossier;
  return {
    form: 'pages',
    locale: evidence.locale,
    title: words.title,
    period: null,
    leftLine: words.copies,
    numberLine: shared.numberLine(evidence.number),
    runningHead: { left: `${words.title} ${registrationNo}`, right: evidence.number },
    foot: { chain: shared.chainFoot(shortHash(evidence.chain.head)), page: shared.page },
    sampleMark: subject.elevator.sample === true ? shared.sampleMark : null,
    signatureField: shared.signature.field(evidence.signer.organisation, clockTime(evidence.claimedAt)),
    info: {
      title: `${words.title} ${registrationNo}`,
      author: evidence.signer.organisation,
      subject: subject.hazards.map(({ no }) => no).join(', ') || registrationNo,
      keywords: `${evidence.number}, ${registrationNo}`,
    },
    blocks: [
      ...(kind === 'stop-use-sheet' ? posterBlocks(subject) : formBlocks(subject)),
      receiptBlock(subject),
      verificationBlock(subject),
      ...annexBlocks(subject),
      { kind: 'missing-glyphs', says: shared.missingGlyphs },
    ],
  };
}

function formBlocks(subject: NoticeSubject): Block[] {
  const { texts, evidence, kind } = subject;
  const opening = texts.papers[kind].opening(clausesOf(subject, kind === 'authority-report' ? 'report' : 'notify'));
  const answers = evidence.paper?.answers;
  const note = evidence.paper?.note;
  return [
    { kind: 'addressee', runs: addressee(subject) },
    {
      kind: 'paragraph',
      style: 'body',
      runs: [{ text: answers === undefined ? opening : opening + texts.answers(answers) }],
    },
    { kind: 'form', ...FORM[evidence.locale], rows: rowsOf(subject), rowContinued: texts.rowContinued },
    ...(note === undefined ? [] : [{ kind: 'paragraph', style: 'note', runs: [{ text: note }] } as const]),
  ];
}

/** To whom it goes: as chosen, else the user unit of a notice; the others leave a line to write on. */
function addressee({ evidence, kind, texts, elevator }: NoticeSubject): Run[] {
  const isNotice = kind === 'hazard-notice' || kind === 'rectification-notice';
  const unit = evidence.paper?.addressee ?? (isNotice ? elevator.userUnit : undefined);
  return unit === undefined ? handLine(texts.addressee('____'), 90) : [{ text: texts.addressee(unit) }];
}

function rowsOf(subject: NoticeSubject): Row[] {
  const { kind, texts, elevator, hazards } = subject;
  const { labels } = texts;
  const named: readonly (JudgedHazard | null)[] = hazards.length === 0 ? [null] : hazards;
  const units = [cell(labels.userUnit, elevator.userUnit ?? ''), cell(labels.maintainer, elevator.maintainer ?? '')];
  return [
    ...objectRows(subject),
    ...(kind === 'authority-report' ? [units] : []),
    ...named.flatMap((hazard) => hazardRows(subject, hazard)),
  ];
}

function hazardRows(subject: NoticeSubject, hazard: JudgedHazard | null): Row[] {
  const found = findingRows(subject, hazard);
  const risk = hazard === null ? [] : [riskRow(subject, hazard)];
  switch (subject.kind) {
    case 'hazard-notice':
      return [...found, ...risk, ...adviceRows(subject, hazard)];
    case 'rectification-notice':
      return [...found, ...risk, ...demandRows(subject, hazard)];
    case 'rectification-reply':
      return [...found.slice(1, 3), ...replyRows(subject, hazard)]; // when and by whom it was found stands in the notice
    case 'authority-report':
      return [...found, ...reportRows(subject, hazard)];
    case 'stop-use-sheet':
      return [];
  }
}

/** The photos of the hazards named, behind the form: it stays one page to be signed on. */
function annexBlocks({ texts, evidence }: NoticeSubject): Block[] {
  const photos = photoPictures(shownPhotos(evidence), texts.annex);
  if (photos.length === 0) return [];
  return [
    { kind: 'subheading', text: texts.annex.title },
    { kind: 'photos', photos },
  ];
}

function receiptBlock({ texts, kind, evidence }: NoticeSubject): Block {
  const shared = textsOf(evidence.locale);
  const { issuer, receipt } = texts.papers[kind];
  return {
    kind: 'receipt',
    seal: {
      label: issuer,
      name: evidence.signer.organisation,
      date: shared.date(evidence.claimedAt.slice(0, 10) as CivilDate), // ISO 8601 begins with the civil date
      hint: shared.signature.sealHint,
    },
    receipt: { label: receipt.label, lines: receipt.lines.map((line) => handLine(line)), note: receipt.note },
    below: kind === 'rectification-notice' ? handLine(texts.recheck, 24) : null,
  };
}

function verificationBlock({ texts, evidence }: NoticeSubject): Block {
  const { signer, chain, number } = evidence;
  const { title, lines, qrAlt } = texts.verification;
  return {
    kind: 'short-verification',
    title,
    lines: lines(grouped(signer.fingerprint), grouped(chain.head)),
    qr: `${number}\n${chain.head}\n${signer.fingerprint.slice(0, 16)}`,
    qrAlt,
  };
}

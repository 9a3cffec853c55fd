import { HAZARD_CLASSES } from '../../../hazard/hazard';
import type { JudgedHazard } from '../../../risk/judge-hazards';
import type { FormCell, Run } from '../../model';
import { shortHash } from '../../sections/closing';
import { cell } from '../../sections/form-cell';
import type { NoticeSubject } from './notice-subject';

type Row = readonly FormCell[];

/** Room left for writing where the paper names no hazard. */
const WRITTEN_LINES = 3;

/** Which elevator it is about. */
export function objectRows({ texts, elevator }: NoticeSubject): Row[] {
  const { labels } = texts;
  const place = [elevator.district, elevator.address, elevator.internalNo].filter((part) => part !== undefined);
  return [
    [cell(labels.registrationNo, elevator.registrationNo), cell(labels.deviceCode, elevator.deviceCode ?? '')],
    [cell(labels.address, place.join('')), cell(labels.rescueCode, elevator.rescueCode ?? '')],
  ];
}

/** When, how and by whom it was found, what it is, and by which clauses; empty rows to be written in where none is named. */
export function findingRows(subject: NoticeSubject, hazard: JudgedHazard | null): Row[] {
  const { texts } = subject;
  const { labels } = texts;
  if (hazard === null)
    return [
      [cell(labels.found, ''), cell(labels.foundBy, '')],
      [cell(labels.hazard, ''), cell(labels.class, classRuns(subject, null))],
      [{ ...cell(labels.facts, ''), least: WRITTEN_LINES }],
      [{ ...cell(labels.basis, ''), least: WRITTEN_LINES }],
    ];
  const { value } = hazard;
  return [
    [
      cell(labels.found, texts.found(value.foundOn, value.foundTime, texts.sources[value.source])),
      cell(labels.foundBy, value.foundBy.join(texts.separator)),
    ],
    [cell(labels.hazard, nameOf(subject, hazard)), cell(labels.class, classRuns(subject, hazard))],
    [cell(labels.facts, ...factsOf(subject, hazard))],
    [cell(labels.basis, ...basisLines(subject, hazard))],
  ];
}

export function nameOf({ texts, evidence, say }: NoticeSubject, { no, value }: JudgedHazard): string {
  const component = evidence.criteria?.components.find(({ id }) => id === value.component);
  return texts.component(no, component === undefined ? value.component : say(component.title), value.location);
}

/** Three boxes, those of its classes ticked. */
export function classRuns({ texts }: NoticeSubject, hazard: JudgedHazard | null): Run[] {
  return HAZARD_CLASSES.flatMap((one): Run[] => {
    const word = texts.classes[one];
    const ticked = hazard?.classes.includes(one) === true;
    return [
      { text: '', box: ticked ? 'ticked' : 'empty' },
      ticked ? { text: `${word}\u3000`, bold: true } : { text: `${word}\u3000` },
    ];
  });
}

function factsOf({ texts }: NoticeSubject, { value }: JudgedHazard): string[] {
  const photos = value.photos ?? [];
  return [
    value.what,
    ...(value.scenario === undefined ? [] : [value.scenario]),
    ...(photos.length === 0 ? [] : [texts.photos(photos.map(shortHash))]),
  ];
}

/** The clauses that make it severe or major with their weight, then what the finder cited. */
export function basisLines({ texts, evidence, say }: NoticeSubject, { life, value }: JudgedHazard): Run[][] {
  const criteria = (evidence.criteria?.classes ?? []).filter(({ id }) => id === life.severe || id === life.major);
  const cited = [
    ...(value.itemId === undefined ? [] : [texts.item(value.itemId)]),
    ...(value.basis === undefined ? [] : [value.basis]),
  ];
  const lines: Run[][] = [
    ...criteria.map(({ legalBasis: { document, clause, says }, confidence }): Run[] => [
      { text: `${texts.clause(say(document), say(clause), say(says))} ` },
      { text: texts.confidence[confidence], tag: confidence },
    ]),
    ...cited.map((text): Run[] => [{ text }]),
  ];
  if (lines.length < 2) return lines;
  return lines.map(([first, ...rest], index) => [{ ...first!, text: texts.numbered(index + 1, first!.text) }, ...rest]);
}

/** Where the matrix puts it. It sorts; the word beside it says that it does not judge. */
export function riskRow({ texts, evidence }: NoticeSubject, { life, group }: JudgedHazard): Row {
  const { labels } = texts;
  if (life.risk === null) return [cell(labels.risk, texts.noRisk)];
  const confidence = evidence.criteria?.matrix.confidence ?? 'unverified';
  return [
    cell(labels.risk, [
      { text: texts.risk(life.risk, group) },
      { text: texts.confidence[confidence], tag: confidence },
      { text: ` ${texts.riskNote}` },
    ]),
  ];
}

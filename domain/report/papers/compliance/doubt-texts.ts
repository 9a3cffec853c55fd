import type { DoubtAnswer } from '../../../doubt-answer/doubt-answer';
import type { Locale } from '../../../pack/legal-basis';
import { plural } from '../../../terms/plural';

/** What somebody answered to a doubt, with the word for what the answer is. */
export interface AnswerTold extends Pick<DoubtAnswer, 'says' | 'by' | 'on' | 'document'> {
  readonly word: string;
}

export interface DoubtTexts {
  readonly heading: string;
  /** Headings behind the section. */
  readonly basis: string;
  readonly signature: string;
  readonly asked: (kinds: number, visits: number) => string;
  readonly noVisits: string;
  readonly raised: (doubts: number) => string;
  readonly none: string;
  readonly question: string;
  readonly searched: (elevators: number, entries: number) => string;
  readonly searchedFiles: (elevators: number) => string;
  readonly left: (visits: number) => string;
  readonly kind: (kind: string, level: string) => string;
  readonly count: (doubts: number) => string;
  readonly columns: { readonly no: string; readonly records: string; readonly says: string; readonly answer: string };
  readonly ownRecord: string;
  readonly also: (days: string) => string;
  readonly more: (records: number, days: string) => string;
  readonly unanswered: string;
  readonly answered: (doubts: number) => string;
  readonly answer: (told: AnswerTold) => string;
  readonly innocent: (what: string) => string;
  readonly source: (weight: string, source: string) => string;
  readonly notApplicable: (kind: string, facts: string) => string;
  readonly partly: (kind: string, lookedAt: number, of: number, facts: string) => string;
  readonly lacking: string;
  readonly notOfOne: (kinds: string) => string;
  readonly joint: string;
  readonly separator: string;
  readonly stop: string;
}

const ZH: DoubtTexts = {
  heading: '八、疑点（要问的问题，不是结论）',
  basis: '九、依据与说明',
  signature: '十、签章',
  asked: (kinds, visits) => `就期内${visits}次维保问了${kinds}类问题`,
  noVisits: '期内没有维保记录，没有可问的。',
  raised: (doubts) => `，提出**${doubts}处疑点**。`,
  none: '，**没有提出疑点**；这只说明在查得到的记录里没有发现，不等于记录属实。',
  question:
    '疑点是请有关单位说明的问题，不认定任何人有错，也不改变本报告的任何判定；姓名相同不等于同一人。本节由程序按记录列出，出具时无可选择；核验时按所附记录重算。所附以外的记录，须与日志核对才知有无。',
  searched: (elevators, entries) =>
    `除本梯外，查了本账本其余${elevators}台电梯截至第${entries}条的记录，账本校验值见签章。只查了本账本，没有查别处的记录。`,
  searchedFiles: (elevators) =>
    `除本梯外，查了所给表格中其余${elevators}台电梯的记录。只查了这些表格，没有查别处的记录。`,
  left: (visits) => `另有${visits}次相同的维保没有随附，下列次数可能偏小。`,
  kind: (kind, level) => `${kind}（${level}）`,
  count: (doubts) => `${doubts}处`,
  columns: { no: '序', records: '记录', says: '问题与计算', answer: '答复' },
  ownRecord: '本梯',
  also: (days) => `同样的还有：${days}。`,
  more: (records, days) => `另有${records}条记录：${days}`,
  unanswered: '待答复',
  answered: (doubts) => `其中${doubts}处已有答复。`,
  answer: ({ word, says, by, on, document }) =>
    `${word}：${says}（${by}，${on}${document === undefined ? '' : `，见${document}`}）`,
  innocent: (what) => `也可能是：${what}。`,
  source: (weight, source) => `界限（${weight}）：${source}。`,
  notApplicable: (kind, facts) => `${kind}（缺${facts}）`,
  partly: (kind, lookedAt, of, facts) => `${kind}（查了${of}次中的${lookedAt}次，其余缺${facts}）`,
  lacking: '不适用或没有查全：',
  notOfOne: (kinds) => `须就单位、地点或人员的全部记录来问，本报告不问：${kinds}。`,
  joint: '、',
  separator: '；',
  stop: '。',
};

const EN: DoubtTexts = {
  heading: '8. Doubts (questions to ask, no verdict)',
  basis: '9. Basis and notes',
  signature: '10. Signature',
  asked: (kinds, visits) =>
    `${plural(kinds, 'kind')} of question were asked of ${plural(visits, 'visit')} of the period`,
  noVisits: 'No visit of the period is on record, so there was nothing to ask.',
  raised: (doubts) => `: **${plural(doubts, 'doubt')}**. `,
  none: ': **none was raised**. That says that nothing was found in the records that could be looked at, not that they are true. ',
  question:
    'A doubt is a question to those concerned. Nobody is found at fault by it and no verdict of this report changes by it; equal names are not proven to be one person. The program lists this section from the records and asks nobody what to list; a verifier computes it again from the records that are carried. Whether other records were held back shows only beside the journal.',
  searched: (elevators, entries) =>
    `Beside this elevator, the records of the other ${plural(elevators, 'elevator')} of this ledger were searched up to entry ${entries}; the hash of the ledger stands at the signature. Only this ledger was searched, no records elsewhere.`,
  searchedFiles: (elevators) =>
    `Beside this elevator, the records of the other ${plural(elevators, 'elevator')} in the given tables were searched. Only these tables were searched, no records elsewhere.`,
  left: (visits) =>
    `${plural(visits, 'visit')} more that are alike could not be carried, so counts below may be too small.`,
  kind: (kind, level) => `${kind[0]!.toUpperCase()}${kind.slice(1)} (${level})`,
  count: (doubts) => plural(doubts, 'doubt'),
  columns: { no: 'No.', records: 'Records', says: 'Question and arithmetic', answer: 'Answer' },
  ownRecord: 'this elevator',
  also: (days) => ` Likewise: ${days}.`,
  more: (records, days) => `${plural(records, 'record')} more: ${days}`,
  unanswered: 'to be answered',
  answered: (doubts) => `${doubts} of them ${doubts === 1 ? 'is' : 'are'} answered.`,
  answer: ({ word, says, by, on, document }) =>
    `${word}: ${says} (${by}, ${on}${document === undefined ? '' : `, see ${document}`})`,
  innocent: (what) => `May be: ${what}.`,
  source: (weight, source) => `Threshold (${weight}): ${source}.`,
  notApplicable: (kind, facts) => `${kind} (without ${facts})`,
  partly: (kind, lookedAt, of, facts) => `${kind} (${lookedAt} of ${plural(of, 'visit')}; the others lack ${facts})`,
  lacking: 'Not applicable, or not asked of all visits: ',
  notOfOne: (kinds) => `To be asked of all records of a firm, a site or a person, and not in this report: ${kinds}.`,
  joint: ', ',
  separator: '; ',
  stop: '.',
};

export function doubtTextsOf(locale: Locale): DoubtTexts {
  return locale === 'en' ? EN : ZH;
}

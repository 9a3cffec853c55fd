import { civilPartsOf, toEpochDay, type CivilDate } from '../../../calendar/civil-date';
import type { Lack } from '../../inspection-pack/wanted';
import type { PackWords } from './pack-words';

const date = (value: CivilDate): string => {
  const { year, month, day } = civilPartsOf(toEpochDay(value));
  return `${year}年${month}月${day}日`;
};

function lack(name: string, { why, count, days, on, nos }: Lack): string {
  switch (why) {
    case 'failed':
      return `${name}不合格，未复检`;
    case 'overdue':
      return `${name}超期${days}日（最迟日${on ?? '—'}）`;
    case 'not-shown':
      return `${name}应有而未见记录`;
    case 'no-data':
      return `${name}无记录`;
    case 'due-soon':
      return `${name}临期，最迟日${on ?? '—'}`;
    case 'was-late':
      return `${name}期内曾超期${count}次，计${days}个在用日，已恢复`;
    case 'unconfirmed':
      return `${name}${count}次未见确认`;
    case 'open':
      return `${name}未销号${count}项：${nos.join('、')}`;
    case 'not-covered':
      return on === null ? `${name}未见保单` : `${name}保险已于${on}到期`;
    case 'ends-soon':
      return `${name}保险${on ?? '—'}到期`;
  }
}

export const PACK_WORDS_ZH: PackWords = {
  title: '电梯迎检资料',
  period: (site, elevators, from, to, asOf) =>
    `${site === '' ? '' : `${site}，`}${elevators}台\u3000资料期间${date(from)}至${date(to)}，截至日${date(asOf)}`,
  labels: {
    userUnit: '使用单位',
    propertyManager: '物业单位',
    maintainer: '维保单位',
    safetyOfficer: '电梯安全员',
    address: '使用地点',
    elevators: '电梯',
  },
  count: (elevators) => `${elevators}台`,
  about: (elevators) => `${elevators}台`,
  sections: { state: '一、现状', wanted: '二、应备与所缺', contents: '三、目次', beside: '四、本资料不含' },
  stateColumns: { use: '使用', verdict: '维保与检验间隔', count: '台数', which: '是哪几台', basis: '依据' },
  all: '各台',
  others: '其余各台',
  reason: (kind, on, no) => `${kind}（${on}${no === null ? '' : `，${no}`}）`,
  because: (elevator, reasons) => `${elevator}：${reasons.join('，')}`,
  overdueRule: (rule, days) => `${rule}超期${days}日`,
  lateRule: (rule, intervals, days) => `${rule}曾超期${intervals}次计${days}日`,
  noBasis: '—',
  scope: '仅就维保间隔，未含检验、检测：对检验、检测与检查没有作判定，也不表示没有记录。',
  doubts: (count) =>
    count === 0
      ? '各台合规审计报告未列出疑点。'
      : `各台合规审计报告共列出${count}项疑点，见各报告；疑点是问题，不是结论。`,
  wantedColumns: { wanted: '应备', of: '应有', inOrder: '齐', lacks: '所缺与待办', basis: '依据' },
  subjects: {
    'visit-papers': '维保记录单（期内到场各一份）',
    confirmations: '安全管理人员确认（期内到场）',
    hazards: '隐患销号（各台）',
    insurance: '保险（截至日有效）',
  },
  noneLacks: '—',
  wantedNote:
    '应备各项出自所用规则包与记录；依据栏“—”表示规则包未载条文。“无记录”“应有而未见记录”只说明未见记录，不认定未做。',
  lack,
  names: (names) => names.join('、'),
  notInside: (visits) => `其余${visits}份未附，其记录在各合规审计报告的证据中`,
  none: { title: '记录中未见所缺', text: '以上各项按记录齐备；本资料不含的见第四节。' },
  stamp: (lines) => ['所缺', `${lines}项`],
  lacksOf: (wanted, elevators) => `${wanted}${elevators}台`,
  visitsOf: (wanted, visits) => `${wanted}${visits}次`,
  lateEntries: (count, worst) => `补录${count}次，最迟${worst}天，已在各报告逐次标出`,
  contentsColumns: { no: '件', paper: '资料与编号', elevator: '电梯', pages: '页数', sha256: 'SHA-256' },
  kinds: {
    compliance: '合规审计报告',
    'old-elevator': '老旧电梯隐患治理报告',
    'hazard-notice': '隐患告知书',
    'rectification-notice': '隐患整改通知书',
    'rectification-reply': '整改回复',
    'authority-report': '严重隐患报告',
    'stop-use-sheet': '停用告示',
    'public-sheet': '电梯维保公示',
    'visit-record': '维保记录单',
  },
  paper: (kind, on, number) => `${kind} ${on}，${number}`,
  contentsNote: (papers, pages) =>
    `共${papers}件${pages}页，均为原件，各带签名，按上列次序附于本文件（阅读器“附件”栏），页码各自独立。`,
  beside: [
    '使用登记证与使用标志原件，维保合同，维保单位许可，维保人员与安全管理人员证件。',
    '安全管理制度与应急预案，检验机构出具的报告原件。',
    '应急演练与每日检查（日管控）的记录，有记录的也不附入；每周排查治理报告、每月调度会议纪要另行签发。',
    '是否齐备须另行核对；未列入不表示没有。',
  ],
  issuer: '汇编单位',
  receipt: {
    label: '使用单位',
    lines: ['经手人 ____', '日\u3000期 ____'],
    note: '签字表示收到本资料，不表示无异议。',
  },
  verification: {
    title: '电子签名与核验',
    lines: (fingerprint, head) => [
      '核验本文件即逐件核验：目次所列指纹、各件签名、证据与页面，以及封面所述与各件证据是否一致。声明时间为签名人自述，未经时间戳机构证明。签名只表明签后未改，不表明所记之事确曾发生；本资料不是检验报告。',
      `证书指纹 ${fingerprint}`,
      `链头 ${head}`,
    ],
    qrAlt: '二维码：资料编号、链头、证书指纹前段',
  },
  separator: '；',
  stop: '。',
};

import type { StepAct } from '../../../hazard/hazard-step';
import type { HazardClass, Party } from '../../../hazard/hazard';
import type { HazardState } from '../../../hazard/hazard-life';
import type { Locale } from '../../../pack/rule-pack';
import type { HazardClock } from '../../../risk/hazard-clock';

/** The words of the old-elevator report. */
export interface OldElevatorWords {
  readonly title: string;
  readonly period: (from: string, to: string, asOf: string) => string;
  readonly contents: string;
  readonly sections: readonly string[];
  readonly classes: Readonly<Record<HazardClass, string>>;
  readonly states: Readonly<Record<HazardState, string>>;
  readonly acts: Readonly<Record<StepAct, string>>;
  readonly parties: Readonly<Record<Party, string>>;
  readonly clocks: Readonly<Record<HazardClock['step'], string>>;
  readonly statements: readonly string[];
  readonly outcome: {
    readonly none: string;
    readonly closed: string;
    readonly open: string;
    readonly unstopped: string;
  };
  readonly joined: (verdict: string, outcome: string) => string;
  readonly summary: (all: number, open: number, overdue: number, severe: number) => string;
  readonly matters: readonly [string, string, string, string];
  readonly none: string;
  readonly late: string;
  readonly ledger: readonly string[];
  readonly ledgerCaption: string;
  readonly life: readonly string[];
  readonly criteria: readonly string[];
  readonly notSeen: string;
  readonly risk: readonly string[];
  readonly corner: string;
  readonly riskNote: string;
  readonly matrixAlt: (placed: readonly string[]) => string;
  readonly measures: readonly string[];
  readonly recheck: readonly string[];
  readonly passed: string;
  readonly failed: string;
  readonly todo: readonly string[];
  readonly assessment: (date: string, by: string, conclusion: string, reasons: string) => string;
  readonly noAssessment: string;
  readonly policy: readonly string[];
  readonly gap: (from: string, to: string) => string;
  readonly callouts: (faults: number, entrapments: number, late: number) => string;
  readonly photo: { readonly before: string; readonly after: string; readonly none: string };
  readonly age: (years: number, months: number) => string;
  readonly signatories: readonly string[];
  readonly date: string;
}

const ZH: OldElevatorWords = {
  title: '老旧电梯隐患治理报告',
  period: (from, to, asOf) => `治理期间${from}至${to}，截至日${asOf}`,
  contents: '目次',
  sections: [
    '综合结论',
    '声明',
    '使用年限与检验',
    '维护保养履行情况',
    '停用与计时',
    '故障与困人',
    '隐患台账',
    '告知、停用与处置经过',
    '严重与重大事故隐患逐项对照',
    '单项风险评定',
    '治理措施、责任与期限',
    '安全评估',
    '保险',
    '照片',
    '复查与销号',
    '遗留事项与建议',
    '依据与说明',
    '签章',
  ],
  classes: { ordinary: '一般', severe: '严重', major: '重大' },
  states: {
    found: '未告知',
    notified: '已告知',
    'in-rectification': '整改中',
    rectified: '待复核',
    rechecked: '待销号',
    closed: '销号',
    refused: '不成立',
  },
  acts: {
    notify: '告知',
    report: '报告监管部门',
    'stop-use': '停用',
    'return-to-use': '恢复使用',
    start: '开始整改',
    rectify: '整改完成',
    recheck: '复查',
    close: '销号',
    extend: '延期',
    regrade: '重新定级',
    transfer: '移交',
    reopen: '重新打开',
    refuse: '不成立',
    note: '备注',
  },
  parties: { maintainer: '维保单位', 'user-unit': '使用单位', 'property-manager': '物业单位' },
  clocks: {
    notify: '书面告知使用单位',
    report: '报告监管部门',
    'stop-use': '立即停用',
    rectify: '完成整改',
    recheck: '复查',
    close: '销号',
  },
  statements: [
    '本报告依据附带记录整理并重新计算，不是检验报告，也不是 GB/T 42615-2023 所称安全评估报告。',
    '全国没有统一的整机报废年限。',
    '标“待核”的内容尚未对照标准原文，仅供排序参考，不据以作出任何判定。',
    '“严重”与“重大”是两套法律术语，分别记载。签名不证明记录在录入时即属真实。',
  ],
  outcome: { none: '未登记隐患', closed: '隐患均已销号', open: '隐患未全部消除', unstopped: '严重隐患未消除且未停用' },
  joined: (verdict, outcome) => `${verdict}，${outcome}`,
  summary: (all, open, overdue, severe) =>
    `登记隐患${all}项，未销号${open}项，其中逾期${overdue}项、严重或重大${severe}项。`,
  matters: ['事项', '状态', '依据与置信', '截至日情况'],
  none: '无记录。',
  late: '逾期',
  ledger: ['编号', '部位', '隐患情况', '级别', '发现日 整改期限', '责任', '状态'],
  ledgerCaption: '表1 隐患台账',
  life: ['日期', '编号', '事项', '经办与内容', '文书', '记录号'],
  criteria: ['条款与置信', '情形', '对照结果'],
  notSeen: '未登记',
  risk: ['编号', '情景（危险状态、原因、后果）', '治理前', '类别', '治理后'],
  corner: '严重度 \\ 概率',
  riskNote: '实底标签为治理前，虚框标签为治理后；矩阵只排列先后，不作合规判定。',
  matrixAlt: (placed) => `风险矩阵：${placed.length === 0 ? '没有估计' : placed.join('；')}`,
  measures: ['编号', '措施', '责任单位与责任人', '费用（元）', '期限', '完成日'],
  recheck: ['编号', '复查日期', '结果', '复查人', '见证材料', '状态'],
  passed: '合格',
  failed: '不合格',
  todo: ['序', '应做事项', '责任', '期限', '依据与置信'],
  assessment: (date, by, conclusion, reasons) => `${date}，${by}：${conclusion}。${reasons}`,
  noAssessment: '未见安全评估记录。',
  policy: ['保险人', '保单号', '保障内容', '起', '止', '服务'],
  gap: (from, to) => `${from}至${to}未见保险。`,
  callouts: (faults, entrapments, late) => `期内故障${faults}次，困人${entrapments}次；到场超过规定时限${late}次。`,
  photo: { before: '整改前', after: '整改后', none: '没有可以显示的照片。' },
  age: (years, months) => `使用年限${years}年${months}个月。`,
  signatories: ['编制', '审核', '批准', '使用单位签收'],
  date: '日期',
};

const EN: OldElevatorWords = {
  title: 'Hazard Report on an Old Elevator',
  period: (from, to, asOf) => `Period ${from} to ${to}, as of ${asOf}`,
  contents: 'Contents',
  sections: [
    'Conclusion',
    'Statements',
    'Age and inspections',
    'Maintenance intervals',
    'Outages and the clock',
    'Faults and entrapments',
    'Ledger of hazards',
    'Notices, stops and steps',
    'Severe and major hazards, item by item',
    'Risk ranking',
    'Measures, duties and deadlines',
    'Safety assessment',
    'Insurance',
    'Photos',
    'Re-check and closing',
    'What remains to be done',
    'Basis and notes',
    'Signature',
  ],
  classes: { ordinary: 'ordinary', severe: 'severe', major: 'major' },
  states: {
    found: 'not notified',
    notified: 'notified',
    'in-rectification': 'in rectification',
    rectified: 'to be re-checked',
    rechecked: 'to be closed',
    closed: 'closed',
    refused: 'refused',
  },
  acts: {
    notify: 'notice',
    report: 'report to the authority',
    'stop-use': 'stop of use',
    'return-to-use': 'return to use',
    start: 'work started',
    rectify: 'rectified',
    recheck: 're-check',
    close: 'closed',
    extend: 'extension',
    regrade: 'graded anew',
    transfer: 'transfer',
    reopen: 'reopened',
    refuse: 'refused',
    note: 'note',
  },
  parties: { maintainer: 'maintainer', 'user-unit': 'user unit', 'property-manager': 'property manager' },
  clocks: {
    notify: 'written notice to the user unit',
    report: 'report to the authority',
    'stop-use': 'stop use at once',
    rectify: 'rectify',
    recheck: 're-check',
    close: 'close',
  },
  statements: [
    'This report is computed anew from the records attached. It is no inspection report and no safety assessment under GB/T 42615-2023.',
    'There is no national age at which a whole elevator must be scrapped.',
    'What is marked as unverified has not been checked against the standard: it ranks and decides nothing.',
    'Severe and major are two separate legal terms. The signature does not show that a record was true when entered.',
  ],
  outcome: {
    none: 'no hazard on record',
    closed: 'all hazards closed',
    open: 'hazards remain open',
    unstopped: 'a severe hazard is open and the elevator in use',
  },
  joined: (verdict, outcome) => `${verdict}; ${outcome}`,
  summary: (all, open, overdue, severe) =>
    `Hazards on record: ${all}; open: ${open}, of which overdue ${overdue} and severe or major ${severe}. `,
  matters: ['Matter', 'State', 'Basis and weight', 'As of the day'],
  none: 'Nothing on record.',
  late: 'overdue',
  ledger: ['No.', 'Part', 'Hazard', 'Class', 'Found Deadline', 'Duty', 'State'],
  ledgerCaption: 'Table 1 Ledger of hazards',
  life: ['Date', 'No.', 'Step', 'By and what', 'Paper', 'Record'],
  criteria: ['Clause and weight', 'Circumstance', 'Found'],
  notSeen: 'none on record',
  risk: ['No.', 'Scenario (situation, cause, effect)', 'Before', 'Group', 'After'],
  corner: 'Severity \\ probability',
  riskNote: 'Solid labels stand for before, dashed ones for after. The matrix ranks and judges nothing.',
  matrixAlt: (placed) => `Risk matrix: ${placed.length === 0 ? 'no estimate' : placed.join('; ')}`,
  measures: ['No.', 'Measure', 'Unit and person', 'Cost (yuan)', 'Deadline', 'Done'],
  recheck: ['No.', 'Re-checked', 'Result', 'By', 'Proof', 'State'],
  passed: 'passed',
  failed: 'failed',
  todo: ['No.', 'To be done', 'By', 'Until', 'Basis and weight'],
  assessment: (date, by, conclusion, reasons) => `${date}, ${by}: ${conclusion}. ${reasons}`,
  noAssessment: 'No safety assessment on record.',
  policy: ['Insurer', 'Policy', 'Cover', 'From', 'To', 'Services'],
  gap: (from, to) => `No cover on record from ${from} to ${to}.`,
  callouts: (faults, entrapments, late) =>
    `Faults in the period: ${faults}; entrapments: ${entrapments}; arrivals past the limit: ${late}.`,
  photo: { before: 'before', after: 'after', none: 'No photo that could be shown.' },
  age: (years, months) => `In use for ${years} years and ${months} months.`,
  signatories: ['Prepared by', 'Checked by', 'Approved by', 'User unit'],
  date: 'Date',
};

export function oldElevatorWords(locale: Locale): OldElevatorWords {
  return locale === 'en' ? EN : ZH;
}

import { toEpochDay, civilPartsOf, type CivilDate } from '../../calendar/civil-date';
import type { Interval } from '../../calendar/interval';
import { TASKS, type Task } from '../../visit/visit';
import { zhCn as terms } from '../../terms/zh-cn';
import { FIELD_NAMES, VALUE_NAMES } from './field-names';
import type { OverdueFigures, ReportTexts, RuleFigures } from './report-texts';

const date = (value: CivilDate): string => {
  const { year, month, day } = civilPartsOf(toEpochDay(value));
  return `${year}年${month}月${day}日`;
};
const UNITS = { day: '日', week: '周', month: '个月', year: '年' } as const;
const limit = ({ count, unit }: Interval): string => `${count}${UNITS[unit]}`;
const limitWords = ({ limit: of, permitted }: Pick<RuleFigures, 'limit' | 'permitted'>): string =>
  permitted === null ? limit(of) : `${limit(of)}（批准按需期间${limit(permitted)}）`;
const TASK_WORDS: Readonly<Record<Task, string>> = {
  'half-month': '半月',
  quarter: '季度',
  'half-year': '半年',
  year: '年度',
};

const orLonger = (tasks: readonly Task[]): string =>
  tasks.length === 1 ? '年度' : tasks.length === 2 ? '半年或年度' : '季度或以上';

/** A missing record, not a missing visit; of a longer category where a shorter one may well be on record. */
const noVisit = (tasks: readonly Task[]): string =>
  tasks.length === TASKS.length ? '未见到场记录' : `未见${orLonger(tasks)}记录`;

const visitWords = (to: CivilDate | null): string => (to === null ? '其后未见到场记录' : `${date(to)}到场`);

const BY_READING = '（通行读法，属偏差，不作违法认定）';

const overdueWords = ({ rule, from, dueOn, days, missed, tasks, reading }: OverdueFigures): string =>
  `${rule}自${date(from)}起${noVisit(tasks)}，应不迟于**${date(dueOn)}**，已超期${days}个在用日，错过${missed}次${reading ? BY_READING : ''}`;

export const zhCn: ReportTexts = {
  title: '电梯维护保养合规审计报告',
  period: (from, to, asOf) => `审计期间${date(from)}至${date(to)}，截至日${date(asOf)}`,
  packLine: (id, version) => `依据规则包 ${id} ${version}`,
  numberLine: (number) => `编号：${number}`,
  chainFoot: (short) => `链头 ${short}`,
  page: (page, pages) => `第${page}页 共${pages}页`,
  sampleMark: '样例数据，非真实电梯',
  missingGlyphs: (codePoints) => `字体所缺的字以〓代替：${codePoints.join('、')}。原字见附带的 evidence.json。`,
  date,
  limit,
  limitShort: limit,
  days: (count) => `${count}日`,
  tasks: TASK_WORDS,
  confidence: terms.weight,
  verdict: terms.verdict,
  status: terms.ruleStatus,
  notRecorded: '未见记录',
  rowContinued: '（续）',
  clauseSeparator: '；',
  facts: {
    registrationNo: '使用登记证编号',
    kind: '品种',
    address: '使用地点',
    place: '场所',
    deviceCode: '设备代码',
    rescueCode: '96333识别码',
    userUnit: '使用单位',
    propertyManager: '物业单位',
    maintainer: '维保单位',
    regime: '维保方式',
    maker: '制造单位与型号',
    rating: '主要参数',
    accepted: '安装监督检验合格',
    age: '使用年限',
  },
  regime: (regime, limitText, permission) => {
    if (regime === 'standard') return limitText === '' ? '标准' : `标准（每${limitText}至少一次）`;
    const days = regime.slice('on-demand:'.length);
    if (permission === null)
      return `登记为按需（${days}日）；规则包不予放宽${limitText === '' ? '' : `，仍按${limitText}计`}`;
    const { authority, document, from, to } = permission;
    return `按需（${days}日），${from}至${to}，${authority}${document}；条文为${limitText}，见结论`;
  },
  serial: (serialNo) => `产品编号 ${serialNo}`,
  accepted: (acceptedOn, inServiceOn) =>
    [
      acceptedOn === undefined ? '未见记录' : date(acceptedOn),
      inServiceOn === undefined ? '' : `（投用${date(inServiceOn)}）`,
    ].join(''),
  age: (years, months) => `${years}年${months}个月`,
  sections: {
    verdict: '一、审计结论',
    strip: '二、年度维保图',
    rules: '三、逐项判定',
    outages: '四、停用与计时',
    intervals: '五、间隔明细',
    inspections: '六、检验、检测与检查',
    material: '七、资料与更正',
    basis: '八、依据与说明',
    signature: '九、签章',
  },
  sentences: {
    late: ({ rule, closed, late, daysLate, longest, ...limits }) =>
      `期内${rule}${closed}个间隔中，${late}个超过${limitWords(limits)}期限，合计超期${daysLate}个在用日${longest === null ? '' : `，最长一次超期${longest.daysLate}日（${date(longest.deadline)}期满，${visitWords(longest.to)}）`}。`,
    lateReadings: (figures, also) =>
      `${also ? '另' : '期内'}按通行读法，${figures.map(({ rule, closed, late, daysLate }) => `${rule}${closed}个间隔中${late}个超期${daysLate}日`).join('，')}，属偏差，不作违法认定。`,
    within: (figures) => figures.map(({ rule, closed }) => `${rule}${closed}个间隔均在期限之内。`).join(''),
    allMet: (figures) =>
      `期内已结束的维保间隔均在期限之内：${figures.map(({ rule, closed, ...limits }) => `${rule}${closed}个（期限${limitWords(limits)}）`).join('，')}。`,
    noneClosed: '期内没有以到场结束的间隔。',
    overdue: (asOf, figures) => `截至${date(asOf)}，${figures.map((figure) => overdueWords(figure)).join('；')}。`,
    noneOverdue: (asOf) => `截至${date(asOf)}，各项规则均未超期。`,
    nextDue: (rule, dueOn) => `下次${rule}应不迟于**${date(dueOn)}**。`,
    noDeadline: '停用期间暂停计时，启用日未定，暂无期限。',
    notApplicable: (outages, inServiceOn) =>
      `审计期间内没有在用日${outages.length === 0 ? (inServiceOn === null ? '' : `（${date(inServiceOn)}投用）`) : `（停用：${outages.map(({ from, to }) => `${date(from)}起，${to === undefined ? '未启用' : `${date(to)}启用`}`).join('；')}）`}，维护保养间隔不适用，不作判定。`,
    noData: '没有投用日期、记录起始日期，也没有维护保养记录，无从判定。',
  },
  ruleTable: {
    rule: '规则',
    basis: '依据与置信',
    limit: '期限',
    met: '按期',
    late: '超期',
    daysOut: '超期日',
    lastDone: '最近一次',
    dueOn: '下次期限',
    status: '截至日状态',
  },
  ruleTableNote:
    '“法定”指条文载明该数值；“通行读法”指条文未载天数，按类别名称推定，不作违法认定。“超期日”只计期内在用日；较长类别的维保同时满足较短类别。截至日仍未到场的超期不计入“超期”个数，见截至日状态。',
  strip: {
    month: (year, month, first) => (first || month === 1 ? `${year}年${month}月` : `${month}月`),
    late: (days) => `超${days}日`,
    out: (days) => `停用${days}日`,
    asOf: '截至日',
    due: (month, day) => `${month}/${day}到期`,
    legend: {
      visit: '维保到场（下注日）',
      quarter: '季度',
      halfYear: '半年',
      year: '年度',
      window: '期限之内',
      gap: '超过期限（在用日）',
      outage: '停用，暂停计时',
      lateEntry: '补录',
    },
    nothing: '审计期间内没有在用日，无图可绘。',
  },
  stripEmpty: '没有起算日期和到场记录，无图可绘。',
  stripAlt: (visits, gaps, outages) =>
    `期内到场${visits}次；${gaps.length === 0 ? '没有超期' : `超期${gaps.length}次：${gaps.join('；')}`}；${outages.length === 0 ? '没有停用' : `停用${outages.join('、')}`}`,
  stripAltLate: (visits) => `；其中补录${visits}次`,
  stripAltGap: (rule, deadline, days) => `${rule}${deadline}期满后超${days}日`,
  stripAltOutage: (from, to) => `${from}至${to ?? '今'}`,
  lane: (rule, limitText) => `${rule}${limitText}`,
  rulesIntro: (zone) =>
    `每项判定均列明所依条文、所据日期和“何以合规”。日期按${zone === 'Asia/Shanghai' ? '北京时间' : `${zone} 当地时间`}的历日计算，到场当日不计入间隔，期满当日到场为按期；停用期间暂停计时。`,
  noVisitRules: '这个规则包没有按固定间隔维护保养的要求。',
  labels: { basis: '依据', finding: '判定', dates: '所据日期', remedy: '何以合规' },
  dateColumns: { from: '上次维保', to: '本次维保', deadline: '期限', late: '超期', remedy: '何以合规' },
  ruleFinding: (late, met, reading) =>
    late === 0
      ? met === 0
        ? ''
        : `期内${met}个间隔全部合规。`
      : reading
        ? `${late}个间隔超过期限，属偏差，不作违法认定${met === 0 ? '' : `；其余${met}个间隔合规`}。`
        : `${late}个间隔不合规${met === 0 ? '' : `，${met}个间隔合规`}。`,
  overdueFinding: ({ from, dueOn, days, missed, tasks, reading }) =>
    `期末间隔自${date(from)}起算，${date(dueOn)}期满，此后${noVisit(tasks)}，已超期${days}个在用日，错过${missed}次${reading ? '；属偏差，不作违法认定' : ''}。`,
  pendingFinding: (from, deadline, left) => `期末间隔自${date(from)}起算，期限${date(deadline)}，截至日尚余${left}日。`,
  pausedFinding: (from) => `期末间隔自${date(from)}起算；停用期间暂停计时，启用日未定，暂无期限。`,
  endedFinding: (from, endedOn) => `期末间隔自${date(from)}起算，到${date(endedOn)}登记终止时未到期限。`,
  noDataFinding: '没有起算日期，也没有满足本项的维保记录，无从判定。',
  unverifiedFinding: '条文数值待核，仅供排序参考，不作判定。',
  notApplicableFinding: '期内无在用日，或本项不适用于该品种。',
  explain: {
    overdue: (from, atStart, deadline, outDays, days, missed) =>
      `${atStart ? `自 ${from} 起算` : `上次 ${from}`}，期限 ${deadline}。其后未见记录；${outDays > 0 ? `扣除停用 ${outDays} 天，` : ''}已超期 ${days} 天，错过 ${missed} 次。`,
    pending: (from, atStart, deadline, left) =>
      `${atStart ? `自 ${from} 起算` : `上次 ${from}`}，期限 ${deadline}，余 ${left} 天。`,
    lateBefore: (late, days) => `期内曾有 ${late} 次超期，合计 ${days} 天。`,
  },
  dueBy: (deadline) => {
    const { month, day } = civilPartsOf(toEpochDay(deadline));
    return `不迟于${month}月${day}日`;
  },
  remedyNone: '已合规，无须补正。',
  clockStart: '起算日',
  outageColumns: {
    from: '停用日',
    to: '启用日',
    days: '暂停',
    reason: '事由',
    effect: '对半月期限的影响',
    record: '记录号',
  },
  outageEffect: {
    none: '无',
    moved: (rule, deadline, movedTo, visit, daysLate) =>
      `${rule}期限由${deadline}顺延至${movedTo}；${visit === null ? '其后未见到场记录' : `${visit}到场，${daysLate > 0 ? `超${daysLate}日` : '按期'}`}`,
    paused: (rule, anchors) =>
      anchors.length === 1
        ? `自${anchors[0]}起算的${rule}期限暂停计时，启用后续计`
        : `自${anchors[0]}至${anchors.at(-1)}起算的${anchors.length}个${rule}期限暂停计时，启用后续计`,
  },
  outageOpen: '未启用',
  outagePlanned: (from) => `${from}（计划）`,
  outageNote: '停用日起不计，启用日恢复计时。停用由使用单位登记，本报告未核对停用当日电梯是否实际停止运行。',
  outageNone: '审计期间内没有停用登记，也没有登记计划的停用。',
  intervalColumns: {
    no: '序',
    rule: '规则',
    from: '间隔起（类别、记录号）',
    to: '间隔止（类别、记录号）',
    calendar: '历日',
    service: '在用日',
    deadline: '期限',
    status: '判定',
    remedy: '何以合规',
  },
  intervalTable: (number, rule, limitText) => `表${number} ${rule}间隔（期限${limitText}）`,
  intervalTableLonger: (number) => `表${number} 季度、半年、年度维护保养间隔`,
  intervalNone: '没有起算日期和到场记录，没有可列的间隔。',
  datesUsed: {
    none: '无。',
    one: (from, to, deadline, outDays) =>
      `${from}至${to}；期限${deadline ?? '—'}${outDays > 0 ? `（停用${outDays}日不计）` : ''}。`,
    many: (from, to, count, longest, table) =>
      `${from}至${to}，共${count}个间隔，最长${longest}个在用日，逐一见表${table}。`,
    running: (from) => `自${from}起算。`,
  },
  continued: (label) => `续${label}`,
  tableContinued: '续表',
  rowCount: (rows) => `共${rows}行`,
  rowsFromTo: (from, to) => `第${from}行至第${to}行`,
  intervalStatus: {
    met: '按期',
    late: (days) => `超${days}日`,
    left: (days) => `余${days}日`,
    overdue: (days) => `已超${days}日`,
    noDeadline: '启用后续计',
    ended: '登记已终止',
  },
  notYet: (asOf) => `未到期，截至日${asOf}`,
  noVisit,
  outageExcluded: (days) => `停用${days}日不计`,
  intervalNote: '“历日”为两次到场日期之差；“在用日”扣除停用期间。加粗并有底纹的行为超期。记录号为附带记录中的序号。',
  material: {
    columns: { matter: '事项', count: '数量', remark: '说明' },
    visits: '维保记录',
    visitsRemark: (unconfirmed, withoutTechnician, earlier) => {
      const lacks = [
        unconfirmed > 0
          ? `${unconfirmed}次未见使用单位安全管理人员确认`
          : earlier > 0
            ? ''
            : '均有使用单位安全管理人员确认',
        earlier > 0 ? `${earlier}次的确认在更正之前` : '',
        withoutTechnician > 0 ? `${withoutTechnician}次未见维保人员` : '',
      ].filter((text) => text !== '');
      return `期内所据到场记录，${lacks.join('，')}`;
    },
    confirmations: '使用单位确认',
    confirmationsRemark: (states) =>
      `${states.join('，')}。数量为对现有记录的确认；每项确认写明所确认记录的散列值，见附带记录。`,
    refusedConfirmation: (record, on, by, reason) => `记录${record}：${by}于${on}拒绝确认，理由：${reason}`,
    responsible: '维保责任',
    contract: ({ from, to }, { firm, contractNo, record }) =>
      `${from}至${to}：${firm}（合同${contractNo === null ? '' : ` ${contractNo}，`}记录${record}）`,
    noContract: ({ from, to }) => `${from}至${to}：没有合同记录`,
    noContracts: (maintainer) =>
      `没有合同记录，期内各日由谁负责维保不作认定${maintainer === null ? '' : `；台账现载维保单位为${maintainer}，未记起止日期`}`,
    checklists: '检查表',
    filledTimes: '约计时间',
    filledTimesRemark: '写“约”的时间由程序按一轮顺排，没有计时，不作实际时长使用。',
    clock: '时间有疑',
    clockRemark: (entries) => `第${entries.join('、')}条的录入时间早于前一条，本机时钟曾被调后；未因此拒收。`,
    checklistsRemark: ({ each, rest, unknown, without }) =>
      [
        `检查项目逐项作答${each}项，用“其余全部正常”一键记为正常${rest}项`,
        unknown > 0 ? `未记作答方式${unknown}项` : '',
        without > 0 ? `${without}次维保没有检查表` : '',
      ]
        .filter((text) => text !== '')
        .join('，'),
    corrections: '更正',
    correction: (record, by, changes, reason) => `记录${by}更正记录${record}：${changes}；理由：${reason}`,
    withdrawal: (record, by, reason) => `记录${by}撤回记录${record}；理由：${reason}`,
    change: (field, from, to) => `${field}由${from}改为${to}`,
    noReason: '未写',
    refused: '未采纳行',
    refusedRow: ({ file, row, column, value }, sentence) =>
      `${file} 第${row}行${column === '' ? '' : `，${column}${value === '' ? '' : `“${value}”`}`}：${sentence}`,
    notes: '备注',
    note: (record, day, note) => `记录${record}（${day}）：${note}`,
    sources: '来源文件',
    source: (file, sha256) => `${file}（SHA-256 ${sha256}…）`,
    visitTable: (number) => `表${number} 期内维保记录`,
    visitColumns: {
      record: '记录号',
      date: '日期',
      task: '类别',
      times: '起止',
      technicians: '维保人员',
      confirmedBy: '安全管理人员',
    },
    none: '无',
  },
  inspections: {
    columns: {
      rule: '项目',
      basis: '依据与置信',
      limit: '期限',
      lastDone: '最近一次',
      dueOn: '下次期限',
      status: '截至日状态',
    },
    none: '规则包对这台电梯没有检验、检测与检查的要求。',
    note: '“无记录”指现有记录不足以认定（没有可据以起算的记录，或未见其后应有的记录），不作认定；不适用于这台电梯的项目没有列出。',
    overdue: (findings) =>
      `${findings.map(({ rule, dueOn, days, reading }) => `${rule}应不迟于**${date(dueOn)}**，已超期${days}个在用日${reading ? BY_READING : ''}`).join('；')}。`,
    late: (findings, also) =>
      `${also ? '另' : '期内'}${findings.map(({ rule, late, days, longest, reading }) => `${rule}曾超期${late}次，合计${days}个在用日，${late === 1 ? '' : `最长一次${longest.daysLate}日，`}应不迟于${date(longest.deadline)}${longest.to === null ? '' : `，${date(longest.to)}才有记录`}${reading ? BY_READING : ''}`).join('；')}。`,
  },
  inspectionGaps: {
    caption: '检验、检测与检查的超期间隔',
    columns: {
      rule: '项目',
      from: '上次',
      to: '本次',
      deadline: '期限',
      late: '超期',
      law: '所依条文与置信',
      remedy: '何以不超期',
    },
  },
  fields: FIELD_NAMES['zh-CN'],
  values: VALUE_NAMES['zh-CN'],
  basisNotes: [
    '本报告为维护保养间隔的审计，不是检验报告，不替代特种设备检验机构的检验结论。',
    '全部判定由附带记录（evidence.json）重新计算得出。',
    '签名证明本报告自签名后未被改动，链头可据以发现记录被事后改写；二者不证明记录录入时即属真实。记录的真实性由录入单位负责。链头须在别处另有留存，方能防止持有人另起一链。',
  ],
  textDates: (document, dates) => `${document}（${dates}）`,
  textsRead: (documents) => `所据文本的日期：${documents}。`,
  newerText: (document, successor) => `${document}：${successor}；新版的要求没有计入判定。`,
  fileChainNote: '本报告由命令行据所列文件生成，没有日志；链头只固定所读文件的内容。',
  signature: {
    unit: '签名单位',
    person: '经办',
    format: '签名格式',
    formatValue: 'PAdES B-B，覆盖全文',
    fingerprint: '证书指纹',
    claimedAt: '声明时间',
    claimedNote: '签名人自述，未经时间戳机构证明',
    sealHint: '（盖章处）',
    review: '审核',
    reviewDate: '日期',
    field: (organisation, claimedAt) => [`数字签名：${organisation}`, `声明时间：${claimedAt}（签名人自述）`],
  },
  verification: {
    title: '如何自行核验本报告',
    steps: [
      '用任一 PDF 阅读器打开签名面板，核对证书指纹与上栏一致；指纹应另从签名单位处取得。',
      '取出附件 evidence.json。报告所列判定均由其中的记录重新计算得出，可在不联网的电脑上用“核验”功能重算。',
      '核对下列链头。此前任何一条记录被改动、删除或插入，链头即不同。',
    ],
    qrCaption: '编号、链头与指纹',
    qrAlt: '二维码：报告编号、链头、证书指纹前段',
    head: (groups) => `链头 ${groups}`,
  },
  end: '（以下空白）',
  anySeparator: '、',
};

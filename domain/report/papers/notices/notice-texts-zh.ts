import { zhCn as terms } from '../../../terms/zh-cn';
import { civilPartsOf, toEpochDay, type CivilDate } from '../../../calendar/civil-date';
import type { NoticeTexts } from './notice-texts';

function date(day: CivilDate): string {
  const { year, month, day: of } = civilPartsOf(toEpochDay(day));
  return `${year}年${month}月${of}日`;
}

const RECEIVED = {
  label: '使用单位签收',
  lines: ['本文书已收悉，电梯已 □ 停用 □ 整改中。', '', '签收人____', '职务____', '日期____'],
  note: '签收只表示收到，不表示对隐患认定无异议。',
};

export const NOTICE_TEXTS_ZH: NoticeTexts = {
  papers: {
    'hazard-notice': {
      title: '电梯隐患告知书',
      copies: '一式两份：使用单位、维保单位各一份',
      opening: (clauses) =>
        `你单位使用的下列电梯发现隐患。${clauses === '' ? '' : `根据${clauses}，`}现书面告知，请及时处置并签收。`,
      issuer: '告知单位',
      receipt: RECEIVED,
    },
    'rectification-notice': {
      title: '电梯隐患整改通知书',
      copies: '一式两份：使用单位、维保单位各一份',
      opening: (clauses) =>
        `你单位使用的下列电梯经检查发现隐患。${clauses === '' ? '' : `根据${clauses}，`}现书面通知，请按要求处置、整改并签收。`,
      issuer: '通知单位',
      receipt: RECEIVED,
    },
    'rectification-reply': {
      title: '电梯隐患整改回复',
      copies: '一式两份：通知单位、整改单位各一份',
      opening: () => '下列隐患的整改情况回复如下，请安排整改人以外的人员复查。',
      issuer: '整改单位',
      receipt: {
        label: '复查意见',
        lines: ['结果 □ 合格 □ 不合格', '', '复查人____', '使用单位____', '日期____'],
        note: '复查由整改人以外的人员进行；合格后方可销号。',
      },
    },
    'authority-report': {
      title: '电梯严重事故隐患报告',
      copies: '一式两份：监管部门、报告单位各一份',
      opening: (clauses) => `${clauses === '' ? '' : `根据${clauses}，`}现将下列电梯的事故隐患及已采取的措施报告如下。`,
      issuer: '报告单位',
      receipt: {
        label: '受理回执',
        lines: ['本报告已收到。', '', '受理单位____', '受理人____', '日期____'],
        note: '回执只表示收到。',
      },
    },
    'stop-use-sheet': {
      title: '电梯停用告示',
      copies: '张贴于各层层门或轿厢内，复查合格启用后取下',
      opening: () => '',
      issuer: '停用单位',
      receipt: {
        label: '启用记录',
        lines: ['复查 □ 合格', '', '复查人____', '启用日期____', '安全管理人员____'],
        note: '',
      },
    },
  },
  labels: {
    registrationNo: '使用登记证编号',
    deviceCode: '设备代码',
    address: '使用地点',
    rescueCode: '96333识别码',
    userUnit: '使用单位',
    maintainer: '维保单位',
    found: '发现时间与方式',
    foundBy: '发现人',
    hazard: '隐患编号与部位',
    class: '隐患级别',
    facts: '隐患情况',
    basis: '依据条款',
    risk: '风险排序',
    advice: '处置建议',
    demand: '处置要求',
    deadline: '整改期限',
    responsible: '整改责任',
    report: '同时报告',
    measures: '整改情况',
    rectified: '完成日期',
    rectifiedBy: '整改人',
    evidence: '见证材料',
    cost: '费用',
    stopped: '停用与启用',
    taken: '已采取措施',
    plan: '整改安排',
    phone: '联系电话',
  },
  classes: terms.hazardClass,
  sources: {
    visit: '维护保养时发现',
    inspection: '检验检测时发现',
    assessment: '安全评估时发现',
    callout: '故障或困人处置时发现',
    complaint: '投诉反映',
    'daily-check': '每日检查',
    other: '自查或其他途径发现',
  },
  parties: terms.party,
  addressee: (unit) => `${unit}：`,
  found: (on, time, source) => `${date(on)}${time ?? ''}，${source}`,
  component: (no, component, location) => `${no}，${component}${location === undefined ? '' : `（${location}）`}`,
  photos: (hashes) => `照片${hashes.length}张，SHA-256 分别为${hashes.join('、')}。`,
  annex: { title: '附：照片', before: '整改前', after: '整改后' },
  item: (itemId) => `检查项目${itemId}。`,
  clause: (document, clause, says) => `${document}${clause}：${says}`,
  numbered: (no, text) => `${no}. ${text}`,
  risk: ({ severity, probability, reason }, group) =>
    `严重度${severity}、概率${probability}${group === null ? '' : `，类别${group}`}。${reason === undefined ? '' : `理由：${reason}。`}`,
  riskNote: '仅供排列先后，不作判定。',
  noRisk: '未评定。',
  stopNow: '立即停用',
  stopMeans: '，切断主电源，张贴停用告示',
  limited: '限期整改，可继续使用',
  deadline: (on) => date(on),
  beforeUse: '启用前完成',
  beforeUseBy: (on) => `启用前完成，计划${date(on)}`,
  reportToo: '属须报告的隐患，另行书面报告监管部门。',
  rectified: (on) => date(on),
  documents: (numbers) => `文书：${numbers.join('、')}。`,
  yuan: (amount, source) => `${amount}元${source === undefined ? '' : `（${source}）`}`,
  stoppedFrom: (on, back) => `${date(on)}停用${back === null ? '，至今未启用。' : `，${date(back)}启用。`}`,
  notStopped: '未见停用记录。',
  told: (on, to, paper) => `${date(on)}书面告知${to}${paper === undefined ? '' : `（${paper}）`}。`,
  notTold: '未见书面告知记录。',
  answers: (number) => `答复文书：${number}。`,
  recheck: '复查与销号\u3000复查日期____\u3000结果 □ 合格 □ 不合格\u3000复查人____',
  confidence: terms.weight,
  verification: {
    title: '电子签名与核验',
    lines: (fingerprint, head) => [
      '声明时间为签名人自述，未经时间戳机构证明。在阅读器签名面板核对指纹；附件 evidence.json 含所据记录，可离线重算。',
      `证书指纹 ${fingerprint}`,
      `链头 ${head}`,
    ],
    qrAlt: '二维码：文书编号、链头、证书指纹前段',
  },
  poster: {
    stopped: '本梯停用',
    since: (on) => `${date(on)}起`,
    why: (what, no) => `原因：${what}（${no}）`,
    doNot: '请勿使用，请勿扒门。轿厢内有人时按报警按钮，等待救援。',
    until: '整改并复查合格后启用，启用时取下本告示。',
    rescue: (code) => `96333识别码 ${code}`,
    contact: (unit, phone) => `${unit}${phone === undefined ? '' : `\u3000${phone}`}`,
  },
  separator: '、',
  rowContinued: '（续）',
};

import { zhCn as terms } from '../../terms/zh-cn';
import { civilPartsOf, toEpochDay, type CivilDate } from '../../calendar/civil-date';
import type { Interval } from '../../calendar/interval';
import type { ExplainWords } from './explain-words';

const UNITS = { day: '日', week: '周', month: '个月', year: '年' } as const;

function date(value: CivilDate): string {
  const { year, month, day } = civilPartsOf(toEpochDay(value));
  return `${year}年${month}月${day}日`;
}

export const explainZhCn: ExplainWords = {
  date,
  limit: ({ count, unit }: Interval) => `${count}${UNITS[unit]}`,
  labels: {
    basis: '依据',
    version: '版本',
    text: '文本',
    anchor: '起算',
    limit: '期限',
    'on-demand': '按需维保',
    finding: '认定',
    gap: '超期',
    remedy: '怎样才合规',
    filing: '申报',
    counted: '计入',
    'not-counted': '未计入',
    note: '说明',
  },
  clause: '{document}{clause}：{says}',
  basis: '{clause}（{confidence}）',
  version: {
    since: '{from}起施行',
    between: '{from}至{to}施行',
    unknownStart: '出处未载起始日',
    unknownStartUntil: '施行至{to}，出处未载起始日',
  },
  confidence: terms.weight,
  anchor: { act: '自{date}的{act}起算', start: '自{date}起算，这一天没有可计入的记录' },
  limits: {
    'service-clock': '{limit}，停用期间停计',
    rolling: '自上一次起{limit}，按日历计，停用期间不停计',
    'calendar-month': '每个日历月至少一次',
    'calendar-year': '每个日历年至少一次',
    'anniversary-month': '自上一次起{limit}，至期满当月的最后一日',
    'due-month-chain': '每{limit}一次，到期以月计，前后相接',
    'service-year-list': '自安装监督检验合格起的规定年份，至到期月的最后一日',
    midpoint: '前后两次主检验之间的中点',
    'certificate-expiry': '证书有效期{limit}，到期日以前',
  },
  finding: {
    overdue: '应不迟于{deadline}，截至{asOf}未见{acts}的记录，已过{days}个在用日，错过{missed}次',
    overdueReading:
      '按通行读法应不迟于{deadline}，截至{asOf}未见{acts}的记录，已过{days}个在用日，错过{missed}次，属偏差，不作违法认定',
    pending: '下一次应不迟于{deadline}，还有{left}日',
    pendingToday: '下一次应不迟于{deadline}，就在截至日当天',
    ended: '到{endedOn}登记终止时未到期限',
    paused: '停用期间没有到期日，恢复使用后再计',
    'nothing-due': '目前没有到期的要求',
    'no-data': '没有可据以起算的记录，无从判定',
    'not-shown': '登记所载表明到期应有，未见记录；不作超期认定',
    failed: '{on}{act}不合格，截至{asOf}未见复检合格，其后在用{days}日',
    'not-applicable': '不适用于这台电梯，或者期内没有在用日',
    unverified: '这条规则的出处未经核实，不作认定',
    unread: '自{from}起适用{title}，本规则包没有读到它的内容，此后无从判定；此前的规定不沿用',
  },
  gap: '{from}至{to}：应不迟于{deadline}，迟{days}个在用日，错过{missed}次',
  openGap: '{from}以后：应不迟于{deadline}，至{asOf}已迟{days}个在用日，错过{missed}次',
  gapLaw: {
    since: '{gap}（{clause}，{from}起施行，{confidence}）',
    unknownStart: '{gap}（{clause}，{confidence}）',
  },
  next: {
    failed: '{on}复检或重做{act}并合格，即消除不合格{then}',
    notShown: '做过的，补录{act}的报告；没有做过的，{on}做一次{act}并合格，即在期内{then}',
    due: '，下次不迟于{dueOn}',
  },
  remedy: {
    sentence: '若{when}，{result}',
    result: { gap: '这段间隔即不超期', lawful: '即为合规', inTime: '即无超期' },
    when: {
      one: '在{first}{latest}做过一次{acts}',
      list: '在{days}{latest}各做过一次{acts}，共{count}次',
      every: '自{first}起每{step}日做过一次{acts}，至{last}共{count}次{latest}',
      span: '自{first}至{last}做过{count}次{acts}{latest}',
    },
    brief: {
      one: '{first}一次',
      list: '{days}各一次',
      every: '自{first}起每{step}日一次，至{last}共{count}次',
      span: '自{first}至{last}共{count}次',
    },
    latest: { one: '（最迟日）', each: '（每次均在最迟日）' },
    comma: '、',
    unknown: '不能判断',
    unknownBrief: '不能判断',
  },
  filing: '最近一次的结果应不迟于{date}申报',
  counted: '{count}次：{list}',
  countedNone: '没有',
  notCounted: {
    'other-category': '{count}次类别不符：{list}',
    'before-clock-start': '{count}次早于起算日：{list}',
    'after-as-of': '{count}次晚于截至日：{list}',
    'outside-window': '{count}次不在规定的时段内：{list}',
    'not-passed': '{count}次未合格：{list}',
    corrected: '{count}次原记录已更正，以更正后为准：{list}',
    withdrawn: '{count}次已撤回：{list}',
  },
  act: '{act}（{date}）',
  visit: '{act}维保',
  one: '{act}',
  orLonger: '{act}或更长类别的维保',
  anyVisit: '任何类别的维保',
  or: '{left}或{right}',
  comma: '、',
  more: '{list}等',
};

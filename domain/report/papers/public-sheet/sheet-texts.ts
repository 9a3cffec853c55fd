import { plural } from '../../../terms/plural';
import { en as termsEn } from '../../../terms/en';
import { zhCn as termsZh } from '../../../terms/zh-cn';
import { civilPartsOf, toEpochDay, type CivilDate } from '../../../calendar/civil-date';
import type { HazardState } from '../../../hazard/hazard-life';
import type { InspectionResult } from '../../../inspection/inspection';
import type { Locale } from '../../../pack/legal-basis';
import type { Task } from '../../../visit/visit';

/** The words of a public sheet and of labels. */
export interface SheetTexts {
  readonly title: string;
  readonly missing: string;
  /** Inside a line. */
  readonly missingInLine: string;
  readonly lastVisit: string;
  readonly nextDue: string;
  readonly bigDay: (date: CivilDate) => { readonly year: string; readonly day: string };
  readonly date: (date: CivilDate) => string;
  readonly visit: (task: Task) => string;
  readonly join: string;
  /** Behind a sentence that another may follow. */
  readonly stop: string;
  readonly names: string;
  readonly atLeast: (limit: string, clause: string, confidence: string) => string;
  /** Where a permission lengthens that limit. */
  readonly permitted: (limit: string) => string;
  readonly overdue: (days: number) => string;
  readonly noDeadline: string;
  readonly maintainer: string;
  readonly maintainerPhone: (phone: string) => string;
  readonly manager: string;
  readonly managerPhone: (phone: string) => string;
  readonly officer: string;
  readonly officerNote: string;
  readonly inspection: string;
  readonly results: Readonly<Record<InspectionResult, string>>;
  readonly nextInspection: (date: string) => string;
  readonly noNextInspection: string;
  readonly load: string;
  readonly persons: (persons: number) => string;
  readonly noPersons: string;
  readonly age: (age: string) => string;
  readonly year: string;
  readonly visits: (visits: number, late: number) => string;
  readonly yearNote: (daysLate: number, daysOut: number, daysOverdue: number) => string;
  readonly lateEntries: (count: number, worstDays: number) => string;
  readonly hazards: string;
  readonly noHazards: string;
  readonly open: (count: number) => string;
  readonly hazard: (part: string, what: string, found: string, state: string, stopped: boolean) => string;
  readonly states: Readonly<Record<HazardState, string>>;
  readonly more: (count: number) => string;
  readonly rescueTitle: string;
  /** `**` around what is bold. */
  readonly rescue: (centre: string | null) => readonly string[];
  readonly rescueCode: string;
  readonly checkTitle: string;
  readonly check: (date: string, isChinese: boolean) => readonly string[];
  readonly last: (number: string, head: string) => string;
  readonly qrAlt: string;
  readonly labelNumber: string;
  readonly labelRegistrationNo: string;
  readonly labelDue: string;
  readonly labelAsOf: (date: string) => string;
  readonly labelTitle: (count: number) => string;
}

const zhDate = (date: CivilDate): string => {
  const { year, month, day } = civilPartsOf(toEpochDay(date));
  return `${year}年${month}月${day}日`;
};
const ZH_TASKS: Readonly<Record<Task, string>> = {
  'half-month': '半月',
  quarter: '季度',
  'half-year': '半年',
  year: '年度',
};

const zhCn: SheetTexts = {
  title: '电梯维保公示',
  missing: '未登记',
  missingInLine: '未登记',
  lastVisit: '最近一次维保',
  nextDue: '下次应不迟于',
  bigDay: (date) => {
    const { year, month, day } = civilPartsOf(toEpochDay(date));
    return { year: `${year}年`, day: `${month}月${day}日` };
  },
  date: zhDate,
  visit: (task) => `${ZH_TASKS[task]}维保`,
  join: '，',
  stop: '。',
  names: '、',
  atLeast: (limit, clause, confidence) =>
    `每${limit}至少一次（${clause}${confidence === '' ? '' : `，${confidence}`}）`,
  permitted: (limit) => `按需维保批准的间隔：${limit}`,
  overdue: (days) => `已超期${days}日`,
  noDeadline: '停用期间不计期限',
  maintainer: '维保单位',
  maintainerPhone: (phone) => `24小时电话${phone}`,
  manager: '使用管理单位',
  managerPhone: (phone) => `服务电话${phone}`,
  officer: '电梯安全员',
  officerNote: '对维保到场签字确认',
  inspection: '最近一次检验',
  results: termsZh.inspectionResult,
  nextInspection: (date) => `下次检验不迟于${date}`,
  noNextInspection: '下次检验日期未登记',
  load: '额定载重与定员',
  persons: (persons) => `${persons}人`,
  noPersons: '定员未登记',
  age: (age) => `使用${age}`,
  year: '近一年维保',
  visits: (visits, late) => (late === 0 ? `到场${visits}次，无超期` : `到场${visits}次，其中${late}次超期`),
  yearNote: (daysLate, daysOut, daysOverdue) =>
    `超期合计${daysLate}日，停用${daysOut}日；截至日${daysOverdue === 0 ? '无超期' : `已超期${daysOverdue}日`}`,
  lateEntries: (count, worstDays) => `补录 ${count} 次，最迟 ${worstDays} 天`,
  hazards: '未销号隐患',
  noHazards: '无未销号隐患',
  open: (count) => `${count}项未销号`,
  hazard: (part, what, found, state, stopped) =>
    `${part}：${what}（${found}发现，${state}${stopped ? '，停用中' : ''}）`,
  states: termsZh.hazardState,
  more: (count) => `另有${count}项，可向使用管理单位查阅。`,
  rescueTitle: '被困或故障时',
  rescue: (centre) => [
    centre === null ? '按轿内报警按钮，并致电维保单位。' : `按轿内报警按钮，或拨打**${centre}**，报右侧识别码。`,
    '不要扒门，不要自行撬开或翻越，等待救援。',
  ],
  rescueCode: '96333识别码',
  checkTitle: '如何核对本公示',
  check: (date, isChinese) => [
    '扫右侧二维码得到一段签名摘要，内有登记证编号、最近与下次维保日期、检验期限、未销号隐患数和链头，应与本单一致；在梯审的“核验”页可离线验签，不联网，不跳转网页。',
    `公示日期${date}；本单由维保记录生成，下次维保后更换。到“下次应不迟于”之日仍未更换的，请向使用管理单位${isChinese ? '或12345' : ''}反映。`,
    ...(isChinese ? ['本公示不替代《特种设备使用标志》，不是检验报告。'] : ['本公示不是检验报告。']),
  ],
  last: (number, head) => `编号 ${number}，链头 ${head}`,
  qrAlt: '二维码：登记证编号、识别码、最近与下次维保、检验期限、未销号隐患数、截至日、编号、链头与签名',
  labelNumber: '编号',
  labelRegistrationNo: '使用登记证编号',
  labelDue: '下次维保不迟于',
  labelAsOf: (date) => `截至${date}`,
  labelTitle: (count) => `电梯公示二维码标签 ${count}张`,
};

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const enDate = (date: CivilDate): string => {
  const { year, month, day } = civilPartsOf(toEpochDay(date));
  return `${day} ${MONTHS[month - 1]} ${year}`;
};
const EN_TASKS: Readonly<Record<Task, string>> = {
  'half-month': 'Half-month',
  quarter: 'Quarterly',
  'half-year': 'Half-year',
  year: 'Yearly',
};

const en: SheetTexts = {
  title: 'Elevator maintenance notice',
  missing: 'Not registered',
  missingInLine: 'not registered',
  lastVisit: 'Last maintenance',
  nextDue: 'Next due no later than',
  bigDay: (date) => {
    const { year, month, day } = civilPartsOf(toEpochDay(date));
    return { year: String(year), day: `${day} ${MONTHS[month - 1]!.slice(0, 3)}` };
  },
  date: enDate,
  visit: (task) => `${EN_TASKS[task]} maintenance`,
  join: ', ',
  stop: '. ',
  names: ', ',
  atLeast: (limit, clause, confidence) =>
    `At least every ${limit} (${clause}${confidence === '' ? '' : `, ${confidence}`})`,
  permitted: (limit) => `permitted on demand: every ${limit}`,
  overdue: (days) => `Overdue by ${plural(days, 'day')}`,
  noDeadline: 'No deadline runs while out of service',
  maintainer: 'Maintained by',
  maintainerPhone: (phone) => `24-hour telephone ${phone}`,
  manager: 'Managed by',
  managerPhone: (phone) => `Service telephone ${phone}`,
  officer: 'Elevator safety officer',
  officerNote: 'Confirms each maintenance visit by signature',
  inspection: 'Last inspection',
  results: termsEn.inspectionResult,
  nextInspection: (date) => `next by ${date}`,
  noNextInspection: 'next day not registered',
  load: 'Rated load and persons',
  persons: (persons) => plural(persons, 'person'),
  noPersons: 'persons not registered',
  age: (age) => `in use for ${age}`,
  year: 'Maintenance in the past year',
  visits: (visits, late) => `${plural(visits, 'visit')}, ${late === 0 ? 'none' : late} late`,
  yearNote: (daysLate, daysOut, daysOverdue) =>
    `${plural(daysLate, 'day')} late in all, ${plural(daysOut, 'day')} out of service; ${daysOverdue === 0 ? 'not overdue now' : `overdue by ${plural(daysOverdue, 'day')}`}`,
  lateEntries: (count, worstDays) => `${count} entered late, by up to ${worstDays} ${worstDays === 1 ? 'day' : 'days'}`,
  hazards: 'Open hazards',
  noHazards: 'No open hazards',
  open: (count) => `${count} open`,
  hazard: (part, what, found, state, stopped) =>
    `${part}: ${what} (found ${found}, ${state}${stopped ? ', out of use' : ''})`,
  states: termsEn.hazardState,
  more: (count) => `${count} more; ask the managing unit.`,
  rescueTitle: 'If you are trapped',
  rescue: (centre) => [
    centre === null
      ? 'Press the alarm button in the car and telephone the maintainer.'
      : `Press the alarm button, or call **${centre}** and give the code on the right.`,
    'Do not force the doors or climb out. Wait for the rescuers.',
  ],
  rescueCode: '96333 code',
  checkTitle: 'How to check this notice',
  check: (date, isChinese) => [
    'The code on the right holds a signed summary: registration number, last and next maintenance, inspection deadline, number of open hazards and chain head. It must agree with this notice; the page Verify of Elevator Audit checks its signature offline.',
    `As of ${date}, made from the maintenance records and replaced after the next visit. Not replaced by the due day: tell the managing unit${isChinese ? ' or call 12345' : ''}.`,
    isChinese
      ? 'This notice does not replace the registration mark 《特种设备使用标志》 and is no inspection report.'
      : 'This notice is no inspection report.',
  ],
  last: (number, head) => `No. ${number}, chain head ${head}`,
  qrAlt:
    'QR code: registration number, rescue code, last and next maintenance, inspection deadline, number of open hazards, as-of day, number, chain head and signature',
  labelNumber: 'Number',
  labelRegistrationNo: 'Registration no.',
  labelDue: 'Next maintenance by',
  labelAsOf: (date) => `as of ${date}`,
  labelTitle: (count) => `QR labels of elevators: ${count}`,
};

export function sheetTextsOf(locale: Locale): SheetTexts {
  return locale === 'en' ? en : zhCn;
}

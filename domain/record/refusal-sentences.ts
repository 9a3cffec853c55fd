import type { Locale } from '../pack/legal-basis';
import type { Refusal, RefusalCode } from './refusal';
import { FILE_WORDS } from './file-refusal-words';
import { LIFE_WORDS, type Words } from './life-refusal-words';
import { TABLE_WORDS } from './table-refusal-words';
import { stepRefusalCure, stepRefusalSentence, type RefusedStep } from './step-refusal-words';

const UNREADABLE_ZH: Readonly<Record<string, string>> = {
  characters: '这一格里有控制字符',
  surplus: '这一行的格数比表头多，多半是格内的分隔符没有加引号',
  quote: '这一格里夹着别的行，多半是引号没有成对',
  'other-table': '从上面一行表头起是另一张表，没有读',
};
const UNREADABLE_EN: Readonly<Record<string, string>> = {
  characters: 'The cell has control characters in it',
  surplus: 'The row has more cells than the header; probably a delimiter inside a cell is not quoted',
  quote: 'Other rows stand inside this cell; probably a quote is not closed',
  'other-table': 'Another table begins with the header above; it was not read',
};

const MISSING_ZH: Readonly<Record<string, string>> = {
  'elevators registration_no': '缺少登记证编号，无从建档',
  'elevators kind': '没有品种，不知适用哪些规则',
  'visits date': '没有日期，不能计入间隔',
  'visits task': '没有类别，不知满足哪些规则',
  'outages from': '没有停用日期，不知从哪天起暂停计时',
  'hazards found_on': '没有发现日期，期限无从起算',
  'hazards found_by': '没有发现人',
  'hazards component': '没有部位，不知是哪个部件的隐患',
  'hazards what': '没有写隐患情况',
  'hazards responsible': '没有责任方，不知由谁整改',
  'hazards notified_to': '有告知日期，没有写告知了谁',
  'hazards reported_to': '有报告日期，没有写报告给谁',
  'hazards rectified_by': '整改完成了，没有写谁整改',
  'hazards rectified_what': '整改完成了，没有写做了什么',
  'hazards rechecked_by': '有复查日期，没有写谁复查',
  'hazards closed_by': '有销号日期，没有写谁销号',
  'hazards refused_by': '不予认定，没有写谁认定',
  'hazards refused_reason': '不予认定，没有写理由',
};
const MISSING_EN: Readonly<Record<string, string>> = {
  'elevators registration_no': 'Without a registration number there is nothing to file it under',
  'elevators kind': 'Without a kind it is not known which rules apply',
  'visits date': 'Without a date it counts in no interval',
  'visits task': 'Without a category it is not known which rules it satisfies',
  'outages from': 'Without its first day it is not known from when the clock stands still',
  'hazards found_on': 'Without the day it was found no deadline can run',
  'hazards found_by': 'It does not say who found it',
  'hazards component': 'Without a component it is not known what is at fault',
  'hazards what': 'It does not say what is wrong',
  'hazards responsible': 'Without a responsible party it is not known who has to act',
  'hazards notified_to': 'There is a day of notice but nobody who was told',
  'hazards reported_to': 'There is a day of report but nobody it went to',
  'hazards rectified_by': 'Rectified, but not by whom',
  'hazards rectified_what': 'Rectified, but not what was done',
  'hazards rechecked_by': 'There is a day of re-check but nobody who did it',
  'hazards closed_by': 'There is a day of closing but nobody who did it',
  'hazards refused_by': 'Refused, but not by whom',
  'hazards refused_reason': 'Refused, but not why',
};

const BAD_DATE_ZH: Readonly<Record<string, string>> = {
  'no-year': '没有年份',
  'no-day': '只有年月，没有日',
  'short-year': '年份只有两位，不知是哪一年',
  'minguo-year': '像是民国年份，所选规则包不用民国纪年',
  'day-order': '日和月哪个在前看不出来，没有猜',
  instant: '是带时区的时刻，不知是哪一天',
};
const BAD_DATE_EN: Readonly<Record<string, string>> = {
  'no-year': 'It has no year',
  'no-day': 'It has no day of the month',
  'short-year': 'The year has two digits only',
  'minguo-year': 'It looks like a Minguo year, which the chosen rule pack does not use',
  'day-order': 'Whether day or month comes first cannot be told, and nothing was guessed',
  instant: 'It is an instant with a time zone; which day it is depends on the place',
};

interface BadNumber {
  readonly says: string;
  readonly cure: string;
}
const BAD_NUMBER_ZH: Readonly<Record<string, BadNumber>> = {
  'digits-lost': { says: '被当作数字，后面的位数已经丢了', cure: '设为文本格式后照证重填' },
  unit: { says: '没有写单位，不知是哪一种；原文留在附注列里', cure: '在“认列”里定单位，或写进列名，如 载重(lb)' },
};
const BAD_NUMBER_EN: Readonly<Record<string, BadNumber>> = {
  'digits-lost': { says: 'Taken for a number; its last digits are lost', cure: 'Format as text and fill in again' },
  unit: {
    says: 'It has no unit, and which is meant cannot be told; it is kept as written',
    cure: 'Choose the unit of the column, or write it into the header, such as load (lb)',
  },
};

const SAME_KEY_ZH: Readonly<Record<string, string>> = {
  elevators: '同一登记证号',
  visits: '同一次维保（同台、同日、同类别、同开始时间）',
  outages: '同一次停用（同台、同日停用）',
  inspections: '同一次检验（同台、同日、同类别）',
  callouts: '同一次故障或困人（同台、同一报告时间、同类别）',
  device_events: '同一件设备事件（同台、同一开始时间、同类型、同来源）',
  hazards: '同一项隐患（同台、同日发现、同部位、同位置、同情况）',
  contracts: '同一份合同（同台、同维保单位、同合同号、同日开始）',
  daily_checks: '同一次每日检查（同台、同日）',
};
const IN_OUTAGE_ZH: Readonly<Record<string, string>> = {
  within: '这几天已在一条停用记录之内',
  'still-open': '这台电梯已有一次停用尚未结束',
};
const IN_OUTAGE_EN: Readonly<Record<string, string>> = {
  within: 'An outage on record covers these days already',
  'still-open': 'An outage of this elevator that has not ended is on record already',
};
const SAME_KEY_EN: Readonly<Record<string, string>> = {
  elevators: 'Same registration number as',
  visits: 'Same visit (elevator, day, category, start) as',
  outages: 'Same outage (elevator, first day) as',
  inspections: 'Same inspection (elevator, day, kind) as',
  callouts: 'Same call-out (elevator, time of report, kind) as',
  device_events: 'Same device event (elevator, start, kind, source) as',
  hazards: 'Same hazard (elevator, day found, component, location, what) as',
  contracts: 'Same contract (elevator, firm, number, first day) as',
  daily_checks: 'Same daily check (elevator, day) as',
};

const EARLY_ZH: Readonly<Record<string, string>> = {
  outages: '启用早于停用',
  hazards: '期限早于发现日期',
  contracts: '结束早于开始',
};
const EARLY_EN: Readonly<Record<string, string>> = {
  outages: 'Back in service before it was out',
  hazards: 'The deadline lies before the day it was found',
  contracts: 'The contract ends before it begins',
};

const MEASURE_ZH: Readonly<Record<string, string>> = { names: '人', items: '项' };

const p = (refusal: Refusal, name: string): string => String(refusal.params[name] ?? '');
/** Whether a cell is missing only because another one of its row is filled. */
const hasOther = (refusal: Refusal): boolean => p(refusal, 'filled') !== '';
/** What was refused by the lifecycle carries these three, in its own words. */
const refusedStep = ({ params }: Refusal): RefusedStep => params as unknown as RefusedStep;
const place = (refusal: Refusal): string => `${p(refusal, 'table')} ${p(refusal, 'field')}`;

function conflictZh(refusal: Refusal): string {
  const row = `第${p(refusal, 'otherRow')}行`;
  const [file, value] = [p(refusal, 'otherFile'), p(refusal, 'otherValue')];
  const other = file === '' ? row : ` ${file} ${row}`;
  const same = SAME_KEY_ZH[p(refusal, 'table')] ?? '同一键';
  return `与${other}${same}而内容不同（${row}${value === '' ? '没有填' : `为${value}`}）`;
}

function conflictEn(refusal: Refusal): string {
  const [file, value] = [p(refusal, 'otherFile'), p(refusal, 'otherValue')];
  const other = `${file === '' ? '' : `${file} `}row ${p(refusal, 'otherRow')}`;
  const same = SAME_KEY_EN[p(refusal, 'table')] ?? 'Same key as';
  return `${same} ${other}, with different content (there: ${value === '' ? 'empty' : value})`;
}

function noSuchDate({ params }: Refusal, zh: boolean): string {
  const { year, month, days } = params;
  if (days === undefined) return zh ? `没有第${String(month)}月` : `There is no month ${String(month)}`;
  return zh
    ? `${String(year)}年${String(month)}月只有${String(days)}天`
    : `Month ${String(month)} of ${String(year)} has only ${String(days)} days`;
}

const ZH: Readonly<Record<RefusalCode, Words>> = {
  ...FILE_WORDS['zh-CN'],
  'missing-value': {
    says: (r) => (hasOther(r) ? `同一行填了“${p(r, 'filled')}”，这一格却空着` : (MISSING_ZH[place(r)] ?? '没有填')),
    cure: '补填后重导',
  },
  'bad-date': {
    says: (r) => BAD_DATE_ZH[p(r, 'what')] ?? '不是认得的日期写法',
    cure: (r) => (p(r, 'what') === 'short-year' ? '年份写四位，如 2026-11-23' : '写成 2026-11-23'),
  },
  'no-such-date': { says: (r) => noSuchDate(r, true), cure: '改正日期' },
  'future-date': { says: (r) => `晚于今日 ${p(r, 'today')}`, cure: '改正日期' },
  'bad-time': { says: () => '不是认得的时间写法', cure: '写成 09:30' },
  'bad-minute': { says: () => '不是认得的日期加时间的写法', cure: '写成 2026-11-03 08:15' },
  'end-before-start': {
    says: (r) => `${EARLY_ZH[p(r, 'table')] ?? '结束早于开始'}（${p(r, 'start')}）`,
    cure: (r) => (r.params['table'] === 'outages' ? '对调两个日期' : '改正时间'),
  },
  'bad-number': {
    says: (r) => BAD_NUMBER_ZH[p(r, 'what')]?.says ?? '不是认得的数',
    cure: (r) => BAD_NUMBER_ZH[p(r, 'what')]?.cure ?? '只写数字',
  },
  'bad-whole': { says: (r) => `不是 1 至 ${p(r, 'most')} 的整数`, cure: '按列名的单位写整数' },
  'not-yes-or-no': { says: () => '不是是、否之一', cure: '写 是 或 否' },
  'bad-regime': { says: () => '不是认得的维保方式', cure: '写 standard 或 on-demand:天数' },
  'unknown-kind': { says: () => '不在特种设备目录之内', cure: '选一个品种' },
  'unknown-task': { says: () => '不是半月、季度、半年、年度之一', cure: '选一个类别' },
  'unknown-inspection-kind': { says: () => '不是认得的检验类别', cure: '选一个检验类别' },
  'unknown-callout-kind': { says: () => '不是故障、困人之一', cure: '写 故障 或 困人' },
  'unknown-area': { says: () => '不是城区、其他之一', cure: '写 城区 或 其他' },
  ...LIFE_WORDS['zh-CN'],
  ...TABLE_WORDS['zh-CN'],
  'unknown-inspection-result': { says: () => '不是合格、不合格、复检合格之一', cure: '选一个结论' },
  'against-result': {
    says: (r) => `检查结果是“${p(r, 'known')}”，这一格却另有内容`,
    cure: () => '改正检查结果，或清空这一格',
  },
  'not-one-of': { says: (r) => `不是${p(r, 'known')}之一`, cure: (r) => `写 ${p(r, 'known')} 之一` },
  'unknown-component': { says: (r) => `规则包里没有这个部位，有的是：${p(r, 'known')}`, cure: '写其中一个，或写 其他' },
  'unknown-criterion': {
    says: (r) => `规则包里没有这种情形，有的是：${p(r, 'known')}`,
    cure: '写编号，或写条款如 25条(三)',
  },
  'criterion-of-other-kind': {
    says: (r) => `这种情形不是对这一品种（${p(r, 'kind')}）规定的`,
    cure: '核对品种，或换一种情形',
  },
  'no-hazard-criteria': { says: () => '所选规则包没有隐患的规定，隐患无从判定', cure: '换一个规则包，如中国大陆' },
  'step-refused': {
    says: (r) => stepRefusalSentence(refusedStep(r), 'zh-CN'),
    cure: (r) => stepRefusalCure(refusedStep(r), 'zh-CN'),
  },
  'step-without-hazard': {
    says: (r) => `编号为“${r.value}”的隐患不在收下的隐患之中，这一步没有归处`,
    cure: '把隐患表一起导入，两表的隐患编号要一致；已在档的隐患在其页面上逐步登记',
  },
  'unknown-elevator': { says: () => '台账中没有这台电梯', cure: '先导入该台' },
  'conflict-in-files': { says: conflictZh, cure: '冲突：两行任选其一' },
  'conflict-with-record': {
    says: (r) => IN_OUTAGE_ZH[p(r, 'how')] ?? `${SAME_KEY_ZH[p(r, 'table')] ?? '同一键'}已有记录，内容不同`,
    cure: '在程序里更正原记录',
  },
  'too-long': {
    says: (r) => `超过${p(r, 'most')}${MEASURE_ZH[p(r, 'what')] ?? '个字'}`,
    cure: '缩短后重导',
  },
  'unreadable-row': {
    says: (r) => UNREADABLE_ZH[p(r, 'what')] ?? '这一行读不了',
    cure: (r) => (p(r, 'what') === 'other-table' ? '把下面那张表单独存为一张后导入' : '改正这一行后重导'),
  },
  'control-in-key': {
    says: () => '编号里有控制字符，没有猜它是哪一台、哪一份',
    cure: '删去该字符，照证重填后重导',
  },
  'unwritable-text': { says: () => '里面有半个字符，写不进任何记录', cure: '把这一格重打一遍后重导' },
};

const EN: Readonly<Record<RefusalCode, Words>> = {
  ...FILE_WORDS.en,
  'missing-value': {
    says: (r) =>
      hasOther(r)
        ? `${p(r, 'filled')} of the same row is filled, this is empty`
        : (MISSING_EN[place(r)] ?? 'Not filled in'),
    cure: 'Fill it in and import again',
  },
  'bad-date': {
    says: (r) => BAD_DATE_EN[p(r, 'what')] ?? 'Not a known way to write a date',
    cure: (r) => (p(r, 'what') === 'short-year' ? 'Write the year with four digits: 2026-11-23' : 'Write 2026-11-23'),
  },
  'no-such-date': { says: (r) => noSuchDate(r, false), cure: 'Correct the date' },
  'future-date': { says: (r) => `Later than today, ${p(r, 'today')}`, cure: 'Correct the date' },
  'bad-time': { says: () => 'Not a known way to write a time', cure: 'Write 09:30' },
  'bad-minute': { says: () => 'Not a known way to write a date with its time', cure: 'Write 2026-11-03 08:15' },
  'end-before-start': {
    says: (r) => `${EARLY_EN[p(r, 'table')] ?? 'Ends before it starts'} (${p(r, 'start')})`,
    cure: (r) => (r.params['table'] === 'outages' ? 'Exchange the two dates' : 'Correct the time'),
  },
  'bad-number': {
    says: (r) => BAD_NUMBER_EN[p(r, 'what')]?.says ?? 'Not a known number',
    cure: (r) => BAD_NUMBER_EN[p(r, 'what')]?.cure ?? 'Write digits only',
  },
  'bad-whole': {
    says: (r) => `Not a whole number from 1 to ${p(r, 'most')}`,
    cure: "Write a whole number in the column's unit",
  },
  'not-yes-or-no': { says: () => 'Not yes or no', cure: 'Write yes or no' },
  'bad-regime': { says: () => 'Not a known maintenance regime', cure: 'Write standard or on-demand:days' },
  'unknown-kind': { says: () => 'Not in the equipment catalogue', cure: 'Choose a kind' },
  'unknown-task': { says: () => 'Not half-month, quarter, half-year or year', cure: 'Choose a category' },
  'unknown-inspection-kind': { says: () => 'Not a known kind of inspection', cure: 'Choose a kind of inspection' },
  'unknown-callout-kind': { says: () => 'Not fault or entrapment', cure: 'Write fault or entrapment' },
  'unknown-area': { says: () => 'Not urban or other', cure: 'Write urban or other' },
  ...LIFE_WORDS.en,
  ...TABLE_WORDS.en,
  'unknown-inspection-result': { says: () => 'Not pass, fail or recheck', cure: 'Choose a result' },
  'against-result': {
    says: (r) => `The result is “${p(r, 'knownEn')}”, which this cell contradicts`,
    cure: () => 'Correct the result, or empty the cell',
  },
  'not-one-of': { says: (r) => `Not one of ${p(r, 'knownEn')}`, cure: (r) => `Write one of ${p(r, 'knownEn')}` },
  'unknown-component': {
    says: (r) => `The rule pack has no such component; it has: ${p(r, 'knownEn')}`,
    cure: 'Write one of them, or other',
  },
  'unknown-criterion': {
    says: (r) => `The rule pack has no such circumstance; it has: ${p(r, 'knownEn')}`,
    cure: 'Write its id, or its clause such as 25(3)',
  },
  'criterion-of-other-kind': {
    says: (r) => `This circumstance is not for equipment of kind ${p(r, 'kind')}`,
    cure: 'Check the kind, or name another circumstance',
  },
  'no-hazard-criteria': {
    says: () => 'The chosen rule pack says nothing of hazards, so none can be judged',
    cure: 'Choose another rule pack, such as mainland China',
  },
  'step-refused': {
    says: (r) => stepRefusalSentence(refusedStep(r), 'en'),
    cure: (r) => stepRefusalCure(refusedStep(r), 'en'),
  },
  'step-without-hazard': {
    says: (r) => `No hazard "${r.value}" is among those taken, so the step belongs nowhere`,
    cure: 'Import the hazards with it, under the same numbers; of hazards on record, enter the step on their page',
  },
  'unknown-elevator': { says: () => 'This elevator is not in the register', cure: 'Import the elevator first' },
  'conflict-in-files': { says: conflictEn, cure: 'Conflict: keep one of the two rows' },
  'conflict-with-record': {
    says: (r) =>
      IN_OUTAGE_EN[p(r, 'how')] ?? `${SAME_KEY_EN[p(r, 'table')] ?? 'Same key as'} a record, with different content`,
    cure: 'Correct the record in the program',
  },
  'too-long': {
    says: (r) =>
      r.params['what'] === undefined
        ? `Longer than ${p(r, 'most')} characters`
        : `More than ${p(r, 'most')} ${p(r, 'what')}`,
    cure: 'Shorten and import again',
  },
  'unreadable-row': {
    says: (r) => UNREADABLE_EN[p(r, 'what')] ?? 'The row cannot be read',
    cure: (r) =>
      p(r, 'what') === 'other-table'
        ? 'Save that table as one of its own and import it'
        : 'Correct the row and import again',
  },
  'control-in-key': {
    says: () => 'A control character stands in a number that identifies; whose it is was not guessed',
    cure: 'Delete the character, fill it in as on the certificate and import again',
  },
  'unwritable-text': {
    says: () => 'It holds half of a character, which no record can carry',
    cure: 'Type the cell anew and import again',
  },
};

const WORDS = { 'zh-CN': ZH, en: EN } as const;

/** What is wrong with the row or file, in one sentence without a full stop. */
export function refusalSentence(refusal: Refusal, locale: Locale): string {
  return WORDS[locale][refusal.code].says(refusal);
}

/** What the person can do about it. */
export function refusalCure(refusal: Refusal, locale: Locale): string {
  const { cure } = WORDS[locale][refusal.code];
  return typeof cure === 'string' ? cure : cure(refusal);
}

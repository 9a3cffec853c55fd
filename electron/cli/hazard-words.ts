import { en as termsEn } from '../../domain/terms/en';
import { zhCn as termsZh } from '../../domain/terms/zh-cn';
import type { HazardClass, Party } from '../../domain/hazard/hazard';
import type { HazardState } from '../../domain/hazard/hazard-life';
import type { Locale } from '../../domain/pack/legal-basis';
import type { ClockStatus, HazardClock } from '../../domain/risk/hazard-clock';
import type { LedgerTotals } from './judge-ledger';

/** What the command line says of a ledger of hazards. */
export interface HazardWords {
  readonly title: (asOf: string, pack: string) => string;
  readonly none: string;
  readonly head: readonly string[];
  readonly classes: Readonly<Record<HazardClass, string>>;
  readonly states: Readonly<Record<HazardState, string>>;
  readonly parties: Readonly<Record<Party, string>>;
  readonly steps: Readonly<Record<HazardClock['step'], string>>;
  readonly grounds: Readonly<Record<Exclude<HazardClock['ground'], 'law'>, string>>;
  readonly stopped: string;
  readonly toBeChecked: string;
  readonly separator: string;
  readonly clocks: string;
  readonly clock: (status: ClockStatus, daysLeft: number | null) => string;
  readonly due: (dueOn: string, ground: string) => string;
  readonly noDeadline: string;
  readonly duty: (clause: string) => string;
  readonly line: (step: string, owner: string, state: string, due: string, duty: string) => string;
  readonly totals: (totals: LedgerTotals) => string;
  readonly groundNote: string;
  readonly groupNote: string;
}

const ZH: HazardWords = {
  title: (asOf, pack) => `隐患台账，截至日期 ${asOf}；规则包 ${pack}`,
  none: '截至日期之前没有隐患记录。',
  head: ['使用登记证编号', '编号', '部位', '类别', '风险', '状态', '停用', '整改期限', '责任方'],
  classes: termsZh.hazardClass,
  states: termsZh.hazardState,
  parties: termsZh.party,
  steps: termsZh.owedStep,
  grounds: { written: '通知书期限', settings: '本单位规定', default: '本程序默认〔待核〕', none: '没有期限' },
  stopped: termsZh.use['out-of-use'],
  toBeChecked: '〔待核〕',
  separator: '、',
  clocks: '未办的事：',
  clock: (status, daysLeft) => {
    if (status === 'now') return '立即停用';
    if (status === 'no-deadline' || daysLeft === null) return '待办';
    return daysLeft < 0 ? `已过${-daysLeft}天` : daysLeft === 0 ? '今天到期' : `还有${daysLeft}天`;
  },
  due: (dueOn, ground) => `${dueOn}，${ground}`,
  noDeadline: '没有期限',
  duty: (clause) => `；依据 ${clause}`,
  line: (step, owner, state, due, duty) => `${step}（${owner}）：${state}（${due}${duty}）`,
  totals: (t) =>
    `共 ${t.hazards} 项：未销号 ${t.open}（严重 ${t.severe}、重大 ${t.major}），停用中 ${t.stopped}，须立即停用 ${t.mustStop}，已过期 ${t.overdue}，其中违反条款或通知书期限 ${t.breached}。`,
  groundNote: '法律没有写明天数的，按本程序默认天数提示，不作认定，也不影响退出码。',
  groupNote: '风险类别按 GB/T 20900 矩阵，24格待对照标准原文核对，只用来排序。',
};

const EN: HazardWords = {
  title: (asOf, pack) => `Ledger of hazards as of ${asOf}; rule pack ${pack}`,
  none: 'No hazard on record up to the as-of day.',
  head: ['Registration no.', 'No.', 'Component', 'Class', 'Risk', 'State', 'Use', 'Deadline', 'Responsible'],
  classes: termsEn.hazardClass,
  states: termsEn.hazardState,
  parties: termsEn.party,
  steps: termsEn.owedStep,
  grounds: {
    written: 'deadline of the notice',
    settings: 'house rule',
    default: 'our default [to be checked]',
    none: 'no deadline',
  },
  stopped: termsEn.use['out-of-use'],
  toBeChecked: ' [to be checked]',
  separator: ', ',
  clocks: 'What is owed:',
  clock: (status, daysLeft) => {
    if (status === 'now') return 'must be out of use now';
    if (status === 'no-deadline' || daysLeft === null) return 'to be done';
    const days = Math.abs(daysLeft) === 1 ? '1 day' : `${Math.abs(daysLeft)} days`;
    return daysLeft < 0 ? `${days} past` : daysLeft === 0 ? 'due today' : `${days} left`;
  },
  due: (dueOn, ground) => `${dueOn}, ${ground}`,
  noDeadline: 'no deadline',
  duty: (clause) => `; duty of ${clause}`,
  line: (step, owner, state, due, duty) => `${step} (${owner}): ${state} (${due}${duty})`,
  totals: (t) =>
    `Hazards: ${t.hazards}; open ${t.open} (severe ${t.severe}, major ${t.major}), out of use ${t.stopped}, must be out of use now ${t.mustStop}, past due ${t.overdue}, against a clause or notice ${t.breached}.`,
  groundNote:
    'Where no law gives a number of days, the default is shown as such; it finds nothing and does not move the exit code.',
  groupNote:
    'Risk groups follow the matrix of GB/T 20900, whose cells are to be checked against the standard; they only rank.',
};

const WORDS: Readonly<Record<Locale, HazardWords>> = { 'zh-CN': ZH, en: EN };

export function hazardWordsOf(locale: Locale): HazardWords {
  return WORDS[locale];
}

import type { HazardState } from '../hazard/hazard-life';
import { HAZARD_NAMES_EN, HAZARD_NAMES_ZH, type HazardNames } from '../hazard/hazard-names';
import type { StepAct } from '../hazard/hazard-step';
import type { StepRefusal } from '../hazard/lifecycle';
import type { Locale } from '../pack/legal-basis';

interface StepWords {
  readonly names: HazardNames;
  readonly order: (act: string, state: string, next: string) => string;
  readonly over: (act: string, state: string) => string;
  readonly whys: Readonly<Record<Exclude<StepRefusal, 'wrong-state'>, (act: string) => string>>;
  readonly cures: Readonly<Record<StepRefusal, string>>;
}

const ZH: StepWords = {
  names: HAZARD_NAMES_ZH,
  order: (act, state, next) => `到“${act}”这一步，隐患还在“${state}”，要先有“${next}”`,
  over: (act, state) => `隐患“${state}”之后不能再有“${act}”`,
  whys: {
    'already-stopped': () => '已因该隐患停用',
    'not-stopped': () => '没有停用日期，谈不上启用',
    'before-last-step': (act) => `“${act}”早于发现日期或前一步`,
    'same-person': (act) => `“${act}”须由另一人做：整改人不能复查、销号，发现人不能不予认定`,
    'needs-evidence': () => '严重或重大隐患要有见证材料',
    'needs-notice': () => '没有书面告知使用单位，不能销号',
    'needs-report': () => '严重或重大隐患没有报告监管部门，不能销号',
    'nothing-changed': () => '级别与风险没有变化',
    'deadline-not-later': () => '延期后的期限不晚于现在的期限',
    'not-rechecked': () => '严重或重大隐患复查合格之前不能启用',
  },
  cures: {
    'wrong-state': '补上缺的日期，或改正次序',
    'already-stopped': '删去重复的停用',
    'not-stopped': '补填停用日期，或删去启用日期',
    'before-last-step': '改正日期',
    'same-person': '填另一人的姓名',
    'needs-evidence': '填更换件凭证、试验记录等文书编号',
    'needs-notice': '补填告知日期和对象',
    'needs-report': '补填报告日期和部门',
    'nothing-changed': '删去这一步',
    'deadline-not-later': '改正期限',
    'not-rechecked': '补填复查，或改正启用日期',
  },
};

const EN: StepWords = {
  names: HAZARD_NAMES_EN,
  order: (act, state, next) => `At the ${act} the hazard is still ${state}; the ${next} has to come first`,
  over: (act, state) => `The hazard is ${state}; no ${act} can follow`,
  whys: {
    'already-stopped': () => 'Taken out of use for this hazard already',
    'not-stopped': () => 'It returns to use without a day on which it was taken out',
    'before-last-step': (act) => `The ${act} lies before the finding or the step before it`,
    'same-person': (act) => `The ${act} takes another person than who rectified or, for a refusal, found it`,
    'needs-evidence': () => 'A severe or major hazard needs evidence',
    'needs-notice': () => 'Closed without written notice to the user unit',
    'needs-report': () => 'A severe or major hazard is closed without the report to the authority',
    'nothing-changed': () => 'Neither class nor risk changes',
    'deadline-not-later': () => 'The new deadline is no later than the present one',
    'not-rechecked': () => 'A severe or major hazard returns to use before it passed its re-check',
  },
  cures: {
    'wrong-state': 'Add the missing day, or put the days in order',
    'already-stopped': 'Take the second stop out',
    'not-stopped': 'Add the day of the stop, or take the return out',
    'before-last-step': 'Correct the day',
    'same-person': 'Name the other person who did it',
    'needs-evidence': 'Give the numbers of receipts, test records or other papers',
    'needs-notice': 'Add the notice and whom it went to',
    'needs-report': 'Add the report and whom it went to',
    'nothing-changed': 'Take the step out',
    'deadline-not-later': 'Correct the deadline',
    'not-rechecked': 'Add the re-check, or correct the day of return',
  },
};

/** What has to come first in a state; null where nothing comes after. */
const NEXT: Readonly<Record<HazardState, StepAct | null>> = {
  found: 'notify',
  notified: 'start',
  'in-rectification': 'rectify',
  rectified: 'recheck',
  rechecked: 'close',
  closed: null,
  refused: null,
};

const WORDS: Readonly<Record<Locale, StepWords>> = { 'zh-CN': ZH, en: EN };

export interface RefusedStep {
  readonly act: StepAct;
  readonly why: StepRefusal;
  readonly state: HazardState;
}

/** Why a step of a ledger was not taken, in one sentence without a full stop. */
export function stepRefusalSentence({ act, why, state }: RefusedStep, locale: Locale): string {
  const words = WORDS[locale];
  const { stepAct, hazardState } = words.names;
  if (why !== 'wrong-state') return words.whys[why](stepAct[act]);
  const next = act === 'refuse' ? null : NEXT[state];
  return next === null
    ? words.over(stepAct[act], hazardState[state])
    : words.order(stepAct[act], hazardState[state], stepAct[next]);
}

export function stepRefusalCure({ why }: Pick<RefusedStep, 'why'>, locale: Locale): string {
  return WORDS[locale].cures[why];
}

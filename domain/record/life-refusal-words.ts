import type { Locale } from '../pack/legal-basis';
import type { Refusal, RefusalCode } from './refusal';

export interface Words {
  readonly says: (refusal: Refusal) => string;
  readonly cure: string | ((refusal: Refusal) => string);
}

type LifeCode = Extract<
  RefusalCode,
  | 'unknown-status'
  | 'end-without-day'
  | 'day-without-status'
  | 'status-against-day'
  | 'follows-itself'
  | 'entered-before-done'
>;

const p = ({ params }: Refusal, name: string): string => String(params[name] ?? '');

/** Rows whose status, days of stop and end, or day of entry contradict each other. */
export const LIFE_WORDS: Readonly<Record<Locale, Readonly<Record<LifeCode, Words>>>> = {
  'zh-CN': {
    'unknown-status': { says: () => '不是在用、停用、注销、报废、移装之一', cure: '写其中一个' },
    'end-without-day': {
      says: (r) => `写着${p(r, 'status')}，没有${p(r, 'status')}日期，不知从哪天起不再计入`,
      cure: (r) => `补填${p(r, 'status')}日期后重导；其实在用就改使用状态`,
    },
    'day-without-status': {
      says: (r) => `有终止日期（${p(r, 'day')}），没有写是注销、报废还是移装`,
      cure: '补填使用状态后重导',
    },
    'status-against-day': {
      says: (r) => `与同一行的“${p(r, 'header')}”（${p(r, 'day')}）相矛盾`,
      cure: '改正使用状态，或删去该日期',
    },
    'follows-itself': { says: () => '新编号与本机编号相同', cure: '填移装、换证后的编号；没有就空着' },
    'entered-before-done': {
      says: (r) => `早于事情发生的日子（${p(r, 'done')}），没做的事不能先记`,
      cure: '改正录入时间或发生日期',
    },
  },
  en: {
    'unknown-status': {
      says: () => 'Not in-use, stopped, deregistered, scrapped or relocated',
      cure: 'Write one of them',
    },
    'end-without-day': {
      says: (r) => `It is said to be ${p(r, 'statusEn')}, without the day; it is not known when it stops counting`,
      cure: 'Fill in ended_on and import again; if it is in use after all, correct the status',
    },
    'day-without-status': {
      says: (r) => `There is a day of end (${p(r, 'day')}), but not whether it was deregistered, scrapped or relocated`,
      cure: 'Fill in the status and import again',
    },
    'status-against-day': {
      says: (r) => `It contradicts ${p(r, 'header')} of the same row (${p(r, 'day')})`,
      cure: 'Correct the status, or delete the day',
    },
    'follows-itself': {
      says: () => 'The new number is its own number',
      cure: 'Write the number under which it goes on; leave it empty if there is none',
    },
    'entered-before-done': {
      says: (r) => `Before the day it was done (${p(r, 'done')}); nothing is written down before it is done`,
      cure: 'Correct the time of entry or the day it was done',
    },
  },
};

import type { Locale } from '../../pack/rule-pack';

interface OnDemandWords {
  readonly sentence: string;
  readonly document: string;
  readonly withoutDocument: string;
}

export const ON_DEMAND_WORDS: Readonly<Record<Locale, OnDemandWords>> = {
  'zh-CN': {
    sentence:
      '登记为按需维保，最长{days}日（{by}）；条文没有例外，规则包不据此放宽，按{limitDays}日判定。期内超过{limitDays}日的间隔{late}次，其中超过登记的{days}日的{beyondRegistered}次',
    document: '依据{document}，本程序没有核验',
    withoutDocument: '没有写明批准文件',
  },
  en: {
    sentence:
      'Registered as maintained on demand, at most {days} days ({by}); the text knows no exception and the pack does not relax it, so {limitDays} days judge. Intervals of the period over {limitDays} days: {late}; of these, over the registered {days} days: {beyondRegistered}',
    document: 'by {document}, which the program has not checked',
    withoutDocument: 'no permission is named',
  },
};

import type { PermissionField } from '../../elevator/on-demand-permission';
import type { Locale } from '../../pack/legal-basis';
import type { OnDemand } from '../on-demand';

interface OnDemandWords {
  /** The whole of it: what is registered, what follows, both counts. */
  readonly sentence: string;
  readonly by: string;
  readonly document: string;
  readonly withoutDocument: string;
  readonly follows: Readonly<Record<OnDemand['state'], string>>;
  /** How long the longest was; appended to its count. */
  readonly longest: string;
  readonly open: string;
  readonly beyond: Readonly<Record<OnDemand['state'], string>>;
  readonly missing: Readonly<Record<PermissionField, string>>;
  readonly comma: string;
}

export const ON_DEMAND_WORDS: Readonly<Record<Locale, OnDemandWords>> = {
  'zh-CN': {
    sentence: '登记为按需维保，最长{days}日（{by}）；{follows}。期内超过{limitDays}日的间隔{late}次{longest}，{beyond}',
    by: '依据{document}，本程序没有核验',
    document: '{authority}{document}',
    withoutDocument: '没有写明批准文件',
    follows: {
      'not-eased': '条文没有例外，规则包不据此放宽，按{limitDays}日判定',
      incomplete: '登记中缺{missing}，规则包不据此放宽，按{limitDays}日判定',
      counts:
        '规则包据此放宽：{from}至{to}开始的间隔按{days}日判定，至多{cap}，最迟至批准到期后{limitDays}日；其余按{limitDays}日。各项结论都含此批准（“仅按条文”的也在内），而条文本身没有例外',
    },
    longest: '（最长{longestDays}日，{longestFrom}至{longestTo}）',
    open: '今',
    beyond: {
      'not-eased': '其中超过登记的{days}日的{beyond}次',
      incomplete: '其中超过登记的{days}日的{beyond}次',
      counts: '其中按批准也超期的{beyond}次',
    },
    missing: {
      regimeAuthority: '批准机关',
      regimeDocument: '批准文件',
      regimeFrom: '起始日期',
      regimeTo: '截止日期',
      regimeMonitoring: '远程监测证明',
      regimeContract: '合同',
      regimeInsurance: '责任保险',
    },
    comma: '、',
  },
  en: {
    sentence:
      'Registered as maintained on demand, at most {days} days ({by}); {follows}. Intervals of the period over {limitDays} days: {late}{longest}; {beyond}',
    by: 'by {document}, which the program has not checked',
    document: '{authority}, {document}',
    withoutDocument: 'no permission is named',
    follows: {
      'not-eased': 'the text knows no exception and the pack does not relax it, so {limitDays} days judge',
      incomplete: 'the register lacks {missing}, so the pack does not relax the text and {limitDays} days judge',
      counts:
        'the pack gives way: intervals begun from {from} to {to} are judged by {days} days, at most {cap}, and end {limitDays} days after the permission at the latest; all others by {limitDays} days. Every verdict rests on that, the one by the text alone included, while the text itself knows no exception',
    },
    longest: ' (the longest {longestDays} days, {longestFrom} to {longestTo})',
    open: 'now',
    beyond: {
      'not-eased': 'of these, over the registered {days} days: {beyond}',
      incomplete: 'of these, over the registered {days} days: {beyond}',
      counts: 'of these, late by the permission as well: {beyond}',
    },
    missing: {
      regimeAuthority: 'the authority',
      regimeDocument: 'the document',
      regimeFrom: 'its first day',
      regimeTo: 'its last day',
      regimeMonitoring: 'proof of remote monitoring',
      regimeContract: 'the contract',
      regimeInsurance: 'liability insurance',
    },
    comma: ', ',
  },
};

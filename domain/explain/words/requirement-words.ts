import type { Locale } from '../../pack/legal-basis';

/** The sentences on demands that no interval answers; places are filled as in the words of explanations. */
export interface RequirementWords {
  readonly kept: string;
  readonly notShown: string;
  readonly staffing: { readonly kept: string; readonly short: string; readonly remedy: string };
  readonly retention: {
    readonly visits: string;
    readonly acts: string;
    readonly reach: string;
    readonly none: string;
  };
  readonly order: { readonly kept: string; readonly missing: string; readonly remedy: string };
  readonly basis: string;
  readonly comma: string;
  readonly more: string;
}

export const REQUIREMENT_WORDS: Readonly<Record<Locale, RequirementWords>> = {
  'zh-CN': {
    kept: '符合',
    notShown: '未见',
    staffing: {
      kept: '期内{visits}次写明人员的到场都不少于{least}人；另有{unnamed}次没有写明人员',
      short: '期内{visits}次写明人员的到场中，{short}次不足{least}人：{days}；另有{unnamed}次没有写明人员',
      remedy: '若这{short}次到场各有不少于{least}人，即为符合',
    },
    retention: {
      visits: '维保记录',
      acts: '{acts}的记录',
      reach: '应有自{from}起{records}，本机最早的一次是{oldest}',
      none: '应有自{from}起{records}，本机没有这种记录',
    },
    order: {
      kept: '期内{asked}次{before}，之前{limit}内都做过{act}',
      missing: '期内{asked}次{before}中，{missing}次之前{limit}内未见{act}的记录：{days}',
      remedy: '若在{first}之前{limit}内做过一次{act}，这一次即为符合',
    },
    basis: '{document}{clause}：{says}（{confidence}）',
    comma: '、',
    more: '{list}等',
  },
  en: {
    kept: 'kept',
    notShown: 'not shown',
    staffing: {
      kept: 'Visits of the period that name people: {visits}, all with at least {least}; {unnamed} more name nobody',
      short:
        'Visits of the period that name people: {visits}, of them with fewer than {least}: {short} ({days}); {unnamed} more name nobody',
      remedy: 'Kept, had each of these {short} been done by at least {least}',
    },
    retention: {
      visits: 'visits',
      acts: '{acts}',
      reach: 'Records of {records} are asked for from {from}; the oldest here is of {oldest}',
      none: 'Records of {records} are asked for from {from}; there is none here',
    },
    order: {
      kept: 'Before each {before} of the period ({asked}) the {act} was done within {limit}',
      missing:
        'Of the period’s {before} ({asked}), without the {act} on record in the {limit} before: {missing} ({days})',
      remedy: 'Kept for the first of them, had the {act} been done within the {limit} before {first}',
    },
    basis: '{document}, {clause}: {says} ({confidence})',
    comma: ', ',
    more: '{list} and more',
  },
};

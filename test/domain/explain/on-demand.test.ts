import { describe, expect, it } from 'vitest';
import { onDemandOf, onDemandSentence } from '../../../domain/explain/on-demand';
import { versionAt } from '../../../domain/pack/rule-pack';
import { shippedPack } from '../../support/shipped-packs';

const { rules } = shippedPack('cn');
const halfMonth = rules[0]!;
const version = versionAt(halfMonth, null);
const registered = { regime: 'on-demand:30', regimeDocument: '市监特设〔2024〕7号' } as const;
const late = [{ daysLate: 3 }, { daysLate: 15 }, { daysLate: 16 }];

describe('an elevator registered as maintained on demand', () => {
  it('is judged by the 15 days of the regulation; both counts are told', () => {
    const onDemand = onDemandOf(registered, halfMonth, version, late);
    expect(onDemand).toEqual({
      days: 30,
      document: '市监特设〔2024〕7号',
      limitDays: 15,
      late: 3,
      beyondRegistered: 1,
    });
    expect(onDemandSentence(onDemand!, 'zh-CN')).toBe(
      '登记为按需维保，最长30日（依据市监特设〔2024〕7号，本程序没有核验）；条文没有例外，规则包不据此放宽，按15日判定。期内超过15日的间隔3次，其中超过登记的30日的1次',
    );
  });

  it('without a permission says so', () => {
    const onDemand = onDemandOf({ regime: 'on-demand:60' }, halfMonth, version, []);
    expect(onDemandSentence(onDemand!, 'en')).toBe(
      'Registered as maintained on demand, at most 60 days (no permission is named); the text knows no exception and the pack does not relax it, so 15 days judge. Intervals of the period over 15 days: 0; of these, over the registered 60 days: 0',
    );
  });

  it('is told where days are counted and no rule gives way, and nowhere else', () => {
    expect(onDemandOf({ regime: 'standard' }, halfMonth, version, late)).toBeNull();
    expect(onDemandOf(registered, rules[1]!, versionAt(rules[1]!, null), late)).toBeNull();
    const eased = {
      ...version,
      counting: { ...version.counting, onDemand: { cap: { count: 3, unit: 'month' as const } } },
    };
    expect(onDemandOf(registered, halfMonth, eased, late)).toBeNull();
  });

  it('no pack that ships gives way to it: none could be confirmed', () => {
    for (const id of ['cn', 'cn-zj-hz', 'cn-sd', 'cn-hb', 'cn-zj-ls', 'cn-sx-jz', 'cn-jx-gz', 'cn-sn'])
      for (const rule of shippedPack(id).rules)
        for (const { counting } of rule.versions) expect(counting.onDemand).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { auditElevator, auditWindow } from '../../../domain/audit/audit-elevator';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { PERMISSION_FIELDS, type Permitted } from '../../../domain/elevator/on-demand-permission';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { onDemandOf, type OnDemand } from '../../../domain/explain/on-demand';
import { onDemandSentence } from '../../../domain/explain/on-demand-sentence';
import { versionAt, type RulePack } from '../../../domain/pack/rule-pack';
import { compileRule } from '../../../domain/service-clock/compiled-rule';
import { packHistory } from '../../../domain/service-clock/packed-history';
import type { Visit } from '../../../domain/visit/visit';
import { shippedPack } from '../../support/shipped-packs';

const cn = shippedPack('cn');
const hangzhou = shippedPack('cn-zj-hz');
const NO = '梯11浙A12014(04)' as RegistrationNo;
const AS_OF = '2026-11-23' as CivilDate;
const PERIOD = { from: '2025-11-24' as CivilDate, to: AS_OF };

const PERMISSION = {
  regimeAuthority: '某市市场监督管理局',
  regimeDocument: '市监特设〔2025〕7号',
  regimeFrom: '2025-12-01' as CivilDate,
  regimeTo: '2026-11-30' as CivilDate,
  regimeMonitoring: '平台接入证明 3 号',
  regimeContract: 'HT-2025-7',
  regimeInsurance: 'BX-2025-7',
} as const;

/** Visits every so many days up to the day of judgement, the first on 1 December 2025. */
function visitsEvery(days: number): Visit[] {
  const visits: Visit[] = [];
  for (let date = '2025-12-01' as CivilDate; date <= AS_OF; date = toCivilDate(toEpochDay(date) + days))
    visits.push({ registrationNo: NO, date, task: 'year', technicians: [] });
  return visits;
}

function judged(elevator: Permitted, visits: readonly Visit[], pack: RulePack = cn, asOf = AS_OF) {
  const rule = pack.rules.find(({ id }) => id === 'cn.maintenance.half-month')!;
  const compiled = compileRule(rule, pack.rules);
  const history = packHistory(elevator, visits, [], []);
  const window = auditWindow(asOf, { ...PERIOD, to: asOf });
  const audit = auditElevator({ registrationNo: NO, kind: '3110', history }, [compiled], window).rules[0]!;
  const version = versionAt(rule, null);
  const onDemand = onDemandOf({ elevator, history, rule, compiled, version, window, audit });
  return { audit, onDemand: onDemand as OnDemand };
}

describe('an elevator registered as maintained on demand', () => {
  it('with a whole permission is judged by its days; what the 15 days of the text say is told beside it', () => {
    const { audit, onDemand } = judged({ regime: 'on-demand:60', ...PERMISSION }, visitsEvery(45));
    expect(audit).toMatchObject({ status: 'met', late: 0, gaps: [] });
    expect(onDemand).toMatchObject({ state: 'counts', limitDays: 15, late: 8, beyond: 0, longest: { days: 45 } });
    expect(onDemandSentence(onDemand, 'zh-CN')).toBe(
      '登记为按需维保，最长60日（依据某市市场监督管理局市监特设〔2025〕7号，本程序没有核验）；规则包据此放宽：2025年12月1日至2026年11月30日开始的间隔按60日判定，至多3个月，最迟至批准到期后15日；其余按15日。各项结论都含此批准（“仅按条文”的也在内），而条文本身没有例外。期内超过15日的间隔8次（最长45日，2025年12月1日至2026年1月15日），其中按批准也超期的0次',
    );
  });

  it('is late by both counts where it is later than permitted', () => {
    const { audit, onDemand } = judged({ regime: 'on-demand:40', ...PERMISSION }, visitsEvery(45));
    expect(audit.gaps[0]).toMatchObject({ deadline: '2026-01-10', daysLate: 5, weight: 'law' });
    expect(onDemand).toMatchObject({ late: 8, beyond: audit.gaps.length });
    expect(audit.gaps).toHaveLength(8);
    expect(onDemandSentence(onDemand, 'en')).toContain('of these, late by the permission as well: 8');
  });

  it.each(PERMISSION_FIELDS)('is judged by the 15 days while its permission lacks %s', (field) => {
    const rest = Object.fromEntries(Object.entries(PERMISSION).filter(([name]) => name !== field));
    const { audit, onDemand } = judged({ regime: 'on-demand:60', ...rest }, visitsEvery(45));
    expect(audit.gaps).toHaveLength(8);
    expect(onDemand).toMatchObject({ state: 'incomplete', missing: [field], late: 8, beyond: 0 });
    expect(onDemandSentence(onDemand, 'zh-CN')).toMatch(/登记中缺.+，规则包不据此放宽，按15日判定/);
  });

  it('never goes beyond the cap of the pack', () => {
    const { audit } = judged({ regime: 'on-demand:300', ...PERMISSION }, visitsEvery(100));
    expect(audit.gaps[0]).toMatchObject({ from: '2025-12-01', deadline: '2026-03-01' });
  });

  it('has 15 days from the last day of the permission', () => {
    const ended = { ...PERMISSION, regimeTo: '2026-01-20' as CivilDate };
    const { audit } = judged({ regime: 'on-demand:60', ...ended }, visitsEvery(45));
    expect(audit.gaps[0]).toMatchObject({ from: '2026-01-15', deadline: '2026-02-04' });
    const history = (to: string) =>
      judged(
        { regime: 'on-demand:60', ...ended, regimeTo: to as CivilDate },
        [{ registrationNo: NO, date: '2026-01-01' as CivilDate, task: 'year', technicians: [] }],
        cn,
        '2026-01-10' as CivilDate,
      ).audit.dueOn;
    expect(history('2026-01-01')).toBe('2026-01-16');
    expect(history('2026-02-01')).toBe('2026-02-16');
    expect(history('2026-03-01')).toBe('2026-03-02');
  });

  it('relaxes nothing in a pack whose place knows no such permission', () => {
    const { audit, onDemand } = judged({ regime: 'on-demand:30', ...PERMISSION }, visitsEvery(45), hangzhou);
    expect(audit.gaps).toHaveLength(8);
    expect(onDemand).toMatchObject({ state: 'not-eased', late: 8, beyond: 8 });
    expect(onDemandSentence(onDemand, 'zh-CN')).toBe(
      '登记为按需维保，最长30日（依据某市市场监督管理局市监特设〔2025〕7号，本程序没有核验）；条文没有例外，规则包不据此放宽，按15日判定。期内超过15日的间隔8次（最长45日，2025年12月1日至2026年1月15日），其中超过登记的30日的8次',
    );
  });

  it('without a permission says so', () => {
    const { onDemand } = judged({ regime: 'on-demand:60' }, visitsEvery(10));
    expect(onDemandSentence(onDemand, 'en')).toBe(
      'Registered as maintained on demand, at most 60 days (no permission is named); the register lacks the authority, the document, its first day, its last day, proof of remote monitoring, the contract, liability insurance, so the pack does not relax the text and 15 days judge. Intervals of the period over 15 days: 0; of these, over the registered 60 days: 0',
    );
  });

  it('is told where days are counted and something is registered, and nowhere else', () => {
    expect(judged({ regime: 'standard' }, visitsEvery(45)).onDemand).toBeNull();
    const quarter = cn.rules[1]!;
    const history = packHistory({}, [], [], []);
    const compiled = compileRule(quarter, cn.rules);
    const window = auditWindow(AS_OF, PERIOD);
    const audit = auditElevator({ registrationNo: NO, kind: '3110', history }, [compiled], window).rules[0]!;
    const elevator: Permitted = { regime: 'on-demand:60', ...PERMISSION };
    const version = versionAt(quarter, null);
    expect(onDemandOf({ elevator, history, rule: quarter, compiled, version, window, audit })).toBeNull();
  });

  it('leaves the bound below which every visit is in time as it was', () => {
    const bound = (id: string) =>
      compileRule(
        shippedPack(id).rules.find((rule) => rule.id === 'cn.maintenance.half-month')!,
        [],
      ).shortestDays;
    expect([bound('cn'), bound('cn-zj-hz')]).toEqual([15, 15]);
  });
});

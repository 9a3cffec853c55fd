import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answer } from '../../support/command-line';

const folder = mkdtempSync(join(tmpdir(), 'cli-on-demand-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const NO = '梯11浙A12014(04)';
const register = write(
  'reg.csv',
  [
    '使用登记证编号,品种,投用日期,维保方式,按需维保批准机关,按需维保批准文件,按需维保起始日期,按需维保截止日期,按需维保远程监测证明,按需维保合同,按需维保责任保险',
    `${NO},3110,2025-12-01,按需：60,某市市场监管局,7号,2025-12-01,2027-11-30,平台3号,HT-7,BX-7`,
  ].join('\n'),
);
const days = ['2025-12-01', '2026-01-15', '2026-03-01', '2026-04-15', '2026-05-30', '2026-07-14', '2026-08-28'];
const visits = write(
  'vis.csv',
  ['registration_no,date,task', ...[...days, '2026-10-12'].map((day) => `${NO},${day},year`)].join('\n'),
);
const audit = (...rest: string[]) =>
  answer(['audit', '--register', register, '--visits', visits, '--as-of', '2026-11-23', ...rest], { locale: 'zh-CN' });

describe('an elevator with a permission for on-demand maintenance', () => {
  it('is judged by the permission, and both counts are printed of an elevator that is compliant', async () => {
    const { code, out } = await audit();
    expect(code).toBe(0);
    expect(out).toContain('期内超过15日的间隔8次（最长45日，2025年12月1日至2026年1月15日），其中按批准也超期的0次');
    const { out: json } = await audit('--format', 'json', '--explain', NO);
    const { elevators, explanation } = JSON.parse(json) as {
      elevators: [{ verdict: string; rules: { ruleId: string; dueOn: string }[] }];
      explanation: { rules: { ruleId: string; onDemand: object | null }[] };
    };
    expect(elevators[0].verdict).toBe('compliant');
    expect(elevators[0].rules[0]).toMatchObject({ status: 'met', dueOn: '2026-12-11', gaps: [] });
    expect(explanation.rules[0]!.onDemand).toMatchObject({ state: 'counts', limitDays: 15, late: 8, beyond: 0 });
  });

  it('is judged by the 15 days where the place knows no such permission', async () => {
    const { code, out } = await audit('--pack', 'cn-zj-hz');
    expect(code).toBe(1);
    expect(out).toContain('规则包不据此放宽，按15日判定');
  });
});

import { describe, expect, it } from 'vitest';
import { REGISTER, tryFiles } from '../../support/import-desk';

describe('a table of contracts', () => {
  it.each([
    [
      '使用登记证编号,维保单位,合同编号,合同开始日期,合同结束日期,保养方式\nT1,恒升电梯,HT-1,2026-01-01,2026-12-31,全包\n',
    ],
    ['registration_no,firm,contract_no,from,to,category\nT1,恒升电梯,HT-1,2026-01-01,2026-12-31,full\n'],
  ])('is told by its headers and taken as it says', async (text) => {
    const { plan, preview } = await tryFiles({ 'r.csv': REGISTER, 'c.csv': text });
    expect(preview.refusals).toEqual([]);
    expect(preview.adds.contracts).toBe(1);
    expect(plan.contracts).toEqual([
      {
        registrationNo: 'T1',
        firm: '恒升电梯',
        contractNo: 'HT-1',
        from: '2026-01-01',
        to: '2026-12-31',
        category: 'full',
      },
    ]);
  });

  it('a register that names its contract stays a register', async () => {
    const register =
      '使用登记证编号,品种,使用地点,维保单位,维保合同起,维保合同至\nT1,3110,文一路1号,恒升,2026-01-01,2026-12-31\n';
    const { preview } = await tryFiles({ 'r.csv': register });
    expect(preview.files.map(({ table }) => table)).toEqual(['elevators']);
    expect(preview.adds).toMatchObject({ elevators: 1 });
    expect(preview.adds.contracts).toBeUndefined();
  });

  it('refuses a contract without a firm or that ends before it begins, and keeps one whose category is not known', async () => {
    const rows = 'T1,,2026-01-01,\nT1,甲,2026-02-01,2026-01-01\nT1,乙,2026-02-01,';
    const head = '使用登记证编号,维保单位,合同开始日期,合同结束日期';
    const { preview } = await tryFiles({ 'r.csv': REGISTER, 'c.csv': `${head}\n${rows}\n` });
    expect(preview.refusals.map(({ row, code }) => [row, code])).toEqual([
      [2, 'missing-value'],
      [3, 'end-before-start'],
    ]);
    const other = await tryFiles({
      'r.csv': REGISTER,
      'c.csv': `${head},保养方式\nT1,乙,2026-02-01,,维保\n`,
    });
    expect(other.plan.contracts).toEqual([{ registrationNo: 'T1', firm: '乙', from: '2026-02-01' }]);
    expect(other.preview.notes.map(({ code }) => code)).toEqual(['not-one-of']);
  });
});

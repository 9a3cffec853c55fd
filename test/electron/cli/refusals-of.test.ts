import { describe, expect, it } from 'vitest';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Refusal } from '../../../domain/record/refusal';
import { refusalsOf } from '../../../electron/cli/refusals-of';

const NO = '梯11浙A12056(04)' as RegistrationNo;
const refusal = (row: number, ...cells: readonly string[]): Refusal => ({
  file: 'visits.csv',
  row,
  column: 'date',
  value: '2026-02-30',
  code: 'no-such-date',
  params: {},
  cells,
});

describe('the refused rows of a report', () => {
  it('are those of its elevator, however its number is written, and never those of others or their people', () => {
    const own = [refusal(2, NO, '2026-02-30', '张建国'), refusal(3, '梯11浙A12056（04） ', '2026-02-30')];
    const others = [refusal(4, '梯11浙A12057(04)', '2026-02-30', '李明'), refusal(5, '', '2026-02-30', '王海')];
    expect(refusalsOf([...own, ...others], NO)).toEqual(own);
  });

  it('include a file that could not be read at all, for it may have been about anybody', () => {
    const file = refusal(0);
    expect(refusalsOf([file, refusal(9, 'x')], NO)).toEqual([file]);
  });
});

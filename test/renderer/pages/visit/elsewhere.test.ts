import { describe, expect, it } from 'vitest';
import type { RegistrationNo } from '../../../../domain/elevator/elevator';
import type { Visit } from '../../../../domain/visit/visit';
import { elsewhere } from '../../../../renderer/pages/visit/elsewhere';

const HERE = '梯11浙A12014(04)' as RegistrationNo;
const THERE = '梯11浙A12028(04)' as RegistrationNo;
const draft = { registrationNo: HERE, technicians: ['王海', '陈立新'], startedAt: '10:05', endedAt: '10:51' };

const visit = (change: object): Visit =>
  ({
    registrationNo: THERE,
    date: '2026-11-23',
    task: 'half-month',
    technicians: ['王海', '李明'],
    startedAt: '10:30',
    endedAt: '11:10',
    ...change,
  }) as unknown as Visit;

describe('a person in two places', () => {
  it('is named with the other elevator and its times', () => {
    expect(elsewhere(draft, [visit({})])).toEqual([
      { name: '王海', registrationNo: THERE, startedAt: '10:30', endedAt: '11:10' },
    ]);
  });

  it.each([
    ['ends as this one starts', { startedAt: '09:30', endedAt: '10:05' }],
    ['starts as this one ends', { startedAt: '10:51', endedAt: '11:20' }],
    ['has no times', { startedAt: undefined, endedAt: undefined }],
    ['was made by others', { technicians: ['赵志强'] }],
    ['is at this elevator', { registrationNo: HERE }],
  ])('a visit that %s is no conflict', (_what, change) => {
    expect(elsewhere(draft, [visit(change)])).toEqual([]);
  });

  it('nothing is claimed while people or times are missing', () => {
    expect(elsewhere({ ...draft, technicians: [] }, [visit({})])).toBeNull();
    expect(elsewhere({ ...draft, endedAt: '' }, [visit({})])).toBeNull();
    expect(elsewhere({ ...draft, endedAt: '09:00' }, [visit({})])).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { sharedDeviceCodes } from '../../../domain/elevator/shared-device-codes';

const no = (text: string): RegistrationNo => text as RegistrationNo;
const A = { registrationNo: no('A'), deviceCode: '3110 1010' };
const B = { registrationNo: no('B'), deviceCode: '31101010' };

describe('one device code under two certificates', () => {
  it('is told by any spelling', () => {
    expect(sharedDeviceCodes([A, B])).toEqual([{ deviceCode: '31101010', registrationNos: ['A', 'B'] }]);
  });

  it('is no doubt where one is retired or followed by the other, or no code is known', () => {
    const ended = { status: 'scrapped', endedOn: '2026-01-01' as CivilDate } as const;
    expect(sharedDeviceCodes([{ ...A, ...ended }, B])).toEqual([]);
    expect(sharedDeviceCodes([{ ...A, successorNo: no('B') }, B])).toEqual([]);
    expect(sharedDeviceCodes([{ registrationNo: no('A') }, { registrationNo: no('B') }])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import { rosterChanges, rosterForm, rosterProblems, rosterRow } from '../../../../renderer/pages/people/roster-form';

const HAI = { name: '王海', certificateNo: 'T1', validUntil: '2027-03-31' as CivilDate };

describe('the form of a person or a firm', () => {
  it('tells what is missing, is no day or lies before the first one', () => {
    const form = {
      ...rosterForm(null),
      validFrom: '2026-3-1',
      validUntil: '2026-02-30',
      from: '2026/5/1',
      to: '2026-04-30',
    };
    expect(rosterProblems('people', form, null)).toEqual({
      name: 'no-name',
      validUntil: 'not-a-date',
      to: 'before-start',
    });
    expect(rosterProblems('firms', { ...rosterForm(null), name: '长'.repeat(5000) }, null)).toEqual({
      name: 'too-long',
    });
  });

  it('makes the row that was typed, of a firm its own fields alone', () => {
    expect(
      rosterRow('people', { ...rosterForm(null), name: ' 王海 ', validUntil: '2027/3/31', permitNo: 'x' }),
    ).toEqual({
      name: '王海',
      validUntil: '2027-03-31',
    });
    expect(rosterRow('firms', { ...rosterForm(null), name: '恒升', permitNo: 'TS1', certificateNo: 'x' })).toEqual({
      name: '恒升',
      permitNo: 'TS1',
    });
  });

  it('a correction names what changes and needs its reason', () => {
    const form = rosterForm(HAI);
    expect(rosterProblems('people', form, HAI)).toEqual({ reason: 'reason-missing', all: 'nothing-changed' });
    const changed = { ...form, validUntil: '', phone: '139', reason: '换证' };
    expect(rosterProblems('people', changed, HAI)).toEqual({});
    expect(rosterChanges('people', HAI, changed)).toEqual([
      { field: 'validUntil', to: null },
      { field: 'phone', to: '139' },
    ]);
  });
});

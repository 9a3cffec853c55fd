import type { Period } from '../../../../domain/calendar/period';
import { describe, expect, it } from 'vitest';
import { lateDaysOf } from '../../../../renderer/pages/settings/late-days-form';
import { lateOf, lateProblems, NOTHING_SAID } from '../../../../renderer/features/late/late-form';

const turn = {
  verdict: { from: 'lapsed', to: 'compliant' },
  verdictByLaw: { from: 'lapsed', to: 'compliant' },
  rules: [],
} as const;
const photo = 'a'.repeat(64);

describe('the late part of a form', () => {
  it('asks for a reason where what comes late would change a verdict, and nowhere else', () => {
    expect(lateProblems(NOTHING_SAID, { isLate: true, turn, older: null })).toEqual({ reason: 'missing' });
    expect(lateProblems({ ...NOTHING_SAID, reason: ' ' }, { isLate: true, turn, older: null })).toEqual({
      reason: 'missing',
    });
    expect(lateProblems(NOTHING_SAID, { isLate: true, turn: null, older: null })).toEqual({});
    expect(lateProblems(NOTHING_SAID, { isLate: false, turn, older: null })).toEqual({});
    expect(lateProblems(NOTHING_SAID, null)).toEqual({});
  });

  it('a verdict of days before the period counts like one of the period', () => {
    const older = {
      period: { from: '2024-08-16', to: '2024-08-30' } as Period,
      verdict: { from: 'lapsed', to: 'compliant' },
      lateDays: { from: 15, to: 0 },
    } as const;
    expect(lateProblems(NOTHING_SAID, { isLate: true, turn: null, older })).toEqual({ reason: 'missing' });
    expect(lateProblems(NOTHING_SAID, { isLate: false, turn: null, older })).toEqual({});
  });

  it('a document or a photo without a reason is not lost in silence', () => {
    expect(lateProblems({ ...NOTHING_SAID, document: 'WB-17' }, { isLate: true, turn: null, older: null })).toEqual({
      reason: 'missing',
    });
  });

  it('sends what was said, trimmed, and nothing where nothing is late', () => {
    const form = { reason: ' 纸质单后补 ', document: ' WB-17 ', photos: [photo] };
    expect(lateOf(form, { isLate: true, turn, older: null })).toEqual({
      late: { reason: '纸质单后补', document: 'WB-17', photos: [photo] },
    });
    expect(lateOf({ ...NOTHING_SAID, reason: '忘录' }, { isLate: true, turn: null, older: null })).toEqual({
      late: { reason: '忘录' },
    });
    expect(lateOf(form, { isLate: false, turn, older: null })).toEqual({});
  });

  it('the days of the house are whole, from 0 to 365', () => {
    expect(['0', ' 3 ', '365'].map(lateDaysOf)).toEqual([0, 3, 365]);
    expect(['', '366', '-1', '2.5', '三'].map(lateDaysOf)).toEqual([null, null, null, null, null]);
  });
});

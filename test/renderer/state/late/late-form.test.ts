import { describe, expect, it } from 'vitest';
import { lateDaysOf } from '../../../../renderer/pages/settings/late-days-form';
import { lateOf, lateProblems, NOTHING_SAID } from '../../../../renderer/state/late/late-form';

const turn = {
  verdict: { from: 'lapsed', to: 'compliant' },
  verdictByLaw: { from: 'lapsed', to: 'compliant' },
  rules: [],
} as const;
const photo = 'a'.repeat(64);

describe('the late part of a form', () => {
  it('asks for a reason where what comes late would change a verdict, and nowhere else', () => {
    expect(lateProblems(NOTHING_SAID, { isLate: true, turn })).toEqual({ reason: 'missing' });
    expect(lateProblems({ ...NOTHING_SAID, reason: ' ' }, { isLate: true, turn })).toEqual({ reason: 'missing' });
    expect(lateProblems(NOTHING_SAID, { isLate: true, turn: null })).toEqual({});
    expect(lateProblems(NOTHING_SAID, { isLate: false, turn })).toEqual({});
    expect(lateProblems(NOTHING_SAID, null)).toEqual({});
  });

  it('a document or a photo without a reason is not lost in silence', () => {
    expect(lateProblems({ ...NOTHING_SAID, document: 'WB-17' }, { isLate: true, turn: null })).toEqual({
      reason: 'missing',
    });
  });

  it('sends what was said, trimmed, and nothing where nothing is late', () => {
    const form = { reason: ' 纸质单后补 ', document: ' WB-17 ', photos: [photo] };
    expect(lateOf(form, { isLate: true, turn })).toEqual({
      late: { reason: '纸质单后补', document: 'WB-17', photos: [photo] },
    });
    expect(lateOf({ ...NOTHING_SAID, reason: '忘录' }, { isLate: true, turn: null })).toEqual({
      late: { reason: '忘录' },
    });
    expect(lateOf(form, { isLate: false, turn })).toEqual({});
  });

  it('the days of the house are whole, from 0 to 365', () => {
    expect(['0', ' 3 ', '365'].map(lateDaysOf)).toEqual([0, 3, 365]);
    expect(['', '366', '-1', '2.5', '三'].map(lateDaysOf)).toEqual([null, null, null, null, null]);
  });
});

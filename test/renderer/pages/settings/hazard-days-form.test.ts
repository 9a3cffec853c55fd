import { describe, expect, it } from 'vitest';
import {
  daysProblem,
  hazardDaysForm,
  hazardDaysOf,
  packDays,
} from '../../../../renderer/pages/settings/hazard-days-form';
import { cnPack } from '../../../support/cn-pack';

const { deadlines } = cnPack.hazards!;

describe('the days of the house', () => {
  it('come back from the form as they went in; an empty field is none', () => {
    const days = { notify: 0, 'rectify-I': 5, recheck: 3650 };
    expect(hazardDaysOf(hazardDaysForm(days))).toEqual(days);
    expect(hazardDaysOf(hazardDaysForm({}))).toEqual({});
  });

  it.each(['', ' ', '0', ' 30 ', '3650'])('%j is taken', (typed) => {
    expect(daysProblem(typed)).toBeUndefined();
  });

  it.each(['3651', '-1', '1.5', 'seven', '1e3', '99999'])('%j is told to be no number of days', (typed) => {
    expect(daysProblem(typed)).toBe('not-days');
  });

  it('beside them stand the days of the pack, the general one and that of a risk group apart', () => {
    expect(packDays('rectify', deadlines)).toEqual({ days: 30, isLaw: false });
    expect(packDays('rectify-I', deadlines)).toEqual({ days: 7, isLaw: false });
    expect(packDays('notify', [])).toBeNull();
  });

  it('days that a clause sets are told to be the law', () => {
    const confirmed = deadlines.map((one) => ({ ...one, confidence: 'law' as const }));
    expect(packDays('recheck', confirmed)?.isLaw).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../../domain/elevator/elevator';
import {
  checkChanges,
  checkForm,
  checkOf,
  checkProblems,
  paperOf,
  type CheckForm,
} from '../../../../renderer/pages/routine/check-form';

const NO = '梯11浙A12014(04)' as RegistrationNo;
const TODAY = { date: '2026-11-23' as CivilDate, today: '2026-11-23' as CivilDate };
const PAST = { ...TODAY, date: '2026-11-20' as CivilDate };
const FOUND: CheckForm = {
  ...checkForm({ result: 'found', by: '吴国平' }),
  at: '830',
  modules: ['pit'],
  found: ' 底坑渗水 ',
  toldTo: '恒升电梯',
};

describe('the form of a daily check', () => {
  it('gives a record that the journal takes, empty fields absent', () => {
    expect(checkProblems(FOUND, null, TODAY)).toEqual({});
    expect(checkOf(NO, TODAY, FOUND)).toEqual({
      ...{ registrationNo: NO, date: '2026-11-23', result: 'found', by: '吴国平', at: '08:30' },
      ...{ modules: ['pit'], found: '底坑渗水', toldTo: '恒升电梯' },
    });
    expect(paperOf(FOUND, TODAY)).toEqual({});
  });

  it('of nothing found leaves out what was typed of a finding', () => {
    expect(checkOf(NO, TODAY, { ...FOUND, result: 'nothing-found', at: '' })).toEqual({
      ...{ registrationNo: NO, date: '2026-11-23', result: 'nothing-found', by: '吴国平' },
    });
  });

  it('of a past day asks for the paper of that day and why it comes late', () => {
    const form = checkForm({ result: 'nothing-found', by: '吴国平' });
    expect(checkProblems(form, null, PAST)).toEqual({ lateReason: 'nothing-said', document: 'no-paper' });
    const paper = { ...form, lateReason: '当日停电', document: ' 检查表 11-20 ' };
    expect(checkProblems(paper, null, PAST)).toEqual({});
    expect(paperOf(paper, PAST)).toEqual({ late: { reason: '当日停电', document: '检查表 11-20' } });
    const photo = { ...form, lateReason: '当日停电', photos: ['a'.repeat(64)] };
    expect(checkProblems(photo, null, PAST)).toEqual({});
    expect(paperOf(photo, PAST)).toEqual({ late: { reason: '当日停电', photos: ['a'.repeat(64)] } });
  });

  it('of a past day without a check asks for its reason alone', () => {
    const form = checkForm({ result: 'not-done', by: '吴国平' });
    expect(checkProblems(form, null, PAST)).toEqual({ reason: 'nothing-said' });
    const said = { ...form, reason: '台风停梯' };
    expect([checkProblems(said, null, PAST), paperOf(said, PAST)]).toEqual([{}, {}]);
  });

  it.each<[Partial<CheckForm>, object]>([
    [{ by: ' ' }, { by: 'nobody' }],
    [{ by: '长'.repeat(81) }, { by: 'too-long' }],
    [{ at: '25:00' }, { at: 'not-a-time' }],
    [{ found: '' }, { found: 'nothing-said' }],
    [{ measure: '长'.repeat(4001) }, { measure: 'too-long' }],
  ])('with %j tells %j', (part, told) => {
    expect(checkProblems({ ...FOUND, ...part }, null, TODAY)).toEqual(told);
  });

  it('of a correction needs a change and its reason, and says what changes', () => {
    const recorded = checkOf(NO, TODAY, FOUND);
    const form = checkForm(recorded);
    expect(checkProblems(form, recorded, PAST)).toEqual({ why: 'reason-missing', all: 'nothing-changed' });
    const changed: CheckForm = { ...form, modules: ['pit', 'machine-room'], toldTo: '', why: '漏写' };
    expect(checkProblems(changed, recorded, PAST)).toEqual({});
    expect(checkChanges(recorded, changed)).toEqual([
      { field: 'modules', to: ['pit', 'machine-room'] },
      { field: 'toldTo', to: null },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../../domain/elevator/elevator';
import {
  drillChanges,
  drillForm,
  drillOf,
  drillProblems,
  type DrillForm,
} from '../../../../renderer/pages/elevator/drill-form';

const TODAY = '2026-11-23' as CivilDate;
const NO = '梯11浙A12014(04)' as RegistrationNo;
const FORM: DrillForm = {
  ...drillForm(null, TODAY),
  date: '2026/11/3',
  startedAt: '930',
  endedAt: '9：45',
  participants: '王海、赵敏',
  problems: ' 对讲不通 ',
};
const DRILL = {
  registrationNo: NO,
  date: '2026-11-03',
  startedAt: '09:30',
  endedAt: '09:45',
  scenario: 'entrapment',
  participants: ['王海', '赵敏'],
  problems: '对讲不通',
};

describe('recording a drill', () => {
  it('gives a record that the journal takes, empty fields absent', () => {
    expect(drillProblems(FORM, null, TODAY)).toEqual({});
    expect(drillOf(NO, FORM)).toEqual(DRILL);
  });

  it.each<[Partial<DrillForm>, object]>([
    [{ date: '2026-02-30' }, { date: 'not-a-date' }],
    [{ date: '2026-11-24' }, { date: 'future' }],
    [{ startedAt: '25:00' }, { startedAt: 'not-a-time' }],
    [{ endedAt: '9:29' }, { endedAt: 'before-start' }],
    [{ participants: ' 、 ' }, { participants: 'nobody' }],
    [{ participants: '长'.repeat(81) }, { participants: 'too-long' }],
    [{ measures: '长'.repeat(4001) }, { measures: 'too-long' }],
  ])('%j keeps it from being saved', (typed, problems) => {
    expect(drillProblems({ ...FORM, ...typed }, null, TODAY)).toEqual(problems);
  });

  it('corrected tells the fields that change, and asks for a change and its reason', () => {
    const recorded = drillOf(NO, FORM);
    const form = drillForm(recorded, TODAY);
    expect(drillProblems(form, recorded, TODAY)).toEqual({ reason: 'reason-missing', all: 'nothing-changed' });
    const changed = { ...form, participants: '王海', problems: '', reason: '误记' };
    expect(drillProblems(changed, recorded, TODAY)).toEqual({});
    expect(drillChanges(recorded, changed)).toEqual([
      { field: 'participants', to: ['王海'] },
      { field: 'problems', to: null },
    ]);
  });
});

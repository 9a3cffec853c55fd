import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../../domain/elevator/elevator';
import { callOutSchema } from '../../../../domain/record/schemas';
import {
  callOutChanges,
  callOutForm,
  callOutOf,
  callOutProblems,
  type CallOutForm,
} from '../../../../renderer/pages/elevator/callout-form';
import { dossierWith } from '../../../support/dossier-with';

const TODAY = '2026-11-23' as CivilDate;
const NO = '梯11浙A12014(04)' as RegistrationNo;
const FORM: CallOutForm = {
  ...callOutForm(null),
  reportedAt: '2026/11/20 8:05',
  dispatchedAt: '0807',
  arrivedAt: '8:25',
  freedAt: ' 2026-11-20T08:41 ',
  trapped: '3',
  injured: '0',
  by: '绿源维保',
};
const recorded = dossierWith({
  callouts: [
    { kind: 'entrapment', reportedAt: '2026-11-20T08:05', arrivedAt: '2026-11-20T08:25', trapped: 3, cause: 'brake' },
  ],
}).callouts[0]!.value;

describe('recording a call-out', () => {
  it('times are taken as people write them; bare ones are of the day of the report', () => {
    const callOut = callOutOf(NO, FORM, TODAY);
    expect(callOut).toEqual({
      registrationNo: NO,
      kind: 'entrapment',
      reportedAt: '2026-11-20T08:05',
      dispatchedAt: '2026-11-20T08:07',
      arrivedAt: '2026-11-20T08:25',
      freedAt: '2026-11-20T08:41',
      trapped: 3,
      injured: 0,
      by: '绿源维保',
    });
    expect(callOutSchema.parse(callOut)).toEqual(callOut);
    expect(callOutProblems(FORM, null, TODAY)).toEqual({});
  });

  it('a bare time of the report is of today', () => {
    expect(callOutOf(NO, { ...FORM, reportedAt: '08:05', freedAt: '' }, TODAY).arrivedAt).toBe('2026-11-23T08:25');
  });

  it.each<[Partial<CallOutForm>, object]>([
    [{ reportedAt: '' }, { reportedAt: 'not-a-minute' }],
    [{ arrivedAt: 'soon' }, { arrivedAt: 'not-a-minute' }],
    [{ arrivedAt: '2026-11-31 08:25' }, { arrivedAt: 'not-a-minute' }],
    [{ arrivedAt: '24:00' }, { arrivedAt: 'not-a-minute' }],
    [{ freedAt: '2026-11-24 00:00' }, { freedAt: 'future' }],
    [{ arrivedAt: '08:06' }, { arrivedAt: 'out-of-order' }],
    [{ freedAt: '8:24' }, { freedAt: 'out-of-order' }],
    [{ trapped: '-1' }, { trapped: 'not-a-count' }],
    [{ injured: '1.5' }, { injured: 'not-a-count' }],
    [{ by: 'x'.repeat(501) }, { by: 'too-long' }],
    [{ note: 'x'.repeat(4001) }, { note: 'too-long' }],
  ])('%o is refused in place: %o', (change, problems) => {
    expect(callOutProblems({ ...FORM, ...change }, null, TODAY)).toEqual(problems);
  });
});

describe('correcting a call-out', () => {
  const form = { ...callOutForm(recorded), reason: '补记' };

  it('sends only the fields that change, an emptied one as absent', () => {
    expect(callOutChanges(recorded, { ...form, arrivedAt: '8:35', cause: '', injured: '1' }, TODAY)).toEqual([
      { field: 'arrivedAt', to: '2026-11-20T08:35' },
      { field: 'cause', to: null },
      { field: 'injured', to: 1 },
    ]);
  });

  it('an untouched form and a missing reason are told', () => {
    expect(callOutChanges(recorded, form, TODAY)).toEqual([]);
    expect(callOutProblems({ ...form, reason: ' ' }, recorded, TODAY)).toEqual({
      reason: 'reason-missing',
      all: 'nothing-changed',
    });
  });
});

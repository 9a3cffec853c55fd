import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../../domain/elevator/elevator';
import { inspectionSchema } from '../../../../domain/record/schemas';
import {
  inspectionChanges,
  inspectionForm,
  inspectionOf,
  inspectionProblems,
  type InspectionForm,
} from '../../../../renderer/pages/elevator/inspection-form';
import { dossierWith } from '../../../support/dossier-with';

const TODAY = '2026-11-23' as CivilDate;
const NO = '梯11浙A12014(04)' as RegistrationNo;
const FORM: InspectionForm = { ...inspectionForm(null, 'governor', TODAY), date: '2026/11/3', reportNo: ' GV-7 ' };
const recorded = dossierWith({
  inspections: [{ date: '2026-11-03', kind: 'periodic', result: 'pass', by: '市特检院', validUntil: '2027-11-02' }],
}).inspections[0]!.value;

describe('recording an inspection', () => {
  it('gives a record that the journal takes, empty fields absent', () => {
    const inspection = inspectionOf(NO, FORM);
    expect(inspection).toEqual({
      registrationNo: NO,
      date: '2026-11-03',
      kind: 'governor',
      result: 'pass',
      reportNo: 'GV-7',
    });
    expect(inspectionSchema.parse(inspection)).toEqual(inspection);
    expect(inspectionProblems(FORM, null, TODAY)).toEqual({});
  });

  it.each<[Partial<InspectionForm>, object]>([
    [{ date: '' }, { date: 'not-a-date' }],
    [{ date: '2026-02-30' }, { date: 'not-a-date' }],
    [{ date: '2026-11-24' }, { date: 'future' }],
    [{ validUntil: 'next year' }, { validUntil: 'not-a-date' }],
    [{ validUntil: '2026-11-02' }, { validUntil: 'before-date' }],
    [{ by: 'x'.repeat(501) }, { by: 'too-long' }],
  ])('%o is refused in place: %o', (change, problems) => {
    expect(inspectionProblems({ ...FORM, ...change }, null, TODAY)).toEqual(problems);
  });
});

describe('correcting an inspection', () => {
  const form = { ...inspectionForm(recorded, 'periodic', TODAY), reason: '报告更正' };

  it('sends only the fields that change, an emptied one as absent', () => {
    expect(inspectionChanges(recorded, { ...form, result: 'fail', validUntil: '', by: ' 市特检院 ' })).toEqual([
      { field: 'result', to: 'fail' },
      { field: 'validUntil', to: null },
    ]);
  });

  it('an untouched form and a missing reason are told', () => {
    expect(inspectionProblems({ ...form, reason: '' }, recorded, TODAY)).toEqual({
      reason: 'reason-missing',
      all: 'nothing-changed',
    });
  });
});

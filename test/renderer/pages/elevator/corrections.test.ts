import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import { correctionForm, correctionOf, correctionProblems } from '../../../../renderer/pages/elevator/visit-correction';
import { outageProblems } from '../../../../renderer/pages/elevator/outage-problems';
import { savedOf, savedState } from '../../../../renderer/pages/visit/page-hand-over';
import { dossierWith } from '../../../support/dossier-with';

const TODAY = '2026-11-23' as CivilDate;
const visit = dossierWith({ visits: [{ date: '2026-11-20', startedAt: '09:00', endedAt: '09:45' }] }).visits[0]!.value;
const form = { ...correctionForm(visit), reason: '登记错误' };

describe('correcting a visit', () => {
  it('only fields that change are sent, an emptied one as absent', () => {
    expect(correctionOf(visit, { ...form, date: '2026/11/19', endedAt: '', technicians: '王海；李明' })).toEqual([
      { field: 'date', to: '2026-11-19' },
      { field: 'endedAt', to: null },
      { field: 'technicians', to: ['王海', '李明'] },
    ]);
  });

  it('a time typed without its colon is the time', () => {
    expect(correctionOf(visit, { ...form, startedAt: '0900', endedAt: '950' })).toEqual([
      { field: 'endedAt', to: '09:50' },
    ]);
  });

  it('the same names written with other signs are no change', () => {
    expect(correctionOf(visit, { ...form, technicians: ' 王海 / 陈立新 ' })).toEqual([]);
  });

  it('an untouched form and a missing reason are told', () => {
    expect(correctionProblems(visit, { ...form, reason: ' ' }, TODAY)).toEqual({
      reason: 'reason-missing',
      all: 'nothing-changed',
    });
  });

  it.each([
    [{ date: '2026-11-24' }, { date: 'future' }],
    [{ date: '2026-02-30' }, { date: 'not-a-date' }],
    [{ startedAt: '9' }, { startedAt: 'not-a-time' }],
    [{ endedAt: '08:59' }, { endedAt: 'end-before-start' }],
    [{ technicians: ' 、 ' }, { technicians: 'technicians-missing' }],
  ])('%o is refused in place: %o', (change, problems) => {
    expect(correctionProblems(visit, { ...form, ...change }, TODAY)).toEqual(problems);
  });

  it('an imported visit without technicians may stay without', () => {
    const imported = { ...visit, technicians: [] };
    const note = { ...correctionForm(imported), note: '补记', reason: '补记' };
    expect(correctionProblems(imported, note, TODAY)).toEqual({});
  });
});

describe('an outage', () => {
  const outage = { from: '2026-11-20', to: '', cause: '', reason: '' };

  it('needs a first day, which may lie ahead where it is planned; the day back may be empty', () => {
    expect(outageProblems(outage, null)).toEqual({});
    expect(outageProblems({ ...outage, to: '2026-12-01' }, null)).toEqual({});
    expect(outageProblems({ ...outage, from: '2027-01-05' }, null)).toEqual({});
    expect(outageProblems({ ...outage, from: '' }, null)).toEqual({ from: 'not-a-date' });
  });

  it('is back after its first day, not on it', () => {
    expect(outageProblems({ ...outage, to: '2026-11-20' }, null)).toEqual({ to: 'to-not-after-from' });
    expect(outageProblems({ ...outage, to: '2026-11-21' }, null)).toEqual({});
  });

  it('a correction needs a reason', () => {
    expect(outageProblems(outage, { from: TODAY })).toEqual({ reason: 'reason-missing' });
    expect(outageProblems({ ...outage, reason: '误记' }, { from: '2026-11-20' as CivilDate })).toEqual({
      all: 'nothing-changed',
    });
  });
});

describe('what the visit page tells the next', () => {
  it('is the place of the saved visit, or its number where no place is known', () => {
    const known = dossierWith({ elevator: { address: '翠柏苑', internalNo: '1幢B梯' } });
    expect(savedOf(savedState(known))?.place).toBe('翠柏苑 1幢B梯');
    expect(savedOf(savedState(dossierWith({})))?.place).toBe(dossierWith({}).registrationNo);
  });

  it.each([null, undefined, 'then-next', {}, { saved: 1 }, { saved: { place: 2 } }])('%j tells nothing', (state) => {
    expect(savedOf(state)).toBeNull();
  });
});

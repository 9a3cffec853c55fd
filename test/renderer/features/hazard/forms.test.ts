import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../../domain/elevator/elevator';
import { lifeOf } from '../../../../domain/hazard/hazard-life';
import { STEP_ACTS, type StepAct } from '../../../../domain/hazard/hazard-step';
import { hazardSchema, hazardStepSchema } from '../../../../domain/record/hazard-schemas';
import {
  correctionChanges,
  correctionForm,
  correctionProblems,
} from '../../../../renderer/pages/hazards/hazard-correction';
import { parseHazardDraft } from '../../../../renderer/features/hazard/hazard-draft';
import {
  amountOf,
  emptyHazardForm,
  hazardOf,
  hazardProblems,
  type HazardForm,
} from '../../../../renderer/features/hazard/hazard-form';
import { stepForm, stepOf, stepProblems, type StepForm } from '../../../../renderer/features/hazard/step-form';
import { unitOf, withParty } from '../../../../renderer/features/hazard/unit-of';
import { foundHazard, hazardStep } from '../../../support/hazard-records';

const TODAY = '2026-11-23' as CivilDate;
const origin = { registrationNo: '梯11浙A12014(04)' as RegistrationNo };
const typed = (part: Partial<HazardForm> = {}): HazardForm => ({
  ...emptyHazardForm(TODAY, '张建国'),
  component: 'door-lock',
  what: '啮合 6.4 mm',
  ...part,
});

describe('a hazard as it is typed', () => {
  it('that is sound becomes a record the schema takes, without a trace of empty fields', () => {
    const hazard = hazardOf(typed(), origin, '2026-12-23' as CivilDate);
    expect(hazard).toEqual({
      ...origin,
      foundOn: TODAY,
      foundBy: ['张建国'],
      source: 'other',
      component: 'door-lock',
      what: '啮合 6.4 mm',
      responsible: { party: 'maintainer' },
      deadline: '2026-12-23',
    });
    expect(hazardSchema.safeParse(hazard).success).toBe(true);
  });

  it('keeps everything that was filled in, tidied', () => {
    const form = typed({
      foundOn: '2026/11/3',
      foundTime: '815',
      foundBy: '张建国、李明',
      cell: '2B',
      riskReason: '门区有人',
      severe: 'severe-25-3',
      deadline: '20261130',
      estimatedCost: '1200,5',
      unit: ' 恒升 ',
      photos: ['a'.repeat(64)],
    });
    expect(hazardProblems(form, TODAY)).toEqual({});
    const hazard = hazardOf(form, origin, null);
    expect(hazard).toMatchObject({
      foundOn: '2026-11-03',
      foundTime: '08:15',
      foundBy: ['张建国', '李明'],
      risk: { severity: 2, probability: 'B', reason: '门区有人' },
      severe: 'severe-25-3',
      deadline: '2026-11-30',
      estimatedCost: 1200.5,
      responsible: { party: 'maintainer', unit: '恒升' },
    });
    expect(hazardSchema.safeParse(hazard).success).toBe(true);
  });

  it.each([
    [{ foundOn: '2026-02-30' }, { foundOn: 'not-a-date' }],
    [{ foundOn: '2026-11-24' }, { foundOn: 'future' }],
    [{ foundTime: '25:00' }, { foundTime: 'not-a-time' }],
    [{ foundBy: ' ' }, { foundBy: 'missing' }],
    [{ foundBy: Array.from({ length: 21 }, (_, at) => `人${at}`).join('、') }, { foundBy: 'too-many' }],
    [{ component: '' }, { component: 'missing' }],
    [{ what: ' ' }, { what: 'missing' }],
    [{ cell: '1A' as const }, { riskReason: 'reason-missing' }],
    [{ deadline: '2026-11-22' }, { deadline: 'before-found' }],
    [{ estimatedCost: '一千' }, { estimatedCost: 'not-an-amount' }],
    [{ note: 'x'.repeat(4001) }, { note: 'too-long' }],
    [{ location: 'x'.repeat(501) }, { location: 'too-long' }],
  ])('with %j is told %j', (part, problems) => {
    expect(hazardProblems(typed(part), TODAY)).toEqual(problems);
  });

  it('is kept across a crash as it was, and a damaged draft is no draft', () => {
    const draft = { version: 1, elevator: null, form: typed() };
    expect(parseHazardDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    for (const bad of [null, {}, { ...draft, version: 2 }, { ...draft, form: { ...typed(), cell: '9Z' } }])
      expect(parseHazardDraft(bad)).toBeNull();
  });

  it('amounts are yuan with a point or a comma, never negative', () => {
    expect([amountOf('0'), amountOf(' 12.50 '), amountOf('-1'), amountOf('1e3'), amountOf('')]).toEqual([
      0,
      12.5,
      null,
      null,
      null,
    ]);
  });
});

describe('the unit of a party', () => {
  const elevator = { maintainer: '恒升', userUnit: '业委会' };

  it("comes along when another party is chosen, unless a unit of one's own was typed", () => {
    expect(unitOf(elevator, 'property-manager')).toBe('');
    expect(withParty({ party: 'maintainer', unit: '恒升' }, elevator, 'user-unit')).toEqual({
      party: 'user-unit',
      unit: '业委会',
    });
    expect(withParty({ party: 'maintainer', unit: '某公司' }, elevator, 'user-unit').unit).toBe('某公司');
  });
});

describe('a step as it is typed', () => {
  const hazard = foundHazard({ risk: { severity: 2, probability: 'B', reason: '门区' } });
  const life = lifeOf(hazard, []);
  const filled: Partial<StepForm> = {
    to: '业委会',
    what: '已更换',
    reason: '理由',
    deadline: '2026-12-01',
    note: '备注',
    documents: '收据 12\n试验 3；回执 7',
    cost: '300',
    cell: '4D',
    riskReason: '已消除',
  };
  const form = (act: StepAct, part: Partial<StepForm> = {}): StepForm => ({
    ...stepForm(act, life, { userUnit: '翠柏苑业委会' }, TODAY, '张建国'),
    ...part,
  });

  it.each(STEP_ACTS)('that is filled in is sound for %s and is taken by the schema', (act) => {
    const step = stepOf(form(act, filled), act);
    expect(stepProblems(form(act, filled), act, TODAY)).toEqual({});
    expect(hazardStepSchema.safeParse(step).error).toBeUndefined();
    expect(step).toMatchObject({ act, by: ['张建国'], evidence: { documents: ['收据 12', '试验 3', '回执 7'] } });
  });

  it.each(STEP_ACTS)('carries for %s no field of another act', (act) => {
    const allowed = Object.keys(hazardStepSchema.parse(stepOf(form(act, filled), act)));
    expect(Object.keys(stepOf(form(act, filled), act)).sort()).toEqual(allowed.sort());
  });

  it('starts with what is known: the user unit, the class and the estimate', () => {
    expect(form('notify').to).toBe('翠柏苑业委会');
    expect(form('report').to).toBe('');
    expect(form('regrade')).toMatchObject({ cell: '2B', riskReason: '门区' });
    expect(form('close').cell).toBe('');
  });

  it('is not dated before the step that was taken last', () => {
    const later = lifeOf(hazard, [hazardStep({ act: 'note', note: '看过', on: '2026-11-20' })]);
    expect(stepForm('note', later, {}, '2026-11-10' as CivilDate, '').on).toBe('2026-11-20');
  });

  it.each([
    ['notify', { to: ' ' }, { to: 'missing' }],
    ['rectify', { what: '' }, { what: 'missing' }],
    ['extend', { deadline: '明天', reason: 'x' }, { deadline: 'not-a-date' }],
    ['refuse', { reason: '' }, { reason: 'missing' }],
    ['note', { note: '' }, { note: 'missing' }],
    ['start', { by: '' }, { by: 'missing' }],
    ['start', { on: '2026-11-24' }, { on: 'future' }],
    ['start', { time: '9' }, { time: 'not-a-time' }],
    ['close', { cell: '4D', riskReason: '' }, { riskReason: 'reason-missing' }],
    ['start', { documents: Array.from({ length: 21 }, (_, at) => `d${at}`).join('\n') }, { documents: 'too-many' }],
  ] as const)('%s with %j is told %j', (act, part, problems) => {
    expect(stepProblems(form(act, part as Partial<StepForm>), act, TODAY)).toEqual(problems);
  });
});

describe('a hazard as it is corrected', () => {
  const hazard = foundHazard({ foundBy: ['孙丽华', '李明'], estimatedCost: 300 });
  const form = correctionForm(hazard);

  it('changes nothing until something is typed', () => {
    expect(correctionChanges(form, hazard)).toEqual([]);
    expect(correctionProblems({ ...form, reason: '笔误' }, hazard, TODAY)).toEqual({ all: 'nothing-changed' });
  });

  it('names each field with its new value, null for what is taken away', () => {
    const changed = { ...form, foundBy: '孙丽华', location: '2层', estimatedCost: '', foundOn: '2026/10/31' };
    expect(correctionChanges(changed, hazard)).toEqual([
      { field: 'foundOn', to: '2026-10-31' },
      { field: 'foundBy', to: ['孙丽华'] },
      { field: 'location', to: '2层' },
      { field: 'estimatedCost', to: null },
    ]);
  });

  it('needs a reason, a part and words', () => {
    expect(correctionProblems({ ...form, component: '', what: '' }, hazard, TODAY)).toEqual({
      component: 'missing',
      what: 'missing',
      reason: 'reason-missing',
    });
  });
});

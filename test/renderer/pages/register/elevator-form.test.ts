import { describe, expect, it } from 'vitest';
import { elevatorSchema } from '../../../../domain/record/schemas';
import type { Elevator } from '../../../../domain/elevator/elevator';
import {
  changesOf,
  changesVerdict,
  clockOf,
  elevatorOf,
  EMPTY_FORM,
  FORM_GROUPS,
  formOf,
  hintsOf,
  isShown,
  problemsOf,
  type ElevatorForm,
} from '../../../../renderer/pages/register/elevator-form';
import { PERMISSION_FIELDS } from '../../../../domain/elevator/on-demand-permission';
import { cnPack } from '../../../support/cn-pack';

const FORM: ElevatorForm = {
  ...EMPTY_FORM,
  registrationNo: ' 梯11浙A12014(04) ',
  kind: '3110',
  deviceCode: '311010101200400004',
  address: '翠柏苑',
  loadKg: '1000',
  speedMps: '1.75',
  acceptedOn: '2004-08-25',
  inServiceOn: '2004-08-30',
  recordsFrom: '2024-11-20',
};
const ELEVATOR = elevatorOf(FORM);

describe('the days of the clock', () => {
  it('are read while they are typed: what is no day yet is none, and what is not shown neither', () => {
    expect(clockOf(FORM)).toEqual({
      registrationNo: '梯11浙A12014(04)',
      inServiceOn: '2004-08-30',
      recordsFrom: '2024-11-20',
    });
    expect(clockOf({ ...FORM, inServiceOn: '2004-8', recordsFrom: '', endedOn: '2025-01-01' })).toEqual({
      registrationNo: '梯11浙A12014(04)',
    });
    expect(clockOf({ ...FORM, status: 'scrapped', endedOn: '2025/1/2' })).toMatchObject({
      status: 'scrapped',
      endedOn: '2025-01-02',
    });
  });
});

describe('registering', () => {
  it('a filled form gives an elevator that the record takes, empty fields absent', () => {
    expect(elevatorSchema.parse(ELEVATOR)).toEqual(ELEVATOR);
    expect(ELEVATOR).toMatchObject({ registrationNo: '梯11浙A12014(04)', loadKg: 1000, speedMps: 1.75 });
    expect(ELEVATOR).not.toHaveProperty('district');
  });

  it('area, governor, intervals and the permission for on-demand maintenance are recorded as they are meant', () => {
    const elevator = elevatorOf({
      ...FORM,
      area: 'urban',
      governorSince: '2019/5/1',
      makerIntervalDays: '30',
      regimeDocument: '浙市监〔2026〕7号',
      regimeFrom: '2026-01-01',
      regimeTo: '2026-12-31',
    });
    expect(elevatorSchema.parse(elevator)).toMatchObject({
      area: 'urban',
      governorSince: '2019-05-01',
      makerIntervalDays: 30,
      regimeFrom: '2026-01-01',
    });
    expect(problemsOf({ ...FORM, regimeFrom: '2026-01-01', regimeTo: '2025-12-31' })).toEqual({
      regimeTo: 'before-from',
    });
  });

  it('telephones, officer, figures of the machine and of a retrofit are recorded as they are meant', () => {
    const late = {
      managerPhone: '0571-88880000',
      maintainerPhone: '13800000000',
      safetyOfficer: '沈国良',
      ratedPersons: '13',
      designLifeYears: '15',
      retrofit: 'false',
      pitDepthMm: '600',
      overheadMm: '3600',
      specialMeasures: '对重侧加装安全钳',
      specialMeasuresApproval: '浙特评〔2019〕12号',
    };
    const elevator = elevatorOf({ ...FORM, ...late });
    const recorded = { ...late, ratedPersons: 13, designLifeYears: 15, retrofit: false, pitDepthMm: 600 };
    expect(elevatorSchema.parse(elevator)).toMatchObject({ ...recorded, overheadMm: 3600 });
    expect(formOf(elevator)).toMatchObject(late);
    expect(changesOf(elevator, { ...formOf(elevator), retrofit: '' })).toEqual([
      { field: 'retrofit', from: false, to: null },
    ]);
  });

  it('the form shows every field once', () => {
    const shown = FORM_GROUPS.flatMap(({ fields }) => [...fields]).sort();
    expect(shown).toEqual(Object.keys(EMPTY_FORM).sort());
  });

  it('registration number and kind are needed, nothing else', () => {
    expect(problemsOf(EMPTY_FORM)).toEqual({ registrationNo: 'missing', kind: 'missing' });
    expect(problemsOf({ ...EMPTY_FORM, registrationNo: 'X', kind: '3110' })).toEqual({});
  });

  it.each([
    ['inServiceOn', '2026-02-30', 'not-a-date'],
    ['recordsFrom', 'yesterday', 'not-a-date'],
    ['loadKg', '1000kg', 'not-a-number'],
    ['loadKg', '0', 'not-a-number'],
    ['speedMps', '-1', 'not-a-number'],
    ['speedMps', '1e9', 'not-a-number'],
    ['regime', 'on-demand:0', 'not-a-regime'],
    ['regime', 'sometimes', 'not-a-regime'],
    ['governorSince', '2026-13-01', 'not-a-date'],
    ['makerIntervalDays', '0', 'not-days'],
    ['makerIntervalDays', '3661', 'not-days'],
    ['makerIntervalDays', '1.5', 'not-days'],
    ['ratedPersons', '13.5', 'not-whole'],
    ['pitDepthMm', '0', 'not-whole'],
    ['overheadMm', '1000001', 'not-whole'],
    ['designLifeYears', '201', 'not-whole'],
    ['safetyOfficer', 'x'.repeat(81), 'too-long'],
    ['specialMeasures', 'x'.repeat(4001), 'too-long'],
    ['address', 'x'.repeat(501), 'too-long'],
    ['registrationNo', '1'.repeat(65), 'too-long'],
  ] as const)('%s = %j is refused in place', (field, text, problem) => {
    expect(problemsOf({ ...FORM, [field]: text })).toEqual({ [field]: problem });
  });
});

describe('the end of its life', () => {
  it('is recorded with its day and successor, and asks for the day', () => {
    const ended = { ...FORM, status: 'relocated', endedOn: '2026.3.1', successorNo: '梯11浙A０0001(26)' };
    expect(elevatorSchema.parse(elevatorOf(ended))).toMatchObject({
      status: 'relocated',
      endedOn: '2026-03-01',
      successorNo: '梯11浙A00001(26)',
    });
    expect(problemsOf({ ...ended, endedOn: '' })).toEqual({ endedOn: 'missing' });
    expect(problemsOf({ ...ended, endedOn: '2004-08-29' })).toEqual({ endedOn: 'before-service' });
    expect(problemsOf({ ...ended, endedOn: '2026-02-30' })).toEqual({ endedOn: 'not-a-date' });
    expect(problemsOf({ ...ended, successorNo: FORM.registrationNo })).toEqual({ successorNo: 'own-number' });
  });

  it('day and successor are neither shown nor recorded for an elevator that goes on', () => {
    const ended = { ...FORM, status: 'scrapped', endedOn: '2026-03-01' };
    for (const status of ['', 'stopped']) {
      expect(isShown('endedOn', { ...ended, status })).toBe(false);
      expect(elevatorOf({ ...ended, status })).not.toHaveProperty('endedOn');
    }
    const revived = changesOf(elevatorOf(ended), { ...formOf(elevatorOf(ended)), status: '' });
    expect(revived.map(({ field, to }) => [field, to])).toEqual([
      ['status', null],
      ['endedOn', null],
    ]);
    expect(revived.every(changesVerdict)).toBe(true);
  });

  it('stopped without a day is worth a second look', () => {
    expect(hintsOf({ ...FORM, status: 'stopped' }, cnPack)).toEqual({ status: 'stopped-without-day' });
  });
});

describe('hints refuse nothing', () => {
  it('usual particulars give none', () => {
    expect(hintsOf(FORM, cnPack)).toEqual({});
    expect(hintsOf({ ...FORM, registrationNo: '30103301001999010001' }, cnPack)).toEqual({});
  });

  it.each([
    ['deviceCode', '3110101', 'device-code-length'],
    ['deviceCode', '31103301062004080001', 'old-registration-code'],
    ['registrationNo', '12014', 'registration-no-shape'],
    ['inServiceOn', '2004-08-01', 'service-before-acceptance'],
    ['recordsFrom', '2003-01-01', 'records-before-service'],
    ['regime', 'on-demand:30', 'on-demand-incomplete'],
  ] as const)('%s = %j is worth a second look', (field, text, hint) => {
    expect(hintsOf({ ...FORM, [field]: text }, cnPack)).toMatchObject({ [field]: hint });
    expect(problemsOf({ ...FORM, [field]: text })).toEqual({});
  });

  it('a permission for on-demand maintenance is asked for whole where the pack gives way to it', () => {
    const permission = Object.fromEntries(PERMISSION_FIELDS.map((field) => [field, '批']));
    const days = { regimeFrom: '2026-01-01', regimeTo: '2026-12-31' };
    const whole = { ...FORM, regime: 'on-demand:30', ...permission, ...days };
    expect(hintsOf(whole, cnPack)).toEqual({});
    for (const field of PERMISSION_FIELDS)
      expect(hintsOf({ ...whole, [field]: '' }, cnPack)).toEqual({ regime: 'on-demand-incomplete' });
    expect(hintsOf(whole, { rules: cnPack.rules.slice(1) })).toEqual({ regime: 'on-demand-not-eased' });
    expect(elevatorSchema.parse(elevatorOf(whole))).toMatchObject({ regime: 'on-demand:30', regimeInsurance: '批' });
  });

  it('19 to 21 characters of a device code are seen and pass', () => {
    expect(hintsOf({ ...FORM, deviceCode: '3110330106200400004' }, cnPack)).toEqual({});
    expect(hintsOf({ ...FORM, deviceCode: '31103301062004X000041' }, cnPack)).toEqual({});
  });

  it('with neither date the clock has no start', () => {
    expect(hintsOf({ ...FORM, recordsFrom: '', inServiceOn: '' }, cnPack).recordsFrom).toBe('no-clock-start');
  });
});

describe('correcting', () => {
  it('an untouched form changes nothing', () => {
    expect(changesOf(ELEVATOR, formOf(ELEVATOR))).toEqual([]);
  });

  it('old and new stand side by side; an emptied field becomes absent', () => {
    const form = { ...formOf(ELEVATOR), loadKg: '800', address: '' };
    expect(changesOf(ELEVATOR, form)).toEqual([
      { field: 'address', from: '翠柏苑', to: null },
      { field: 'loadKg', from: 1000, to: 800 },
    ]);
  });

  it('a change of the clock start or of the kind changes verdicts, a change of address does not', () => {
    const form = { ...formOf(ELEVATOR), recordsFrom: '2025-01-01', address: '翠柏苑二区', kind: '3120' };
    expect(changesOf(ELEVATOR, form).map((change) => [change.field, changesVerdict(change)])).toEqual([
      ['kind', true],
      ['address', false],
      ['recordsFrom', true],
    ]);
  });

  it('fields of a foreign elevator are read as they stand', () => {
    const elevator: Elevator = { ...ELEVATOR, regime: 'on-demand:30' };
    expect(formOf(elevator).regime).toBe('on-demand:30');
  });
});

describe('keys as they are typed', () => {
  it('are recorded in their one form: full-width signs, spaces and signs that are not seen leave no trace', () => {
    const typed = {
      ...FORM,
      registrationNo: '梯11浙A12014（０4）\u200b',
      deviceCode: ' 3110 1010 1202 0040 0004',
      serialNo: 'ＳＮ-1',
    };
    expect(problemsOf(typed)).toEqual({});
    expect(elevatorOf(typed)).toMatchObject({
      registrationNo: '梯11浙A12014(04)',
      deviceCode: '31101010120200400004',
      serialNo: 'SN-1',
    });
  });

  it('with a control character or half of a character keep the form from being saved', () => {
    expect(problemsOf({ ...FORM, registrationNo: '梯11\u0007', rescueCode: '1\ud800' })).toEqual({
      registrationNo: 'unreadable',
      rescueCode: 'unreadable',
    });
  });

  it('of an older record in another form are not changed by a correction of something else', () => {
    const old: Elevator = { ...ELEVATOR, deviceCode: '３110 1010', serialNo: 'ＳＮ' };
    expect(changesOf(old, { ...formOf(old), address: 'x' }).map(({ field }) => field)).toEqual(['address']);
  });
});

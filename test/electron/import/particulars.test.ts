import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { elevatorSchema } from '../../../domain/record/schemas';
import { refusalCure, refusalSentence } from '../../../domain/record/refusal-sentences';
import { parseWhole, parseYesNo } from '../../../domain/reading/numbers';
import { readRecords } from '../../../electron/import/read-records';
import { cnPack } from '../../support/cn-pack';

function read(...lines: readonly string[]) {
  const register = { name: 'elevators.csv', bytes: Buffer.from(lines.join('\n')) };
  const context = { pack: cnPack, today: '2026-11-23' as CivilDate };
  return readRecords({ elevators: [register] }, context, new AbortController().signal);
}

const LATE = {
  managerPhone: '0571-88880000',
  maintainerPhone: '13800000000',
  safetyOfficer: '沈国良',
  ratedPersons: 13,
  designLifeYears: 15,
  retrofit: true,
  pitDepthMm: 600,
  overheadMm: 3600,
  specialMeasures: '对重侧加装安全钳，底坑设可移动停止装置',
  specialMeasuresApproval: '浙特评〔2019〕12号',
};

describe('telephones, safety officer, persons, design life and the particulars of a retrofitted elevator', () => {
  it('are read under their Chinese names with units behind the figures, and the record takes them', async () => {
    const { body, refusals } = await read(
      '使用登记证编号,品种,物业电话,维保单位电话,电梯安全员,定员,设计使用年限,加装电梯,底坑深度(mm),顶层高度（毫米）,特殊措施,特殊措施批准文件',
      `A1,3110,0571-88880000,１３８００００００００,沈国良,13人,15年,是,600mm,"3,600",${LATE.specialMeasures},${LATE.specialMeasuresApproval}`,
    );
    expect(refusals).toEqual([]);
    expect(body.elevators).toEqual([{ registrationNo: 'A1', kind: '3110', regime: 'standard', ...LATE }]);
    expect(elevatorSchema.parse(body.elevators[0])).toEqual(body.elevators[0]);
  });

  it('are read under their English keys', async () => {
    const { body } = await read(
      'registration_no,kind,manager_phone,maintainer_phone,safety_officer,rated_persons,design_life_years,retrofit,pit_depth_mm,overhead_mm,special_measures,special_measures_approval',
      `A1,3110,0571-88880000,13800000000,沈国良,13,15,yes,600,3600,${LATE.specialMeasures},${LATE.specialMeasuresApproval}`,
    );
    expect(body.elevators[0]).toMatchObject(LATE);
  });

  it('a figure or an answer that cannot be is told with its column; a number or a name that cannot be refuses the row', async () => {
    const { refusals, notes, body } = await read(
      'registration_no,kind,rated_persons,design_life_years,retrofit,pit_depth_mm,overhead_mm,maintainer_phone,safety_officer',
      'A1,3110,0,,,,,,',
      'A2,3110,,fifteen,,,,,',
      'A3,3110,,,maybe,,,,',
      'A4,3110,,,,1.4,,,',
      'A5,3110,,,,,3.6x,,',
      'A6,3110,,,,,,1.38E+10,',
      `A7,3110,,,,,,,${'长'.repeat(81)}`,
      'A8,3110,,201,,,,,',
    );
    const placed = (of: typeof notes) => of.map(({ row, column, code }) => `${row} ${column} ${code}`);
    expect(body.elevators.map(({ registrationNo }) => registrationNo)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'A8']);
    expect(body.elevators[4]?.extra).toEqual({ overhead_mm: '3.6x' });
    expect(placed(refusals)).toEqual(['7 maintainer_phone bad-number', '8 safety_officer too-long']);
    expect(placed(notes)).toEqual([
      '2 rated_persons bad-whole',
      '3 design_life_years bad-whole',
      '4 retrofit not-yes-or-no',
      '5 pit_depth_mm bad-whole',
      '6 overhead_mm bad-whole',
      '9 design_life_years bad-whole',
    ]);
    for (const refusal of [...refusals, ...notes])
      for (const locale of ['zh-CN', 'en'] as const)
        for (const said of [refusalSentence(refusal, locale), refusalCure(refusal, locale)])
          expect(said).not.toMatch(/undefined|^$/);
  });

  it('a header in another unit is converted: 1 under metres is 1000 mm, never 1 mm, and of no field where nothing is measured so', async () => {
    const { body } = await read('registration_no,kind,底坑深度(m),额定载重量（t）,定员(t)', 'A1,3110,1,1,13');
    expect(body.elevators[0]).toEqual({
      registrationNo: 'A1',
      kind: '3110',
      regime: 'standard',
      pitDepthMm: 1000,
      loadKg: 1000,
      extra: { '底坑深度(m)': '1', '额定载重量（t）': '1', '定员(t)': '13' },
    });
  });
});

describe('whole numbers and answers', () => {
  it.each([
    ['1', 1],
    ['1,400 mm', 1400],
    ['１４００毫米', 1400],
    ['1400.0', 1400],
  ])('%s is %i', (text, value) => expect(parseWhole(text, 1_000_000, ['mm', '毫米'])).toEqual({ ok: true, value }));

  it.each(['0', '-1', '1.5', '1e3', '1400 cm', '1000001', '', 'NaN', '9'.repeat(400)])('%j is no number here', (text) =>
    expect(parseWhole(text, 1_000_000, ['mm'])).toMatchObject({ ok: false, code: 'bad-whole' }),
  );

  it('yes and no are told in both languages, anything else is refused', () => {
    expect(['是', 'YES', '√'].map((text) => parseYesNo(text))).toEqual(Array(3).fill({ ok: true, value: true }));
    expect(['否', 'no', '×'].map((text) => parseYesNo(text))).toEqual(Array(3).fill({ ok: true, value: false }));
    expect(['', '1', '不详'].map((text) => parseYesNo(text).ok)).toEqual([false, false, false]);
  });
});

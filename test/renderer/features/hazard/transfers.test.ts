import { describe, expect, it } from 'vitest';
import type { Elevator } from '../../../../domain/elevator/elevator';
import { unitInRegister } from '../../../../renderer/features/hazard/unit-of';
import { transfersOf } from '../../../../renderer/features/hazard/transfers';
import { hazardEvidence, hazardId } from '../../../support/hazard-story';
import { DOOR_LOCK, LIGHTING } from '../../../support/notice-hazards';

const closed = {
  found: '2026-09-10',
  responsible: { party: 'maintainer', unit: '恒升电梯工程有限公司' },
  steps: [{ act: 'refuse', on: '2026-09-11', reason: '误报' }],
} as const;
const { dossier } = hazardEvidence({ kind: 'old-elevator', hazards: [DOOR_LOCK, LIGHTING, closed] });
const hazards = dossier.hazards!;
const before: Elevator = {
  ...dossier.elevator.value,
  maintainer: '恒升电梯工程有限公司',
  userUnit: '翠柏苑业主委员会',
  propertyManager: '绿源物业服务有限公司',
};

describe('hazards that go over with a change of units', () => {
  it('are those of the party whose unit changed, without the person of the old one; what is closed stays', () => {
    expect(transfersOf(hazards, before, { ...before, maintainer: '通达机电设备有限公司' })).toEqual([
      { id: hazardId(1), no: 'YH-01', responsible: { party: 'maintainer', unit: '通达机电设备有限公司' } },
    ]);
  });

  it('are all open ones where the user unit changed, for it must be told anew', () => {
    const found = transfersOf(hazards, before, { ...before, userUnit: '新业主委员会' });
    expect(found.map(({ no, userUnit }) => [no, userUnit])).toEqual([
      ['YH-01', '新业主委员会'],
      ['YH-02', '新业主委员会'],
    ]);
    expect(found[0]!.responsible.unit).toBe('恒升电梯工程有限公司');
  });

  it('are none where another unit was named in its place, where a unit is taken away, or nothing changed', () => {
    const other = { ...before, maintainer: '别家' };
    expect(transfersOf(hazards, other, { ...other, maintainer: '通达机电设备有限公司' })).toEqual([]);
    const without = { ...before };
    Reflect.deleteProperty(without, 'maintainer');
    expect(transfersOf(hazards, before, without)).toEqual([]);
    expect(transfersOf(hazards, before, { ...before, district: '西湖区' })).toEqual([]);
  });

  it('are told on their page where an import changed the register and nobody handed them over', () => {
    const after = { ...before, maintainer: '通达机电设备有限公司' };
    const held = (unit?: string) => ({ party: 'maintainer', ...(unit === undefined ? {} : { unit }) }) as const;
    expect(unitInRegister(after, held('恒升电梯工程有限公司'))).toBe('通达机电设备有限公司');
    expect(unitInRegister(after, held('通达机电设备有限公司'))).toBeNull();
    expect(unitInRegister(after, held())).toBeNull();
    expect(unitInRegister({}, held('恒升电梯工程有限公司'))).toBeNull();
  });
});

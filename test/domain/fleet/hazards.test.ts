import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { fleetHazards, openHazards } from '../../../domain/fleet/hazards';
import { cnPack } from '../../support/cn-pack';
import { dossierWith } from '../../support/dossier-with';
import { foundHazard, hazardStep, recordedHazard } from '../../support/hazard-records';

const elevator = dossierWith({ elevator: { address: '翠柏路18号翠柏苑', internalNo: '2幢B梯' } }).elevator.value;
const told = hazardStep({ act: 'notify', to: '翠柏苑业委会' });
const closed = [
  told,
  hazardStep({ act: 'start', on: '2026-11-03' }),
  hazardStep({ act: 'rectify', what: '已更换', on: '2026-11-04' }),
  hazardStep({ act: 'recheck', result: 'pass', by: ['孙丽华'], on: '2026-11-05' }),
  hazardStep({ act: 'close', by: ['孙丽华'], on: '2026-11-06' }),
];
const fleet = [
  {
    elevator,
    hazards: [
      recordedHazard(1, foundHazard({ severe: 'severe-25-3', risk: { severity: 1, probability: 'C' } })),
      recordedHazard(2, foundHazard({ deadline: '2026-11-10' }), [told]),
      recordedHazard(3, foundHazard(), closed),
      recordedHazard(4, foundHazard({ foundOn: '2026-12-01' })),
    ],
  },
];
const asked = (asOf: string, closedFrom: string | null) =>
  fleetHazards(fleet, {
    asOf: asOf as CivilDate,
    criteria: cnPack.hazards!,
    days: {},
    closedFrom: closedFrom as CivilDate | null,
  });

describe('the hazards of a fleet', () => {
  it('stand as they stood on the day, with what presses most', () => {
    const { cards } = asked('2026-11-23', null);
    expect(cards.map(({ no, state, open }) => [no, state, open])).toEqual([
      ['YH-01', 'found', true],
      ['YH-02', 'notified', true],
      ['YH-03', 'closed', false],
    ]);
    expect(cards[0]).toMatchObject({ mustStop: true, group: 'I', pressing: { step: 'stop-use', status: 'now' } });
    expect(cards[1]).toMatchObject({ late: true, mustStop: false, pressing: { step: 'rectify', daysLeft: -13 } });
    expect(cards[1]?.place).toEqual({ address: '翠柏路18号翠柏苑', internalNo: '2幢B梯' });
    expect(cards[2]).toMatchObject({ pressing: null, lastBy: ['孙丽华'], since: '2026-11-06' });
  });

  it('closed before the day asked for are counted and not listed', () => {
    expect(asked('2026-11-23', '2026-11-06')).toMatchObject({ earlier: 0 });
    const { cards, earlier } = asked('2026-11-23', '2026-11-07');
    expect([cards.length, earlier]).toEqual([2, 1]);
  });

  it('of an elevator whose life has ended nothing is owed: open ones are counted apart, from its last day on', () => {
    const ended = { ...elevator, status: 'scrapped', endedOn: '2026-11-20' as CivilDate } as const;
    const asked = (asOf: string) =>
      fleetHazards([{ ...fleet[0]!, elevator: ended }], {
        asOf: asOf as CivilDate,
        criteria: cnPack.hazards!,
        days: {},
        closedFrom: null,
      });
    expect(asked('2026-11-19')).toMatchObject({ retired: 0, cards: [{}, {}, {}] });
    expect(asked('2026-11-20')).toMatchObject({ retired: 2, cards: [{ state: 'closed' }] });
    expect(openHazards([{ ...fleet[0]!, elevator: ended }], '2026-11-20' as CivilDate)).toBe(0);
  });

  it('an earlier day knows nothing of what was done after it', () => {
    expect(asked('2026-11-05', null).cards.map(({ state }) => state)).toEqual(['found', 'notified', 'rechecked']);
    expect(openHazards(fleet, '2026-11-05' as CivilDate)).toBe(3);
    expect(openHazards(fleet, '2026-11-23' as CivilDate)).toBe(2);
    expect(openHazards(fleet, '2026-10-31' as CivilDate)).toBe(0);
  });
});

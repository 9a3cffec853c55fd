import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { lateCallOuts } from '../../../domain/headline/late-days';
import { standing, type Dossier } from '../../../domain/record/dossier';
import { fleetCallOuts } from '../../../domain/fleet/callouts';
import { cnPack } from '../../support/cn-pack';
import { dossierWith } from '../../support/dossier-with';

const fleet = [
  dossierWith({
    elevator: { area: 'urban' },
    callouts: [
      { kind: 'entrapment', reportedAt: '2026-11-03T08:00', arrivedAt: '2026-11-03T08:31', cause: 'brake' },
      { kind: 'fault', reportedAt: '2025-11-30T08:00' },
      { kind: 'entrapment', reportedAt: '2026-11-24T08:00', arrivedAt: '2026-11-24T12:00' },
    ],
  }),
  dossierWith({
    callouts: [
      { kind: 'entrapment', reportedAt: '2026-10-03T08:00', arrivedAt: '2026-10-03T08:31' },
      { kind: 'entrapment', reportedAt: '2026-12-01T08:00' },
    ],
  }),
];
/** What the read model keeps of a dossier for questions about the fleet. */
const partOf = (dossier: Dossier) => ({
  elevator: dossier.elevator.value,
  callouts: standing(dossier.callouts),
  lateCallouts: lateCallOuts(dossier, { lateDays: 3, origin: 'journal' }),
});
const asked = (months: number | null, asOf = '2026-11-23') =>
  fleetCallOuts(fleet.map(partOf), { asOf: asOf as CivilDate, months, pack: cnPack });

describe('the call-outs of a fleet', () => {
  it('up to the day of judgement are added up by month, those of other months and later days left out', () => {
    const { recorded, months, total } = asked(12);
    expect(recorded).toBe(3);
    expect([months.length, months[0]?.month, months.at(-1)?.month]).toEqual([12, '2025-12', '2026-11']);
    expect(total).toMatchObject({ calls: 2, faults: 0, entrapments: 2, late: 1, undecided: 1, longestArrival: 31 });
    expect(months.at(-1)).toMatchObject({ calls: 1, late: 1 });
  });

  it('all of them begin with the first month on record', () => {
    expect(asked(null).months.map(({ month }) => month)[0]).toBe('2025-11');
    expect(asked(null, '2025-01-01')).toMatchObject({ recorded: 0, months: [], attention: [] });
  });

  it('to be looked at are the late, the undecided and those without an arrival, newest first', () => {
    const { attention, attentionLeft } = asked(12, '2026-12-31');
    expect(attention.map(({ callOut, arrival }) => [callOut.reportedAt.slice(0, 10), arrival.status])).toEqual([
      ['2026-12-01', 'not-recorded'],
      ['2026-11-24', 'late'],
      ['2026-11-03', 'late'],
      ['2026-10-03', 'undecided'],
    ]);
    expect(attentionLeft).toBe(0);
  });

  it('those entered late are counted, and say by how many days', () => {
    const { enteredLate, attention } = asked(12, '2026-11-23');
    expect(enteredLate).toBe(2); // written on 23 November
    expect(attention.map(({ lateBy }) => lateBy)).toEqual([20, 51]);
  });

  it('withdrawn ones are in no figure; of very many to be looked at the rest is counted', () => {
    const withdrawn = {
      ...fleet[0]!,
      callouts: fleet[0]!.callouts.map((call) => ({ ...call, withdrawn: true as const })),
    };
    const question = { asOf: '2026-11-23' as CivilDate, months: null, pack: cnPack };
    expect(fleetCallOuts([partOf(withdrawn)], question).recorded).toBe(0);
    const many = dossierWith({
      callouts: Array.from({ length: 230 }, () => ({ kind: 'entrapment', reportedAt: '2026-11-03T08:00' })),
    });
    const { attention, attentionLeft } = fleetCallOuts([partOf(many)], question);
    expect([attention.length, attentionLeft]).toEqual([200, 30]);
  });
});

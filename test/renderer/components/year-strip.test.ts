import { describe, expect, it } from 'vitest';
import { auditWindow } from '../../../domain/audit/audit-elevator';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { historyOf } from '../../../domain/headline/history';
import { composeStrip, type StripModel } from '../../../domain/report/strip';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { serviceDays, textWidth, windowCorners } from '../../../renderer/components/strip-geometry';
import { moved } from '../../../renderer/components/year-strip';
import { cnPack } from '../../support/cn-pack';
import { dossierWith } from '../../support/dossier-with';

const AS_OF = '2026-11-23' as CivilDate;

function stripOf(parts: Parameters<typeof dossierWith>[0], from = '2026-09-01'): StripModel {
  const window = auditWindow(AS_OF, { from: from as CivilDate, to: AS_OF });
  return composeStrip(historyOf(dossierWith(parts)), compileRules(cnPack), window);
}

const day = (date: string): number => toEpochDay(date as CivilDate);

describe('the window of an interval', () => {
  it('is full on the day of the visit and burnt down on the deadline', () => {
    const strip = stripOf({ elevator: { inServiceOn: '2026-10-01' }, visits: [{ date: '2026-10-10' }] });
    const running = strip.lanes[0]!.intervals.at(-1)!;
    expect(windowCorners(strip, running)).toEqual([
      [day('2026-10-10'), 1],
      [day('2026-10-25'), 0],
    ]);
  });

  it('stays level while out of service', () => {
    const strip = stripOf({
      elevator: { inServiceOn: '2026-10-01' },
      visits: [{ date: '2026-10-10' }],
      outages: [{ from: '2026-10-16', to: '2026-10-26' }],
    });
    const corners = windowCorners(strip, strip.lanes[0]!.intervals.at(-1)!);
    expect(corners.map(([at, left]) => [toCivilDate(at), Math.round(left * 15)])).toEqual([
      ['2026-10-10', 15],
      ['2026-10-15', 10],
      ['2026-10-25', 10],
      ['2026-11-04', 0],
    ]);
  });

  it('without a deadline it is counted from the visit and stays where the outage caught it', () => {
    const strip = stripOf({
      elevator: { inServiceOn: '2026-10-01' },
      visits: [{ date: '2026-10-10' }],
      outages: [{ from: '2026-10-16' }],
    });
    const corners = windowCorners(strip, strip.lanes[0]!.intervals.at(-1)!);
    expect(corners.map(([, left]) => Math.round(left * 15))).toEqual([15, 10, 10]);
  });

  it('of a visit before the strip begins at the height it has there', () => {
    const strip = stripOf({ elevator: { inServiceOn: '2026-08-01' }, visits: [{ date: '2026-08-27' }] });
    const first = strip.lanes[0]!.intervals.find(({ anchor }) => anchor === day('2026-08-27'))!;
    const [[at, left]] = windowCorners(strip, first) as [[number, number]];
    expect(toCivilDate(at)).toBe('2026-08-31');
    expect(Math.round(left * 15)).toBe(11);
  });

  it('days in service leave the outage out', () => {
    const strip = stripOf({ outages: [{ from: '2026-10-05', to: '2026-10-08' }] });
    expect(serviceDays(strip, day('2026-10-01'), day('2026-10-10'))).toBe(7);
    expect(serviceDays(strip, day('2026-10-10'), day('2026-10-01'))).toBe(0);
  });
});

describe('moving on the strip by keys', () => {
  const strip = stripOf({
    elevator: { inServiceOn: '2026-09-01' },
    visits: [{ date: '2026-09-10' }, { date: '2026-09-20', task: 'quarter' }, { date: '2026-10-01' }],
  });

  it('the first key goes to the latest interval', () => {
    const last = strip.lanes[0]!.intervals.length - 1;
    expect(moved(strip, null, 'ArrowLeft')).toEqual({ lane: 0, index: last });
    expect(moved(strip, null, 'ArrowRight')).toEqual({ lane: 0, index: last });
  });

  it('left and right stop at the ends', () => {
    expect(moved(strip, { lane: 0, index: 0 }, 'ArrowLeft')).toEqual({ lane: 0, index: 0 });
    expect(moved(strip, { lane: 0, index: 1 }, 'ArrowLeft')).toEqual({ lane: 0, index: 0 });
  });

  it('up and down go to the interval of the other lane that runs then', () => {
    const last = strip.lanes[0]!.intervals.length - 1;
    const below = moved(strip, { lane: 0, index: last }, 'ArrowDown')!;
    expect(strip.lanes[1]!.intervals[below.index]!.anchor).toBe(day('2026-09-20'));
    expect(moved(strip, { lane: 0, index: 0 }, 'ArrowUp')).toBeNull();
    expect(moved(strip, { lane: 3, index: 0 }, 'ArrowDown')).toBeNull();
  });

  it('other keys lead nowhere', () => {
    expect(moved(strip, null, 'Enter')).toBeNull();
    expect(moved(strip, null, 'ArrowDown')).toBeNull();
  });
});

describe('the width of a text', () => {
  it('counts Chinese signs as square and Latin ones as a good half', () => {
    expect(textWidth('超期', 10)).toBe(20);
    expect(textWidth('ab', 10)).toBeCloseTo(11.6);
    expect(textWidth('', 10)).toBe(0);
  });
});

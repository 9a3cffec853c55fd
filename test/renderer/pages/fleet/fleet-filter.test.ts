import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import { filterFleet, NO_FILTER, sortFleet, type ListedRow } from '../../../../renderer/pages/fleet/fleet-filter';
import { rowWords } from '../../../../renderer/pages/fleet/row-words';

const asOf = '2026-11-23' as CivilDate;

function row(registrationNo: string, part: object): ListedRow {
  return {
    ...{ registrationNo, elevator: { registrationNo, kind: '3110', regime: 'standard' } },
    ...{ verdict: 'compliant', weight: null, verdictByLaw: 'compliant', scope: 'all', late: null, gaps: 0 },
    use: { state: 'may-run', reason: null },
    ...{ lastVisit: null, pressing: null, visitPressing: null, doubts: null },
    ...part,
  } as ListedRow;
}

const READING = row('梯2', { verdict: 'non-compliant', weight: 'reading', verdictByLaw: 'lapsed' });
const LAW = row('梯3', { verdict: 'non-compliant', weight: 'law', verdictByLaw: 'non-compliant' });
const reason = { kind: 'hazard-must-stop', on: '2026-11-20' };
const FORBIDDEN = row('梯4', { use: { state: 'must-not-run', reason } });
const LATE = row('梯1', { late: { count: 1, worstDays: 52, verdictWithoutLate: 'non-compliant' } });
const RETIRED = row('梯5', { use: { state: 'retired', reason: null } });
const FLEET = [LATE, READING, LAW, FORBIDDEN, RETIRED];
const inOrder = { rows: FLEET, places: Int32Array.of(0, 1, 2, 3, 4) };
const shown = (part: object, matches: Uint8Array | null = null) =>
  filterFleet(inOrder, { ...NO_FILTER, ...part }, asOf, matches).map(({ registrationNo }) => registrationNo);

describe('the list of the fleet', () => {
  it('begins with what must not run, then a breach of a text, then one by a reading alone; what is retired ends it', () => {
    const ordered = sortFleet(FLEET, 'urgency');
    expect(filterFleet(ordered, NO_FILTER, asOf, Uint8Array.of(1, 1, 1, 1, 1))).toEqual([
      FORBIDDEN,
      LAW,
      READING,
      LATE,
      RETIRED,
    ]);
  });

  it('leaves out what is retired unless it is asked for or searched', () => {
    expect(shown({})).toEqual(['梯1', '梯2', '梯3', '梯4']);
    expect(shown({ quick: 'retired' })).toEqual(['梯5']);
    expect(shown({ text: '梯5' }, Uint8Array.of(0, 0, 0, 0, 1))).toEqual(['梯5']);
  });

  it('is filtered by what must not run and by what was entered late', () => {
    expect(shown({ quick: 'must-not-run' })).toEqual(['梯4']);
    expect(shown({ quick: 'late' })).toEqual(['梯1']);
  });

  it('is filtered and sorted by the doubts that ask for an answer, those of what is retired too', () => {
    const rows = [
      { ...LATE, doubts: 0 },
      { ...READING, doubts: 2 },
      { ...RETIRED, doubts: 5 },
    ];
    const listed = filterFleet(sortFleet(rows, 'doubts'), { ...NO_FILTER, quick: 'doubts' }, asOf, null);
    expect(listed.map(({ registrationNo }) => registrationNo)).toEqual(['梯5', '梯2']);
  });

  it('calls a verdict that rests on a reading one, and says what the text alone finds', () => {
    expect(rowWords(READING, 'zh-CN')).toMatchObject({ verdict: '不合规（通行读法）', byLaw: '法定：曾超期' });
    expect(rowWords(LAW, 'zh-CN')).toMatchObject({ verdict: '不合规', byLaw: '' });
    expect(rowWords(LATE, 'zh-CN').late).toBe('补录，迟 52 天');
    expect(rowWords(FORBIDDEN, 'en').because).toBe('a hazard must stop it at once: 2026-11-20');
  });
});

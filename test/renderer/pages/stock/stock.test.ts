import { describe, expect, it } from 'vitest';
import { toEpochDay, type CivilDate } from '../../../../domain/calendar/civil-date';
import { withinBudget } from '../../../../domain/risk/within-budget';
import { budgetCandidates, costOf } from '../../../../renderer/pages/stock/stock-costs';
import {
  inStock,
  NO_STOCK_FILTER,
  filterStock,
  rankStock,
  type StockFilter,
} from '../../../../renderer/pages/stock/stock-filter';
import { noRowLists, type Fleet, type HistoryRow } from '../../../../domain/fleet/elevator-history';
import { matchesIn } from '../../../../domain/fleet/elevator-search';
import type { StockRow } from '../../../../domain/fleet/stock-rows';
import { stockRows } from '../../../../domain/fleet/stock';
import { historyOf } from '../../../../domain/headline/history';
import { noRecords, type RecordedHazard } from '../../../../domain/record/dossier';
import type { Elevator, RegistrationNo } from '../../../../domain/elevator/elevator';
import type { InspectionsKept } from '../../../../domain/record/inspections-kept';
import type { RecordId } from '../../../../domain/record/record-id';
import { cnPack } from '../../../support/cn-pack';
import { processorSeconds } from '../../../support/processor-seconds';

const day = (text: string) => text as CivilDate;
const QUESTION = {
  asOf: day('2026-11-23'),
  period: { from: day('2025-11-24'), to: day('2026-11-23') },
  pack: cnPack,
  days: {},
  kept: null,
};

function hazard(n: number, part: object): RecordedHazard {
  const value = {
    registrationNo: '梯1',
    foundOn: '2026-11-20',
    foundBy: ['王海'],
    source: 'other',
    component: 'door-lock',
    what: '啮合不足',
    responsible: { party: 'maintainer' },
    ...part,
  };
  return { id: `0123abcd/${n}` as RecordId, at: '', author: '', value: value as never, steps: [] };
}

function history(
  no: string,
  acceptedOn: string,
  hazards: readonly RecordedHazard[] = [],
  more: Partial<Elevator> = {},
): HistoryRow {
  const registrationNo = no as RegistrationNo;
  const elevator: Elevator = {
    registrationNo,
    kind: '3110',
    regime: 'standard',
    acceptedOn: day(acceptedOn),
    maintainer: no,
    ...more,
  };
  const dossier = {
    ...noRecords(),
    registrationNo,
    elevator: { id: '' as RecordId, at: '', author: '', value: elevator },
  };
  return {
    ...historyOf(dossier),
    registrationNo,
    elevator,
    ...noRowLists(),
    hazards,
    lateCallouts: [],
    lastTeam: [],
    unconfirmed: new Int32Array(0),
    failedInspections: [],
    late: null,
  };
}

const rowOf = stockRows(QUESTION);

describe('the rows of the stock', () => {
  it('an elevator is old on the day its years are full, not the day before', () => {
    expect(rowOf(history('梯1', '2011-11-23')).old).toMatchObject({ on: '2026-11-23', reached: true });
    expect(rowOf(history('梯1', '2011-11-24')).old).toMatchObject({ on: '2026-11-24', reached: false });
  });

  it('open hazards are counted by group, and their estimates summed; those without one are told', () => {
    const risk = { severity: 1, probability: 'C', reason: '剪切' };
    const row = rowOf(
      history('梯1', '2004-01-01', [
        hazard(1, { risk, estimatedCost: 38_000, deadline: '2026-11-22' }),
        hazard(2, { estimatedCost: 1_000.5 }),
        hazard(3, {}),
      ]),
    );
    expect(row).toMatchObject({ open: { I: 1, II: 0, III: 0, none: 2 }, cost: 39_000.5, costMissing: 1, overdue: 1 });
  });

  it('days of the house that ran out are late, and no breach', () => {
    expect(rowOf(history('梯1', '2004-01-01', [hazard(1, { foundOn: '2025-01-01' })]))).toMatchObject({
      overdue: 0,
      late: 1,
    });
  });
});

/** The numbers that a filter leaves, in their order. */
const orderOf =
  (rows: readonly StockRow[]) =>
  (part: Partial<StockFilter>): string[] => {
    const fleet = new Map(
      rows.map(({ registrationNo, elevator }) => [registrationNo, { elevator }]),
    ) as unknown as Fleet;
    const matches = part.text === undefined ? null : matchesIn(fleet, part.text, () => []);
    const shown = filterStock(rows, rankStock(rows), { ...NO_STOCK_FILTER, ...part }, matches);
    return shown.map(({ registrationNo }) => registrationNo);
  };

describe('ranking', () => {
  const rows = [
    rowOf(history('梯3', '2020-01-01')),
    rowOf(history('梯2', '2004-06-01')),
    rowOf(history('梯1', '2004-01-01', [hazard(1, { foundOn: '2026-11-23' })])),
    rowOf(history('梯4', '2004-03-01')),
  ];
  const order = orderOf(rows);

  it('most points first, the older before the younger of as many', () => {
    expect(order({})).toEqual(['梯1', '梯4', '梯2']);
    expect(order({ group: 'all' })).toEqual(['梯1', '梯4', '梯2', '梯3']);
  });

  it('filters go together', () => {
    expect(order({ withHazards: true })).toEqual(['梯1']);
    expect(order({ maintainer: '梯2' })).toEqual(['梯2']);
    expect(order({ text: '梯4 nothing' })).toEqual([]);
  });
});

describe('use in the stock', () => {
  const severe = hazard(1, { severe: 'severe-25-3' });
  const gone = { status: 'scrapped', endedOn: day('2026-05-01') } as const;
  const rows = [
    rowOf(history('梯1', '1995-01-01')),
    rowOf(history('梯2', '2010-01-01', [severe])),
    rowOf(history('梯3', '1990-01-01', [severe], gone)),
    rowOf(history('梯4', '1990-01-01', [severe], { ...gone, endedOn: day('2026-11-24') })),
  ];
  const order = orderOf(rows);

  it('what must not run stands first and says so; what the fleet calls it, the stock does', () => {
    expect(rows.map(({ use }) => use)).toEqual(['cannot-tell', 'must-not-run', 'retired', 'must-not-run']);
    expect(order({ group: 'all' })).toEqual(['梯4', '梯2', '梯1']);
    expect(rows[1]?.priority.parts[0]).toMatchObject({ id: 'use', counts: { mustNotRun: 1 } });
  });

  it('a retired elevator has left the list, the counts and the budget from its last day on, and a search finds it', () => {
    expect(inStock(rows).map((row) => row.registrationNo)).toEqual(['梯1', '梯2', '梯4']);
    expect(order({})).not.toContain('梯3');
    expect(order({ group: 'all', text: '梯3' })).toEqual(['梯3']);
    expect(rows[2]?.priority).toEqual({ mustNotRun: false, points: 0, parts: [] });
    const { candidates, unpriced } = budgetCandidates(rows, { 梯3: '1' });
    expect([...candidates, ...unpriced]).not.toContain('梯3');
    expect(candidates.map(({ id }) => id)).not.toContain('梯3');
  });

  it('inspections are judged only where the house keeps them', () => {
    const old = history('梯1', '2004-01-01');
    const useFor = (kept: InspectionsKept | null) => stockRows({ ...QUESTION, kept })(old);
    expect(useFor(null).priority.parts.map(({ id }) => id)).toEqual(['age']);
    expect(useFor({ for: 'all' }).use).toBe('cannot-tell');
    const lapsed = {
      ...old,
      inspections: Int32Array.from([toEpochDay(day('2020-05-10')) * 64 + 1]),
      inspectionKinds: 2,
    };
    expect(stockRows(QUESTION)(lapsed).use).toBe('must-not-run');
    expect(stockRows({ ...QUESTION, kept: { for: 'sites', sites: ['别处'] } })(lapsed).use).toBe('cannot-tell');
  });
});

describe('what an elevator costs', () => {
  const row = { registrationNo: '梯1' as RegistrationNo, cost: 1_000.5, costMissing: 0 };

  it('is the sum of its estimates in whole yuan, rounded up, until somebody types another', () => {
    expect(costOf(row, {})).toBe(1_001);
    expect(costOf(row, { 梯1: '1.2万' })).toBe(12_000);
    expect(costOf(row, { 梯1: 'x' })).toBeNull();
  });

  it('is unknown while an open hazard has no estimate, or there is none', () => {
    expect(costOf({ ...row, costMissing: 1 }, {})).toBeNull();
    expect(costOf({ ...row, cost: 0 }, {})).toBeNull();
    expect(costOf({ ...row, cost: 0 }, { 梯1: '0' })).toBe(0);
  });

  it('a budget chooses among the priced ones and names the others', () => {
    const rows = ['梯1', '梯2'].map((no) => rowOf(history(no, '2004-01-01')));
    const { candidates, unpriced } = budgetCandidates(rows, { 梯2: '500' });
    expect(unpriced).toEqual(['梯1']);
    expect(withinBudget(500, candidates)).toMatchObject({ chosen: ['梯2'], cost: 500 });
    expect(withinBudget(499, candidates)).toMatchObject({ chosen: [], cost: 0 });
  });
});

it('ten thousand elevators are scored within a few seconds', async () => {
  const one = history('梯1', '2004-01-01', [hazard(1, {}), hazard(2, { deadline: '2026-11-01' })]);
  const { seconds } = await processorSeconds(() => {
    for (let n = 0; n < 10_000; n += 1) rowOf(one);
  });
  expect(seconds).toBeLessThan(20);
});

import { describe, expect, it } from 'vitest';
import type { TableBlock } from '../../../../../domain/report/model';
import { composePaper } from '../../../../../domain/report/compose-paper';
import { hazardEvidence } from '../../../../support/hazard-story';
import { ABANDONED } from '../../../../support/report-stories';

type Told = readonly [date: string, kind: string, result?: 'pass' | 'fail'];

/** Date, due day and what is said of it, as the list of inspections of the report has them. */
function listed(inspections: readonly Told[], elevator: Readonly<Record<string, unknown>> = {}): string[] {
  const evidence = hazardEvidence({
    kind: 'old-elevator',
    story: { ...ABANDONED, elevator: { acceptedOn: '2004-08-22', ...elevator } },
    inspections: inspections.map(([date, kind, result = 'pass']) => ({ date, kind, result })),
  });
  const table = composePaper(evidence).blocks.find(
    (block): block is TableBlock => block.kind === 'table' && block.columns.at(-1)?.title === '是否按期',
  );
  return (table?.rows ?? []).map(({ cells }) => {
    const texts = cells.map(({ runs }) => runs.map(({ text }) => text).join(''));
    return [texts[0], texts[5], texts[6]].join(' ');
  });
}

const PERIODIC = 'periodic';

describe('the list of inspections tells by when each was due, and whether it came in time', () => {
  it.each<[string, readonly Told[], readonly string[]]>([
    [
      'year by year',
      [['2004-08-22', 'supervision'], ...Array.from({ length: 22 }, (_, n): Told => [`${2005 + n}-08-20`, PERIODIC])],
      ['2026-08-20 2026-08-31 按期', '2025-08-20 2025-08-31 按期', '2005-08-20 2005-08-31 按期'],
    ],
    [
      'records that lack before the first',
      [
        ['2020-08-19', PERIODIC],
        ['2021-08-10', PERIODIC],
      ],
      ['2021-08-10 2021-08-31 按期'],
    ],
    [
      'the first one after a gap starts the year anew, in its own month',
      [
        ['2004-08-22', 'supervision'],
        ['2020-07-28', PERIODIC],
        ['2021-08-08', PERIODIC],
      ],
      ['2021-08-08 2021-07-31 超期8个在用日', '2020-07-28 2005-08-31 15个期限未见记录'],
    ],
    [
      'failures in between are on record: what followed them is late, not unrecorded',
      [
        ...Array.from({ length: 16 }, (_, n): Told => [`${2005 + n}-08-20`, PERIODIC]),
        ['2021-08-20', PERIODIC, 'fail'],
        ['2022-08-20', PERIODIC, 'fail'],
        ['2023-07-28', PERIODIC],
      ],
      ['2023-07-28 2021-08-31 超期696个在用日', '2022-08-20 — —', '2021-08-20 — —'],
    ],
    [
      'one failure does not tell of the years before it',
      [
        ['2004-08-22', 'supervision'],
        ['2020-07-01', PERIODIC, 'fail'],
        ['2020-07-28', PERIODIC],
      ],
      ['2020-07-28 2005-08-31 15个期限未见记录'],
    ],
    [
      'a re-test after a gap is held against the month of the first one too',
      [
        ['2004-08-22', 'supervision'],
        ['2020-07-28', PERIODIC],
        ['2021-08-05', PERIODIC, 'fail'],
        ['2021-08-25', PERIODIC],
      ],
      ['2021-08-25 2021-07-31 超期25个在用日'],
    ],
    [
      'a year without a record between two in their months',
      [
        ...Array.from({ length: 17 }, (_, n): Told => [`${2005 + n}-08-20`, PERIODIC]),
        ['2024-08-20', PERIODIC],
        ['2025-08-20', PERIODIC],
      ],
      ['2024-08-20 2024-08-31 按期；2个期限未见记录', '2025-08-20 2025-08-31 按期'],
    ],
    [
      'one that came after its deadline and before the next window',
      [
        ['2024-08-20', PERIODIC],
        ['2025-10-10', PERIODIC],
      ],
      ['2025-10-10 2025-08-31 超期40个在用日'],
    ],
    [
      'an inspection after a repair takes the place of a periodic one and was not due itself',
      [
        ...Array.from({ length: 14 }, (_, n): Told => [`${2005 + n}-08-20`, PERIODIC]),
        ['2020-03-10', 'supervision-repair'],
      ],
      ['2020-03-10 — —'],
    ],
  ])('%s', (_, inspections, rows) => {
    expect(listed(inspections)).toEqual(expect.arrayContaining([...rows]));
  });

  it('by the rule for its own kind of elevator, not by another that asks for the same test', () => {
    const rows = listed(
      [
        ['2019-08-19', 'governor'],
        ['2024-08-10', 'governor'],
      ],
      { kind: '3430' },
    );
    expect(rows.join()).not.toContain('未见记录');
  });
});

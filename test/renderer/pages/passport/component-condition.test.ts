import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import type { RecordedHazard } from '../../../../domain/record/dossier';
import type { RecordId } from '../../../../domain/record/record-id';
import { judgeHazards } from '../../../../domain/risk/judge-hazards';
import { componentConditions } from '../../../../renderer/pages/passport/component-condition';
import { cnPack } from '../../../support/cn-pack';

function recorded(n: number, component: string, foundOn: string, steps: readonly object[] = []): RecordedHazard {
  const value = {
    registrationNo: '梯1',
    foundOn,
    foundBy: ['甲'],
    source: 'other',
    component,
    what: '坏',
    responsible: { party: 'maintainer' },
  };
  const id = `0123abcd/${n}` as RecordId;
  return {
    id,
    at: '',
    author: '',
    value: value as never,
    steps: steps.map((step, i) => ({
      id: `${id}.${i + 1}` as RecordId,
      at: '',
      author: '',
      step: { by: ['乙'], ...step } as never,
    })),
  };
}

describe('the condition of parts', () => {
  const steps = [
    { act: 'notify', to: '物业', on: '2026-02-01' },
    { act: 'start', on: '2026-02-02' },
    { act: 'rectify', what: '更换衬片', on: '2026-02-03' },
    { act: 'recheck', result: 'pass', by: ['丙'], on: '2026-02-04' },
    { act: 'close', on: '2026-02-05' },
  ];
  const hazards = [
    recorded(1, 'brake', '2026-01-01', steps),
    recorded(2, 'brake', '2025-06-01'),
    recorded(3, 'door-lock', '2026-05-01'),
    recorded(4, 'buffer', '2026-06-01', steps),
  ];
  const conditionsOn = (asOf: string) =>
    componentConditions(judgeHazards(hazards, cnPack.hazards!, asOf as CivilDate, {}));

  it('those with open hazards come first, each with what was done to it last', () => {
    expect(
      conditionsOn('2026-11-23').map(({ component, open, closed, lastWork }) => [
        component,
        open,
        closed,
        lastWork?.what,
      ]),
    ).toEqual([
      ['door-lock', 1, 0, undefined],
      ['brake', 1, 1, '更换衬片'],
      ['buffer', 0, 1, '更换衬片'],
    ]);
  });

  it('what came to light or was done after the day does not count', () => {
    expect(conditionsOn('2026-01-15')).toMatchObject([{ component: 'brake', open: 2, closed: 0, lastWork: null }]);
  });
});

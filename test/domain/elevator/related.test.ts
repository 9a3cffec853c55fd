import { describe, expect, it } from 'vitest';
import type { Elevator } from '../../../domain/elevator/elevator';
import { relatedTo } from '../../../domain/elevator/related';

const elevator = (registrationNo: string, more: object = {}): Elevator =>
  ({ registrationNo, kind: '3110', regime: 'standard', ...more }) as Elevator;
const ended = (successorNo: string) => ({ status: 'relocated', endedOn: '2026-01-01', successorNo });
const namesOf = (of: string, fleet: readonly Elevator[]) => {
  const { predecessors, sameCode } = relatedTo(
    fleet.find(({ registrationNo }) => registrationNo === of)!,
    fleet,
  );
  return { predecessors: predecessors.map(({ registrationNo }) => registrationNo), sameCode };
};

describe('what else of a register is about one elevator', () => {
  it('its certificates before, step by step, by any spelling of the number that names it', () => {
    const fleet = [
      elevator('梯A', ended('梯B(2)')),
      elevator('梯B(2)', ended('梯C')),
      elevator('梯C'),
      elevator('梯D', ended('梯 C')),
    ];
    expect(namesOf('梯C', fleet).predecessors).toEqual(['梯B(2)', '梯D', '梯A']);
    expect(namesOf('梯A', fleet).predecessors).toEqual([]);
    expect(namesOf('梯B(2)', [elevator('梯A', ended('梯B（2）')), ...fleet.slice(1)]).predecessors).toEqual(['梯A']);
  });

  it('those that name each other in a circle end', () => {
    expect(namesOf('梯A', [elevator('梯A', ended('梯B')), elevator('梯B', ended('梯A'))]).predecessors).toEqual([
      '梯B',
    ]);
  });

  it('others in use with its device code, told from both sides; none that is retired or its own successor', () => {
    const code = { deviceCode: '311010101200400004' };
    const wide = { deviceCode: '３１１０１０１０１２００４００００４' };
    const fleet = [
      elevator('梯A', code),
      elevator('梯B', wide),
      elevator('梯C'),
      elevator('梯D', { ...code, ...ended('梯A') }),
    ];
    expect(namesOf('梯A', fleet).sameCode).toEqual(['梯B']);
    expect(namesOf('梯B', fleet).sameCode).toEqual(['梯A']);
    expect(namesOf('梯D', fleet).sameCode).toEqual([]);
    expect(namesOf('梯C', fleet).sameCode).toEqual([]);
    expect(namesOf('梯A', [fleet[0]!, fleet[3]!]).sameCode).toEqual([]);
  });
});

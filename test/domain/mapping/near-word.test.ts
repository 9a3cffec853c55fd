import { describe, expect, it } from 'vitest';
import { editDistance, nearWord } from '../../../domain/mapping/near-word';
import { taskChoices } from '../../../domain/reading/task-words';
import fc from 'fast-check';

const tasks = taskChoices([]);

describe('the value that a word is near to', () => {
  it.each([
    ['例行半月保养', 'half-month'],
    ['半月保樣', 'half-month'],
    ['季度维护保养', 'quarter'],
    ['年度维保（A级）', 'year'],
    ['halfmonht', 'half-month'],
  ])('%s is asked about as %s', (word, value) => expect(nearWord(word, tasks)).toBe(value));

  it.each(['急修', '例行保养', '巡检', '月', '', 'x', '半月或季度'])('%s is near to none, or to two', (word) =>
    expect(nearWord(word, tasks)).toBeNull(),
  );
});

/** By the definition, without a table. */
function slowly(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const changed = slowly(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1);
  return Math.min(changed, slowly(a.slice(1), b) + 1, slowly(a, b.slice(1)) + 1);
}

describe('the distance of two words', () => {
  it('is the fewest signs put in, left out or changed', () => {
    const word = fc.string({ unit: fc.constantFrom('半', '月', '季'), maxLength: 5 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 5 }), (a, b, most) => {
        const distance = slowly(a, b);
        const told = editDistance(a, b, most);
        return distance <= most ? told === distance : told > most;
      }),
    );
  });
});

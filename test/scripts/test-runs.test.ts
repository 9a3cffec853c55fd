import { describe, expect, it } from 'vitest';
import { outcomeOfBoth } from '../../scripts/test-runs.mjs';

const one = { what: 'test/a.test.ts: first', said: 'Error: too late' };
const two = { what: 'test/b.test.ts: second', said: 'Error: 1 is not 2' };
const first = { passed: 40, failed: 2, skipped: 1, names: [one, two], unstable: [] };

describe('files that failed and run once more by themselves', () => {
  it('are told as unstable when they pass then, and fail nothing', () => {
    expect(outcomeOfBoth(first, { passed: 9, failed: 0, skipped: 0, names: [], unstable: [] })).toEqual({
      passed: 42,
      failed: 0,
      skipped: 1,
      names: [],
      unstable: [one, two],
    });
  });

  it('fail where they fail again, whatever they say then', () => {
    const again = { ...two, said: 'Error: 1 is not 3' };
    expect(outcomeOfBoth(first, { passed: 8, failed: 1, skipped: 0, names: [again], unstable: [] })).toEqual({
      passed: 41,
      failed: 1,
      skipped: 1,
      names: [again],
      unstable: [one],
    });
  });

  it('fail where they cannot even be run', () => {
    const none = { what: 'unit tests' };
    const outcome = outcomeOfBoth(
      { ...first, failed: 1, names: [one] },
      { passed: 0, failed: 1, skipped: 0, names: [none], unstable: [] },
    );
    expect(outcome).toMatchObject({ passed: 40, failed: 1, names: [none] });
  });
});

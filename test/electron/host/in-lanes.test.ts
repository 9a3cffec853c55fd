import { describe, expect, it } from 'vitest';
import { inLanes } from '../../../electron/host/in-lanes';

const { signal } = new AbortController();
const turn = (times: number): Promise<void> =>
  times === 0 ? Promise.resolve() : new Promise<void>((resolve) => setImmediate(resolve)).then(() => turn(times - 1));

describe('work in lanes', () => {
  it('runs at most so many at a time and gives results in order', async () => {
    let running = 0;
    let most = 0;
    const begun: number[] = [];
    const results = await inLanes({ count: 20, lanes: 3, signal }, async (index) => {
      begun.push(index);
      most = Math.max(most, ++running);
      await turn((index * 7) % 5);
      running--;
      return index * 2;
    });
    expect(results).toEqual(Array.from({ length: 20 }, (_, index) => index * 2));
    expect(begun).toEqual(Array.from({ length: 20 }, (_, index) => index));
    expect(most).toBe(3);
  });

  it('does nothing where there is nothing to do', async () => {
    expect(await inLanes({ count: 0, lanes: 4, signal }, () => Promise.reject(new Error('asked')))).toEqual([]);
  });

  it('begins nothing more after a failure, gives up the others and throws the first', async () => {
    const begun: number[] = [];
    const given: number[] = [];
    const run = inLanes({ count: 50, lanes: 2, signal }, async (index, stop) => {
      begun.push(index);
      if (index === 3) throw new Error('third');
      await turn(2);
      if (stop.aborted) given.push(index);
      stop.throwIfAborted();
    });
    await expect(run).rejects.toThrow('third');
    expect(Math.max(...begun)).toBeLessThan(6);
    expect(given.length).toBeGreaterThan(0);
  });

  it('ends with the reason of whoever cancels', async () => {
    const controller = new AbortController();
    const begun: number[] = [];
    const run = inLanes({ count: 50, lanes: 2, signal: controller.signal }, async (index) => {
      begun.push(index);
      if (index === 4) controller.abort(new Error('enough'));
      await turn(1);
    });
    await expect(run).rejects.toThrow('enough');
    expect(begun.length).toBeLessThan(8);
  });
});

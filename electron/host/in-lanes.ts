/**
 * Does `count` pieces of work, at most `lanes` of them at a time, begun in order; their results in order. The first that
 * fails gives up those that run, and is thrown when they have ended.
 */
export async function inLanes<T>(
  { count, lanes, signal }: { readonly count: number; readonly lanes: number; readonly signal: AbortSignal },
  work: (index: number, signal: AbortSignal) => Promise<T>,
): Promise<T[]> {
  const results = new Array<T>(count);
  const stop = new AbortController();
  const giveUp = AbortSignal.any([signal, stop.signal]);
  let next = 0;
  const failures: unknown[] = [];
  const lane = async (): Promise<void> => {
    try {
      for (let index = next++; index < count; index = next++) {
        giveUp.throwIfAborted();
        results[index] = await work(index, giveUp);
      }
    } catch (error) {
      failures.push(error);
      stop.abort(error);
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, count) }, lane));
  signal.throwIfAborted();
  if (failures.length > 0) throw failures[0];
  return results;
}

/** Median milliseconds of `runs` runs, after one that is not counted. */
export async function median(runs: number, work: () => unknown): Promise<number> {
  await work();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return medianOf(times);
}

/** Medians of two works run in turn, so that whatever else the machine does falls on both alike. */
export async function medians(runs: number, a: () => unknown, b: () => unknown): Promise<readonly [number, number]> {
  const timed = async (work: () => unknown): Promise<number> => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };
  await a();
  await b();
  const times: [number[], number[]] = [[], []];
  for (let i = 0; i < runs; i++) {
    times[0].push(await timed(a));
    times[1].push(await timed(b));
  }
  return [medianOf(times[0]), medianOf(times[1])];
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

export interface Line {
  readonly what: string;
  readonly result: string;
  readonly ratio?: string;
  /** Whether the aim was reached; absent where there is none. */
  readonly aim?: { readonly text: string; readonly reached: boolean };
}

export const ms = (value: number): string => (value < 10 ? `${value.toFixed(2)} ms` : `${Math.round(value)} ms`);

export function print(title: string, lines: readonly Line[]): void {
  const rows = lines.map(({ what, result, ratio = '', aim }) => [
    what,
    result,
    ratio,
    aim === undefined ? '' : `${aim.text}: ${aim.reached ? 'reached' : 'NOT REACHED'}`,
  ]);
  const widths = [0, 1, 2].map((i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const text = rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  process.stdout.write(`\n${title}\n${text.map((row) => `  ${row}\n`).join('')}`);
}

/** The round step and the top of an axis that holds `most` in at most four steps; both whole, at least 1. */
export function axisOf(most: number): { readonly step: number; readonly top: number } {
  const least = Math.max(1, Math.ceil(most / 4));
  const magnitude = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((factor) => factor * magnitude).find((round) => round >= least) ?? least;
  return { step, top: Math.max(step, Math.ceil(most / step) * step) };
}

/** Every how many months a name fits below the bars. */
export function nameEvery(months: number, width: number, nameWidth: number): number {
  return Math.max(1, Math.ceil((months * nameWidth) / width));
}

/**
 * `{{days, counted(one: day; other: days)}}`: a number with its noun, for texts that name several numbers. A text of one
 * `count` has a form `_one` instead.
 */
export function counted(value: unknown, _locale: string | undefined, { one, other }: Record<string, unknown>): string {
  return `${String(value)} ${String(Number(value) === 1 ? one : other)}`;
}

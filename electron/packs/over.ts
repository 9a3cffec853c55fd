/** `own` over `base` by key: a Map keeps the place of a key that is set again. */
export function over<T>(base: readonly T[], own: readonly T[], keyOf: (member: T) => string): readonly T[] {
  return [...new Map([...base, ...own].map((member) => [keyOf(member), member])).values()];
}

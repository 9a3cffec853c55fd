/** One person written two ways: width, spaces, case and the space between family and given name do not tell people apart. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}·.]+/gu, '')
    .toLowerCase();
}

/** Whether some name stands in both lists. */
export function sharePerson(these: readonly string[], those: readonly string[]): boolean {
  const known = new Set(these.map(plainName));
  return those.some((name) => known.has(plainName(name)));
}

/** Whether two names are one, written the same way or not. */
export function isSameName(a: string, b: string): boolean {
  return plainName(a) === plainName(b);
}

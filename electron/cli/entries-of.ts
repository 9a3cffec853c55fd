/** How many entries, in English. */
export function entriesOf(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}

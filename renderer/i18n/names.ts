/** Splits what was typed into names: `张建国、李明`, `Zhang; Li`, `王海/陈立新`. */
export function namesIn(text: string): string[] {
  return text
    .split(/[;；、/,，\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

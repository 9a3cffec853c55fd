import type { Run } from './model';

/** `plain **bold** plain`, as sentences mark what matters most. */
export function emphasised(text: string): Run[] {
  return text
    .split('**')
    .map((part, index): Run => (index % 2 === 1 ? { text: part, bold: true } : { text: part }))
    .filter((run) => run.text !== '');
}

import type { FormCell, Run } from '../model';

/** A label and the paragraphs beside it. */
export function cell(label: string, ...lines: (readonly Run[] | string)[]): FormCell {
  return { label, lines: lines.map((line) => (typeof line === 'string' ? [{ text: line }] : line)) };
}

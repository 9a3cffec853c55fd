import type { Run } from '../model';

/** Millimetres of a line to be written on. */
const BLANK_MM = 42;

/**
 * A line of a form as runs: `□` becomes a box to tick and `____` a line to write on, which tells a screen reader the word
 * that it belongs to.
 */
export function handLine(text: string, blankMm = BLANK_MM): Run[] {
  const parts = text.split(/(□|____)/);
  return parts.flatMap((part, index): Run[] => {
    if (part === '') return [];
    if (part === '□') return [{ text: '', box: 'empty' }];
    if (part === '____') return [{ text: lastWord(parts[index - 1] ?? ''), blank: blankMm }];
    return [{ text: part }];
  });
}

function lastWord(text: string): string {
  return /([^\s\u3000]+)\s*$/.exec(text)?.[1] ?? '';
}

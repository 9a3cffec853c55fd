import { expect, it } from 'vitest';
import { mayNegate, noteMayNegate, STATE_WORDS } from '../../../domain/reading/state-words';

const LITTLE = new Set(['否', '0', 'no', 'n', '×', '✗', 'open', 'plan']);

it('every word that says a row was not done raises the question in a column that nobody reads, and no other does', () => {
  const words = [...STATE_WORDS['not-done'], ...STATE_WORDS['taken-back']].filter((word) => !LITTLE.has(word));
  expect(words.filter((word) => !mayNegate(word))).toEqual([]);
  expect(STATE_WORDS.done.filter(mayNegate)).toEqual([]);
  for (const word of ['正常', '样一', '3110', 'x'.repeat(40)]) expect(mayNegate(word)).toBe(false);
});

it('a note that says so is told, one that tells of work is not', () => {
  expect(['停电未做', '本次未保养，改期', '住户取消', '已作废'].filter((note) => !noteMayNegate(note))).toEqual([]);
  expect(['清洁轿顶', '更换门刀', '正常'].filter(noteMayNegate)).toEqual([]);
});

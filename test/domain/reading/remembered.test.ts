import { describe, expect, it } from 'vitest';
import { remembered } from '../../../domain/reading/remembered';

function counted(): { read: (text: string) => string; readonly times: number } {
  const counter = { times: 0, read: (text: string) => (counter.times++, text.toUpperCase()) };
  return counter;
}

describe('a reading that remembers', () => {
  it('reads a text once however often it comes', () => {
    const counter = counted();
    const read = remembered(counter.read);
    for (let i = 0; i < 1_000; i += 1) expect(read(i % 2 === 0 ? 'wang' : 'li')).toBe(i % 2 === 0 ? 'WANG' : 'LI');
    expect(counter.times).toBe(2);
  });

  it('remembers that a text gave nothing', () => {
    let times = 0;
    const read = remembered(() => (times++, undefined));
    read('x');
    read('x');
    expect(times).toBe(1);
  });

  it('keeps no long texts, and not more than some thousands', () => {
    const counter = counted();
    const read = remembered(counter.read);
    const long = 'x'.repeat(65);
    expect([read(long), read(long)]).toEqual(['X'.repeat(65), 'X'.repeat(65)]);
    expect(counter.times).toBe(2);
    for (let i = 0; i < 5_000; i += 1) read(`n${i}`);
    read('n0');
    expect(counter.times).toBe(2 + 5_000 + 1);
    expect(read('n4999')).toBe('N4999');
  });
});

import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { ProfilePlace } from '../../../electron/handlers/profile-folder';
import type { ProfileChoice } from '../../../electron/handlers/settle-profile';
import { terminalAsker } from '../../../electron/loopback/ask-in-terminal';

const place: ProfilePlace = { folder: '/usual', by: 'usual', isNew: true, elsewhere: ['/old'], synchronisedBy: null };
const choices: ProfileChoice[] = [
  { kind: 'use', folder: '/old', isNew: false },
  { kind: 'use', folder: '/usual', isNew: true },
  { kind: 'other' },
  { kind: 'quit' },
];

/** A person at a terminal who answers each question with the next line. */
function terminal(answers: readonly string[], isTTY = true) {
  const [input, output] = [new PassThrough(), new PassThrough()].map((stream) => Object.assign(stream, { isTTY }));
  const waiting = [...answers];
  let said = '';
  output!.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (chunk.toString().endsWith(': ') && waiting.length > 0) input!.write(`${waiting.shift() ?? ''}\n`);
  });
  const asker = terminalAsker(input as unknown as NodeJS.ReadStream, output as unknown as NodeJS.WriteStream);
  return { asker, said: () => said };
}

describe('asking in a terminal where records are kept', () => {
  it('is left out where nobody could answer', () => {
    expect(terminal([], false).asker).toBeNull();
  });

  it('lists the places in both languages and takes Enter for the first', async () => {
    const { asker, said } = terminal(['']);
    expect(await asker?.choose({ place, choices })).toBe(choices[0]);
    for (const words of ['/usual', '/old', '第一次启动', 'First start', '退出 Quit']) expect(said()).toContain(words);
  });

  it('asks again after an answer that is none of them', async () => {
    const { asker, said } = terminal(['7', 'x', '0', '1.5', '4']);
    expect(await asker?.choose({ place, choices })).toBe(choices[3]);
    expect(said().split('1–4').length - 1).toBe(5);
  });

  it('takes a synchronised folder only on a plain yes', async () => {
    expect(await terminal(['']).asker?.confirmSynchronised('/a', 'Dropbox')).toBe(false);
    expect(await terminal(['y']).asker?.confirmSynchronised('/a', 'Dropbox')).toBe(true);
    expect(await terminal(['是']).asker?.confirmSynchronised('/a', 'Dropbox')).toBe(true);
  });

  it('takes no folder for an empty answer', async () => {
    expect(await terminal(['']).asker?.otherFolder()).toBeNull();
    expect(await terminal(['/data/梯审 记录']).asker?.otherFolder()).toBe('/data/梯审 记录');
  });
});

import { NO_HASH, type Entry, type EntryDraft } from '../../domain/record/entry';
import { sealLine } from '../../electron/journal/seal-entry';

export const FEED = 'ab'.repeat(32);
export const AT = '2026-11-23T10:00:00+08:00';

export function registered(number: number): EntryDraft {
  const registrationNo = `梯11浙A${String(number).padStart(5, '0')}(04)` as never;
  return {
    type: 'elevator-registered',
    subject: registrationNo,
    author: '张建国 {"at":"x"}',
    body: { elevator: { registrationNo, kind: '3110', regime: 'standard' } },
  };
}

/** Lines of a journal whose entries follow each other, without newlines. */
export function chainedLines(count: number, feed = FEED): { lines: Buffer[]; entries: Entry[] } {
  const lines: Buffer[] = [];
  const entries: Entry[] = [];
  for (let seq = 1; seq <= count; seq++) {
    const prev = entries.at(-1)?.hash ?? NO_HASH;
    const { entry, line } = sealLine(registered(seq), { feed, seq, at: AT, prev });
    lines.push(line);
    entries.push(entry);
  }
  return { lines, entries };
}

export function fileOf(lines: readonly Buffer[]): Buffer {
  return Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')]));
}

import { describe, expect, it } from 'vitest';
import { refusalSentence } from '../../../domain/record/refusal-sentences';
import { REGISTER, tryFiles } from '../../support/import-desk';
import { processorSeconds } from '../../support/processor-seconds';

const HEAD = 'registration_no,date,task,note';

describe('what no spreadsheet program could hold', () => {
  it('fifty thousand columns of a text file are refused at their first row, however many rows follow', async () => {
    const row = `T1,2026-11-03,半月${',x'.repeat(49_997)}`;
    const { value, seconds } = await processorSeconds(() =>
      tryFiles({ 'r.csv': REGISTER, 'v.csv': `${row}\n`.repeat(100) }),
    );
    expect(value.preview.refusals.map(({ code, params }) => [code, params['what']])).toEqual([
      ['file-too-large', 'columns'],
    ]);
    for (const locale of ['zh-CN', 'en'] as const)
      expect(refusalSentence(value.preview.refusals[0]!, locale)).toMatch(locale === 'en' ? /column/ : /列/);
    expect(seconds).toBeLessThan(20);
  });

  it('a long cell that many rows share is shown shortened with each reason, and comes back whole', async () => {
    const note = '长'.repeat(30_000);
    const files = { 'r.csv': REGISTER, 'v.csv': `${HEAD}\nT1,2026-11-03,半月,${note}\nT2,2026-11-03,半月,${note}\n` };
    const { preview, refused } = await tryFiles(files);
    expect(preview.refusals.map(({ code }) => code)).toEqual(['too-long', 'too-long']);
    for (const { value, cells } of preview.refusals) expect([value.length, cells[3]!.length]).toEqual([501, 501]);
    expect(refused[0]!.rows.map(({ cells }) => cells[3])).toEqual([note, note]);
  });
});

import { describe, expect, it } from 'vitest';
import { refusalSentence } from '../../../domain/record/refusal-sentences';
import { dryRun } from '../../../electron/import/preview';
import { context, inputFiles, REGISTER, tryFiles } from '../../support/import-desk';
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

  it('a wide table is told of while it is read, and is given up where that is asked', async () => {
    const wide = (first: string, cell: string): string => `${first}${`,${cell}`.repeat(5_000)}\n`;
    const text = wide('registration_no,date,task', 'x') + wide('T1,2026-11-03,半月', 'y').repeat(200);
    const told: string[] = [];
    const stop = new AbortController();
    const given = (signal: AbortSignal, tell: () => void) =>
      dryRun({
        files: inputFiles({ 'r.csv': REGISTER, 'v.csv': text }),
        context,
        lookup: () => undefined,
        signal,
        progress: ({ stage }) => {
          told.push(stage);
          tell();
        },
      });
    const { preview } = await given(new AbortController().signal, () => undefined);
    expect(preview.files.at(-1)).toMatchObject({ table: 'visits', rows: 200 });
    expect(told.filter((stage) => stage === 'v.csv').length).toBeGreaterThanOrEqual(15);
    told.length = 0;
    const reason = new Error('given up');
    await expect(given(stop.signal, () => told.length === 5 && stop.abort(reason))).rejects.toBe(reason);
    expect(told.length).toBeLessThanOrEqual(6);
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

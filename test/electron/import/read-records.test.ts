import { describe, expect, it } from 'vitest';
import { readRecords } from '../../../electron/import/read-records';
import { refusalSentence } from '../../../domain/record/refusal-sentences';
import { context, inputFiles, REGISTER } from '../../support/import-desk';
import { workbookOf } from '../../support/workbook';

const VISITS = '使用登记证编号,维保日期,维保类别\nT1,2026-01-01,半月\n';
const none = { elevators: [], visits: [], outages: [], inspections: [] };
const read = (files: Partial<Parameters<typeof readRecords>[0]>) =>
  readRecords({ ...none, ...files }, context, new AbortController().signal);

describe('tables that the command line names', () => {
  it('several files of one kind are one table, with the register’s order kept', async () => {
    const { body, refusals } = await read({
      elevators: inputFiles({ 'b.csv': 'registration_no,kind\nT9,3110\n', 'a.csv': REGISTER }),
      visits: [...inputFiles({ 'v.csv': VISITS }), ...inputFiles({ 'v.csv': VISITS.replace('01-01', '01-15') })],
    });
    expect(refusals).toEqual([]);
    expect(body.elevators.map(({ registrationNo }) => registrationNo)).toEqual(['T9', 'T1', 'T2']);
    expect(body.visits.map(({ date }) => date)).toEqual(['2026-01-01', '2026-01-15']);
    expect(body.sources.map(({ file, table, rows, accepted }) => [file, table, rows, accepted])).toEqual([
      ['b.csv', 'elevators', 1, 1],
      ['a.csv', 'elevators', 2, 2],
      ['v.csv', 'visits', 1, 1],
      ['v.csv', 'visits', 1, 1],
    ]);
  });

  it('no records_from is put in: what the files say is what is judged', async () => {
    const { body } = await read({
      elevators: inputFiles({ 'r.csv': REGISTER }),
      visits: inputFiles({ 'v.csv': VISITS }),
    });
    expect(body.elevators[0]).not.toHaveProperty('recordsFrom');
  });

  it('a file whose headers are of another table is refused and says what is needed', async () => {
    const { body, refusals } = await read({ elevators: inputFiles({ 'v.csv': VISITS }) });
    expect(body.elevators).toEqual([]);
    expect(refusals.map((refusal) => [refusal.code, refusal.row])).toEqual([['header-not-found', 0]]);
    expect(refusalSentence(refusals[0]!, 'zh-CN')).toBe('表头不是这种表的，这里要有“使用登记证编号、品种”列');
    expect(refusalSentence(refusals[0]!, 'en')).toBe(
      'The headers are of another table; here the columns registration_no, kind are needed',
    );
  });

  it('of a workbook with several tables only the named one is read', async () => {
    const bytes = workbookOf([
      {
        name: '台账',
        rows: [
          ['使用登记证编号', '品种'],
          ['T1', '3110'],
        ],
      },
      {
        name: '维保',
        rows: VISITS.trim()
          .split('\n')
          .map((line) => line.split(',')),
      },
    ]);
    const book = [{ name: 'book.xlsx', bytes }];
    const { body, refusals } = await read({ elevators: book, visits: book });
    expect([body.elevators.length, body.visits.length, refusals]).toEqual([1, 1, []]);
  });

  it('a cancelled reading ends with the reason of its signal', async () => {
    const reason = new Error('given up');
    const files = { ...none, elevators: inputFiles({ 'r.csv': REGISTER }) };
    await expect(readRecords(files, context, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

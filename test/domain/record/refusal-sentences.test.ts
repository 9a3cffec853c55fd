import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../domain/pack/legal-basis';
import { REFUSAL_CODES, type Refusal, type RefusalCode } from '../../../domain/record/refusal';
import { refusalCure, refusalSentence } from '../../../domain/record/refusal-sentences';

const USUAL: Refusal['params'] = {
  ...{ year: 2018, month: 13, act: 'close', why: 'same-person', state: 'rechecked' },
  table: 'visits',
};

const refusal = (code: RefusalCode, params: Refusal['params'] = USUAL): Refusal => ({
  file: 'a.csv',
  row: 2,
  column: '',
  value: '',
  code,
  params,
  cells: [],
});

describe('the words for a refusal', () => {
  it.each(REFUSAL_CODES)('%s has a sentence and a cure in both languages, without a full stop', (code) => {
    for (const locale of LOCALES)
      for (const words of [refusalSentence(refusal(code), locale), refusalCure(refusal(code), locale)]) {
        expect(words.trim()).not.toBe('');
        expect(words).not.toMatch(/[。.]$|undefined|NaN/);
      }
  });

  it.each<[RefusalCode, Refusal['params'], string, string]>([
    ['no-such-date', { year: 2018, month: 13 }, '没有第13月', 'There is no month 13'],
    ['no-such-date', { year: 2025, month: 2, days: 28 }, '2025年2月只有28天', 'Month 2 of 2025 has only 28 days'],
    [
      'end-before-start',
      { table: 'outages', field: 'to', start: '2026-04-02' },
      '启用早于停用（2026-04-02）',
      'Back in service before it was out (2026-04-02)',
    ],
    [
      'conflict-in-files',
      { table: 'elevators', field: 'district', otherFile: '', otherRow: 6, otherValue: '拱墅区' },
      '与第6行同一登记证号而内容不同（第6行为拱墅区）',
      'Same registration number as row 6, with different content (there: 拱墅区)',
    ],
    [
      'conflict-in-files',
      { table: 'elevators', field: 'district', otherFile: 'b.csv', otherRow: 6, otherValue: '' },
      '与 b.csv 第6行同一登记证号而内容不同（第6行没有填）',
      'Same registration number as b.csv row 6, with different content (there: empty)',
    ],
    [
      'missing-value',
      { table: 'elevators', field: 'registration_no' },
      '缺少登记证编号，无从建档',
      'Without a registration number there is nothing to file it under',
    ],
    ['missing-value', { table: 'inspections', field: 'result' }, '没有填', 'Not filled in'],
    [
      'file-unreadable',
      { what: 'csv', row: 7 },
      '从第7行起读不下去，多半是引号没有成对',
      'Cannot be read from row 7 on; probably a quote is not closed',
    ],
    [
      'file-unreadable',
      { what: 'xls' },
      '文件是旧版 .xls 工作簿，或是加了密码的工作簿',
      'The file is a workbook in the old .xls format, or one under a password',
    ],
    [
      'file-too-large',
      { what: 'grid', rows: 1_048_576, columns: 16_384 },
      '表格伸到第1048576行第16384列，多半是角落里有多余的单元格',
      'The sheet reaches to row 1048576, column 16384; probably a stray cell in a corner',
    ],
    [
      'unreadable-row',
      { what: 'surplus' },
      '这一行的格数比表头多，多半是格内的分隔符没有加引号',
      'The row has more cells than the header; probably a delimiter inside a cell is not quoted',
    ],
  ])('%s with %o', (code, params, zh, en) => {
    expect([refusalSentence(refusal(code, params), 'zh-CN'), refusalSentence(refusal(code, params), 'en')]).toEqual([
      zh,
      en,
    ]);
  });

  it('the cure of an outage the wrong way round is to exchange its dates, of a visit to correct its time', () => {
    const cure = (table: string) => refusalCure(refusal('end-before-start', { table }), 'zh-CN');
    expect([cure('outages'), cure('visits')]).toEqual(['对调两个日期', '改正时间']);
  });
});

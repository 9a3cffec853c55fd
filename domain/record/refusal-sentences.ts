import type { Locale } from '../pack/rule-pack';
import type { Refusal, RefusalCode } from './refusal';

interface Words {
  readonly says: (refusal: Refusal) => string;
  readonly cure: string;
}

const WHAT_ZH: Readonly<Record<string, string>> = {
  binary: '不是文本文件，也不是 XLSX 工作簿',
  xlsx: '不是完好的 XLSX 工作簿',
  xls: '是旧版 .xls 工作簿',
};
const WHAT_EN: Readonly<Record<string, string>> = {
  binary: 'is neither text nor an XLSX workbook',
  xlsx: 'is not a sound XLSX workbook',
  xls: 'is a workbook in the old .xls format',
};

const p = (refusal: Refusal, name: string): string => String(refusal.params[name] ?? '');

function noSuchDate({ params }: Refusal, zh: boolean): string {
  const { year, month, days } = params;
  if (days === undefined) return zh ? `没有第${String(month)}月` : `There is no month ${String(month)}`;
  return zh
    ? `${String(year)}年${String(month)}月只有${String(days)}天`
    : `Month ${String(month)} of ${String(year)} has only ${String(days)} days`;
}

const ZH: Readonly<Record<RefusalCode, Words>> = {
  'file-unreadable': {
    says: (r) =>
      r.params['what'] === 'csv'
        ? `从第${p(r, 'row')}行起读不下去，多半是引号没有成对`
        : `文件${WHAT_ZH[p(r, 'what')] ?? '读不了'}`,
    cure: '另存为 XLSX 或 CSV 后重导',
  },
  'file-empty': { says: () => '文件是空的', cure: '换一个文件' },
  'file-too-large': { says: () => '文件过大', cure: '分成几个文件' },
  'archive-bomb': { says: () => '压缩包展开后大得不合常理，没有打开', cure: '在表格软件里另存后重导' },
  'too-many-rows': { says: (r) => `超过${p(r, 'most')}行`, cure: '分成几个文件' },
  'header-not-found': { says: () => '前20行里没有找到认得的表头', cure: '表头用说明里的列名' },
  'missing-column': { says: (r) => `缺少“${r.column}”列，整个表没有读`, cure: '补上这一列后重导' },
  'encoding-doubtful': { says: () => '文字编码认不出来，没有猜', cure: '另存为 UTF-8 后重导' },
  'missing-value': { says: () => '没有填', cure: '补填后重导' },
  'bad-date': { says: () => '不是认得的日期写法', cure: '写成 2026-11-23' },
  'no-such-date': { says: (r) => noSuchDate(r, true), cure: '改正日期' },
  'future-date': { says: (r) => `晚于今日 ${p(r, 'today')}`, cure: '改正日期' },
  'bad-time': { says: () => '不是认得的时间写法', cure: '写成 09:30' },
  'end-before-start': { says: (r) => `早于开始（${p(r, 'start')}）`, cure: '改正其中一个' },
  'bad-number': { says: () => '不是认得的数', cure: '只写数字' },
  'bad-regime': { says: () => '不是认得的维保方式', cure: '写 standard 或 on-demand:天数' },
  'unknown-kind': { says: () => '不在特种设备目录之内', cure: '选一个品种' },
  'unknown-task': { says: () => '不是半月、季度、半年、年度之一', cure: '选一个类别' },
  'unknown-inspection-kind': { says: () => '不是认得的检验类别', cure: '选一个检验类别' },
  'unknown-inspection-result': { says: () => '不是合格、不合格、复检合格之一', cure: '选一个结论' },
  'unknown-elevator': { says: () => '台账中没有这台电梯', cure: '先导入该台' },
  'conflict-in-files': {
    says: (r) =>
      `与${p(r, 'otherFile') === '' ? '' : `${p(r, 'otherFile')} `}第${p(r, 'otherRow')}行同一键而内容不同（那一行为${p(r, 'otherValue') || '空'}）`,
    cure: '冲突：两行留一行',
  },
  'conflict-with-record': { says: () => '同一日期和类别已有记录，内容不同', cure: '在程序里更正原记录' },
  'too-long': { says: (r) => `超过${p(r, 'most')}个字`, cure: '缩短后重导' },
  'unreadable-row': { says: () => '这一行读不了', cure: '检查这一行' },
};

const EN: Readonly<Record<RefusalCode, Words>> = {
  'file-unreadable': {
    says: (r) =>
      r.params['what'] === 'csv'
        ? `Cannot be read from row ${p(r, 'row')} on; probably a quote is not closed`
        : `The file ${WHAT_EN[p(r, 'what')] ?? 'cannot be read'}`,
    cure: 'Save as XLSX or CSV and import again',
  },
  'file-empty': { says: () => 'The file is empty', cure: 'Choose another file' },
  'file-too-large': { says: () => 'The file is too large', cure: 'Split it' },
  'archive-bomb': {
    says: () => 'The archive would unpack to an unreasonable size and was not opened',
    cure: 'Save it again in a spreadsheet program',
  },
  'too-many-rows': { says: (r) => `More than ${p(r, 'most')} rows`, cure: 'Split the file' },
  'header-not-found': {
    says: () => 'No known header row among the first 20 rows',
    cure: 'Use the column names of the documentation',
  },
  'missing-column': {
    says: (r) => `The column ${r.column} is missing; the table was not read`,
    cure: 'Add the column and import again',
  },
  'encoding-doubtful': {
    says: () => 'The text encoding is not recognised and was not guessed',
    cure: 'Save as UTF-8 and import again',
  },
  'missing-value': { says: () => 'Not filled in', cure: 'Fill it in and import again' },
  'bad-date': { says: () => 'Not a known way to write a date', cure: 'Write 2026-11-23' },
  'no-such-date': { says: (r) => noSuchDate(r, false), cure: 'Correct the date' },
  'future-date': { says: (r) => `Later than today, ${p(r, 'today')}`, cure: 'Correct the date' },
  'bad-time': { says: () => 'Not a known way to write a time', cure: 'Write 09:30' },
  'end-before-start': { says: (r) => `Before its start (${p(r, 'start')})`, cure: 'Correct one of the two' },
  'bad-number': { says: () => 'Not a known number', cure: 'Write digits only' },
  'bad-regime': { says: () => 'Not a known maintenance regime', cure: 'Write standard or on-demand:days' },
  'unknown-kind': { says: () => 'Not in the equipment catalogue', cure: 'Choose a kind' },
  'unknown-task': { says: () => 'Not half-month, quarter, half-year or year', cure: 'Choose a category' },
  'unknown-inspection-kind': { says: () => 'Not a known kind of inspection', cure: 'Choose a kind of inspection' },
  'unknown-inspection-result': { says: () => 'Not pass, fail or recheck', cure: 'Choose a result' },
  'unknown-elevator': { says: () => 'This elevator is not in the register', cure: 'Import the elevator first' },
  'conflict-in-files': {
    says: (r) =>
      `Same key as ${p(r, 'otherFile') === '' ? '' : `${p(r, 'otherFile')} `}row ${p(r, 'otherRow')} with different content (there: ${p(r, 'otherValue') || 'empty'})`,
    cure: 'Conflict: keep one of the two rows',
  },
  'conflict-with-record': {
    says: () => 'A record of that day and category exists with different content',
    cure: 'Correct the record in the program',
  },
  'too-long': { says: (r) => `Longer than ${p(r, 'most')} characters`, cure: 'Shorten and import again' },
  'unreadable-row': { says: () => 'The row cannot be read', cure: 'Check the row' },
};

const WORDS = { 'zh-CN': ZH, en: EN } as const;

/** What is wrong with the row or file, in one sentence without a full stop. */
export function refusalSentence(refusal: Refusal, locale: Locale): string {
  return WORDS[locale][refusal.code].says(refusal);
}

/** What the person can do about it. */
export function refusalCure(refusal: Refusal, locale: Locale): string {
  return WORDS[locale][refusal.code].cure;
}

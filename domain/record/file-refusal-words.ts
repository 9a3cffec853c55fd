import type { Locale } from '../pack/legal-basis';
import type { Words } from './life-refusal-words';
import type { Refusal, RefusalCode } from './refusal';

type FileCode = Extract<
  RefusalCode,
  | 'file-unreadable'
  | 'file-empty'
  | 'file-too-large'
  | 'archive-bomb'
  | 'too-many-rows'
  | 'header-not-found'
  | 'missing-column'
  | 'encoding-doubtful'
>;

const p = ({ params }: Refusal, name: string): string => String(params[name] ?? '');

const WHAT_ZH: Readonly<Record<string, string>> = {
  binary: '不是文本文件，也不是 XLSX 工作簿',
  xlsx: '不是完好的 XLSX 工作簿',
  xls: '是旧版 .xls 工作簿，或是加了密码的工作簿',
  ods: '是 OpenDocument 表格（.ods）',
  xlsb: '是二进制工作簿（.xlsb）',
  html: '其实是网页（HTML），只是名字像表格',
  xml: '其实是 XML，只是名字像表格',
  zip: '是压缩包，里面没有工作簿',
  numbers: '是 Numbers 表格',
  pdf: '是 PDF',
  picture: '是图片',
  packed: '是压缩包',
  json: '是 JSON，不是表格',
};
const STEP_ZH: Readonly<Record<string, string>> = {
  packed: '解开后导入里面的表格',
  pdf: '从原来的系统导出 XLSX 或 CSV，或照着填一张表格后导入',
  picture: '照着填一张表格后导入',
  zip: '解开后导入里面的表格',
  csv: '补上缺的引号后重导',
};
const TOO_LARGE_ZH: Readonly<Record<string, string>> = {
  workbook: '工作簿展开后过大',
  cell: '有一格的字数超过表格软件的上限 32767',
  row: '有一行大得不合常理',
  columns: '列数超过表格软件的上限 16384',
};
const WHAT_EN: Readonly<Record<string, string>> = {
  binary: 'is neither text nor an XLSX workbook',
  xlsx: 'is not a sound XLSX workbook',
  xls: 'is a workbook in the old .xls format, or one under a password',
  ods: 'is an OpenDocument table (.ods)',
  xlsb: 'is a binary workbook (.xlsb)',
  html: 'is a web page (HTML) under the name of a table',
  xml: 'is XML under the name of a table',
  zip: 'is an archive without a workbook in it',
  numbers: 'is a Numbers table',
  pdf: 'is a PDF',
  picture: 'is a picture',
  packed: 'is a packed archive',
  json: 'is JSON and no table',
};
const STEP_EN: Readonly<Record<string, string>> = {
  packed: 'Unpack it and import the tables in it',
  pdf: 'Export XLSX or CSV from where it came, or fill in a table from it',
  picture: 'Fill in a table from it and import that',
  zip: 'Unpack it and import the tables in it',
  csv: 'Close the quote and import again',
};
const TOO_LARGE_EN: Readonly<Record<string, string>> = {
  workbook: 'The workbook is too large once unpacked',
  cell: 'A cell is longer than the 32 767 characters that a spreadsheet program allows',
  row: 'A row is unreasonably large',
  columns: 'It has more than the 16 384 columns that a spreadsheet program allows',
};
/** Why a file as a whole was not read. */
export const FILE_WORDS: Readonly<Record<Locale, Readonly<Record<FileCode, Words>>>> = {
  'zh-CN': {
    'file-unreadable': {
      says: (r) =>
        r.params['what'] === 'csv'
          ? `从第${p(r, 'row')}行起读不下去，多半是引号没有成对`
          : `文件${WHAT_ZH[p(r, 'what')] ?? '读不了'}`,
      cure: (r) => STEP_ZH[p(r, 'what')] ?? '另存为 XLSX 或 CSV 后重导',
    },
    'file-empty': { says: () => '文件是空的', cure: '换一个文件' },
    'file-too-large': {
      says: (r) =>
        r.params['what'] === 'grid'
          ? `表格伸到第${p(r, 'rows')}行第${p(r, 'columns')}列，多半是角落里有多余的单元格`
          : (TOO_LARGE_ZH[p(r, 'what')] ?? '文件过大'),
      cure: (r) => (r.params['what'] === 'grid' ? '删去多余的行和列后重导' : '分成几个文件'),
    },
    'archive-bomb': { says: () => '压缩包展开后大得不合常理，没有打开', cure: '在表格软件里另存后重导' },
    'too-many-rows': { says: (r) => `超过${p(r, 'most')}行`, cure: '分成几个文件' },
    'header-not-found': {
      says: (r) =>
        r.params['wanted'] === undefined ? '没有找到认得的表头' : `表头不是这种表的，这里要有“${p(r, 'columns')}”列`,
      cure: '表头要有这些列：台账用使用登记证编号、品种；维保用使用登记证编号、维保日期、维保类别',
    },
    'missing-column': { says: (r) => `缺少“${r.column}”列，整个表没有读`, cure: '补上这一列后重导' },
    'encoding-doubtful': {
      says: (r) => (p(r, 'encoding') === '' ? '文字编码认不出来，没有猜' : `按 ${p(r, 'encoding')} 读有坏字节，没有猜`),
      cure: '另存为 UTF-8 后重导',
    },
  },
  en: {
    'file-unreadable': {
      says: (r) =>
        r.params['what'] === 'csv'
          ? `Cannot be read from row ${p(r, 'row')} on; probably a quote is not closed`
          : `The file ${WHAT_EN[p(r, 'what')] ?? 'cannot be read'}`,
      cure: (r) => STEP_EN[p(r, 'what')] ?? 'Save as XLSX or CSV and import again',
    },
    'file-empty': { says: () => 'The file is empty', cure: 'Choose another file' },
    'file-too-large': {
      says: (r) =>
        r.params['what'] === 'grid'
          ? `The sheet reaches to row ${p(r, 'rows')}, column ${p(r, 'columns')}; probably a stray cell in a corner`
          : (TOO_LARGE_EN[p(r, 'what')] ?? 'The file is too large'),
      cure: (r) => (r.params['what'] === 'grid' ? 'Delete the stray rows and columns' : 'Split it'),
    },
    'archive-bomb': {
      says: () => 'The archive would unpack to an unreasonable size and was not opened',
      cure: 'Save it again in a spreadsheet program',
    },
    'too-many-rows': { says: (r) => `More than ${p(r, 'most')} rows`, cure: 'Split the file' },
    'header-not-found': {
      says: (r) =>
        r.params['wanted'] === undefined
          ? 'No known header row'
          : `The headers are of another table; here the columns ${p(r, 'keys')} are needed`,
      cure: 'Name the columns: registration_no and kind in a register; registration_no, date and task in a table of visits',
    },
    'missing-column': {
      says: (r) => `The column ${p(r, 'key')} (${r.column}) is missing; the table was not read`,
      cure: 'Add the column and import again',
    },
    'encoding-doubtful': {
      says: (r) =>
        p(r, 'encoding') === ''
          ? 'The text encoding is not recognised and was not guessed'
          : `Read as ${p(r, 'encoding')} it has broken bytes; nothing was guessed`,
      cure: 'Save as UTF-8 and import again',
    },
  },
};

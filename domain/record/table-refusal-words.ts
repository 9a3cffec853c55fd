import type { Locale } from '../pack/legal-basis';
import type { ImportSource } from './entry';
import { TABLE_NAMES } from './table-names';
import type { Words } from './life-refusal-words';
import type { Refusal, RefusalCode } from './refusal';

type TableCode = Extract<
  RefusalCode,
  | 'people-unsure'
  | 'time-of-other-day'
  | 'row-not-done'
  | 'unknown-state'
  | 'cell-without-value'
  | 'unknown-code'
  | 'code-not-unique'
  | 'encoding-asked'
  | 'tick-matrix'
  | 'read-as'
  | 'said-above'
  | 'hidden-sheet'
  | 'hidden-rows'
  | 'column-may-negate'
  | 'empty-template'
>;

const p = ({ params }: Refusal, name: string): string => String(params[name] ?? '');

const tableName = (refusal: Refusal, locale: Locale): string =>
  TABLE_NAMES[p(refusal, 'table') as ImportSource['table']][locale]; // as it was refused

const READ_AS_ZH: Readonly<Record<string, (r: Refusal) => string>> = {
  'day-first': () => '这一列按日在前、月在后读',
  'month-first': () => '这一列按月在前、日在后读',
  instant: (r) => `这一列写的是带时区的时刻，按规则包所在地（${p(r, 'zone')}）的日期读`,
  'from-1904': () => '这个工作簿的日期序号从 1904 年算起，这一列照此读',
  ditto: (r) => `有${p(r, 'count')}格写着“${r.value}”一类的字，按上一行同一列的内容读`,
  'first-of-two': (r) => `表头里有两列叫“${r.column}”，只读了前一列，后一列（${r.value}）只作附注`,
  'lost-signs': (r) => `有${p(r, 'count')}行里有认不出的字（如“${r.value}”），存成这个文件以前就丢了`,
  unit: (r) => `这一列按 ${p(r, 'unit')} 读，换算成 ${p(r, 'to')}（${r.value} = ${p(r, 'into')}）；原值也留下`,
};
const READ_AS_EN: Readonly<Record<string, (r: Refusal) => string>> = {
  'day-first': () => 'This column is read with the day before the month',
  'month-first': () => 'This column is read with the month before the day',
  instant: (r) =>
    `This column holds instants with a time zone, read as days in the zone of the rule pack (${p(r, 'zone')})`,
  'from-1904': () => 'Serial days of this workbook count from 1904, and so this column is read',
  ditto: (r) => `${p(r, 'count')} cells say ${r.value} or the like and are read as what stands above them`,
  'first-of-two': (r) =>
    `Two columns are called ${r.column}; the first is read, the other (${r.value}) is only kept beside the row`,
  'lost-signs': (r) => `${p(r, 'count')} rows hold characters (${r.value}) that were lost before this file was saved`,
  unit: (r) =>
    `This column is read in ${p(r, 'unit')} and converted to ${p(r, 'to')} (${r.value} = ${p(r, 'into')}); what it says is kept too`,
};

const READ_AS_CURES: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  unit: { 'zh-CN': '不对就在“认列”里改单位', en: 'If that is wrong, choose the unit of the column' },
  ditto: { 'zh-CN': '不对就把那几格写全后重导', en: 'If that is wrong, write those cells out' },
  'first-of-two': {
    'zh-CN': '并排的两张表分成两张后重导',
    en: 'Put tables that stand side by side into two and import again',
  },
  'lost-signs': { 'zh-CN': '从原来的系统或表格重新导出', en: 'Export it again from where it came' },
};

/** What tables as people lay them out bring with them. */
export const TABLE_WORDS: Readonly<Record<Locale, Readonly<Record<TableCode, Words>>>> = {
  'zh-CN': {
    'people-unsure': {
      says: () => '可能写着几个人，分不清，没有计为一个人；原文留在附注列里',
      cure: '人名之间用顿号分开后重导',
    },
    'time-of-other-day': {
      says: (r) => `时间写的是另一天（${p(r, 'day')}），没有采用；原文留在附注列里`,
      cure: '核对日期与时间',
    },
    'row-not-done': {
      says: (r) =>
        p(r, 'state') === 'taken-back'
          ? `“${r.column}”写着“${r.value}”，这一行已撤回，不作为记录`
          : `“${r.column}”写着“${r.value}”，没有做完的不作为记录`,
      cure: '做完并确认后再导入',
    },
    'unknown-state': {
      says: (r) => `“${r.column}”里的“${r.value}”不知是做完了还是没有做，先放在一边`,
      cure: '写“已完成”或“未完成”',
    },
    'cell-without-value': {
      says: (r) => (p(r, 'what') === 'error' ? '这一格是公式的错误值，不是内容' : '这一格的公式没有算出结果'),
      cure: '在表格软件里打开、重新计算并保存后重导，或直接写内容',
    },
    'unknown-code': { says: () => '台账中没有这个代码的电梯', cure: '先导入该台，或补上使用登记证编号' },
    'code-not-unique': {
      says: (r) =>
        p(r, 'count') === '0'
          ? '这些代码指向不同的电梯'
          : `有${p(r, 'count')}台电梯是这个代码（如 ${p(r, 'first')}），不知是哪一台`,
      cure: '补上使用登记证编号',
    },
    'encoding-asked': {
      says: (r) => `文字编码有几种可能，没有猜（${p(r, 'samples')}）`,
      cure: '另存为 UTF-8 后重导；在命令行也可用 --encoding 说明是哪一种',
    },
    'tick-matrix': {
      says: (r) =>
        p(r, 'what') === 'days'
          ? `这是按月或按日横排的表（${p(r, 'columns')}列），一格里的日期要改成一次维保一行才能读`
          : `这是按月或按日排列的计划表（${p(r, 'columns')}列），打勾不写日期，证明不了两次维保相隔几天`,
      cure: '每次维保写一行：使用登记证编号、维保日期、维保类别',
    },
    'read-as': {
      says: (r) => READ_AS_ZH[p(r, 'what')]?.(r) ?? '读成的与所写的不同',
      cure: (r) => READ_AS_CURES[p(r, 'what')]?.['zh-CN'] ?? '不对就改成 2026-11-23 的写法后重导',
    },
    'said-above': { says: () => '表格上方写的，按整张表的每一行读', cure: '不对就在表里加这一列' },
    'hidden-sheet': { says: () => '这个工作表是隐藏的，也读了', cure: '不要的话先删去再导入' },
    'hidden-rows': { says: (r) => `有${p(r, 'count')}行是隐藏的，也读了`, cure: '不要的话先删去再导入' },
    'column-may-negate': {
      says: (r) =>
        `“${r.column}”列${p(r, 'what') === 'read' ? '只作备注' : '没有读'}，其中${p(r, 'count')}行写着“${r.value}”，可能并没有做`,
      cure: (r) => (p(r, 'what') === 'read' ? '没有做的行先删去' : '没有做的行先删去，或把列名改为“完成状态”'),
    },
    'empty-template': {
      says: (r) => `这是“${tableName(r, 'zh-CN')}”的空表，列都认得，还没有填数据行`,
      cure: '填好后再导入',
    },
  },
  en: {
    'people-unsure': {
      says: () => 'May name several people and cannot be told apart; it counts as nobody and is kept as written',
      cure: 'Put a semicolon between the names and import again',
    },
    'time-of-other-day': {
      says: (r) => `The time is of another day (${p(r, 'day')}) and was not taken; it is kept as written`,
      cure: 'Check the date and the time',
    },
    'row-not-done': {
      says: (r) =>
        p(r, 'state') === 'taken-back'
          ? `${r.column} says ${r.value}: the row was taken back and is no record`
          : `${r.column} says ${r.value}: what was not done is no record`,
      cure: 'Import it once it is done',
    },
    'unknown-state': {
      says: (r) => `${r.column} says ${r.value}: whether it was done is not known, so it was set aside`,
      cure: 'Write done or not done',
    },
    'cell-without-value': {
      says: (r) =>
        p(r, 'what') === 'error' ? 'The cell holds the error of a formula' : 'The formula was never calculated',
      cure: 'Open, recalculate and save it in a spreadsheet program, or write the value itself',
    },
    'unknown-code': {
      says: () => 'No elevator in the register has this code',
      cure: 'Import the elevator first, or add its registration number',
    },
    'code-not-unique': {
      says: (r) =>
        p(r, 'count') === '0'
          ? 'These codes are of different elevators'
          : `${p(r, 'count')} elevators have this code (${p(r, 'first')} for one); which is meant is not known`,
      cure: 'Add the registration number',
    },
    'encoding-asked': {
      says: (r) => `The text encoding may be one of several and was not guessed (${p(r, 'samples')})`,
      cure: 'Save as UTF-8 and import again; on the command line --encoding may say which it is',
    },
    'tick-matrix': {
      says: (r) =>
        p(r, 'what') === 'days'
          ? `A table with months or days across (${p(r, 'columns')} columns); its days can be read once each visit is a row`
          : `A plan with months or days across (${p(r, 'columns')} columns): ticks without days cannot prove how far two visits lie apart`,
      cure: 'Write one row a visit: registration_no, date, task',
    },
    'read-as': {
      says: (r) => READ_AS_EN[p(r, 'what')]?.(r) ?? 'Read otherwise than it is written',
      cure: (r) => READ_AS_CURES[p(r, 'what')]?.en ?? 'If that is wrong, write days as 2026-11-23',
    },
    'said-above': {
      says: () => 'Stands above the table and counts for each of its rows',
      cure: 'If that is wrong, add the column',
    },
    'hidden-sheet': {
      says: () => 'The sheet is hidden and was read all the same',
      cure: 'Delete it first if it is not wanted',
    },
    'hidden-rows': {
      says: (r) => `${p(r, 'count')} rows are hidden and were read all the same`,
      cure: 'Delete them first if they are not wanted',
    },
    'column-may-negate': {
      says: (r) =>
        `The column ${r.column} was ${p(r, 'what') === 'read' ? 'read as a note only' : 'not read'}; ${p(r, 'count')} of its rows say ${r.value} and may not have been done`,
      cure: (r) =>
        p(r, 'what') === 'read' ? 'Delete what was not done' : 'Delete what was not done, or call the column status',
    },
    'empty-template': {
      says: (r) =>
        `This is an empty table of ${tableName(r, 'en')}: its columns are all known, and no row is filled in yet`,
      cure: 'Fill it in and import it again',
    },
  },
};

import type { ImportSource } from '../../domain/record/entry';
import { plain, wellFormed } from './cells';
import { HAZARD_COLUMNS } from './hazard-columns';
import { LIFE_COLUMNS } from './life-columns';
import { ENTERED_COLUMN } from './read-entered-at';

export type Table = ImportSource['table'];

export interface Column {
  readonly key: string;
  /** Names a header may carry, the official one first. */
  readonly names: readonly string[];
  readonly required?: true;
}

const KEY: Column = {
  key: 'registration_no',
  names: ['使用登记证编号', '使用登记编号', '登记证编号', '登记证号', '使用登记证号'],
  required: true,
};

/** The columns of `formats.md` section 2, with names seen in practice. */
export const COLUMNS: Readonly<Record<Table, readonly Column[]>> = {
  elevators: [
    KEY,
    { key: 'device_code', names: ['设备代码', '设备代号'] },
    { key: 'rescue_code', names: ['96333识别码', '救援识别码', '96333码', '应急救援识别码', '救援码'] },
    { key: 'kind', names: ['品种', '设备品种', '电梯品种'], required: true },
    { key: 'address', names: ['使用地点', '地址', '使用地址', '安装地点'] },
    { key: 'district', names: ['区县', '行政区', '所属区县'] },
    { key: 'internal_no', names: ['内部编号', '单位内编号', '单位内部编号', '梯号'] },
    { key: 'place', names: ['场所', '使用场所'] },
    { key: 'user_unit', names: ['使用单位', '使用单位名称'] },
    { key: 'property_manager', names: ['物业单位', '物业公司', '物业'] },
    { key: 'maintainer', names: ['维保单位', '维护保养单位'] },
    { key: 'manager_phone', names: ['物业电话', '物业联系电话', '物业单位电话'] },
    { key: 'maintainer_phone', names: ['维保单位电话', '维保电话', '维保联系电话'] },
    { key: 'safety_officer', names: ['电梯安全员', '安全员'] },
    { key: 'manufacturer', names: ['制造单位', '制造商', '生产厂家'] },
    { key: 'model', names: ['型号', '设备型号'] },
    { key: 'serial_no', names: ['产品编号', '出厂编号'] },
    { key: 'accepted_on', names: ['安装监督检验合格日期', '监督检验合格日期', '安装监检合格日期'] },
    { key: 'in_service_on', names: ['投用日期', '投入使用日期'] },
    { key: 'records_from', names: ['维保记录起始日期', '记录起始日期'] },
    { key: 'load_kg', names: ['额定载重量', '载重量', '载重'] },
    { key: 'speed_mps', names: ['额定速度', '速度'] },
    { key: 'stops', names: ['层站', '层站门', '层站数', '层站门数'] },
    { key: 'rated_persons', names: ['定员', '额定乘客人数', '额定人数'] },
    { key: 'design_life_years', names: ['设计使用年限', '设计寿命'] },
    { key: 'regime', names: ['维保方式', '维保模式'] },
    { key: 'regime_authority', names: ['按需维保批准机关', '按需维保批准单位', '按需维保批准部门'] },
    { key: 'regime_document', names: ['按需维保批准文件', '按需维保依据'] },
    { key: 'regime_from', names: ['按需维保起始日期'] },
    { key: 'regime_to', names: ['按需维保截止日期'] },
    { key: 'regime_monitoring', names: ['按需维保远程监测证明', '远程监测证明'] },
    { key: 'regime_contract', names: ['按需维保合同', '按需维保合同编号'] },
    { key: 'regime_insurance', names: ['按需维保责任保险', '按需维保保险', '按需维保保险单号'] },
    { key: 'area', names: ['区域', '所处区域'] },
    { key: 'governor_since', names: ['限速器投用日期', '限速器更换日期'] },
    { key: 'maker_interval_days', names: ['厂家维保周期', '制造单位维保周期'] },
    { key: 'retrofit', names: ['加装电梯', '是否加装电梯', '是否加装'] },
    { key: 'pit_depth_mm', names: ['底坑深度', '底坑深'] },
    { key: 'overhead_mm', names: ['顶层高度', '顶层高'] },
    { key: 'special_measures', names: ['特殊措施', '特殊安全措施'] },
    { key: 'special_measures_approval', names: ['特殊措施批准文件', '特殊措施批准'] },
    ...LIFE_COLUMNS,
  ],
  visits: [
    KEY,
    { key: 'date', names: ['维保日期', '保养日期'], required: true },
    { key: 'task', names: ['维保类别', '维保类型', '保养类别', '保养类型'], required: true },
    { key: 'started_at', names: ['开始时间', '到场时间'] },
    { key: 'ended_at', names: ['结束时间', '离场时间'] },
    { key: 'technicians', names: ['维保人员', '作业人员', '保养人员'] },
    { key: 'confirmed_by', names: ['安全管理员', '安全管理人员', '确认人'] },
    { key: 'note', names: ['备注', '说明'] },
    ENTERED_COLUMN,
  ],
  outages: [
    KEY,
    { key: 'from', names: ['停用日期', '停用开始日期'], required: true },
    { key: 'to', names: ['启用日期', '恢复日期', '恢复使用日期'] },
    { key: 'reason', names: ['原因', '停用原因'] },
    ENTERED_COLUMN,
  ],
  inspections: [
    KEY,
    { key: 'date', names: ['检验日期', '检测日期'], required: true },
    { key: 'kind', names: ['检验类别', '检验类型'], required: true },
    { key: 'result', names: ['结论', '检验结论'], required: true },
    { key: 'report_no', names: ['报告编号', '检验报告编号'] },
    { key: 'by', names: ['检验机构', '检测机构'] },
    { key: 'valid_until', names: ['有效期至', '检验有效期至'] },
    ENTERED_COLUMN,
  ],
  callouts: [
    KEY,
    { key: 'kind', names: ['呼救类别', '事件类别', '类别'], required: true },
    { key: 'reported_at', names: ['报告时间', '接报时间', '报警时间'], required: true },
    { key: 'dispatched_at', names: ['派遣时间', '派单时间', '调度时间'] },
    { key: 'arrived_at', names: ['到达时间', '抵达时间'] },
    { key: 'freed_at', names: ['解救时间', '脱困时间'] },
    { key: 'cause', names: ['原因分类', '故障原因'] },
    { key: 'trapped', names: ['被困人数', '困人数'] },
    { key: 'injured', names: ['受伤人数', '伤者人数'] },
    { key: 'by', names: ['救援单位', '处置单位'] },
    { key: 'note', names: ['备注', '说明'] },
    ENTERED_COLUMN,
  ],
  hazards: [KEY, ...HAZARD_COLUMNS],
};

export const TABLES = [
  'visits',
  'outages',
  'inspections',
  'callouts',
  'hazards',
  'elevators',
] as const satisfies readonly Table[];

/** Units in which no column of the format is measured: a header that names one must not pass for another unit. */
const FOREIGN_UNIT = /[(（](万元|m|米|dm|分米|cm|厘米|t|吨|m\/min|米\/分|米\/分钟)[)）]$/i;

/** Header text without spaces, full-width forms and units in brackets, in lower case. */
function normalised(header: string): string {
  return plain(header)
    .replaceAll(/\s+/g, '')
    .replaceAll(/[(（].*[)）]$/g, '')
    .toLowerCase();
}

/** The format's key of a header in a table, or null for a column the format does not know. */
export function keyOf(table: Table, header: string): string | null {
  if (FOREIGN_UNIT.test(plain(header).replaceAll(/\s+/g, ''))) return null;
  const name = normalised(header);
  const column = COLUMNS[table].find(
    ({ key, names }) => key === name || names.some((known) => known.toLowerCase() === name),
  );
  return column?.key ?? null;
}

export interface RecognisedHeader {
  readonly table: Table;
  /** Grows with the columns named; only good for comparing. */
  readonly score: number;
  /** Index of the header row among the sheet's rows. */
  readonly index: number;
  readonly columns: readonly HeaderColumn[];
  /** Where the column of a field stands. */
  readonly indexOf: ReadonlyMap<string, number>;
  readonly missing: readonly Column[];
}

export interface HeaderColumn {
  readonly header: string;
  readonly field: string | null;
}

const HEADER_ROWS = 20;

/**
 * The header row of a sheet: of its first rows the one that names most columns of one table, with the key column or at
 * least two others. A table without its required columns is recognised all the same, with what is missing. Null = no table.
 */
export function recogniseHeader(
  rows: readonly { readonly cells: readonly string[] }[],
  only?: Table,
): RecognisedHeader | null {
  let best: RecognisedHeader | null = null;
  for (const [index, { cells }] of rows.slice(0, HEADER_ROWS).entries()) {
    for (const table of only === undefined ? TABLES : [only]) {
      const columns = withoutRepeats(
        cells.map((header) => ({ header: wellFormed(header.trim()), field: keyOf(table, header) })),
      );
      const indexOf = new Map(columns.flatMap(({ field }, at) => (field === null ? [] : [[field, at]])));
      const missing = COLUMNS[table].filter(({ key, required }) => required === true && !indexOf.has(key));
      const named = indexOf.size + (indexOf.has(KEY.key) ? 1 : 0);
      const score = named * 10 - missing.length;
      if (named < 2 || (best !== null && score <= best.score)) continue;
      best = { table, index, columns, indexOf, missing, score };
    }
  }
  return best;
}

/** How well the best of these rows serves as a header; 0 = not at all. */
export function headerScore(rows: readonly (readonly string[])[]): number {
  return recogniseHeader(rows.map((cells) => ({ cells })))?.score ?? 0;
}

/** A field named by two headers belongs to the first; the second stays an unknown column. */
function withoutRepeats(columns: readonly HeaderColumn[]): HeaderColumn[] {
  const seen = new Set<string>();
  return columns.map(({ header, field }) => {
    const repeated = field !== null && seen.has(field);
    if (field !== null) seen.add(field);
    return { header, field: repeated ? null : field };
  });
}

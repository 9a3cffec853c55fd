import { MEASURES } from '../../domain/reading/measures';
import { TABLE_NAMES, type TableOut } from '../../domain/record/table-names';
import { isFilledIn, COLUMNS } from '../import/columns';
import type { Table } from '../import/column';

/** A column by the format's key, with its name in Chinese. */
export interface ColumnOut {
  readonly key: string;
  readonly zh: string;
}

/** A table with one column of ends uses it for all of them. */
const END_NAME = '注销日期';

const ofImport = (table: Table): readonly ColumnOut[] =>
  COLUMNS[table]
    .filter(({ key }) => isFilledIn(table, key))
    .map(({ key, names }) => ({ key, zh: `${names[0] ?? END_NAME}${unitBehind(key)}` }));

/** A measured column says its unit, so that nobody has to ask for it. */
function unitBehind(key: string): string {
  const unit = MEASURES[key]?.units[0];
  return unit === undefined ? '' : `(${unit})`;
}

const NO = { key: 'registration_no', zh: '使用登记证编号' };
const NOTE = { key: 'note', zh: '备注' };

/** The columns of every table: those of the import where there is one. */
export const COLUMNS_OUT: Readonly<Record<TableOut, readonly ColumnOut[]>> = {
  elevators: ofImport('elevators'),
  visits: ofImport('visits'),
  outages: ofImport('outages'),
  inspections: ofImport('inspections'),
  callouts: ofImport('callouts'),
  hazards: ofImport('hazards'),
  hazard_steps: ofImport('hazard_steps'),
  device_events: ofImport('device_events'),
  contracts: ofImport('contracts'),
  daily_checks: ofImport('daily_checks'),
  checklist_results: [
    NO,
    { key: 'date', zh: '维保日期' },
    { key: 'task', zh: '维保类别' },
    { key: 'started_at', zh: '开始时间' },
    { key: 'pack_id', zh: '规则包' },
    { key: 'pack_version', zh: '规则包版本' },
    { key: 'item_id', zh: '检查项目编号' },
    { key: 'outcome', zh: '检查结果' },
    { key: 'set', zh: '填写方式' },
    { key: 'reading', zh: '实测值' },
    NOTE,
  ],
  assessments: [
    NO,
    { key: 'date', zh: '评估日期' },
    { key: 'pack_id', zh: '规则包' },
    { key: 'pack_version', zh: '规则包版本' },
    { key: 'list_id', zh: '评估项目表' },
    { key: 'by', zh: '评估机构' },
    { key: 'report_no', zh: '报告编号' },
    { key: 'members', zh: '评估人员' },
    { key: 'conclusion', zh: '评估结论' },
    { key: 'reasons', zh: '结论理由' },
    { key: 'grade_scheme', zh: '等级方法' },
    { key: 'grade', zh: '等级' },
    { key: 'grade_direction', zh: '等级方向' },
    { key: 'next_by', zh: '下次评估日期' },
    NOTE,
  ],
  assessment_items: [
    NO,
    { key: 'date', zh: '评估日期' },
    { key: 'list_id', zh: '评估项目表' },
    { key: 'item_id', zh: '评估项目编号' },
    { key: 'outcome', zh: '评估结果' },
    { key: 'set', zh: '填写方式' },
    { key: 'severity', zh: '严重程度' },
    { key: 'probability', zh: '概率' },
    { key: 'risk_reason', zh: '风险理由' },
    NOTE,
  ],
  policies: [
    NO,
    { key: 'insurer', zh: '保险公司' },
    { key: 'policy_no', zh: '保单号' },
    { key: 'cover', zh: '险种' },
    { key: 'from', zh: '起保日期' },
    { key: 'to', zh: '终保日期' },
    { key: 'sum_insured', zh: '保险金额' },
    { key: 'premium', zh: '保费' },
    { key: 'paid_by', zh: '投保人' },
    { key: 'services', zh: '服务项目' },
    NOTE,
  ],
  claims: [
    NO,
    { key: 'policy_no', zh: '保单号' },
    { key: 'occurred_on', zh: '出险日期' },
    { key: 'reported_on', zh: '报案日期' },
    { key: 'what', zh: '出险情况' },
    { key: 'state', zh: '理赔状态' },
    { key: 'claimed', zh: '索赔金额' },
    { key: 'paid', zh: '赔付金额' },
    { key: 'settled_on', zh: '结案日期' },
    NOTE,
  ],
  drills: [
    NO,
    { key: 'date', zh: '演练日期' },
    { key: 'started_at', zh: '开始时间' },
    { key: 'ended_at', zh: '结束时间' },
    { key: 'scenario', zh: '演练科目' },
    { key: 'plan', zh: '预案' },
    { key: 'participants', zh: '参加人员' },
    { key: 'course', zh: '演练过程' },
    { key: 'problems', zh: '发现的问题' },
    { key: 'measures', zh: '改进措施' },
    NOTE,
  ],
  confirmations: [
    NO,
    { key: 'visit', zh: '维保记录' },
    { key: 'version', zh: '所确认的记录' },
    { key: 'hash', zh: '记录散列值' },
    { key: 'turn', zh: '次序' },
    { key: 'act', zh: '确认情况' },
    { key: 'on', zh: '日期' },
    { key: 'at', zh: '时间' },
    { key: 'by', zh: '经办人' },
    { key: 'how', zh: '确认方式' },
    { key: 'reason', zh: '拒绝理由' },
    { key: 'document', zh: '凭证' },
    { key: 'drawn', zh: '手写签名' },
  ],
  doubt_answers: [
    NO,
    { key: 'kind', zh: '疑点' },
    { key: 'doubt', zh: '疑点编号' },
    { key: 'records', zh: '所问记录' },
    { key: 'of', zh: '涉及' },
    { key: 'turn', zh: '次序' },
    { key: 'answer', zh: '答复' },
    { key: 'on', zh: '答复日期' },
    { key: 'by', zh: '答复人' },
    { key: 'says', zh: '说明' },
    { key: 'document', zh: '凭证' },
  ],
};

const ofTables = Object.fromEntries(Object.entries(TABLE_NAMES).map(([table, name]) => [table, name['zh-CN']]));

/** What a table is called as a file and as a sheet. */
export const NAMES_OUT_ZH: Readonly<Record<TableOut, string>> = {
  ...(ofTables as Record<Table, string>), // every table is among them
  checklist_results: '维保项目检查结果',
  assessments: '安全评估',
  assessment_items: '评估项目',
  policies: '保单',
  claims: '理赔',
  drills: '应急演练',
  doubt_answers: '疑点答复',
  confirmations: '维保确认',
};

import type { Column, Table } from './column';
import { ANY_NUMBERS, DEVICE_CODES, ELEVATOR_COLUMNS, KEY, RESCUE_CODES } from './elevator-columns';
import { HAZARD_COLUMNS } from './hazard-columns';
import { ENTERED_COLUMN } from './read-entered-at';
import { STEP_COLUMNS } from './step-columns';

/** Says of a record whether it was done at all. What a second party still has to confirm has columns of its own. */
const STATE: Column = {
  key: 'state',
  names: [
    '完成状态',
    '完成情况',
    '工单状态',
    '状态',
    '维保状态',
    '计划状态',
    '执行状态',
    '审核状态',
    '保养状态',
    '记录状态',
    '上传状态',
    '档案状态',
    '是否完成',
    '是否有效',
    'status',
    'state',
  ],
  several: true,
};

/** In a table of records: the certificate, or a code by which the register knows the elevator. */
const KEYS: readonly Column[] = [
  KEY,
  { key: 'code', names: [...ANY_NUMBERS, ...DEVICE_CODES, ...RESCUE_CODES, '电梯编号', '设备编号'], several: true },
];

/** The columns of `formats.md` section 2, with names seen in practice; of several in one table the earlier name counts. */
export const COLUMNS: Readonly<Record<Table, readonly Column[]>> = {
  elevators: ELEVATOR_COLUMNS,
  visits: [
    ...KEYS,
    {
      key: 'date',
      names: [
        '维保日期',
        '保养日期',
        '实际维保日期',
        '实际完成时间',
        '维保完成时间',
        '维保时间',
        '保养时间',
        '维护日期',
        '作业日期',
        '完成日期',
        '服务日期',
        '执行日期',
        '日期',
      ],
      required: true,
    },
    {
      key: 'task',
      names: [
        '维保类别',
        '维保类型',
        '保养类别',
        '保养类型',
        '维保种类',
        '维保周期',
        '保养周期',
        '作业类型',
        '维保项目',
        '维保内容',
        '计划类型',
        '工单类型',
        '工单模板',
        'worktype',
        '类别',
      ],
      required: true,
    },
    {
      key: 'started_at',
      names: ['开始时间', '到场时间', '到达时间', '签到时间', '维保开始时间', '上梯时间', '作业时间段', '作业时间'],
    },
    { key: 'ended_at', names: ['结束时间', '离场时间', '离开时间', '签退时间', '维保结束时间', '完成时间'] },
    { key: 'filled_times', names: ['推算时间', '程序推算时间'] },
    {
      key: 'technicians',
      names: [
        '维保人员',
        '作业人员',
        '保养人员',
        '维保人员姓名',
        '维保人',
        '维保员',
        '维保工',
        '责任维保工人',
        '维修人员',
        '操作人员',
        '执行人',
        '签到人',
        '人员',
      ],
      several: true,
    },
    {
      key: 'confirmed_by',
      names: [
        '安全管理员',
        '安全管理人员',
        '确认人',
        '使用单位确认',
        '使用单位签字',
        '使用单位确认人',
        '客户签字',
        '物业签字',
        '验收人',
        '电梯安全员',
      ],
    },
    { key: 'note', names: ['备注', '说明', '处理信息', '异常情况', '存在问题', '维保情况', 'remark'] },
    STATE,
    ENTERED_COLUMN,
  ],
  outages: [
    ...KEYS,
    {
      key: 'from',
      names: ['停用日期', '停用开始日期', '停梯日期', '停用时间', '停运日期', '报停日期'],
      required: true,
    },
    {
      key: 'to',
      names: ['启用日期', '恢复日期', '恢复使用日期', '恢复运行日期', '复用日期', '复梯日期', '解停日期'],
    },
    { key: 'reason', names: ['原因', '停用原因', '停梯原因', '停运原因'] },
    ENTERED_COLUMN,
  ],
  inspections: [
    ...KEYS,
    { key: 'date', names: ['检验日期', '检测日期', '本次检验日期', '检验时间'], required: true },
    { key: 'kind', names: ['检验类别', '检验类型', '检验性质', '检验种类', '检测类别'], required: true },
    { key: 'result', names: ['结论', '检验结论', '检验结果', '检测结论', '检验结论及意见'], required: true },
    { key: 'report_no', names: ['报告编号', '检验报告编号'] },
    { key: 'by', names: ['检验机构', '检测机构', '检验单位', '检验院', '检测单位'] },
    {
      key: 'valid_until',
      names: ['有效期至', '检验有效期至', '下次检验日期', '检验有效期', '下检日期', '有效日期', '有效期'],
    },
    ENTERED_COLUMN,
  ],
  callouts: [
    ...KEYS,
    { key: 'kind', names: ['呼救类别', '事件类别', '类别', '工单类型', '接警类型'], required: true },
    {
      key: 'reported_at',
      names: ['报告时间', '接报时间', '报警时间', '故障发生时间'],
      required: true,
    },
    { key: 'dispatched_at', names: ['派遣时间', '派单时间', '调度时间'] },
    { key: 'arrived_at', names: ['到达时间', '抵达时间', '救援到达时间', '到达现场时间'] },
    { key: 'freed_at', names: ['解救时间', '脱困时间', '救援成功时间'] },
    { key: 'cause', names: ['原因分类', '故障原因', '故障问题', '故障描述'] },
    { key: 'trapped', names: ['被困人数', '困人数', '困人数量'] },
    { key: 'injured', names: ['受伤人数', '伤者人数'] },
    { key: 'by', names: ['救援单位', '处置单位', '施救单位'] },
    { key: 'note', names: ['备注', '说明', '处理信息'] },
    STATE,
    ENTERED_COLUMN,
  ],
  hazards: [...KEYS, ...HAZARD_COLUMNS],
  hazard_steps: [...KEYS, ...STEP_COLUMNS],
};

export const TABLES = [
  'visits',
  'outages',
  'inspections',
  'callouts',
  'hazards',
  'hazard_steps',
  'elevators',
] as const satisfies readonly Table[];

/** Taken from tables of others: by which code an elevator is found, whether a row counts, the day of a stop that is an outage. */
const OF_OTHERS: ReadonlySet<string> = new Set([
  'code',
  'state',
  'ended_on deregistered',
  'ended_on scrapped',
  'ended_on relocated',
]);

/** Whether a column stands in the tables that the program itself writes. */
export function isFilledIn(table: Table, key: string): boolean {
  return !OF_OTHERS.has(key) && !(table === 'elevators' && key === 'stopped_on');
}

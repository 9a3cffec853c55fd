import type { Column } from './column';

/** The columns of a table of the user unit's daily checks (每日电梯安全检查记录). */
export const DAILY_CHECK_COLUMNS: readonly Column[] = [
  {
    key: 'date',
    names: ['检查日期', '日检日期', '每日检查日期', '日管控日期', '自查日期', 'check date', 'date of check'],
    required: true,
  },
  { key: 'at', names: ['检查时刻', '检查时间', '时间', 'time of check', 'check time'] },
  {
    key: 'result',
    names: ['检查结果', '日检结果', '每日检查结果', '自查结果', '日管控结果', 'check result', 'result of check'],
    required: true,
  },
  {
    key: 'by',
    names: ['电梯安全员', '检查人', '检查人员', '安全员', '自查人', '日检人', 'checked by', 'safety officer'],
    required: true,
  },
  { key: 'modules', names: ['异常部位', '问题部位', '检查模块', 'where found'] },
  { key: 'found', names: ['发现的问题', '发现问题', '安全风险隐患', '检查发现', 'what was found'] },
  { key: 'measure', names: ['当场措施', '采取的防范措施', '防范措施', '处理措施', 'measure taken'] },
  { key: 'told_to', names: ['已告知', '告知对象', '报告对象', 'told to'] },
  { key: 'reason', names: ['未检查原因', '未检原因', 'reason for no check'] },
];

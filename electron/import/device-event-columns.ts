import type { Column } from './column';

/** The columns of a table of device events, or of what somebody saw in a camera's pictures. */
export const DEVICE_EVENT_COLUMNS: readonly Column[] = [
  {
    key: 'kind',
    names: ['事件类型', '设备事件', '设备事件类型', '监测事件', '运行事件', 'event type', 'event kind', 'device event'],
    required: true,
  },
  {
    key: 'started_at',
    names: [
      '事件开始时间',
      '事件时间',
      '事件起始时间',
      '发生时间',
      '上报时间',
      'event time',
      'event start',
      'event from',
      'from',
    ],
    required: true,
  },
  { key: 'ended_at', names: ['事件结束时间', '事件终止时间', '恢复时间', 'event end', 'event to', 'to'] },
  {
    key: 'clock_ahead',
    names: [
      '时钟偏差',
      '时钟快',
      '摄像头时钟偏差',
      '时钟偏差(分钟)',
      'clock offset',
      'clock ahead',
      'clock ahead (min)',
    ],
  },
  { key: 'count', names: ['事件次数', '次数', 'count', 'number of times'] },
  { key: 'fault_code', names: ['故障代码', '故障码', 'fault code', 'error code'] },
  {
    key: 'source',
    names: ['数据来源', '事件来源', '监测设备', '来源', 'event source', 'data source', 'source'],
    required: true,
  },
  { key: 'note', names: ['备注', '说明', 'remark', 'remarks', 'notes', 'comment', 'comments'] },
];

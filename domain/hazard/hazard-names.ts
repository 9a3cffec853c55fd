import type { HazardClass, Party } from './hazard';
import type { HazardState } from './hazard-life';
import type { StepAct } from './hazard-step';

export interface HazardNames {
  /** Where a hazard stands in its life. */
  readonly hazardState: Readonly<Record<HazardState, string>>;
  readonly hazardClass: Readonly<Record<HazardClass, string>>;
  /** Who answers for a hazard. */
  readonly party: Readonly<Record<Party, string>>;
  readonly stepAct: Readonly<Record<StepAct, string>>;
}

/** Here and not in `domain/terms`, which looks at the record: refusals of the record name these too. */
export const HAZARD_NAMES_ZH: HazardNames = {
  hazardState: {
    found: '待告知',
    notified: '已告知',
    'in-rectification': '整改中',
    rectified: '待复查',
    rechecked: '待销号',
    closed: '已销号',
    refused: '不予认定',
  },
  hazardClass: { ordinary: '一般', severe: '严重', major: '重大' },
  party: { maintainer: '维保单位', 'user-unit': '使用单位', 'property-manager': '物业单位' },
  stepAct: {
    notify: '告知使用单位',
    report: '报告监管部门',
    'stop-use': '停用',
    'return-to-use': '恢复使用',
    start: '开始整改',
    rectify: '整改完成',
    recheck: '复查',
    close: '销号',
    extend: '延期',
    regrade: '重新定级',
    transfer: '移交',
    reopen: '重新打开',
    refuse: '不予认定',
    note: '备注',
  },
};

export const HAZARD_NAMES_EN: HazardNames = {
  hazardState: {
    found: 'to be notified',
    notified: 'notified',
    'in-rectification': 'in rectification',
    rectified: 'to be re-checked',
    rechecked: 'to be closed',
    closed: 'closed',
    refused: 'refused',
  },
  hazardClass: { ordinary: 'ordinary', severe: 'severe', major: 'major' },
  party: { maintainer: 'maintainer', 'user-unit': 'user unit', 'property-manager': 'property manager' },
  stepAct: {
    notify: 'notice to the user unit',
    report: 'report to the authority',
    'stop-use': 'stop of use',
    'return-to-use': 'return to use',
    start: 'start of rectification',
    rectify: 'rectification',
    recheck: 're-check',
    close: 'closing',
    extend: 'extension',
    regrade: 're-grading',
    transfer: 'transfer',
    reopen: 'reopening',
    refuse: 'refusal',
    note: 'note',
  },
};

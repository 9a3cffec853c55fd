import type { HazardState } from './hazard-life';

type Names = Readonly<Record<HazardState, string>>;

/** Here and not in `domain/terms`, which looks at the record: refusals of the record name states too. */
export const HAZARD_STATES_ZH: Names = {
  found: '待告知',
  notified: '已告知',
  'in-rectification': '整改中',
  rectified: '待复查',
  rechecked: '待销号',
  closed: '已销号',
  refused: '不予认定',
};

export const HAZARD_STATES_EN: Names = {
  found: 'to be notified',
  notified: 'notified',
  'in-rectification': 'in rectification',
  rectified: 'to be re-checked',
  rechecked: 'to be closed',
  closed: 'closed',
  refused: 'refused',
};

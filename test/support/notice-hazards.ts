import type { HazardWords } from './hazard-story';

/** Severe, stopped, told, reported and rectified; waiting for its re-check. */
export const DOOR_LOCK: HazardWords = {
  found: '2026-09-15 08:40',
  foundBy: ['王海', '陈立新'],
  source: 'callout',
  component: 'door-lock',
  location: '2层层门',
  itemId: 'A-1.29',
  what: '2层层门锁紧元件啮合长度实测5.5 mm，规定不小于7 mm；门锁电气触点烧蚀，接触不可靠。',
  severe: 'severe-25-3',
  risk: { severity: 1, probability: 'C', reason: '曾困人' },
  measure: '更换门锁组件，逐层复测啮合长度并记录；复查合格前不得启用。',
  responsible: { party: 'maintainer', unit: '恒升电梯工程有限公司', person: '王海' },
  deadline: '2026-10-08',
  steps: [
    { act: 'stop-use', on: '2026-09-15', time: '09:40', by: ['孙丽华'] },
    { act: 'notify', on: '2026-09-15', time: '11:05', by: ['陈立新'], to: '翠柏苑业主委员会', paper: '第38号' },
    { act: 'report', on: '2026-09-15', time: '15:30', by: ['陈立新'], to: '拱墅区市场监督管理局' },
    { act: 'start', on: '2026-09-16', by: ['王海'] },
    {
      act: 'rectify',
      on: '2026-10-07',
      by: ['王海'],
      what: '更换2层层门锁组件，逐层复测啮合长度。',
      evidence: { documents: ['更换件凭证 HS-2210'] },
      cost: 1180,
    },
  ],
};
/** Ordinary, found and nothing done. */
export const LIGHTING: HazardWords = {
  found: '2026-10-08',
  foundBy: ['周伟'],
  source: 'visit',
  component: 'controller',
  what: '机房照明两盏不亮。',
  responsible: { party: 'property-manager' },
  deadline: '2026-10-31',
};

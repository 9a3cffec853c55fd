import type { Hazard } from '../hazard/hazard';

/** One made-up finding; components and circumstances are those of the China pack. */
export interface HazardStory {
  readonly finding: Pick<
    Hazard,
    | 'component'
    | 'location'
    | 'what'
    | 'scenario'
    | 'measure'
    | 'severe'
    | 'major'
    | 'basis'
    | 'risk'
    | 'estimatedCost'
    | 'costSource'
  >;
  readonly party: Hazard['responsible']['party'];
  /** What was done when it was rectified. */
  readonly done: string;
}

const FUND = '住宅专项维修资金';
const FEE = '维保费用内';

export const LIFT_STORIES: readonly HazardStory[] = [
  {
    finding: {
      component: 'door-lock',
      location: '2层层门',
      what: '层门门锁触点烧蚀，接触不良',
      scenario: '触点粘连，门未关好而轿厢运行，人员被剪切',
      risk: { severity: 1, probability: 'E', reason: '仅一层触点烧蚀，其余完好' },
      measure: '更换门锁触点并调整啮合',
      estimatedCost: 380,
      costSource: FEE,
    },
    done: '更换门锁触点，啮合复测合格',
    party: 'maintainer',
  },
  {
    finding: {
      component: 'alarm',
      location: '轿厢操纵箱',
      what: '五方对讲机房端不通',
      scenario: '困人后无法与外界通话，救援延误',
      risk: { severity: 3, probability: 'C' },
      measure: '更换对讲主机电源',
      estimatedCost: 620,
      costSource: FEE,
    },
    done: '更换对讲主机电源，五方通话正常',
    party: 'maintainer',
  },
  {
    finding: {
      component: 'suspension-rope',
      location: '机房曳引轮处',
      what: '曳引钢丝绳一股断丝2根，表面干涩',
      scenario: '断丝发展，绳股断裂',
      risk: { severity: 1, probability: 'E', reason: '断丝少，未见集中' },
      measure: '更换全部曳引钢丝绳',
      estimatedCost: 9800,
      costSource: FUND,
    },
    done: '更换曳引钢丝绳并调整张力',
    party: 'user-unit',
  },
  {
    finding: {
      component: 'guide-rails',
      location: '轿厢侧',
      what: '轿厢导靴靴衬磨损，运行晃动',
      scenario: '运行晃动，乘客惊慌',
      risk: { severity: 3, probability: 'B' },
      measure: '更换靴衬',
      estimatedCost: 450,
      costSource: FEE,
    },
    done: '更换四只靴衬',
    party: 'maintainer',
  },
  {
    finding: {
      component: 'controller',
      location: '机房控制柜',
      what: '主接触器触点有粘连痕迹',
      scenario: '接触器粘连，制动器失电不及时',
      risk: { severity: 2, probability: 'D' },
      measure: '更换主接触器两只',
      estimatedCost: 1200,
      costSource: FUND,
    },
    done: '更换主接触器，动作试验正常',
    party: 'maintainer',
  },
  {
    finding: {
      component: 'pit',
      location: '底坑',
      what: '底坑渗水，积水约5 cm',
      scenario: '电气件受潮，缓冲器锈蚀',
      risk: { severity: 3, probability: 'C' },
      measure: '堵漏并排水',
      estimatedCost: 3500,
      costSource: FUND,
    },
    done: '底坑防水堵漏，积水排净',
    party: 'property-manager',
  },
  {
    finding: {
      component: 'car',
      location: '轿厢地坎下',
      what: '轿厢护脚板变形',
      scenario: '救援时人员坠入井道',
      risk: { severity: 2, probability: 'E' },
      measure: '校正护脚板',
      estimatedCost: 300,
      costSource: FEE,
    },
    done: '校正并加固护脚板',
    party: 'maintainer',
  },
  {
    finding: {
      component: 'machine-room',
      location: '机房',
      what: '机房通风扇损坏，夏季温度高',
      scenario: '控制系统过热，频繁停梯困人',
      risk: { severity: 3, probability: 'C' },
      measure: '更换通风扇',
      estimatedCost: 800,
      costSource: '物业费用',
    },
    done: '更换通风扇，温度正常',
    party: 'property-manager',
  },
];

export const ESCALATOR_STORIES: readonly HazardStory[] = [
  {
    finding: {
      component: 'comb-plate',
      location: '上端',
      what: '梳齿板缺齿两枚',
      scenario: '鞋尖卡入梳齿，乘客跌倒',
      risk: { severity: 2, probability: 'C' },
      measure: '更换梳齿板',
      estimatedCost: 560,
      costSource: FEE,
    },
    done: '更换梳齿板一块',
    party: 'maintainer',
  },
  {
    finding: {
      component: 'handrail',
      location: '右侧扶手带',
      what: '扶手带表面开裂',
      scenario: '手指被夹',
      risk: { severity: 3, probability: 'C' },
      measure: '更换扶手带',
      estimatedCost: 6800,
      costSource: '使用单位',
    },
    done: '更换右侧扶手带',
    party: 'user-unit',
  },
];

/** Severe: it may not be in use. The first by the reason of an outage that was planted, the last for one still in use. */
export const SEVERE_STORIES = {
  stopped: {
    finding: {
      component: 'door-lock',
      location: '5层层门',
      what: '困人处置时发现层门锁啮合不足，锁紧装置失灵',
      scenario: '层门被扒开，人员坠入井道',
      basis: '特种设备安全监督检查办法第25条',
      severe: 'severe-25-3',
      risk: { severity: 1, probability: 'D', reason: '锁紧装置已失灵' },
      measure: '更换层门门锁装置',
      estimatedCost: 2600,
      costSource: FUND,
    },
    done: '更换门锁装置，逐层试验合格',
    party: 'maintainer',
  },
  waiting: {
    finding: {
      component: 'brake',
      location: '机房主机',
      what: '制动器制动力不足，试验时溜车，等待主机大修配件',
      scenario: '制停失效，轿厢溜车剪切或冲顶',
      basis: '特种设备安全监督检查办法第25条',
      severe: 'severe-25-3',
      risk: { severity: 1, probability: 'C', reason: '试验已溜车' },
      measure: '主机大修，更换制动器',
      estimatedCost: 28_000,
      costSource: FUND,
    },
    done: '更换制动器，125%制动试验合格',
    party: 'user-unit',
  },
  belt: {
    finding: {
      component: 'coated-belt',
      location: '机房曳引轮处',
      what: '曳引钢带包覆层开裂露芯',
      scenario: '承载钢丝断裂，悬挂失效',
      basis: '特种设备安全监督检查办法第25条',
      severe: 'severe-25-1',
      risk: { severity: 1, probability: 'D', reason: '已达报废条件' },
      measure: '更换全部钢带',
      estimatedCost: 16_500,
      costSource: FUND,
    },
    done: '更换钢带并做运行试验',
    party: 'user-unit',
  },
  steps: {
    finding: {
      component: 'steps',
      location: '驱动站',
      what: '梯级链伸长超出调整范围，梯级间隙过大',
      scenario: '梯级下陷，乘客跌落',
      basis: '特种设备安全监督检查办法第25条',
      severe: 'severe-25-3',
      risk: { severity: 1, probability: 'D', reason: '间隙已超' },
      measure: '更换梯级链',
      estimatedCost: 42_000,
      costSource: '使用单位',
    },
    done: '更换梯级链，试运行合格',
    party: 'user-unit',
  },
  inUse: {
    finding: {
      component: 'door-lock',
      location: '1层层门',
      what: '层门锁安全回路被短接，电梯仍在使用',
      scenario: '开门运行，人员被剪切',
      basis: 'GB 45067-2024 4.6 b)',
      severe: 'severe-25-3',
      major: 'major-4.6-b',
      risk: { severity: 1, probability: 'C', reason: '安全回路已失去作用' },
      measure: '立即停用，拆除短接，修复门锁回路',
      estimatedCost: 500,
      costSource: FEE,
    },
    done: '拆除短接，修复回路',
    party: 'maintainer',
  },
} as const satisfies Record<string, HazardStory>;

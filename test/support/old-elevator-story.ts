import type { Locale } from '../../domain/pack/legal-basis';
import type { PhotoFacts } from '../../domain/report/photo-facts';
import type { HazardStory, HazardWords } from './hazard-story';
import { DOOR_LOCK, LIGHTING } from './notice-hazards';
import { ABANDONED } from './report-stories';

const INSPECTIONS = ['2020-08-19', '2021-08-24', '2022-08-11', '2023-07-28', '2024-08-03', '2025-08-16', '2026-08-22'];

/** An elevator of 22 years with something of everything: inspections, calls, hazards of each state, cover with a gap. */
export function oldElevatorStory(
  locale: Locale,
  { photos = [], first = [] }: { readonly photos?: readonly PhotoFacts[]; readonly first?: readonly string[] } = {},
): HazardStory {
  const governor: HazardWords = {
    found: '2026-10-08',
    source: 'assessment',
    component: 'overspeed-governor',
    what: '使用满15年后未见每年校验记录',
    risk: { severity: 2, probability: 'D' },
    deadline: '2026-11-20',
    responsible: { party: 'maintainer', unit: '恒升电梯工程有限公司' },
    estimatedCost: 1800,
    steps: [{ act: 'notify', on: '2026-10-09', to: '翠柏苑业主委员会', paper: '恒升改〔2026〕改字第4F1A92C7-0039号' }],
  };
  const intercom: HazardWords = {
    found: '2026-09-10',
    source: 'complaint',
    component: 'alarm',
    location: '轿厢',
    what: '对讲装置无应答',
    risk: { severity: 3, probability: 'C' },
    steps: [
      { act: 'notify', on: '2026-09-10', to: '翠柏苑业主委员会' },
      { act: 'start', on: '2026-09-12', measure: '更换对讲主机' },
      {
        act: 'rectify',
        on: '2026-09-18',
        by: ['王海'],
        what: '更换对讲主机',
        evidence: { documents: ['收据2'] },
        cost: 680,
      },
      { act: 'recheck', on: '2026-09-21', by: ['孙丽华'], result: 'pass', evidence: { documents: ['试验记录1'] } },
      { act: 'close', on: '2026-09-21', by: ['孙丽华'], residual: { severity: 3, probability: 'F' } },
    ],
  };
  return {
    kind: 'old-elevator',
    locale,
    story: {
      ...ABANDONED,
      elevator: {
        acceptedOn: '2004-08-22',
        inServiceOn: '2004-08-30',
        designLifeYears: 20,
        retrofit: true,
        pitDepthMm: 900,
      },
    },
    hazards: [{ ...DOOR_LOCK, ...(first.length === 0 ? {} : { photos: first }) }, governor, LIGHTING, intercom],
    ...(photos.length === 0 ? {} : { photos }),
    inspections: [
      { date: '2012-08-20', kind: 'supervision-repair', result: 'pass', reportNo: 'ZX2012-07' },
      ...INSPECTIONS.map((date, index) => ({
        date,
        kind: 'periodic',
        result: index === 1 ? 'fail' : 'pass',
        reportNo: `DJ${date.slice(0, 4)}0003`,
        by: '杭州市特种设备检测研究院',
      })),
      { date: '2019-08-20', kind: 'governor', result: 'pass', reportNo: 'XS20190012', by: '恒升电梯工程有限公司' },
    ],
    callouts: [
      {
        kind: 'entrapment',
        reportedAt: '2026-09-15T08:10',
        dispatchedAt: '2026-09-15T08:12',
        arrivedAt: '2026-09-15T08:40',
        freedAt: '2026-09-15T08:52',
        cause: 'door-system',
        trapped: 2,
      },
      { kind: 'fault', reportedAt: '2026-03-02T19:20', cause: 'external' },
      { kind: 'fault', reportedAt: '2026-05-11T07:45', cause: 'door-system' },
    ],
    assessments: [
      {
        date: '2026-10-08',
        list: { packId: 'cn', packVersion: '2026.4', listId: 'gbt-42615' },
        by: '浙江省特种设备科学研究院',
        members: ['赵工', '钱工'],
        items: [
          { itemId: '42615-A-03', outcome: 'finding', note: '制动力矩衰减' },
          { itemId: '42615-A-01', outcome: 'finding' },
          { itemId: '42615-A-02', outcome: 'conforms' },
        ],
        conclusion: 'repair',
        reasons: '门锁与限速器须处置，主机可继续使用。',
        nextBy: '2029-10-08',
      },
      {
        date: '2024-03-12',
        list: { packId: 'cn', packVersion: '2026.4', listId: 'en-81-80' },
        by: '浙江省特种设备科学研究院',
        reportNo: 'AP2024-031',
        members: ['赵工'],
        items: [
          { itemId: '81-80-03', outcome: 'finding', note: '平层误差25 mm' },
          { itemId: '81-80-06', outcome: 'conforms' },
        ],
        conclusion: 'modernise',
        reasons: '控制系统宜改造。',
      },
    ],
    policies: [
      {
        insurer: '人保财险',
        policyNo: 'PICC-2025-118',
        cover: '第三者责任',
        from: '2025-06-01',
        to: '2026-05-31',
        services: ['维护保养', '检验费'],
      },
      {
        insurer: '人保财险',
        policyNo: 'PICC-2026-204',
        cover: '第三者责任',
        from: '2026-07-01',
        to: '2027-06-30',
        services: ['维护保养'],
      },
    ],
    claims: [
      {
        policyNo: 'PICC-2026-204',
        occurredOn: '2026-09-15',
        what: '困人，乘客就医检查',
        state: 'paid',
        claimed: 860,
        paid: 860,
      },
    ],
  };
}

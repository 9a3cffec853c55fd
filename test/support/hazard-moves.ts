import type { CivilDate } from '../../domain/calendar/civil-date';
import type { HazardStep, StepAct, StepOf } from '../../domain/hazard/hazard-step';

export const ON = '2026-05-10' as CivilDate;
export const PERSONS = ['张建国', '李明', '王海'] as const;
const EVIDENCE = { documents: ['JL-2026-031'] };

function move<A extends StepAct>(act: A, by: string, more: Omit<StepOf<A>, 'act' | 'by' | 'on'>): HazardStep {
  return { act, on: ON, by: [by], ...more } as unknown as HazardStep;
}

const CLASSES: readonly (readonly [severe: string | null, major: string | null])[] = [
  [null, null],
  ['severe-3', null],
  [null, 'major-b'],
  ['severe-3', 'major-b'],
];

/** Every step variant that the lifecycle tells apart, all on one day. */
export const MOVES: readonly HazardStep[] = [
  ...['甲物业', '乙物业'].map((to) => move('notify', PERSONS[0], { to })),
  move('report', PERSONS[0], { to: '拱墅区市场监管局' }),
  move('stop-use', PERSONS[0], {}),
  move('return-to-use', PERSONS[0], {}),
  move('start', PERSONS[0], {}),
  ...PERSONS.flatMap((by) =>
    [{}, { evidence: EVIDENCE }].flatMap((proof) => [
      move('rectify', by, { what: '更换门锁触点', ...proof }),
      move('recheck', by, { result: 'pass', ...proof }),
      move('recheck', by, { result: 'fail', ...proof }),
      move('refuse', by, { reason: '现场复核无此情况', ...proof }),
      ...CLASSES.map(([severe, major]) =>
        move('regrade', by, { severe, major, risk: null, reason: '重新评定', ...proof }),
      ),
    ]),
  ),
  ...PERSONS.map((by) => move('close', by, {})),
  move('transfer', PERSONS[0], { responsible: { party: 'maintainer', unit: '新维保' }, reason: '换维保单位' }),
  move('transfer', PERSONS[0], {
    responsible: { party: 'maintainer', unit: '旧维保' },
    userUnit: '乙物业',
    reason: '换物业',
  }),
  move('transfer', PERSONS[0], { responsible: { party: 'user-unit', unit: '乙物业' }, reason: '由使用单位整改' }),
  move('extend', PERSONS[0], { deadline: '2026-06-30' as CivilDate, reason: '等配件' }),
  move('extend', PERSONS[0], { deadline: '2026-05-09' as CivilDate, reason: '等配件' }),
  move('reopen', PERSONS[0], { reason: '再次出现' }),
  move('note', PERSONS[0], { note: '已订货' }),
];

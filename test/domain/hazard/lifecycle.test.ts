import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Hazard } from '../../../domain/hazard/hazard';
import { bornLife, isOpen, lifeOf, livedOn, type HazardLife } from '../../../domain/hazard/hazard-life';
import type { HazardStep } from '../../../domain/hazard/hazard-step';
import { actsIn, reportsOwed, stepRefusal, STEP_REFUSALS, type StepRefusal } from '../../../domain/hazard/lifecycle';
import { MOVES, ON, PERSONS } from '../../support/hazard-moves';
import {
  brokenPromise,
  firstNotes,
  noted,
  PROMISE_NAMES,
  type Notes,
  type Opening,
} from '../../support/hazard-promises';
import { rounds } from '../../support/length';

const SEED = 20_261_128;

const opened = (severe: boolean, major: boolean, ...reportFor: ('severe' | 'major')[]): Opening => ({
  finder: PERSONS[0],
  severe,
  major,
  reportFor,
});

/** Ordinary ones become grave on the way, so that what must be reported is varied there only. */
const OPENINGS: readonly Opening[] = [
  opened(false, false),
  opened(false, false, 'severe'),
  opened(false, false, 'severe', 'major'),
  opened(true, false, 'severe', 'major'),
  opened(false, true, 'severe', 'major'),
  opened(true, true, 'severe', 'major'),
];

function hazardOf({ finder, severe, major }: Pick<Opening, 'finder' | 'severe' | 'major'>): Hazard {
  return {
    registrationNo: '梯11浙A12014(04)' as RegistrationNo,
    foundOn: ON,
    foundBy: [finder],
    source: 'other',
    component: 'door-lock',
    what: '门锁触点烧蚀',
    responsible: { party: 'maintainer', unit: '旧维保' },
    ...(severe && { severe: 'severe-3' }),
    ...(major && { major: 'major-b' }),
  };
}

interface Reached {
  readonly life: HazardLife;
  readonly notes: Notes;
  readonly path: readonly HazardStep[];
}

/** Everything that can matter for what may follow; who is responsible and by when cannot. */
const keyOf = ({ life, notes }: Reached): string =>
  JSON.stringify([
    { ...life, extensions: 0, deadline: null, responsible: null },
    { ...notes, opening: null },
  ]);

interface Walk {
  readonly reached: readonly Reached[];
  /** For each reached state, where its allowed steps lead. */
  readonly onward: readonly (readonly number[])[];
  readonly refusals: ReadonlySet<StepRefusal>;
}

/** Breadth first through every state that allowed steps lead to, so that the path to each is a shortest one. */
function walk(opening: Opening): Walk {
  const hazard = hazardOf(opening);
  const first: Reached = { life: bornLife(hazard), notes: firstNotes(opening), path: [] };
  const reached: Reached[] = [first];
  const places = new Map([[keyOf(first), 0]]);
  const onward: number[][] = [];
  const refusals = new Set<StepRefusal>();
  for (let at = 0; at < reached.length; at++) {
    const { life, notes, path } = reached[at]!;
    const leads: number[] = [];
    for (const step of MOVES) {
      const refused = stepRefusal(hazard, life, step, opening);
      if (refused !== null) {
        refusals.add(refused);
        continue;
      }
      const broken = brokenPromise(notes, step);
      if (broken !== null) throw new Error(`${broken}: ${[...path, step].map(said).join(' → ')}`);
      const next: Reached = { life: livedOn(life, step), notes: noted(notes, step), path: [...path, step] };
      const key = keyOf(next);
      const known = places.get(key) ?? reached.length;
      if (known === reached.length) {
        places.set(key, known);
        reached.push(next);
      }
      leads.push(known);
    }
    onward.push(leads);
  }
  return { reached, onward, refusals };
}

const said = (step: HazardStep): string =>
  `${step.act}${step.act === 'recheck' ? `(${step.result})` : ''} by ${step.by.join()}${step.evidence === undefined ? '' : ' with evidence'}`;

/** The states from which a goal can still be reached. */
function canReach({ onward }: Walk, isGoal: (place: number) => boolean): boolean[] {
  const back: number[][] = onward.map(() => []);
  for (const [from, leads] of onward.entries()) for (const to of leads) back[to]!.push(from);
  const can = onward.map((_, place) => isGoal(place));
  const queue = can.flatMap((yes, place) => (yes ? [place] : []));
  for (let place = queue.pop(); place !== undefined; place = queue.pop())
    for (const from of back[place]!)
      if (!can[from]) {
        can[from] = true;
        queue.push(from);
      }
  return can;
}

describe('every path that the lifecycle allows', () => {
  let walks: readonly Walk[] = [];
  beforeAll(() => {
    walks = OPENINGS.map((opening) => walk(opening));
  });

  it('keeps every promise: notice, report, evidence and the second person are never passed by', () => {
    expect(walks.reduce((sum, { reached }) => sum + reached.length, 0)).toBeGreaterThan(5000);
    for (const { reached } of walks) expect(reached.some(({ notes }) => notes.place === 'closed')).toBe(true);
  });

  it('leads on to closing from every state, so that no ledger gets stuck', () => {
    for (const one of walks) {
      const can = canReach(one, (place) => one.reached[place]!.life.state === 'closed');
      const stuck = one.reached.filter((_, place) => !can[place]).map(({ path }) => path.map(said).join(' → '));
      expect(stuck).toEqual([]);
    }
  });

  it('says of each life what an officer would have noted', () => {
    for (const [index, { reached }] of walks.entries())
      for (const { life, notes, path } of reached) {
        const { reportFor } = OPENINGS[index]!;
        const seen = [
          life.userUnitTold,
          life.noticeOwedSince === null,
          life.stopped,
          isOpen(life),
          life.severe !== null,
          life.major !== null,
          reportsOwed(life, { reportFor }).join(),
        ];
        const expected = [
          notes.noticeStands,
          notes.noticeStands,
          notes.outOfUse,
          notes.place !== 'closed' && notes.place !== 'refused',
          notes.severe,
          notes.major,
          reportFor.filter((one) => notes.unreported[one]).join(),
        ];
        if (seen.join() !== expected.join()) expect([path.map(said), seen]).toEqual([path.map(said), expected]);
      }
  });

  it('meets every refusal but those of time, and offers no act that its state forbids', () => {
    const met = new Set(walks.flatMap(({ refusals }) => [...refusals]));
    expect(STEP_REFUSALS.filter((one) => !met.has(one))).toEqual(['before-last-step']);
    for (const { reached } of walks.slice(0, 1))
      for (const { life } of reached) {
        const offered = actsIn(life.state);
        const possible = MOVES.filter(
          (step) => stepRefusal(hazardOf(OPENINGS[0]!), life, step, OPENINGS[0]!) !== 'wrong-state',
        );
        if (possible.some(({ act }) => !offered.includes(act))) expect(offered).toEqual(possible.map(({ act }) => act));
      }
  });
});

const moves = fc.array(fc.noBias(fc.nat({ max: 1_000_000 })), { minLength: 200, maxLength: 300, size: 'max' });

describe('long random lives', () => {
  it(`keep every promise at every step, and folding them anew gives the same life (seed ${SEED})`, () => {
    let closings = 0;
    fc.assert(
      fc.property(moves, fc.constantFrom(...OPENINGS), (wanted, opening) => {
        const hazard = hazardOf(opening);
        const taken: HazardStep[] = [];
        let life = bornLife(hazard);
        for (const pick of wanted) {
          const allowed = MOVES.filter((step) => stepRefusal(hazard, life, step, opening) === null);
          const notes = taken.reduce(noted, firstNotes(opening));
          expect(allowed.map((step) => brokenPromise(notes, step)).filter((name) => name !== null)).toEqual([]);
          const acts = [...new Set(allowed.map(({ act }) => act))];
          const variants = allowed.filter(({ act }) => act === acts[pick % acts.length]);
          const step = variants[Math.floor(pick / 100) % variants.length]!;
          taken.push(step);
          life = livedOn(life, step);
          if (step.act === 'close') closings += 1;
        }
        expect(lifeOf(hazard, JSON.parse(JSON.stringify(taken)) as HazardStep[])).toEqual(life);
      }),
      { seed: SEED, numRuns: rounds(20, 100) },
    );
    expect(closings).toBeGreaterThan(rounds(12, 60));
  });

  it(`in which nothing is refused break every promise, so that each can be broken (seed ${SEED + 1})`, () => {
    const broken = new Set<string>();
    fc.assert(
      fc.property(moves, fc.constantFrom(...OPENINGS), (wanted, opening) => {
        let notes = firstNotes(opening);
        for (const pick of wanted) {
          const step = MOVES[pick % MOVES.length]!;
          const name = brokenPromise(notes, step);
          if (name !== null) broken.add(name);
          notes = noted(notes, step);
        }
      }),
      { seed: SEED + 1, numRuns: 300 },
    );
    // Each step is asked for the first promise it breaks; some are always broken together with an earlier one.
    expect(PROMISE_NAMES.filter((name) => !broken.has(name))).toEqual([]);
  });
});

const PLAIN = opened(false, false, 'severe', 'major');

function lifeAfter(opening: Opening, ...steps: HazardStep[]): HazardLife {
  return lifeOf(hazardOf(opening), steps);
}

describe('a step in time', () => {
  const note = (on: string, time?: string): HazardStep => ({
    act: 'note',
    on: on as CivilDate,
    by: ['李明'],
    note: '-',
    ...(time !== undefined && { time }),
  });
  const refusal = (before: readonly HazardStep[], step: HazardStep): StepRefusal | null =>
    stepRefusal(hazardOf(PLAIN), lifeAfter(PLAIN, ...before), step, PLAIN);

  it('may not lie before the day on which the hazard was found, nor before the step before it', () => {
    expect(refusal([], note('2026-05-09'))).toBe('before-last-step');
    expect(refusal([note('2026-05-12')], note('2026-05-11'))).toBe('before-last-step');
    expect(refusal([note('2026-05-12')], note('2026-05-12'))).toBeNull();
  });

  it('may be of any minute of its day until a time of that day is known, also past a step without one', () => {
    expect(refusal([note('2026-05-12', '10:00')], note('2026-05-12', '09:59'))).toBe('before-last-step');
    expect(refusal([note('2026-05-12', '10:00'), note('2026-05-12')], note('2026-05-12', '09:59'))).toBe(
      'before-last-step',
    );
    expect(refusal([note('2026-05-12', '10:00'), note('2026-05-13')], note('2026-05-13', '00:01'))).toBeNull();
  });
});

describe('what was done for an ordinary hazard', () => {
  const by = ['李明'];
  const regrade = (severe: string | null, on = ON): HazardStep => ({
    act: 'regrade',
    on,
    by,
    severe,
    major: null,
    risk: null,
    reason: '复核',
    evidence: { documents: ['1'] },
  });
  const report: HazardStep = { act: 'report', on: ON, by, to: '市场监管局' };

  it('does not stand for a severe one: its report is owed from the day on which it was graded up', () => {
    const later = '2026-05-20' as CivilDate;
    const life = lifeAfter(PLAIN, report, regrade('severe-3', later));
    expect(life.authorityTold).toBe(false);
    expect(life.unreportedSince.severe).toBe(later);
    expect(reportsOwed(life, PLAIN)).toEqual(['severe']);
    expect(lifeAfter(PLAIN, report, regrade('severe-3', later), { ...report, on: later }).authorityTold).toBe(true);
  });

  it('an estimate that says the same with its members in another order changes nothing', () => {
    const risk = { severity: 2, probability: 'C', reason: '常用' } as const;
    const graded: HazardStep = { ...(regrade(null) as Extract<HazardStep, { act: 'regrade' }>), risk };
    const again: HazardStep = { ...graded, risk: { reason: '常用', probability: 'C', severity: 2 } };
    expect(stepRefusal(hazardOf(PLAIN), lifeAfter(PLAIN, graded), again, PLAIN)).toBe('nothing-changed');
  });
});

describe('people and units', () => {
  it.each([
    ['张建国', '张 建国'],
    ['Zhang Jianguo', 'ZHANG JIANGUO'],
    ['阿卜杜拉·买买提', '阿卜杜拉买买提'],
    ['李明', '李明​'],
    ['ＬＩ Ｍｉｎｇ', 'li ming'],
  ])('%s and %s are one person, who may not re-check the own work', (worker, checker) => {
    const steps: HazardStep[] = [
      { act: 'notify', on: ON, by: ['王海'], to: '甲物业' },
      { act: 'start', on: ON, by: [worker] },
      { act: 'rectify', on: ON, by: ['陈立新', worker], what: '更换' },
    ];
    const recheck: HazardStep = { act: 'recheck', on: ON, by: [checker, '赵强'], result: 'pass' };
    expect(stepRefusal(hazardOf(PLAIN), lifeAfter(PLAIN, ...steps), recheck, PLAIN)).toBe('same-person');
    expect(stepRefusal(hazardOf(PLAIN), lifeAfter(PLAIN, ...steps), { ...recheck, by: ['赵强'] }, PLAIN)).toBeNull();
  });

  it('a user unit that was told stays told where the hazard is handed to it by its own name', () => {
    const told: HazardStep = { act: 'notify', on: ON, by: ['王海'], to: '甲物业' };
    const hand = (unit: string): HazardStep => ({
      act: 'transfer',
      on: ON,
      by: ['王海'],
      responsible: { party: 'user-unit', unit },
      reason: '由使用单位整改',
    });
    expect(lifeAfter(PLAIN, told, hand('甲 物业')).userUnitTold).toBe(true);
    expect(lifeAfter(PLAIN, told, hand('乙物业'))).toMatchObject({ userUnitTold: false, noticeOwedSince: ON });
  });

  it('reopened after closing, the notice and a grave hazard’s report are owed anew and the old deadline is gone', () => {
    const grave = opened(true, false, 'severe');
    const evidence = { photos: ['a'.repeat(64)] };
    const closing: HazardStep[] = [
      { act: 'notify', on: ON, by: ['王海'], to: '甲物业' },
      { act: 'report', on: ON, by: ['王海'], to: '市场监管局' },
      { act: 'extend', on: ON, by: ['王海'], deadline: '2026-06-01' as CivilDate, reason: '配件' },
      { act: 'start', on: ON, by: ['李明'] },
      { act: 'rectify', on: ON, by: ['李明'], what: '更换', evidence },
      { act: 'recheck', on: ON, by: ['王海'], result: 'pass', evidence },
      { act: 'close', on: ON, by: ['王海'], residual: { severity: 4, probability: 'F' } },
    ];
    const on = '2026-09-01' as CivilDate;
    const before = lifeAfter(grave, ...closing);
    expect(before).toMatchObject({ state: 'closed', authorityTold: true, deadline: '2026-06-01' });
    expect(lifeAfter(grave, ...closing, { act: 'reopen', on, by: ['李明'], reason: '再现' })).toMatchObject({
      state: 'found',
      openedOn: on,
      noticeOwedSince: on,
      authorityTold: false,
      unreportedSince: { severe: on, major: null },
      deadline: null,
      residual: null,
    });
  });
});

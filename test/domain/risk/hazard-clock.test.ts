import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Hazard } from '../../../domain/hazard/hazard';
import { bornLife, livedOn } from '../../../domain/hazard/hazard-life';
import type { HazardStep } from '../../../domain/hazard/hazard-step';
import { stepRefusal } from '../../../domain/hazard/lifecycle';
import type { HazardCriteria, HazardDuty, StepDeadline } from '../../../domain/pack/hazard-criteria';
import type { RecordedHazard } from '../../../domain/record/dossier';
import type { RecordId } from '../../../domain/record/record-id';
import { isBreach } from '../../../domain/risk/hazard-clock';
import type { HazardDays } from '../../../domain/risk/hazard-days';
import { judgeHazards, type JudgedHazard } from '../../../domain/risk/judge-hazards';
import { lifecycleRulesOf } from '../../../domain/risk/lifecycle-rules';
import { MOVES } from '../../support/hazard-moves';
import { rounds } from '../../support/length';
import { shippedPack } from '../../support/shipped-packs';

const SEED = 20_261_132;
const day = (text: string) => text as CivilDate;
const words = { 'zh-CN': '-', en: '-' };
const fact = {
  sourceConfidence: 'high',
  sources: ['S1'],
  legalBasis: { document: words, shortDocument: words, clause: words, shortClause: words, says: words },
} as const;
const deadline = (more: Pick<StepDeadline, 'step' | 'class' | 'days'> & Partial<StepDeadline>): StepDeadline => ({
  owner: 'maintainer',
  confidence: 'unverified',
  ...fact,
  ...more,
});
const duty = (step: HazardDuty['step'], more: Partial<HazardDuty> = {}): HazardDuty => ({
  step,
  class: 'severe',
  confidence: 'law',
  textAsOf: '2022',
  lookedUntil: null,
  ...fact,
  ...more,
});
type Criteria = Pick<HazardCriteria, 'matrix' | 'duties' | 'deadlines'>;
const criteria = (more: Partial<Criteria> = {}): Criteria => ({
  matrix: { cells: { '1D': 'I', '2D': 'II', '4F': 'III' } } as unknown as HazardCriteria['matrix'],
  duties: [],
  deadlines: [],
  ...more,
});

const found: Hazard = {
  registrationNo: '梯11浙A12014(04)' as RegistrationNo,
  foundOn: day('2024-02-28'),
  foundBy: ['张建国'],
  source: 'other',
  component: 'door-lock',
  what: '门锁触点烧蚀',
  responsible: { party: 'property-manager' },
};
const recorded = (value: Hazard, steps: readonly HazardStep[] = [], seq = 1): RecordedHazard => ({
  id: `0123abcd/${seq}.1` as RecordId,
  at: '',
  author: '',
  value,
  steps: steps.map((step, index) => ({ id: `0123abcd/${seq}.1.${index}` as RecordId, at: '', author: '', step })),
});
const judged = (
  value: Hazard,
  steps: readonly HazardStep[],
  asOf: string,
  more: Partial<Criteria> = {},
  days: HazardDays = {},
): JudgedHazard => judgeHazards([recorded(value, steps)], criteria(more), day(asOf), days)[0]!;

const told: HazardStep = { act: 'notify', on: day('2024-02-28'), by: ['王海'], to: '甲物业' };
const RECTIFY = [
  deadline({ step: 'rectify', class: 'ordinary', days: 30 }),
  deadline({ step: 'rectify', class: 'ordinary', group: 'I', days: 2 }),
];

describe('the day by which a step is due', () => {
  it.each([
    ['the house default for all groups, over the leap day', found, RECTIFY, {}, '2024-03-29', 'default'],
    [
      'the one for its own group',
      { ...found, risk: { severity: 1, probability: 'D' } },
      RECTIFY,
      {},
      '2024-03-01',
      'default',
    ],
    ['the settings instead of a default', found, RECTIFY, { rectify: 1 }, '2024-02-29', 'settings'],
    [
      'the settings for its group',
      { ...found, risk: { severity: 1, probability: 'D' } },
      RECTIFY,
      { rectify: 9, 'rectify-I': 0 },
      '2024-02-28',
      'settings',
    ],
    ['the settings where the pack says nothing', found, [], { rectify: 5 }, '2024-03-04', 'settings'],
    [
      'the date in the notice, not the default',
      { ...found, deadline: day('2024-05-31') },
      RECTIFY,
      { rectify: 1 },
      '2024-05-31',
      'written',
    ],
    [
      'a confirmed clause, whatever the settings say',
      found,
      [{ ...RECTIFY[0]!, confidence: 'law' as const, days: 7 }],
      { rectify: 99 },
      '2024-03-06',
      'law',
    ],
    [
      'the earlier of clause and notice',
      { ...found, deadline: day('2024-03-01') },
      [{ ...RECTIFY[0]!, confidence: 'reading' as const, days: 7 }],
      {},
      '2024-03-01',
      'written',
    ],
    ['none', found, [], {}, null, 'none'],
  ] as const)('is that of %s', (_, value, deadlines, days, dueOn, ground) => {
    const clock = judged(value, [told], '2024-02-28', { deadlines }, days).pressing;
    expect(clock).toMatchObject({ step: 'rectify', dueOn, ground, owner: 'property-manager' });
    expect(clock?.confidence).toBe(ground === 'law' ? 'law' : ground === 'default' ? 'unverified' : null);
  });

  it('passes on the day after, and only a clause or a written date is then breached', () => {
    const at = (value: Hazard, asOf: string, deadlines = RECTIFY) => judged(value, [told], asOf, { deadlines });
    expect(at(found, '2024-03-26').pressing).toMatchObject({ status: 'due-soon', daysLeft: 3 });
    expect(at(found, '2024-03-25').pressing).toMatchObject({ status: 'running', daysLeft: 4 });
    expect(at(found, '2024-03-29')).toMatchObject({ overdue: false });
    expect(at(found, '2024-03-30')).toMatchObject({ overdue: true, breached: false, pressing: { daysLeft: -1 } });
    const written = { ...found, deadline: day('2024-03-29') };
    expect(at(written, '2024-03-30')).toMatchObject({ overdue: true, breached: true });
    expect(at(found, '2024-03-30', [{ ...RECTIFY[0]!, confidence: 'law' }])).toMatchObject({ breached: true });
  });
});

describe('what is owed now', () => {
  const severe: Hazard = { ...found, severe: 'severe-3' };
  const duties = [duty('stop-use'), duty('report')];
  const evidence = { documents: ['SY-9'] };
  const on = day('2024-02-28');
  const work: HazardStep[] = [
    told,
    { act: 'start', on, by: ['李明'] },
    { act: 'rectify', on, by: ['李明'], what: '更换', evidence },
    { act: 'recheck', on, by: ['王海'], result: 'pass', evidence },
  ];
  const steps = (value: Hazard, taken: readonly HazardStep[], held: readonly HazardDuty[] = duties) =>
    judged(value, taken, '2024-03-01', { duties: held }).clocks.map(({ step, status }) => `${step} ${status}`);

  it('a severe hazard must be out of use at once, be reported and be told', () => {
    expect(steps(severe, [])).toEqual([
      'stop-use now',
      'notify no-deadline',
      'report no-deadline',
      'rectify no-deadline',
    ]);
    expect(judged(severe, [], '2024-03-01', { duties })).toMatchObject({ overdue: true, breached: true });
  });

  it('out of use the first is kept; once it passed its re-check it may be used and only closing is left', () => {
    const stop: HazardStep = { act: 'stop-use', on, by: ['王海'] };
    expect(steps(severe, [stop])).not.toContain('stop-use now');
    expect(steps(severe, [stop, { act: 'return-to-use', on, by: ['王海'] }])).toContain('stop-use now');
    const report: HazardStep = { act: 'report', on, by: ['王海'], to: '市场监管局' };
    expect(steps(severe, [report, ...work])).toEqual(['close no-deadline']);
    expect(steps(severe, [report, ...work, { act: 'close', on, by: ['王海'] }])).toEqual([]);
  });

  it('an ordinary hazard owes neither, nor does a severe one by duties that nobody could confirm', () => {
    expect(steps(found, [])).toEqual(['notify no-deadline', 'rectify no-deadline']);
    const doubtful = duties.map((one) => ({ ...one, confidence: 'unverified' as const }));
    expect(steps(severe, [], doubtful)).toEqual(['notify no-deadline', 'rectify no-deadline']);
  });

  it('rectified it waits for its re-check, counted from that day', () => {
    const clock = judged(found, work.slice(0, 3), '2024-03-01', {
      deadlines: [deadline({ step: 'recheck', class: 'ordinary', days: 7, owner: 'user-unit' })],
    }).pressing;
    expect(clock).toMatchObject({ step: 'recheck', dueOn: '2024-03-06', owner: 'user-unit' });
  });
});

/** Hazards lived through by picks among the steps allowed, some days apart. */
const pack = shippedPack('cn').hazards!;
const hazards = fc
  .array(fc.array(fc.tuple(fc.noBias(fc.nat({ max: 1_000_000 })), fc.nat({ max: 12 })), { maxLength: 12 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((lives) =>
    lives.map((picks, index) => {
      const value: Hazard = { ...found, foundOn: toCivilDate(19_800 + 7 * index), ...(index === 1 && { severe: 's' }) };
      let [life, at] = [bornLife(value), 19_800 + 7 * index];
      const steps: HazardStep[] = [];
      for (const [pick, later] of picks) {
        const date = toCivilDate(at + later);
        const allowed = MOVES.map((step) => ({ ...step, on: date })).filter(
          (step) => stepRefusal(value, life, step, lifecycleRulesOf(pack)) === null,
        );
        const step = allowed[pick % allowed.length];
        if (step === undefined) continue;
        at += later;
        steps.push(step);
        life = livedOn(life, step);
      }
      return recorded(value, steps, index + 1);
    }),
  );

describe('a ledger as of a day', () => {
  it(`is that of a ledger in which nothing later was ever written (seed ${SEED})`, () => {
    fc.assert(
      fc.property(hazards, fc.integer({ min: 19_795, max: 19_900 }), (ledger, asOf) => {
        const date = toCivilDate(asOf);
        const early = ledger
          .filter(({ value }) => value.foundOn <= date)
          .map((one) => ({ ...one, steps: one.steps.filter(({ step }) => step.on <= date) }));
        expect(judgeHazards(ledger, pack, date, {})).toEqual(judgeHazards(early, pack, date, {}));
      }),
      { seed: SEED, numRuns: rounds(60, 300) },
    );
  });

  it(`lists clocks by pressure with days counted one by one, and breaches nothing on the house's own ground (seed ${SEED + 1})`, () => {
    let breaches = 0;
    fc.assert(
      fc.property(hazards, fc.integer({ min: 19_795, max: 19_950 }), fc.nat({ max: 9 }), (ledger, asOf, own) => {
        for (const { clocks, open, breached, pressing } of judgeHazards(ledger, pack, toCivilDate(asOf), {
          rectify: own,
        })) {
          expect(clocks.length > 0).toBe(open);
          expect(pressing).toBe(clocks[0] ?? null);
          expect(breached).toBe(clocks.some(isBreach));
          if (breached) breaches += 1;
          const due = clocks.filter(({ status }) => status !== 'now').map(({ dueOn }) => dueOn ?? '9999');
          expect(due).toEqual([...due].sort());
          for (const clock of clocks) {
            if (clock.ground === 'settings' || clock.ground === 'default')
              if (clock.status !== 'now') expect(isBreach(clock)).toBe(false);
            if (clock.dueOn !== null) expect(toEpochDay(clock.dueOn)).toBe(asOf + clock.daysLeft!);
            if (clock.status === 'now') expect(clock.duty).not.toBeNull();
          }
        }
      }),
      { seed: SEED + 1, numRuns: rounds(60, 300) },
    );
    expect(breaches).toBeGreaterThan(rounds(4, 20));
  });

  it('numbers hazards by their place among all recorded, also where some are later than the day', () => {
    const ledger = [
      recorded({ ...found, foundOn: day('2024-06-01') }, [], 1),
      recorded(found, [], 2),
      { ...recorded(found, [], 3), withdrawn: true as const },
    ];
    expect(judgeHazards(ledger, criteria(), day('2024-03-01'), {}).map(({ no, group }) => [no, group])).toEqual([
      ['YH-02', null],
    ]);
  });
});

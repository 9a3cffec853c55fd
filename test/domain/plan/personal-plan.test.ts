import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detailsErasedOf, detailsOfPlan, withoutDetails } from '../../../domain/plan/personal-plan';
import { planSettingsSchema } from '../../../domain/plan/plan-schemas';
import { NO_PLAN_SETTINGS, type PlanSettings } from '../../../domain/plan/plan-settings';

const day = '2026-12-01' as never;
const PLAN: PlanSettings = {
  ...NO_PLAN_SETTINGS,
  crews: [
    { name: '张建国', members: ['张建国', '李明'], perDay: null },
    { name: '1', members: ['王五'], perDay: 4 },
  ],
  away: [{ crew: '张建国', from: day, to: day, perDay: 0 }],
  sites: [{ site: '翠柏苑', crew: '张建国', closed: [], closedWeekdays: [], note: '门卫赵六 13800000000' }],
  moves: [{ registrationNo: '梯1' as never, after: null, on: day, crew: '张建国、钱七' }],
};

describe('personal details in the plan', () => {
  it('a crew called by a name that goes gets a number, and all that names it follows', () => {
    const left = withoutDetails(PLAN, ['张建国']);
    expect(left.crews.map(({ name, members }) => [name, members])).toEqual([
      ['2', ['李明']],
      ['1', ['王五']],
    ]);
    expect([left.away[0]?.crew, left.sites[0]?.crew, left.moves[0]?.crew]).toEqual(['2', '2', null]);
    expect(detailsErasedOf(PLAN, ['张建国'])).toBe(5);
  });

  it('a note goes where it is the detail, and nothing else does', () => {
    const left = withoutDetails(PLAN, ['门卫赵六 13800000000']);
    expect(left).toEqual({ ...PLAN, sites: [{ ...PLAN.sites[0]!, note: '' }] });
    expect(withoutDetails(PLAN, ['张建'])).toEqual(PLAN);
  });

  it('of any plan no erased name is left, in any list, and it stays a plan', () => {
    const name = fc.constantFrom('甲', '乙', '丙', '甲、乙', '1', '2');
    const plans = fc.record({
      crews: fc.uniqueArray(fc.record({ name, members: fc.array(name, { maxLength: 3 }), perDay: fc.constant(null) }), {
        selector: (crew) => crew.name,
        maxLength: 4,
      }),
      away: fc.array(fc.record({ crew: name, from: fc.constant(day), to: fc.constant(day), perDay: fc.constant(0) }), {
        maxLength: 3,
      }),
      moves: fc.constant([]),
      sites: fc.array(
        fc.record({
          site: fc.constant('翠柏苑'),
          crew: fc.option(name),
          closed: fc.constant([]),
          closedWeekdays: fc.constant([]),
          note: name,
        }),
        { maxLength: 1 },
      ),
    });
    fc.assert(
      fc.property(plans, fc.subarray(['甲', '乙', '丙'], { minLength: 1 }), (some, gone) => {
        const plan: PlanSettings = { ...NO_PLAN_SETTINGS, ...some };
        const left = withoutDetails(plan, gone);
        expect(planSettingsSchema.safeParse(left).success).toBe(true);
        const people = detailsOfPlan({ ...left, sites: left.sites.map((site) => ({ ...site, note: '' })) });
        expect(people.flatMap((text) => text.split('、')).filter((text) => gone.includes(text))).toEqual([]);
        expect(left.crews).toHaveLength(plan.crews.length);
        expect(withoutDetails(left, gone)).toEqual(left);
      }),
      { seed: 12, numRuns: 300 },
    );
  });
});

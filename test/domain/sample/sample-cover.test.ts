import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { coverGaps } from '../../../domain/insurance/cover-gaps';
import { assessmentSchema, claimSchema, policySchema } from '../../../domain/record/hazard-schemas';
import { elevatorSchema } from '../../../domain/record/schemas';
import { sampleAssessments } from '../../../domain/sample/sample-assessments';
import { makeSampleFleet } from '../../../domain/sample/sample-fleet';
import { sampleInsurance } from '../../../domain/sample/sample-insurance';
import { withSampleParticulars } from '../../../domain/sample/sample-particulars';
import { cnPack } from '../../support/cn-pack';

const ASOF = '2026-11-23' as CivilDate;
const { elevators } = makeSampleFleet({ elevators: 36, years: 2, seed: 11, asOf: ASOF });

describe('what stands beside the sample fleet', () => {
  it('policies and a claim are records that the journal takes, and some elevators had days without cover', () => {
    const { policies, claims } = sampleInsurance(elevators, ASOF);
    for (const policy of policies) expect(policySchema.parse(policy)).toEqual(policy);
    for (const claim of claims) expect(claimSchema.parse(claim)).toEqual(claim);
    expect(claims).toHaveLength(1);
    const insured = new Set(policies.map(({ registrationNo }) => registrationNo));
    const gaps = [...insured].map((no) => {
      const own = policies.filter(({ registrationNo }) => registrationNo === no);
      return coverGaps(own, own[0]!.from, ASOF).length;
    });
    expect(gaps).toContain(0);
    expect(gaps).toContain(1);
  });

  it('assessments are by the items of the list and reach three conclusions', () => {
    const list = cnPack.hazards!.assessmentLists[0]!;
    const made = sampleAssessments(elevators, { packId: 'cn', packVersion: cnPack.version, list }, ASOF);
    for (const one of made) expect(assessmentSchema.parse(one)).toEqual(one);
    const ids = list.sections.flatMap(({ items }) => items.map(({ id }) => id));
    expect(made.map(({ items }) => items.map(({ itemId }) => itemId))).toEqual(made.map(() => ids));
    expect(new Set(made.map(({ conclusion }) => conclusion)).size).toBe(made.length);
    expect(made.length).toBeGreaterThan(0);
  });

  it('particulars are those of a record, marked as sample, one elevator retrofitted', () => {
    const particulars = withSampleParticulars(elevators);
    for (const elevator of particulars) expect(elevatorSchema.parse(elevator)).toEqual(elevator);
    expect(particulars.filter(({ retrofit }) => retrofit === true)).toHaveLength(1);
    expect(particulars.every(({ sample }) => sample === true)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { classesOf, type Hazard } from '../../../domain/hazard/hazard';
import type { HazardStep } from '../../../domain/hazard/hazard-step';
import type { RecordId } from '../../../domain/record/record-id';
import { classed, lifeOfRecorded } from '../../../domain/record/life-of-recorded';
import { shippedPack } from '../../support/shipped-packs';

const { classes } = shippedPack('cn').hazards!;
const on = (text: string) => text as CivilDate;
const FOUND: Hazard = {
  registrationNo: 'T1' as Hazard['registrationNo'],
  foundOn: on('2026-11-02'),
  foundBy: ['张建国'],
  source: 'visit',
  component: 'door-lock',
  what: '门锁回路短接',
  responsible: { party: 'maintainer' },
};
const regrade = (day: string, severe: string | null, major: string | null): HazardStep => ({
  act: 'regrade',
  on: on(day),
  by: ['王海'],
  severe,
  major,
  risk: null,
  reason: '复核',
});
const life = (value: Partial<Hazard>, steps: readonly HazardStep[] = []) =>
  lifeOfRecorded(
    { value: { ...FOUND, ...value }, steps: steps.map((step) => ({ id: 'r' as RecordId, at: '', author: '', step })) },
    classes,
  );

describe('a major circumstance of GB 45067 and its severe one of Order 57', () => {
  it.each([
    ['a', '2'],
    ['b', '3'],
    ['c', '3'],
    ['d', '3'],
    ['e', '3'],
  ])('4.6 %s) is article 25 (%s) too, from the same day', (item, of) => {
    const { severe, classSince, unreportedSince } = life({ major: `major-4.6-${item}` });
    expect(severe).toBe(`severe-25-${of}`);
    expect([classSince.severe, classSince.major, unreportedSince.severe]).toEqual(Array(3).fill('2026-11-02'));
  });

  it('leaves the severe one alone that somebody named', () => {
    expect(life({ major: 'major-4.6-b', severe: 'severe-25-4' }).severe).toBe('severe-25-4');
  });

  it('brings it by a later grading, and lets go of it when it is no longer major', () => {
    const graded = [regrade('2026-11-05', null, 'major-4.6-b')];
    expect(classesOf(life({}, graded))).toEqual(['severe', 'major']);
    expect(life({}, graded).classSince.severe).toBe('2026-11-05');
    expect(classesOf(life({}, [...graded, regrade('2026-11-06', null, null)]))).toEqual(['ordinary']);
  });

  it('brings nothing where nobody could confirm that it is one', () => {
    const doubtful = classes.map((one) =>
      one.brings === undefined ? one : { ...one, brings: { ...one.brings, confidence: 'unverified' as const } },
    );
    const value = { ...FOUND, major: 'major-4.6-b' };
    expect(lifeOfRecorded({ value, steps: [] }, doubtful).severe).toBeNull();
    expect(classed(regrade('2026-11-05', null, 'major-4.6-b'), doubtful)).toMatchObject({ severe: null });
  });
});

import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import { visitSchema } from '../../../../domain/record/schemas';
import { fieldFleetByDepot } from '../../../../domain/sample/field/field-fleet';
import type { FieldVisit } from '../../../../domain/sample/field/kinds';
import { cnPack } from '../../../support/cn-pack';

const order = { elevators: 150, years: 1, seed: 9, asOf: '2026-11-23' as CivilDate };
const fabricate = { 'photo-reuse': 0.05, copied: 0.05, desk: 0.05 };
const visitsOf = (checklists?: typeof cnPack): FieldVisit[] =>
  [...fieldFleetByDepot({ ...order, fabricate, ...(checklists === undefined ? {} : { checklists }) })].flatMap(
    ({ visits }) => visits,
  );
const photosOf = ({ visit }: FieldVisit): string[] =>
  (visit.checklist?.results ?? []).flatMap(({ photos = [] }) => [...photos]);

describe('checklists of a fleet with rough edges', () => {
  const visits = visitsOf(cnPack);

  it('are there when asked for, of the items of the pack, and change nothing else', () => {
    const without = visitsOf();
    expect(without.every(({ visit }) => visit.checklist === undefined)).toBe(true);
    expect(visits.map(({ visit: { checklist: _, ...visit } }) => visit)).toEqual(without.map(({ visit }) => visit));
    for (const { visit } of visits.slice(0, 500)) expect(visitSchema.parse(visit)).toEqual(visit);
  });

  it('show a photo twice only where photos are re-used, and there in every record', () => {
    const owners = new Map<string, FieldVisit[]>();
    for (const field of visits)
      for (const photo of photosOf(field)) owners.set(photo, [...(owners.get(photo) ?? []), field]);
    const isReused = (field: FieldVisit): boolean => field.fabricated?.kind === 'photo-reuse';
    for (const of of owners.values()) expect(of.filter((field) => !isReused(field)).length).toBeLessThanOrEqual(1);
    // A kind of the catalogue without a checklist in the pack has nowhere to put a photo.
    const reused = visits.filter((field) => isReused(field) && field.visit.checklist!.results.length > 0);
    const shared = reused.filter((field) => photosOf(field).some((photo) => owners.get(photo)!.length > 1));
    expect(reused.length).toBeGreaterThan(20);
    expect(shared.length / reused.length).toBeGreaterThan(0.9);
  });

  it('repeat the readings of a sheet that was copied, which honest ones seldom do', () => {
    const before = new Map<string, number>();
    const repeats = (field: FieldVisit): boolean => {
      const { registrationNo, checklist } = field.visit;
      return (checklist?.results ?? []).some(({ itemId, reading }) => {
        if (reading === undefined) return false;
        const key = `${registrationNo} ${itemId}`;
        const same = before.get(key) === reading;
        before.set(key, reading);
        return same;
      });
    };
    const repeated = new Set(visits.filter(repeats));
    const shareOf = (kind: string | undefined): number => {
      const mine = visits.filter(
        ({ visit, fabricated }) =>
          fabricated?.kind === kind && visit.checklist?.results.some(({ reading }) => reading !== undefined) === true,
      );
      return mine.filter((field) => repeated.has(field)).length / mine.length;
    };
    expect(shareOf('copied')).toBeGreaterThan(0.6);
    expect(shareOf(undefined)).toBeLessThan(0.4);
  });
});

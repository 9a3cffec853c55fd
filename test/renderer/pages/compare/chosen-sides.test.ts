import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import type { RulePack } from '../../../../domain/pack/rule-pack';
import {
  measuresFor,
  NOTHING_CHOSEN,
  parseChosenSides,
  withChoice,
} from '../../../../renderer/pages/compare/chosen-sides';
import { overPack, smallPack } from '../../../support/small-pack';

const national = smallPack('cn') as unknown as RulePack;
const city = overPack('cn-city', 'cn') as unknown as RulePack;
const packs = [national, city];
const asOf = '2026-11-23' as CivilDate;
const day = (text: string): CivilDate => text as CivilDate;

describe('before anything is chosen', () => {
  it('a pack that stands alone is compared with itself 365 days earlier', () => {
    const { left, right } = measuresFor(NOTHING_CHOSEN, { packs, pack: national, asOf });
    expect([left.pack.id, left.asOf, left.period.from]).toEqual(['cn', '2026-11-23', '2025-11-24']);
    expect([right.pack.id, right.asOf, right.period.to]).toEqual(['cn', '2025-11-23', '2025-11-23']);
  });

  it('a pack that adds to another is compared with that one, on the same day', () => {
    const { left, right } = measuresFor(NOTHING_CHOSEN, { packs, pack: city, asOf });
    expect([left.pack.id, right.pack.id, right.asOf]).toEqual(['cn-city', 'cn', '2026-11-23']);
  });
});

describe('a choice', () => {
  const measures = measuresFor(NOTHING_CHOSEN, { packs, pack: national, asOf });

  it('of another pack first goes to the day of the other side', () => {
    expect(withChoice(NOTHING_CHOSEN, 'right', { packId: 'cn-city' }, measures)).toEqual({
      left: null,
      right: { packId: 'cn-city', asOf: '2026-11-23' },
    });
  });

  it('of another pack keeps a day that was chosen', () => {
    const chosen = { left: null, right: { packId: 'cn', asOf: day('2026-01-05') } };
    const now = measuresFor(chosen, { packs, pack: national, asOf });
    expect(withChoice(chosen, 'right', { packId: 'cn-city' }, now).right).toEqual({
      packId: 'cn-city',
      asOf: '2026-01-05',
    });
  });

  it('of a day keeps the pack and leaves the other side alone', () => {
    expect(withChoice(NOTHING_CHOSEN, 'left', { asOf: day('2026-03-01') }, measures)).toEqual({
      left: { packId: 'cn', asOf: '2026-03-01' },
      right: null,
    });
  });
});

describe('what a session kept', () => {
  it('is read back as it was chosen', () => {
    const chosen = { left: { packId: 'cn', asOf }, right: null };
    expect(parseChosenSides(JSON.stringify(chosen))).toEqual(chosen);
  });

  it.each([
    [null],
    [''],
    ['{'],
    ['null'],
    ['7'],
    ['{"left":7,"right":"cn"}'],
    ['{"left":{"packId":1,"asOf":"2026-11-23"}}'],
    ['{"left":{"packId":"cn","asOf":"2026-02-30"}}'],
  ])('%s counts as nothing chosen', (text) => {
    expect(parseChosenSides(text)).toEqual(NOTHING_CHOSEN);
  });

  it('with a pack that is no longer there falls back to the pack of the program', () => {
    const chosen = { left: null, right: { packId: 'gone', asOf: day('2026-01-05') } };
    const { right } = measuresFor(chosen, { packs, pack: national, asOf });
    expect([right.pack.id, right.asOf]).toEqual(['cn', '2026-01-05']);
  });
});

import { describe, expect, it } from 'vitest';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { namesOf } from '../../../electron/import/pack-names';
import { kind, smallPack } from '../../support/small-pack';

const pack = (id: string, ...kinds: object[]): RulePack => smallPack(id, { kinds }) as unknown as RulePack;
const home = pack('home', kind('A', { aliases: ['lift'] }), kind('B'));
const other = pack('other', kind('C', { aliases: ['lift'] }), kind('A', { aliases: ['goods'] }));

describe('names by which files may call kinds', () => {
  it('are those of the chosen pack first, then those of the others', () => {
    expect(namesOf(home, [other, home]).kinds.map(({ code }) => code)).toEqual(['A', 'B', 'C']);
    expect(namesOf(other, [other, home]).kinds.map(({ code }) => code)).toEqual(['C', 'A', 'B']);
  });
  it('mean what the chosen pack says where several packs have one', () => {
    expect(namesOf(home, [other, home]).kinds[0]).toBe(home.kinds[0]);
    expect(namesOf(other, [home, other]).kinds[1]).toBe(other.kinds[1]);
  });
});

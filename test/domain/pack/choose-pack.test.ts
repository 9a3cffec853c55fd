import { describe, expect, it } from 'vitest';
import { choosePack } from '../../../domain/pack/choose-pack';

const packs = ['at', 'cn', 'cn-zj', 'hk'].map((id) => ({ id }));

describe('the pack by which is judged', () => {
  it('is the one that was chosen', () => {
    expect(choosePack(packs, 'hk')).toEqual({ id: 'hk' });
  });
  it('is the default one where the chosen one is no longer there, wherever that stands', () => {
    expect(choosePack(packs, 'gone')).toEqual({ id: 'cn' });
    expect(choosePack([...packs].reverse(), 'gone')).toEqual({ id: 'cn' });
  });
  it('is the first where there is not even the default one, and none where there is none', () => {
    expect(choosePack([{ id: 'jp' }, { id: 'hk' }], 'gone')).toEqual({ id: 'jp' });
    expect(choosePack([], 'cn')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { soundsLike } from '../../../domain/fleet/sounds';
import { pinyinSounds } from '../../../renderer/workers/pinyin-sounds';

const soundsOf = await pinyinSounds();
const found = (text: string, letters: string): string | null => {
  const stretch = soundsLike(text, letters, soundsOf);
  return stretch === null ? null : text.slice(...stretch);
};

describe('a text is found by how it sounds', () => {
  it.each([
    ['翠柏苑6幢', 'cby', '翠柏苑'],
    ['翠柏苑6幢', 'cuibaiyuan', '翠柏苑'],
    ['翠柏苑6幢', 'cuiby', '翠柏苑'],
    ['翠柏苑6幢', 'cuibaiyu', '翠柏苑'],
    ['拱墅区翠柏苑', 'cb', '翠柏'],
    ['重庆大厦', 'cqds', '重庆大厦'],
    ['重庆大厦', 'zhongqing', '重庆'],
    ['住宅甲座', 'zhzh', '住宅'],
    ['住宅甲座', 'zzjz', '住宅甲座'],
    ['江汇 商务', 'jhsw', '江汇 商务'],
    ['绿城', 'lvcheng', '绿城'],
  ])('%s by %s: %s', (text, letters, stretch) => expect(found(text, letters)).toBe(stretch));

  it.each([
    ['翠柏苑', 'cbx'],
    ['翠柏苑', 'uby'],
    ['ABC 座', 'ab'],
    ['', 'ab'],
    ['12345', 'yi'],
  ])('%s not by %s', (text, letters) => expect(found(text, letters)).toBeNull());

  it('a long name without an end to its readings is told at once', () => {
    expect(soundsLike('长'.repeat(2_000), `${'c'.repeat(60)}x`, soundsOf)).toBeNull();
  });
});

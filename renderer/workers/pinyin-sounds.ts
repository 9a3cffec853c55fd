import { soundsBy, type SoundsOf } from '../../domain/fleet/sounds';

let sounds: Promise<SoundsOf> | null = null;

/** The readings of hanzi, fetched when letters are first sought. */
export function pinyinSounds(): Promise<SoundsOf> {
  return (sounds ??= import('pinyin-pro').then(({ pinyin }) =>
    soundsBy((hanzi) => pinyin(hanzi, { toneType: 'none', type: 'array', multiple: true, v: true })),
  ));
}

/** The readings of a hanzi in pinyin without tones (重: zhong, chong); none for any other sign. */
export type SoundsOf = (sign: string) => readonly string[];

/** A stretch of a text, by its UTF-16 units: from, to. */
export type Stretch = readonly [from: number, to: number];

/** Initials of two letters, which are typed as two or as the first of them. */
const LONG_INITIAL = /^[zcs]h/;

/**
 * Where a text sounds like letters: each hanzi by its whole syllable or its initial, the last one as far as it is typed,
 * other signs as they stand. `letters` in lower case. Null = nowhere; a stretch begins with a hanzi.
 */
export function soundsLike(text: string, letters: string, soundsOf: SoundsOf): Stretch | null {
  const signs = Array.from(text.toLowerCase());
  let from = 0;
  for (const [index, sign] of signs.entries()) {
    const end = soundsOf(sign).length === 0 ? null : endOfMatch(signs, index, letters, soundsOf);
    if (end !== null) return [from, from + signs.slice(index, end).join('').length];
    from += sign.length;
  }
  return null;
}

/** The sign behind the last one that the letters need from `start` on. */
function endOfMatch(signs: readonly string[], start: number, letters: string, soundsOf: SoundsOf): number | null {
  let typed = new Set([0]); // how many of the letters the signs so far may stand for
  for (let index = start; index < signs.length && typed.size > 0; index += 1) {
    const sign = signs[index]!;
    if (sign === ' ') continue;
    const sounds = soundsOf(sign);
    const next = new Set<number>();
    for (const at of typed) {
      const rest = letters.slice(at);
      if (sounds.some((sound) => sound.startsWith(rest))) return index + 1;
      const forms = sounds.length === 0 ? [sign] : sounds.flatMap(typedForms);
      for (const form of forms) if (rest.startsWith(form)) next.add(at + form.length);
    }
    if (next.has(letters.length)) return index + 1;
    typed = next;
  }
  return null;
}

function typedForms(sound: string): string[] {
  const long = LONG_INITIAL.exec(sound);
  return [sound, ...(long === null ? [] : [long[0]]), sound.slice(0, 1)];
}

const HANZI = /\p{Script=Han}/u;

/** Readings that are remembered by their sign; `read` = all readings of a hanzi, without tones. */
export function soundsBy(read: (hanzi: string) => readonly string[]): SoundsOf {
  const known = new Map<string, readonly string[]>();
  return (sign) => {
    let readings = known.get(sign);
    if (readings === undefined) {
      readings = HANZI.test(sign) ? [...new Set(read(sign))] : [];
      known.set(sign, readings);
    }
    return readings;
  };
}

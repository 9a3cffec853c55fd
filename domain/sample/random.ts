/** Seeded draws; the same seed gives the same draws on every machine. */
export interface Random {
  /** A whole number of `[from, to]`. */
  readonly whole: (from: number, to: number) => number;
  readonly pick: <T>(choices: readonly T[]) => T;
  readonly chance: (probability: number) => boolean;
  readonly shuffled: <T>(items: readonly T[]) => T[];
  /** A stream of its own, so that one part of a fleet does not move when another draws more. */
  readonly fork: (stream: number) => Random;
}

/** Mulberry32: 32 bits of state, good enough for made-up data, integer arithmetic only. */
export function seededRandom(seed: number): Random {
  let state = mixed(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    return mixed(state) / 0x1_0000_0000;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(choices: readonly T[]): T => {
    if (choices.length === 0) throw new Error('nothing to pick from');
    return choices[whole(0, choices.length - 1)] as T; // the index is inside a list that is not empty
  };
  return {
    whole,
    pick,
    chance: (probability) => next() < probability,
    shuffled: <T>(items: readonly T[]): T[] => {
      const rest = [...items];
      return items.map(() => rest.splice(whole(0, rest.length - 1), 1)[0] as T); // one item leaves at each step
    },
    fork: (stream) => seededRandom(mixed(seed ^ Math.imul(stream + 1, 0x9e37_79b1))),
  };
}

function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 15), value | 1);
  bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
  return (bits ^ (bits >>> 14)) >>> 0;
}

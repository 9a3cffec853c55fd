import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Room } from '../../../electron/verify/checking-room';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the room of files that are checked', () => {
  it('never holds more than its places, holds one alone, and lets everybody in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.record({ alone: fc.boolean(), turns: fc.integer({ min: 0, max: 3 }), fails: fc.boolean() }), {
          maxLength: 20,
        }),
        async (count, works) => {
          const room = new Room(Array.from({ length: count }, (_, place) => place));
          const inside: { place: number; alone: boolean }[] = [];
          const done = works.map(({ alone, turns, fails }) => {
            const work = async (place: number): Promise<void> => {
              const own = { place, alone };
              expect(inside.some((other) => other.place === place)).toBe(false);
              inside.push(own);
              for (let left = turns; left >= 0; left--) {
                expect(inside.length).toBeLessThanOrEqual(count);
                if (inside.some((each) => each.alone)) expect(inside).toHaveLength(1);
                await turn();
              }
              inside.splice(inside.indexOf(own), 1);
              if (fails) throw new Error('failed');
            };
            return alone ? room.alone(work) : room.one(work);
          });
          const settled = await Promise.allSettled(done);
          expect(settled.map(({ status }) => status === 'rejected')).toEqual(works.map(({ fails }) => fails));
          expect(room.idle).toHaveLength(count);
        },
      ),
      { seed: 3, numRuns: 60 },
    );
  });

  it('tells who was alone', async () => {
    const room = new Room([1, 2]);
    expect(await room.one((_, isAlone) => turn().then(isAlone))).toBe(true);
    const both = [room.one((_, isAlone) => turn().then(isAlone)), room.one((_, isAlone) => turn().then(isAlone))];
    expect(await Promise.all(both)).toContain(false);
    let leave!: () => void;
    const first = room.one((_, isAlone) => new Promise<void>((resolve) => (leave = resolve)).then(isAlone));
    await turn();
    await room.one(() => Promise.resolve()); // came and went meanwhile
    leave();
    expect(await first).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCivilDate } from '../../../domain/calendar/civil-date';
import { keptBackups, type DatedBackup } from '../../../electron/backup/rotation';

const backups = fc
  .uniqueArray(fc.record({ day: fc.integer({ min: 20_000, max: 20_900 }), hour: fc.nat(23) }), {
    maxLength: 120,
    selector: ({ day, hour }) => day * 24 + hour,
  })
  .map((made) =>
    made.map(({ day, hour }): DatedBackup => {
      const madeAt = `${toCivilDate(day)}T${String(hour).padStart(2, '0')}:00:00+08:00`;
      return { name: madeAt, madeAt };
    }),
  );

/** Read from the rule: of each day, week and month the newest; of these the latest 7, 4 and 12. */
function keptByTheRule(all: readonly DatedBackup[]): string[] {
  const newestOf = (bucket: (madeAt: string) => string, most: number): string[] => {
    const names = [...new Set(all.map(({ madeAt }) => bucket(madeAt)))].sort().slice(-most);
    return names.map((name) =>
      all
        .map(({ madeAt }) => madeAt)
        .filter((madeAt) => bucket(madeAt) === name)
        .sort()
        .at(-1)!,
    );
  };
  const monday = (madeAt: string): string => {
    const day = new Date(`${madeAt.slice(0, 10)}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
    return day.toISOString().slice(0, 10);
  };
  const kept = [
    ...newestOf((madeAt) => madeAt.slice(0, 10), 7),
    ...newestOf(monday, 4),
    ...newestOf((madeAt) => madeAt.slice(0, 7), 12),
  ];
  return [...new Set(kept)].sort();
}

describe('backups in rotation', () => {
  it('are the newest of the last 7 days, 4 weeks and 12 months that have one', () => {
    fc.assert(
      fc.property(backups, (all) => {
        expect(
          keptBackups(all)
            .map(({ name }) => name)
            .sort(),
        ).toEqual(keptByTheRule(all));
      }),
      { numRuns: 300 },
    );
  });

  it('always hold the newest, and time alone takes none away', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = keptBackups(all);
        if (all.length > 0)
          expect(kept[0]!.madeAt).toBe(
            [...all]
              .map(({ madeAt }) => madeAt)
              .sort()
              .at(-1),
          );
        expect(keptBackups(kept)).toEqual(kept);
      }),
      { numRuns: 200 },
    );
  });
});

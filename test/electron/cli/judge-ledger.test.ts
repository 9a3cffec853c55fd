import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { judgeHazards, type JudgedHazard } from '../../../domain/risk/judge-hazards';
import { makeSampleFleet } from '../../../domain/sample/sample-fleet';
import { sampleHazards } from '../../../domain/sample/sample-hazards';
import { judgeLedger } from '../../../electron/cli/judge-ledger';
import { recordsOfRun } from '../../../electron/cli/records-of-run';
import { cnPack } from '../../support/cn-pack';

const criteria = cnPack.hazards!;
const day = (text: string) => text as CivilDate;

/** Ids differ: a table carries none. */
const withoutIds = ({ id: _, record, ...judged }: JudgedHazard) => ({
  ...judged,
  steps: record.steps.map(({ step }) => step),
});

describe('the hazards of tables', () => {
  it.each([1, 2, 3])('are judged on any day as those of the folded records are (seed %i)', (seed) => {
    const fleet = makeSampleFleet({ elevators: 60, years: 3, seed, asOf: day('2026-11-23') });
    const hazards = sampleHazards(fleet, day('2026-11-23'), seed);
    expect(hazards.length).toBeGreaterThan(20);
    const body = { ...fleet, sources: [], elevatorChanges: [], hazards };
    const { dossiers } = recordsOfRun(body).state;
    for (const asOf of ['2025-06-30', '2026-05-01', '2026-11-23'].map(day)) {
      const folded = fleet.elevators.flatMap(({ registrationNo }) =>
        judgeHazards(dossiers.get(registrationNo)!.hazards, criteria, asOf, {}).map((judged) => [
          registrationNo,
          withoutIds(judged),
        ]),
      );
      const told = judgeLedger(body, criteria, asOf).map(({ registrationNo, judged }) => [
        registrationNo,
        withoutIds(judged),
      ]);
      expect(told).toEqual(folded);
    }
  });
});

import fc from 'fast-check';
import { toCivilDate, toEpochDay, type CivilDate } from '../../domain/calendar/civil-date';
import type { Outage } from '../../domain/elevator/elevator';
import type { Inspection, InspectionResult } from '../../domain/inspection/inspection';
import { isTask, type Act } from '../../domain/inspection/inspection';
import type { RulePack } from '../../domain/pack/rule-pack';
import { packHistory, type PackedHistory } from '../../domain/service-clock/packed-history';
import type { Task } from '../../domain/visit/visit';

export interface DoneAct {
  readonly act: Act;
  readonly date: CivilDate;
  readonly result: InspectionResult;
}

/** The life of one elevator under a pack: acts that some rule of it asks for, outages, register and the day of judgement. */
export interface Life {
  readonly kind: string;
  readonly asOf: CivilDate;
  readonly acceptedOn: CivilDate | null;
  readonly recordsFrom: CivilDate | null;
  readonly acts: readonly DoneAct[];
  readonly outages: readonly Outage[];
}

const dayFrom = (epoch: number): CivilDate => toCivilDate(epoch);
const FIRST = toEpochDay('2012-01-01' as CivilDate);

const steps = fc.oneof(
  fc.constantFrom(14, 15, 16, 28, 30, 31, 42, 91, 92, 182, 184, 364, 365, 366, 370, 730, 731),
  fc.integer({ min: 1, max: 60 }),
  fc.integer({ min: 60, max: 900 }),
);

/** Each kind of act has its own chain of days from the beginning on. */
export function livesUnder(pack: RulePack): fc.Arbitrary<Life> {
  const acts = [...new Set(pack.rules.flatMap(({ task, satisfiedBy }) => [task, ...satisfiedBy]))];
  const chain = fc.record({
    act: fc.constantFrom(...acts),
    gap: fc.integer({ min: 0, max: 400 }),
    steps: fc.array(
      fc.tuple(steps, fc.constantFrom<InspectionResult>('pass', 'pass', 'pass', 'pass', 'fail', 'recheck')),
      {
        minLength: 1,
        maxLength: 7,
      },
    ),
  });
  return fc
    .record({
      kind: fc.constantFrom(...pack.kinds.map(({ code }) => code)),
      begin: fc.integer({ min: 0, max: 4_600 }),
      accepted: fc.boolean(),
      records: fc.option(fc.integer({ min: 0, max: 500 }), { freq: 2 }),
      chains: fc.array(chain, { minLength: 1, maxLength: 6 }),
      outages: fc.array(fc.tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 1, max: 500 })), {
        maxLength: 2,
      }),
      asOf: fc.integer({ min: 30, max: 1_500 }),
    })
    .map(({ kind, begin, accepted, records, chains, outages, asOf }) => {
      const start = FIRST + begin;
      const done = chains.flatMap((one) => {
        let at = start + (one.gap > 300 ? 0 : one.gap);
        return one.steps.map(([step, result]): DoneAct => {
          at += step;
          return { act: one.act, date: dayFrom(at), result: isTask(one.act) ? 'pass' : result };
        });
      });
      const first = accepted ? [{ act: 'supervision' as const, date: dayFrom(start), result: 'pass' as const }] : [];
      return {
        kind,
        asOf: dayFrom(start + asOf * 2),
        acceptedOn: accepted ? dayFrom(start) : null,
        recordsFrom: records === null ? null : dayFrom(start + records),
        acts: [...first, ...done],
        outages: outages.map(([from, days]) => ({ from: dayFrom(start + from), to: dayFrom(start + from + days) })),
      };
    });
}

/** The same life for the engine, with acts more than were done. */
export function historyOfLife(life: Life, more: readonly DoneAct[] = []): PackedHistory {
  const acts = [...life.acts, ...more];
  const visits = acts.flatMap(({ act, date }) => (isTask(act) ? [{ task: act satisfies Task, date }] : []));
  const inspections = acts.flatMap(({ act, date, result }): Pick<Inspection, 'date' | 'kind' | 'result'>[] =>
    isTask(act) ? [] : [{ kind: act, date, result }],
  );
  const { acceptedOn, recordsFrom } = life;
  return packHistory(
    {
      ...(acceptedOn !== null && { acceptedOn, inServiceOn: acceptedOn }),
      ...(recordsFrom !== null && { recordsFrom }),
    },
    visits,
    life.outages,
    inspections,
  );
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { Hazard } from '../../../domain/hazard/hazard';
import type { HazardStep } from '../../../domain/hazard/hazard-step';
import { judgeHeadline, type Headline } from '../../../domain/headline/judge-headline';
import { USE_REASONS, USE_STATES } from '../../../domain/headline/use';
import type { RecordedHazard } from '../../../domain/record/dossier';
import type { RecordId } from '../../../domain/record/record-id';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { dossierWith } from '../../support/dossier-with';
import { shippedPack } from '../../support/shipped-packs';

type Parts = Parameters<typeof dossierWith>[0];

interface Question extends Parts {
  readonly hazards?: readonly {
    readonly severe?: string;
    readonly foundOn?: string;
    readonly steps?: readonly object[];
  }[];
  readonly scope?: 'maintenance' | 'all';
  readonly asOf?: string;
  readonly packId?: string;
}

function hazardOf(
  registrationNo: Hazard['registrationNo'],
  place: number,
  told: NonNullable<Question['hazards']>[number],
) {
  const at = '2026-11-01T09:00:00+08:00';
  return {
    id: `0123abcd/${900 + place}` as RecordId,
    at,
    author: '',
    value: {
      registrationNo,
      foundOn: (told.foundOn ?? '2026-11-01') as CivilDate,
      foundBy: ['张'],
      source: 'other',
      component: 'other',
      what: `隐患${place}`,
      ...(told.severe === undefined ? {} : { severe: told.severe }),
      responsible: { party: 'maintainer' },
    },
    steps: (told.steps ?? []).map((step, index) => ({
      id: `0123abcd/${900 + place}.${index + 1}` as RecordId,
      at,
      author: '',
      step: { by: ['李'], ...step } as unknown as HazardStep,
    })),
  } satisfies RecordedHazard;
}

function headline({ hazards = [], scope = 'all', asOf = '2026-11-23', packId = 'cn', ...parts }: Question): Headline {
  const pack = shippedPack(packId);
  const dossier = dossierWith(parts);
  const { registrationNo } = dossier;
  return judgeHeadline(
    { ...dossier, hazards: hazards.map((told, index) => hazardOf(registrationNo, index + 1, told)) },
    {
      rules: compileRules(pack),
      requirements: pack.requirements,
      criteria: pack.hazards ?? null,
      hazardDays: {},
      asOf: asOf as CivilDate,
      period: { from: '2025-11-24' as CivilDate, to: asOf as CivilDate },
      scope,
      entry: { lateDays: 3, origin: 'journal' },
    },
  );
}

const accepted = { acceptedOn: '2019-11-05', inServiceOn: '2019-11-20' };
const inspected = [
  { date: '2023-11-10', kind: 'periodic' },
  { date: '2026-11-02', kind: 'periodic', reportNo: 'D2' },
];
const SEVERE = shippedPack('cn').hazards!.classes.find((one) => one.class === 'severe')!.id;

describe('may it be used', () => {
  it('nothing on record forbids it', () => {
    expect(headline({ elevator: accepted, inspections: inspected }).use).toEqual({ state: 'may-run', reasons: [] });
  });

  it('not after the last inspection failed, with the day, the report and the clause', () => {
    const inspections = [...inspected, { date: '2026-11-20', kind: 'periodic', result: 'fail', reportNo: 'D3' }];
    expect(headline({ elevator: accepted, inspections }).use).toMatchObject({
      state: 'must-not-run',
      reasons: [
        {
          kind: 'failed-inspection',
          on: '2026-11-20',
          record: 'D3',
          weight: 'law',
          basis: { shortClause: { en: 'art. 40' } },
        },
      ],
    });
  });

  it('again once it was re-checked', () => {
    const inspections = [
      ...inspected,
      { date: '2026-11-20', kind: 'periodic', result: 'fail' },
      { date: '2026-11-22', kind: 'periodic', result: 'recheck' },
    ];
    expect(headline({ elevator: accepted, inspections }).use.state).toBe('may-run');
  });

  it('not while its periodic inspection is overdue, where the law forbids it', () => {
    const use = headline({ elevator: accepted, inspections: inspected.slice(0, 1), asOf: '2027-02-01' }).use;
    expect(use).toMatchObject({ state: 'must-not-run', reasons: [{ kind: 'inspection-overdue', on: '2026-11-30' }] });
  });

  it('not while an open hazard must be stopped and has not been', () => {
    const use = headline({ elevator: accepted, inspections: inspected, hazards: [{ severe: SEVERE }] }).use;
    expect(use).toMatchObject({ state: 'must-not-run', reasons: [{ kind: 'hazard-must-stop', record: 'YH-01' }] });
  });

  it('is out of use once that hazard was stopped, and its clock stands still', () => {
    const hazards = [{ severe: SEVERE, steps: [{ act: 'stop-use', on: '2026-11-01' }] }];
    const visits = [{ date: '2026-10-28' }];
    const { use, audit } = headline({
      elevator: { ...accepted, recordsFrom: '2026-10-28' },
      inspections: inspected,
      hazards,
      visits,
    });
    expect(use).toMatchObject({ state: 'out-of-use' });
    expect(use.reasons.map(({ kind, on }) => [kind, on])).toEqual([['hazard-stopped', '2026-11-01']]);
    expect(audit.rules[0]).toMatchObject({ status: 'met', dueOn: null, daysOverdue: 0 });
  });

  describe('a hazard that was stopped and the outage that the stop opened are one fact', () => {
    const stopped = { severe: SEVERE, steps: [{ act: 'stop-use', on: '2026-11-01' }] };
    const told = (outages: Parts['outages'], hazards: Question['hazards'] = [stopped], asOf = '2026-11-23') => {
      const { use } = headline({ elevator: accepted, inspections: inspected, hazards, outages: outages ?? [], asOf });
      expect(use.state).toBe('out-of-use');
      return use.reasons.map(({ kind, on }) => [kind, on]);
    };
    const ofHazard = ['hazard-stopped', '2026-11-01'];

    it('the outage of that day is told as the hazard', () => {
      expect(told([{ from: '2026-11-01' }])).toEqual([ofHazard]);
    });

    it('an outage that began before is told beside it', () => {
      expect(told([{ from: '2026-10-20' }])).toEqual([['outage', '2026-10-20'], ofHazard]);
    });

    it('an outage that goes on when the hazard is done is told then', () => {
      const given = { steps: [...stopped.steps, { act: 'return-to-use', on: '2026-11-20' }] };
      expect(told([{ from: '2026-11-10' }])).toEqual([ofHazard]);
      expect(told([{ from: '2026-11-10' }], [given])).toEqual([['outage', '2026-11-01']]);
    });

    it('a second hazard that takes over the outage of the first tells its own stop alone', () => {
      const first = {
        foundOn: '2026-10-20',
        steps: [
          { act: 'stop-use', on: '2026-10-20' },
          { act: 'return-to-use', on: '2026-11-05' },
        ],
      };
      expect(told([{ from: '2026-10-20' }], [first, stopped])).toEqual([ofHazard]);
    });
  });

  it('an outage wins over what forbids it, and every reason is told', () => {
    const inspections = [...inspected, { date: '2026-11-20', kind: 'periodic', result: 'fail' }];
    const use = headline({ elevator: accepted, inspections, outages: [{ from: '2026-11-21' }] }).use;
    expect(use.state).toBe('out-of-use');
    expect(use.reasons.map(({ kind }) => kind)).toEqual(['outage', 'failed-inspection']);
  });

  it('a planned outage takes nothing out of use before it begins', () => {
    expect(headline({ elevator: accepted, inspections: inspected, outages: [{ from: '2026-12-01' }] }).use.state).toBe(
      'may-run',
    );
  });

  it.each(['deregistered', 'scrapped', 'relocated'])('%s is retired from its day on, and not before', (status) => {
    const elevator = { ...accepted, status, endedOn: '2026-11-10' };
    expect(headline({ elevator, inspections: inspected }).use).toMatchObject({
      state: 'retired',
      reasons: [{ kind: 'retired', on: '2026-11-10' }],
    });
    expect(headline({ elevator, inspections: inspected, asOf: '2026-11-09' }).use.state).toBe('may-run');
  });

  it('cannot be told in scope maintenance, without an inspection on record, or where it is called stopped without a day', () => {
    expect(headline({ elevator: accepted, inspections: inspected, scope: 'maintenance' }).use.state).toBe(
      'cannot-tell',
    );
    expect(headline({ elevator: accepted }).use.state).toBe('cannot-tell');
    expect(headline({ elevator: {} }).use.state).toBe('cannot-tell');
    expect(headline({ elevator: { ...accepted, status: 'stopped' }, inspections: inspected }).use.state).toBe(
      'cannot-tell',
    );
  });

  it('a failed inspection forbids it in scope maintenance too', () => {
    const inspections = [...inspected, { date: '2026-11-20', kind: 'periodic', result: 'fail' }];
    expect(headline({ elevator: accepted, inspections, scope: 'maintenance' }).use.state).toBe('must-not-run');
  });

  it('where no text of a pack says it, a failed inspection has no clause', () => {
    const elevator = { kind: 'passenger-lift', ...accepted };
    const inspections = [{ date: '2026-11-20', kind: 'periodic', result: 'fail' }];
    expect(headline({ elevator, inspections, packId: 'hk' }).use.reasons).toMatchObject([
      { basis: null, weight: 'reading' },
    ]);
    expect(headline({ elevator, inspections, packId: 'gb' }).use.reasons).toMatchObject([{ weight: 'law' }]);
  });

  it('a state is one of the set, its reasons in order and each of the set; retired wins, then out of use (seed 20261129)', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);
    fc.assert(
      fc.property(
        fc.record({
          result: fc.constantFrom('pass', 'fail', 'recheck'),
          inspectedOn: day,
          out: fc.option(day),
          ended: fc.option(day),
          severe: fc.boolean(),
          asOf: day,
        }),
        ({ result, inspectedOn, out, ended, severe, asOf }) => {
          const { use } = headline({
            elevator: ended === null ? accepted : { ...accepted, status: 'scrapped', endedOn: ended },
            inspections: [{ date: '2023-11-10' }, { date: inspectedOn, result }],
            outages: out === null ? [] : [{ from: out }],
            hazards: severe ? [{ severe: SEVERE }] : [],
            asOf,
          });
          const kinds = use.reasons.map(({ kind }) => kind);
          expect(USE_STATES).toContain(use.state);
          expect([...kinds].sort((a, b) => USE_REASONS.indexOf(a) - USE_REASONS.indexOf(b))).toEqual(kinds);
          if (kinds.includes('retired')) expect(use.state).toBe('retired');
          else if (kinds.includes('outage')) expect(use.state).toBe('out-of-use');
          else expect(use.state === 'must-not-run').toBe(kinds.length > 0);
          expect(kinds.includes('retired')).toBe(ended !== null && ended <= asOf);
        },
      ),
      { seed: 20_261_129, numRuns: 500 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { judgedByShipped } from '../../support/judged-by-shipped';
import { DEADLINE_CASES } from '../../support/deadline-cases';
import { JOINT_CASES } from '../../support/joint-cases';

describe.each([
  ['where a version, a restart, an alteration or a birthday meets a chain', JOINT_CASES],
  ['where a deadline meets the days in service, or nothing is asked yet', DEADLINE_CASES],
] as const)('%s', (_, cases) => {
  it.each(cases)('$rule: $name', ({ pack, rule, kind = '3110', asOf = '2026-11-23', ...told }) => {
    const { acceptedOn, inServiceOn = acceptedOn, governorSince, acts, outages = [], expected } = told;
    const from = toCivilDate(toEpochDay(asOf as CivilDate) - 364);
    const { audit } = judgedByShipped(
      pack,
      rule,
      {
        kind,
        acceptedOn: acceptedOn as CivilDate,
        inServiceOn: inServiceOn as CivilDate,
        ...(governorSince === undefined ? {} : { governorSince: governorSince as CivilDate }),
      },
      acts,
      [from, asOf],
      { outages: outages.map(([out, to]) => ({ from: out, to })) },
    );
    expect(audit).toMatchObject(expected);
  });
});

describe('a rule of which no number could be confirmed', () => {
  it('finds nothing and tells nothing', () => {
    const visits = [['2026-09-10', 'half-month']] as const;
    const period = ['2025-11-24', '2026-11-23'] as const;
    const { audit } = judgedByShipped('hk', 'hk.escalator.maintenance', { kind: 'escalator' }, visits, period);
    expect(audit).toMatchObject({ status: 'not-applicable', lastDone: null, dueOn: null, met: 0, weight: null });
  });
});

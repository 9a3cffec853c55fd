import { describe, expect, it } from 'vitest';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { judgedByShipped } from '../../support/judged-by-shipped';
import { JOINT_CASES } from '../../support/joint-cases';

describe('where a version, a restart, an alteration or a birthday meets a chain', () => {
  it.each(JOINT_CASES)('$rule: $name', ({ pack, rule, kind = '3110', asOf = '2026-11-23', ...told }) => {
    const { acceptedOn, governorSince, inspections, outages = [], expected } = told;
    const from = toCivilDate(toEpochDay(asOf as CivilDate) - 364);
    const { audit } = judgedByShipped(
      pack,
      rule,
      {
        kind,
        acceptedOn: acceptedOn as CivilDate,
        inServiceOn: acceptedOn as CivilDate,
        ...(governorSince === undefined ? {} : { governorSince: governorSince as CivilDate }),
      },
      inspections,
      [from, asOf],
      { outages: outages.map(([out, to]) => ({ from: out, to })) },
    );
    expect(audit).toMatchObject(expected);
  });
});

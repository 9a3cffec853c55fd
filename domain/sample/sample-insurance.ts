import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import { yearsInUse } from '../elevator/age';
import type { Elevator } from '../elevator/elevator';
import type { Claim, Policy } from '../insurance/policy';

const INSURER = '望潮财产保险有限公司（样例）';
const OLD_YEARS = 15;

/**
 * Made-up cover of the old elevators: a year that ran out, and for two in three the next one, for every second of these
 * begun two weeks late. One claim that was paid.
 */
export function sampleInsurance(
  elevators: readonly Elevator[],
  asOf: CivilDate,
): { readonly policies: Policy[]; readonly claims: Claim[] } {
  const asOfDay = toEpochDay(asOf);
  const old = elevators.filter((elevator) => (yearsInUse(elevator, asOf) ?? 0) >= OLD_YEARS);
  const policies = old.flatMap((elevator, index) => {
    const ended = asOfDay - 40;
    const before = policy(elevator, ended - 364, ended, index);
    if (index % 3 === 2) return [before];
    const again = ended + (index % 2 === 0 ? 1 : 15);
    return [before, policy(elevator, again, again + 364, index)];
  });
  const insured = policies[0];
  if (insured === undefined) return { policies, claims: [] };
  const { registrationNo, policyNo, from } = insured;
  const day = (after: number): CivilDate => toCivilDate(toEpochDay(from) + after);
  const claim: Claim = {
    registrationNo,
    policyNo,
    occurredOn: day(90),
    reportedOn: day(91),
    what: '困人致乘客受惊送医',
    state: 'paid',
    claimed: 1800,
    paid: 1500,
    settledOn: day(120),
  };
  return { policies, claims: [claim] };
}

function policy(elevator: Elevator, from: number, to: number, index: number): Policy {
  const { registrationNo, propertyManager } = elevator;
  return {
    registrationNo,
    insurer: INSURER,
    policyNo: `YB${toCivilDate(from).slice(0, 4)}${String(index + 1).padStart(4, '0')}`,
    cover: '电梯安全责任保险',
    from: toCivilDate(from),
    to: toCivilDate(to),
    sumInsured: 1_000_000,
    premium: 300,
    ...(propertyManager === undefined ? {} : { paidBy: propertyManager }),
    services: ['年度安全检查', '应急演练指导'],
  };
}

import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import { isRetiredOn } from '../elevator/elevator';
import { coverGaps } from '../insurance/cover-gaps';
import { POLICY_FIELDS, type Policy } from '../insurance/policy';
import type { Dossier } from '../record/dossier';
import type { HistoryRow } from './elevator-history';
import {
  COVER_STATES,
  type ClaimRow,
  type CoverRow,
  type CoverState,
  type InsuranceQuestion,
  type PolicyGroup,
  type PolicyRecord,
} from './insurance-rows';

type FleetPart = Pick<HistoryRow, 'registrationNo' | 'elevator' | 'policies' | 'claims'>;

/** Cover that ends within so many days is told beforehand. */
const SOON_DAYS = 30;

/** The policies on record, those that end last first. */
export function policyGroups(fleet: Iterable<FleetPart>): PolicyGroup[] {
  const groups = new Map<string, PolicyGroup>();
  for (const { policies, claims } of fleet) {
    const known = new Set<string>();
    for (const policy of policies) {
      const key = groupKey(policy);
      const isNew = !known.has(key);
      known.add(key);
      const made = isNew ? claims.filter(({ policyNo }) => policyNo === policy.policyNo).length : 0;
      groups.set(key, withPolicy(groups.get(key), policy, { elevators: isNew ? 1 : 0, claims: made }));
    }
  }
  return [...groups.values()].sort((a, b) => compare(b.to, a.to) || compare(a.policyNo, b.policyNo));
}

export function groupKey({ insurer, policyNo }: Pick<Policy, 'insurer' | 'policyNo'>): string {
  return `${insurer}\n${policyNo}`;
}

function withPolicy(
  group: PolicyGroup | undefined,
  policy: Policy,
  { elevators, claims }: Pick<PolicyGroup, 'elevators' | 'claims'>,
): PolicyGroup {
  const { premium } = policy;
  const own = { premium: premium ?? 0, premiumMissing: premium === undefined ? 1 : 0 };
  if (group === undefined) {
    const { insurer, policyNo, from, to } = policy;
    return { insurer, policyNo, first: policy, differing: [], from, to, elevators, ...own, claims };
  }
  return {
    ...group,
    differing: POLICY_FIELDS.filter(
      (field) => group.differing.includes(field) || !sameValue(group.first[field], policy[field]),
    ),
    from: policy.from < group.from ? policy.from : group.from,
    to: policy.to > group.to ? policy.to : group.to,
    elevators: group.elevators + elevators,
    premium: group.premium + own.premium,
    premiumMissing: group.premiumMissing + own.premiumMissing,
    claims: group.claims + claims,
  };
}

function sameValue(a: Policy[keyof Policy], b: Policy[keyof Policy]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** How the elevators stand as of the day, those without the cover they had first; a retired one needs none. */
export function coverRows(fleet: Iterable<FleetPart>, question: InsuranceQuestion): CoverRow[] {
  return [...fleet]
    .filter(({ elevator }) => !isRetiredOn(elevator, question.asOf))
    .map((part) => coverRow(part, question))
    .sort(
      (a, b) => COVER_STATES.indexOf(a.state) - COVER_STATES.indexOf(b.state) || compare(a.until ?? '', b.until ?? ''),
    );
}

function coverRow({ registrationNo, elevator, policies }: FleetPart, question: InsuranceQuestion): CoverRow {
  const { asOf, period } = question;
  const begun = policies.filter(({ from }) => from <= asOf);
  const first = begun.reduce<CivilDate>((earliest, { from }) => (from < earliest ? from : earliest), asOf);
  const gaps = begun.length === 0 ? [] : coverGaps(policies, first > period.from ? first : period.from, period.to);
  const until = coveredUntil(policies, asOf) ?? lastDay(begun);
  return { registrationNo, elevator, state: stateOf(policies, gaps.length, question), until, gaps };
}

function stateOf(policies: readonly Policy[], gaps: number, { asOf }: InsuranceQuestion): CoverState {
  if (policies.every(({ from }) => from > asOf)) return 'none';
  const until = coveredUntil(policies, asOf);
  if (until === null) return 'ended';
  if (until < toCivilDate(toEpochDay(asOf) + SOON_DAYS)) return 'ends-soon';
  return gaps > 0 ? 'gap' : 'covered';
}

/** Last day of the unbroken cover that holds on `asOf`; null when none does. */
export function coveredUntil(policies: readonly Pick<Policy, 'from' | 'to'>[], asOf: CivilDate): CivilDate | null {
  let until: CivilDate | null = null;
  for (const { from, to } of [...policies].sort((a, b) => compare(a.from, b.from))) {
    const joins = until === null ? from <= asOf && to >= asOf : toEpochDay(from) <= toEpochDay(until) + 1;
    if (joins && (until === null || to > until)) until = to;
  }
  return until;
}

function lastDay(policies: readonly Policy[]): CivilDate | null {
  return policies.reduce<CivilDate | null>((last, { to }) => (last === null || to > last ? to : last), null);
}

/** Claims that stand, with their records; newest first. */
export function claimRows(rows: Iterable<Pick<Dossier, 'registrationNo' | 'elevator' | 'claims'>>): ClaimRow[] {
  const claims: ClaimRow[] = [];
  for (const { registrationNo, elevator, claims: records } of rows)
    for (const record of records)
      if (record.withdrawn !== true) claims.push({ registrationNo, elevator: elevator.value, record });
  return claims.sort((a, b) => compare(b.record.value.occurredOn, a.record.value.occurredOn));
}

/** The records of one policy that stand, by elevator. */
export function policyRecords(
  rows: Iterable<Pick<Dossier, 'elevator' | 'policies'>>,
  policy: Pick<Policy, 'insurer' | 'policyNo'>,
): PolicyRecord[] {
  const found: PolicyRecord[] = [];
  for (const { elevator, policies } of rows)
    for (const record of policies)
      if (record.withdrawn !== true && groupKey(record.value) === groupKey(policy))
        found.push({ elevator: elevator.value, record });
  return found;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

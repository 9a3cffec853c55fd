import type { ElevatorAudit, Verdict, Weight } from '../../../domain/audit/verdict';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { deedsOf } from './acts';
import { dayOf } from './days';
import type { History } from './history';
import { inService } from './in-service';
import { readRule, type RuleReading } from './read-rule';

/** An elevator under a pack, read slowly from the reference. */
export function readElevator(pack: RulePack, history: History): Omit<ElevatorAudit, 'registrationNo'> {
  const service = inService(history);
  const deeds = deedsOf(history);
  const asOf = dayOf(history.asOf);
  const read = pack.rules.map((rule) => readRule({ rule, pack, history, service, deeds, asOf }));
  const verdict = verdictOf(read, ['law', 'reading']);
  const rules = read.map((rule) => rule.audit);
  return { verdict, rules, weight: weightOf(read, verdict), verdictByLaw: verdictOf(read, ['law']) };
}

/** What a rule's findings of some weights make of the elevator. */
type Finding = 'non-compliant' | 'lapsed' | 'not-shown';

function findingsOf({
  audit: rule,
  overdue,
  lapsed,
}: RuleReading): { readonly finding: Finding; readonly weight: Weight }[] {
  const found: { finding: Finding; weight: Weight }[] = [];
  if (rule.status === 'not-applicable') return found;
  if (overdue !== null) found.push({ finding: 'non-compliant', weight: overdue });
  for (const { to, weight } of rule.gaps) if (to !== null) found.push({ finding: 'lapsed', weight });
  for (const { to, serviceDays, weight } of rule.failures ?? [])
    if (to === null && serviceDays > 0) found.push({ finding: 'non-compliant', weight });
  for (const weight of lapsed) found.push({ finding: 'lapsed', weight });
  if (rule.status === 'not-shown' && rule.weight !== null) found.push({ finding: 'not-shown', weight: rule.weight });
  return found;
}

function verdictOf(rules: readonly RuleReading[], weights: readonly Weight[]): Verdict {
  const applying = rules.filter(({ audit }) => audit.status !== 'not-applicable');
  if (applying.length === 0) return 'not-applicable';
  if (applying.every((rule) => hasNoData(rule, weights))) return 'no-data';
  const found = rules.flatMap(findingsOf).filter(({ weight }) => weights.includes(weight));
  const is = (finding: Finding): boolean => found.some((one) => one.finding === finding);
  if (is('non-compliant')) return 'non-compliant';
  if (is('lapsed')) return 'lapsed';
  return is('not-shown') ? 'not-shown' : 'compliant';
}

function weightOf(rules: readonly RuleReading[], verdict: Verdict): Weight | null {
  const carrying = rules.flatMap(findingsOf).filter(({ finding }) => finding === verdict);
  if (carrying.length === 0) return null;
  return carrying.some(({ weight }) => weight === 'law') ? 'law' : 'reading';
}

/** By weights that are not its own, a rule says nothing; what was late before its text ended is not forgotten. */
function hasNoData({ audit: { status, weight, gaps }, lapsed }: RuleReading, weights: readonly Weight[]): boolean {
  const found = [...gaps.filter(({ to }) => to !== null).map((gap) => gap.weight), ...lapsed];
  if (status === 'no-data') return !found.some((one) => weights.includes(one));
  return weight === null || !weights.includes(weight);
}

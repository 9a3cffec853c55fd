import type { Scope } from '../../domain/audit/verdict';
import { judgeHeadline, type Headline } from '../../domain/headline/judge-headline';
import { questionBy } from '../../domain/headline/question-by';
import type { RulePack } from '../../domain/pack/rule-pack';
import { dossiersOf, FILES_ENTRY, type FleetTables } from './fleet-dossiers';
import type { AuditDays } from './options';

/** Every elevator judged whole, in the register's order. */
export function judgeFleet(
  tables: FleetTables,
  pack: Pick<RulePack, 'rules' | 'requirements' | 'hazards'>,
  { asOf, period }: AuditDays,
  scope: Scope,
): Headline[] {
  const question = questionBy(pack, { hazardDays: {}, asOf, period, scope, entry: FILES_ENTRY });
  return Array.from(dossiersOf(tables), (dossier) => judgeHeadline(dossier, question));
}

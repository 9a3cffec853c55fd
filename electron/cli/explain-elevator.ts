import { auditWindow, withinLife } from '../../domain/audit/audit-elevator';
import { judgeRequirements } from '../../domain/audit/judge-requirements';
import type { ElevatorAudit, Scope } from '../../domain/audit/verdict';
import type { Elevator } from '../../domain/elevator/elevator';
import { explain } from '../../domain/explain/explain';
import { explainWordsOf } from '../../domain/explain/act-names';
import { explanationLines, type ExplanationLine } from '../../domain/explain/explanation-lines';
import type { Explanation } from '../../domain/explain/explanation';
import { requirementLines, type RequirementLines } from '../../domain/explain/requirement-lines';
import { citationOf } from '../../domain/pack/citation';
import type { Locale, Text } from '../../domain/pack/legal-basis';
import type { RulePack } from '../../domain/pack/rule-pack';
import type { ImportBody } from '../../domain/record/entry';
import type { EntryFigures } from '../../domain/headline/entry-figures';
import { historyOf } from '../../domain/headline/history';
import type { Headline } from '../../domain/headline/judge-headline';
import { isInScope } from '../../domain/headline/scope';
import { compileRules } from '../../domain/service-clock/compiled-rule';
import { termsOf } from '../../domain/terms/terms-of';
import { useJson } from './headline-json';
import { entryLines, scopeLine, useLines, verdictPhrase } from './headline-words';
import type { AuditDays } from './options';
import { recordsOfRun } from './records-of-run';
import { displayWidth } from './text-table';

export interface ExplainedElevator {
  readonly registrationNo: string;
  readonly verdict: ElevatorAudit['verdict'];
  readonly weight: ElevatorAudit['weight'];
  readonly verdictByLaw: ElevatorAudit['verdictByLaw'];
  readonly scope: Scope;
  readonly use: ReturnType<typeof useJson>;
  readonly entry: EntryFigures;
  /** Those that are judged in this scope. */
  readonly rules: readonly (Explanation & { readonly lines: readonly ExplanationLine[] })[];
  /** What the records say of demands that no interval answers; beside the verdict, without effect on it. */
  readonly requirements: readonly ({ readonly id: string; readonly title: Text } & RequirementLines)[];
}

export interface ExplainContext {
  readonly pack: RulePack;
  readonly days: AuditDays;
  readonly locale: Locale;
  /** Of clauses in the printed object. */
  readonly clauseLocale: Locale;
}

/** Every rule of one elevator with all that its verdict rests on; null when it is not in the register. */
export function explainElevator(
  body: ImportBody,
  headline: Headline | undefined,
  { pack, days, locale, clauseLocale }: ExplainContext,
): ExplainedElevator | null {
  if (headline === undefined) return null;
  const { audit, scope, use, entry } = headline;
  const dossier = dossierOf(body, audit.registrationNo);
  if (dossier === undefined) return null;
  const history = historyOf(dossier);
  const window = withinLife(auditWindow(days.asOf, days.period, scope), history);
  const compiled = compileRules(pack);
  const rules = pack.rules.flatMap((rule, index) => {
    const judged = audit.rules[index]!; // one audit a rule, in the pack's order
    const asCompiled = compiled[index]!;
    if (!isInScope(asCompiled, scope)) return [];
    const explanation = explain({ dossier, history, rule, compiled: asCompiled, audit: judged, window });
    const gaps = explanation.gaps.map((gap) => ({ ...gap, clause: citationOf(gap.legalBasis, clauseLocale) }));
    return [{ ...explanation, gaps, lines: explanationLines(explanation, pack, days.asOf, locale) }];
  });
  const requirements = judgeRequirements(dossier, pack, days.asOf, days.period).map((judged) => {
    const { id, title } = judged.requirement;
    return { id, title, ...requirementLines(judged, pack, locale) };
  });
  const { registrationNo, verdict, weight, verdictByLaw } = audit;
  const told = { scope, use: useJson(use, clauseLocale), entry };
  return { registrationNo, verdict, weight, verdictByLaw, ...told, rules, requirements };
}

/** The records of one elevator alone; a fold of the whole fleet would cost what nobody asked for. */
function dossierOf(body: ImportBody, registrationNo: string) {
  const mine = <T extends { readonly registrationNo: string }>(records: readonly T[]): T[] =>
    records.filter((record) => record.registrationNo === registrationNo);
  const own: ImportBody = {
    ...body,
    elevators: mine(body.elevators),
    elevatorChanges: [],
    visits: mine(body.visits),
    outages: mine(body.outages),
    inspections: mine(body.inspections),
    ...(body.callouts !== undefined && { callouts: mine(body.callouts) }),
    ...(body.deviceEvents !== undefined && { deviceEvents: mine(body.deviceEvents) }),
    hazards: (body.hazards ?? []).filter(({ hazard }) => hazard.registrationNo === registrationNo),
  };
  return [...recordsOfRun(own).state.dossiers.values()][0];
}

/** The explanation as text: a heading a rule or demand, a line a fact. */
export function explanationText(
  { registrationNo, rules, requirements }: ExplainedElevator,
  { audit, scope, use, entry }: Headline,
  elevator: Pick<Elevator, 'status' | 'endedOn'>,
  locale: Locale,
): string {
  const { labels } = explainWordsOf(locale);
  const blocks = [
    ...rules.map(({ title, status, lines }) => block(title[locale], termsOf(locale).ruleStatus[status], lines)),
    ...requirements.map(({ title, mark, basis, finding, remedy }) =>
      block(title[locale], mark, [
        { label: labels.basis, text: basis },
        { label: labels.finding, text: finding },
        ...(remedy === null ? [] : [{ label: labels.remedy, text: remedy }]),
      ]),
    ),
  ];
  const head = [scopeLine(scope, locale), ...useLines(use, scope, elevator, locale), ...entryLines(entry, locale)];
  const heading = `${registrationNo}  ${verdictPhrase(audit, locale)}\n${head.map((line) => `  ${line}\n`).join('')}`;
  return `${heading}\n${blocks.join('\n\n')}\n`;
}

function block(title: string, mark: string, lines: readonly Pick<ExplanationLine, 'label' | 'text'>[]): string {
  const width = Math.max(...lines.map(({ label }) => displayWidth(label)));
  const rows = lines.map(({ label, text }) => `    ${label}${' '.repeat(width - displayWidth(label) + 2)}${text}`);
  return `  ${title}  [${mark}]\n${rows.join('\n')}`;
}

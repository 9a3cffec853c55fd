import { auditWindow } from '../../domain/audit/audit-elevator';
import type { ElevatorAudit } from '../../domain/audit/verdict';
import { explain } from '../../domain/explain/explain';
import { explanationLines, type ExplanationLine } from '../../domain/explain/explanation-lines';
import type { Explanation } from '../../domain/explain/explanation';
import type { Locale, RulePack } from '../../domain/pack/rule-pack';
import type { ImportBody } from '../../domain/record/entry';
import { NO_HASH } from '../../domain/record/entry';
import { historyOf } from '../../domain/report/audit-evidence';
import { textsOf } from '../../domain/report/texts/texts-of';
import { compileRules } from '../../domain/service-clock/compiled-rule';
import { sealEntry } from '../journal/entry-line';
import { RecordState } from '../journal/record-state';
import type { AuditDays } from './options';
import { displayWidth } from './text-table';

export interface ExplainedElevator {
  readonly registrationNo: string;
  readonly verdict: ElevatorAudit['verdict'];
  readonly rules: readonly (Explanation & { readonly lines: readonly ExplanationLine[] })[];
}

export interface ExplainContext {
  readonly pack: RulePack;
  readonly days: AuditDays;
  readonly locale: Locale;
}

/** Every rule of one elevator with all that its verdict rests on; null when it is not in the register. */
export function explainElevator(
  body: ImportBody,
  audit: ElevatorAudit | undefined,
  { pack, days, locale }: ExplainContext,
): ExplainedElevator | null {
  if (audit === undefined) return null;
  const dossier = dossierOf(body, audit.registrationNo);
  if (dossier === undefined) return null;
  const history = historyOf(dossier);
  const window = auditWindow(days.asOf, days.period);
  const compiled = compileRules(pack);
  const rules = pack.rules.map((rule, index) => {
    const judged = audit.rules[index]!; // one audit a rule, in the pack's order
    const explanation = explain({ dossier, history, rule, compiled: compiled[index]!, audit: judged, window });
    return { ...explanation, lines: explanationLines(explanation, pack, days.asOf, locale) };
  });
  return { registrationNo: audit.registrationNo, verdict: audit.verdict, rules };
}

/** The records of one elevator as the one entry of a chain that this run alone makes. */
export function dossierOf(body: ImportBody, registrationNo: string) {
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
    hazards: (body.hazards ?? []).filter(({ hazard }) => hazard.registrationNo === registrationNo),
  };
  const state = new RecordState();
  state.apply(
    sealEntry(
      { type: 'records-imported', subject: '', author: '', body: own },
      { feed: NO_HASH, seq: 1, at: '', prev: NO_HASH },
    ),
  );
  return [...state.dossiers.values()][0];
}

/** The explanation as text: a heading a rule, a line a fact. */
export function explanationText({ registrationNo, verdict, rules }: ExplainedElevator, locale: Locale): string {
  const texts = textsOf(locale);
  const blocks = rules.map(({ title, status, lines }) => {
    const width = Math.max(...lines.map(({ label }) => displayWidth(label)));
    const rows = lines.map(({ label, text }) => `    ${label}${' '.repeat(width - displayWidth(label) + 2)}${text}`);
    return `  ${title[locale]}  [${texts.status[status]}]\n${rows.join('\n')}`;
  });
  return `${registrationNo}  ${texts.verdict[verdict]}\n\n${blocks.join('\n\n')}\n`;
}

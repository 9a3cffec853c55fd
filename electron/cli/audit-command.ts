import type { Sides } from '../../domain/audit/compare-audits';
import type { Measure } from '../../domain/audit/judge-by';
import type { Scope } from '../../domain/audit/verdict';
import type { Doubt } from '../../domain/doubts/doubt';
import type { Elevator } from '../../domain/elevator/elevator';
import { normalRegistrationNo } from '../../domain/elevator/registration-no';
import type { DoubtContext } from '../../domain/explain/doubt-sentences';
import type { Headline } from '../../domain/headline/judge-headline';
import type { Locale } from '../../domain/pack/legal-basis';
import type { ConfirmationCounts } from '../../domain/record/confirmation-of';
import type { LoadedPack } from '../packs/load-packs';
import { auditText } from './audit-text';
import { callOutsText } from './callouts-text';
import { comparedFleet, measuresOf, writeComparison } from './compare-fleets';
import { comparisonText } from './comparison-text';
import { confirmationsIn, confirmationTotals, summed } from './confirmation-totals';
import { doubtsText } from './doubts-text';
import { exitAfter } from './exit-after';
import { explainElevator, explanationText, type ExplainContext, type ExplainedElevator } from './explain-elevator';
import { headlineJson } from './headline-json';
import { EXIT, InputError, type CommandIo } from './io';
import { joinedText } from './joined-text';
import { judgeCallOuts, type JudgedCallOuts } from './judge-callouts';
import { asksForDoubts, checkJson, doubtJson, judgeDoubts, DOUBT_OPTIONS, type JudgedDoubts } from './judge-doubts';
import { judgeFleet } from './judge-fleet';
import { loadPack } from './load-pack';
import { loadRecords, tellProblems, TABLE_OPTIONS, type LoadedRecords, type Problem } from './load-records';
import {
  choiceOption,
  daysOption,
  listOption,
  localeOption,
  scopeOption,
  textOption,
  type AuditDays,
  type Values,
} from './options';
import { tellRecordsFrom } from './records-from';
import { countedOf, totalsOf } from './totals';
import { wordsOf } from './words';

export const AUDIT_OPTIONS = {
  ...TABLE_OPTIONS,
  ...DOUBT_OPTIONS,
  'as-of': { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  scope: { type: 'string' },
  pack: { type: 'string' },
  'packs-dir': { type: 'string' },
  explain: { type: 'string' },
  against: { type: 'string' },
  format: { type: 'string' },
  locale: { type: 'string' },
} as const;

/**
 * Judges every elevator of the register. 1 = some elevator that is not retired is non-compliant or must not be used;
 * 2 = rows could not be read.
 */
export async function auditCommand(values: Values, io: CommandIo): Promise<number> {
  const locale = localeOption(values, io);
  const days = daysOption(values, locale);
  const scope = scopeOption(values, locale);
  const format = choiceOption(values, 'format', ['text', 'json'], 'text', locale);
  const asks = asksForDoubts(values, locale);
  const loaded = await loadPack(io, textOption(values, 'pack'), locale, textOption(values, 'packs-dir'));
  const { pack } = loaded;
  const against = textOption(values, 'against');
  const measures = against === undefined ? null : measuresOf(loaded, days, scope, against, locale);
  const latest = measures !== null && measures.right.asOf > days.asOf ? measures.right.asOf : days.asOf;
  const records = await loadRecords(values, { pack: loaded.names, asOf: latest, locale }, io);
  const fleet = judgeFleet(records.body, pack, days, scope);
  await tellProblems(records, locale, io);
  await tellRecordsFrom(records.body, days.asOf, locale, io);
  // In the printed object clauses are Chinese unless a language was asked for.
  const clauseLocale = textOption(values, 'locale') === undefined ? 'zh-CN' : locale;
  const asked = textOption(values, 'explain');
  const explained = explainedOf(asked, records.body, fleet, { pack, days, locale, clauseLocale });
  const hasTable = listOption(values, 'callouts').length > 0;
  const callOuts = hasTable ? judgeCallOuts(records.body, pack, days.asOf) : null;
  const doubts = asks ? await judgeDoubts(values, records.body, { pack, asOf: days.asOf, locale }, io) : null;
  const problems = [...records.problems, ...(doubts?.problems ?? [])];
  const told = { explained, callOuts, measures, problems, doubts };
  const confirmations = confirmationsIn(records.body, days.period);
  const judged = { days, scope, loaded, fleet, confirmations, ...told, body: records.body, locale, clauseLocale };
  if (format === 'json') await writeJson(judged, io);
  else await writeText(judged, io);
  return exitAfter(problems, fleet.some(isNotInOrder) ? EXIT.notInOrder : EXIT.done, { values, locale }, io);
}

function isNotInOrder({ audit: { verdict }, use: { state } }: Headline): boolean {
  return state !== 'retired' && (verdict === 'non-compliant' || state === 'must-not-run');
}

/** What `--explain` asks for; null when it does not ask. */
function explainedOf(
  registrationNo: string | undefined,
  body: LoadedRecords['body'],
  fleet: readonly Headline[],
  context: ExplainContext,
): ExplainedElevator | null {
  if (registrationNo === undefined) return null;
  const asked = normalRegistrationNo(registrationNo);
  const explained = explainElevator(body, headlineIn(fleet, asked), context);
  if (explained === null) throw new InputError(wordsOf(context.locale).unknownElevator(registrationNo));
  return explained;
}

function headlineIn(fleet: readonly Headline[], registrationNo: string): Headline | undefined {
  return fleet.find(({ audit }) => audit.registrationNo === registrationNo);
}

interface Judged {
  /** Null when `--doubts` was not given. */
  readonly doubts: JudgedDoubts | null;
  /** Null when no table of call-outs was given. */
  readonly callOuts: JudgedCallOuts | null;
  readonly body: LoadedRecords['body'];
  readonly locale: Locale;
  readonly clauseLocale: Locale;
  /** What `--against` asks for; null when it does not ask. */
  readonly measures: Sides<Measure> | null;
  readonly days: AuditDays;
  readonly scope: Scope;
  readonly loaded: LoadedPack;
  /** In the register's order. */
  readonly fleet: readonly Headline[];
  /** Likewise. */
  readonly confirmations: readonly ConfirmationCounts[];
  readonly problems: readonly Problem[];
  readonly explained: ExplainedElevator | null;
}

const ELEVATORS_A_WRITE = 200;

/** The object of `formats.md` section 3, its members in the order given there, written piece by piece. */
async function writeJson(judged: Judged, io: CommandIo): Promise<void> {
  const { days, scope, loaded, fleet, confirmations, problems, explained, callOuts, measures, body } = judged;
  const { locale, clauseLocale } = judged;
  const { asOf, period } = days;
  const { id, version } = loaded.pack;
  const head = JSON.stringify({ asOf, period, pack: { id, version }, scope });
  await io.out(`${head.slice(0, -1)},"elevators":[`);
  for (let from = 0; from < fleet.length; from += ELEVATORS_A_WRITE) {
    const part = fleet.slice(from, from + ELEVATORS_A_WRITE).map((headline, index) =>
      JSON.stringify(
        headlineJson(headline, confirmationTotals(confirmations[from + index]!), loaded.pack, clauseLocale), // one an elevator
      ),
    );
    await io.out(`${from === 0 ? '' : ','}\n${part.join(',\n')}`);
  }
  const tail = {
    totals: totalsOf(fleet.map(countedOf)),
    problems,
    confirmation: confirmationTotals(summed(confirmations)),
    ...(callOuts !== null && { callouts: callOuts }),
    ...(explained !== null && { explanation: explained }),
  };
  await io.out(`],\n${JSON.stringify(tail).slice(1, -1)}`);
  if (measures !== null) {
    await io.out(',\n"comparison":');
    await writeComparison(comparedFleet(body, measures, locale), measures, io);
  }
  if (judged.doubts !== null) await writeDoubts(judged.doubts, doubtContext(judged, clauseLocale), io);
  await io.out('}\n');
}

/** `doubts` piece by piece, and what each check could look at. */
async function writeDoubts(
  { doubts, checks, joined }: JudgedDoubts,
  context: DoubtContext,
  io: CommandIo,
): Promise<void> {
  await io.out(',\n"doubts":[');
  for (let from = 0; from < doubts.length; from += ELEVATORS_A_WRITE) {
    const part = doubts.slice(from, from + ELEVATORS_A_WRITE).map((doubt) => JSON.stringify(doubtJson(doubt, context)));
    await io.out(`${from === 0 ? '' : ','}\n${part.join(',\n')}`);
  }
  await io.out(`],\n"doubtChecks":${JSON.stringify(checks.map(checkJson))},\n"joinedSigns":${JSON.stringify(joined)}`);
}

/** One elevator explained, a comparison, both of them for that elevator, or else the table of the fleet. */
async function writeText(judged: Judged, io: CommandIo): Promise<void> {
  const { days, scope, loaded, fleet, explained, callOuts, measures, body, locale } = judged;
  if (explained !== null) {
    const [elevator] = onlyOf(explained.registrationNo, body).elevators;
    await io.out(explanationText(explained, headlineIn(fleet, explained.registrationNo)!, elevator!, locale));
  }
  if (measures !== null) {
    const compared = explained === null ? body : onlyOf(explained.registrationNo, body);
    const text = comparisonText(compared, comparedFleet(compared, measures, locale), measures, locale);
    await io.out(explained === null ? text : `\n${text}`);
  } else if (explained === null)
    await io.out(auditText(body, fleet, summed(judged.confirmations), { pack: loaded.pack, days, scope, locale }));
  if (callOuts !== null) {
    const told =
      explained === null ? callOuts : judgeCallOuts(onlyOf(explained.registrationNo, body), loaded.pack, days.asOf);
    await io.out(callOutsText(told, loaded.pack, locale));
  }
  if (judged.doubts !== null) {
    const { doubts, checks, joined } = judged.doubts;
    const told = explained === null ? doubts : doubts.filter((doubt) => concerns(doubt, explained.registrationNo));
    await io.out(doubtsText({ doubts: told, checks }, doubtContext(judged, locale)));
    if (explained === null) await io.out(joinedText(joined, locale));
  }
}

function concerns({ visits }: Doubt, registrationNo: string): boolean {
  return visits.some((visit) => visit.registrationNo === registrationNo);
}

function doubtContext({ body, loaded: { pack } }: Judged, locale: Locale): DoubtContext {
  const elevators = new Map<string, Elevator>(body.elevators.map((one) => [one.registrationNo, one]));
  return { elevatorOf: (no) => elevators.get(no), names: pack, locale };
}

function onlyOf(registrationNo: string, body: LoadedRecords['body']): LoadedRecords['body'] {
  return { ...body, elevators: body.elevators.filter((elevator) => elevator.registrationNo === registrationNo) };
}

import type { ElevatorAudit } from '../../domain/audit/verdict';
import type { LoadedPack } from '../packs/load-packs';
import { auditText } from './audit-text';
import { explainElevator, explanationText, type ExplainContext, type ExplainedElevator } from './explain-elevator';
import { EXIT, InputError, type CommandIo } from './io';
import { judgeFleet } from './judge-fleet';
import { loadPack } from './load-pack';
import { loadRecords, tellProblems, TABLE_OPTIONS, type LoadedRecords, type Problem } from './load-records';
import { choiceOption, daysOption, localeOption, textOption, type AuditDays, type Values } from './options';
import { totalsOf } from './totals';
import { wordsOf } from './words';

export const AUDIT_OPTIONS = {
  ...TABLE_OPTIONS,
  'as-of': { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  pack: { type: 'string' },
  'packs-dir': { type: 'string' },
  explain: { type: 'string' },
  format: { type: 'string' },
  locale: { type: 'string' },
} as const;

/** Judges every elevator of the register. 1 = some elevator is non-compliant; 2 = rows could not be read. */
export async function auditCommand(values: Values, io: CommandIo): Promise<number> {
  const locale = localeOption(values, io);
  const days = daysOption(values, locale);
  const format = choiceOption(values, 'format', ['text', 'json'], 'text', locale);
  const loaded = await loadPack(io, textOption(values, 'pack'), locale, textOption(values, 'packs-dir'));
  const { pack } = loaded;
  const records = await loadRecords(values, { pack: loaded.names, asOf: days.asOf, locale }, io);
  const audits = judgeFleet(records.body, pack, days);
  const { problems } = records;
  await tellProblems(records, locale, io);
  const explained = explainedOf(textOption(values, 'explain'), records.body, audits, { pack, days, locale });
  if (format === 'json') await writeJson({ days, loaded, audits, problems, explained }, io);
  else if (explained !== null) await io.out(explanationText(explained, locale));
  else await io.out(auditText(records.body, audits, { pack, days, locale }));
  const skipBadRows = values['skip-bad-rows'] === true;
  if (problems.length > 0) {
    const words = wordsOf(locale);
    await io.err(`${skipBadRows ? words.skipped(problems.length) : words.problems(problems.length)}\n`);
  }
  if (problems.length > 0 && !skipBadRows) return EXIT.badInput;
  return audits.some(({ verdict }) => verdict === 'non-compliant') ? EXIT.notInOrder : EXIT.done;
}

/** What `--explain` asks for; null when it does not ask. */
function explainedOf(
  registrationNo: string | undefined,
  body: LoadedRecords['body'],
  audits: readonly ElevatorAudit[],
  context: ExplainContext,
): ExplainedElevator | null {
  if (registrationNo === undefined) return null;
  const audit = audits.find((judged) => judged.registrationNo === registrationNo);
  const explained = explainElevator(body, audit, context);
  if (explained === null) throw new InputError(wordsOf(context.locale).unknownElevator(registrationNo));
  return explained;
}

interface Judged {
  readonly days: AuditDays;
  readonly loaded: LoadedPack;
  readonly audits: readonly ElevatorAudit[];
  readonly problems: readonly Problem[];
  readonly explained: ExplainedElevator | null;
}

const ELEVATORS_A_WRITE = 200;

/** The object of `formats.md` section 3, its members in the order given there, written piece by piece. */
async function writeJson({ days, loaded, audits, problems, explained }: Judged, io: CommandIo): Promise<void> {
  const { asOf, period } = days;
  const { id, version } = loaded.pack;
  const head = JSON.stringify({ asOf, period, pack: { id, version } });
  await io.out(`${head.slice(0, -1)},"elevators":[`);
  for (let from = 0; from < audits.length; from += ELEVATORS_A_WRITE) {
    const part = audits.slice(from, from + ELEVATORS_A_WRITE).map((audit) => JSON.stringify(audit));
    await io.out(`${from === 0 ? '' : ','}\n${part.join(',\n')}`);
  }
  const tail = { totals: totalsOf(audits), problems, ...(explained !== null && { explanation: explained }) };
  await io.out(`],\n${JSON.stringify(tail).slice(1)}\n`);
}

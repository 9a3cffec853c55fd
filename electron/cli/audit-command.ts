import type { ElevatorAudit } from '../../domain/audit/verdict';
import type { LoadedPack } from '../packs/load-packs';
import { auditText } from './audit-text';
import { EXIT, type CommandIo } from './io';
import { judgeFleet } from './judge-fleet';
import { loadPack } from './load-pack';
import { loadRecords, tellProblems, TABLE_OPTIONS, type Problem } from './load-records';
import { choiceOption, daysOption, localeOption, textOption, type AuditDays, type Values } from './options';
import { totalsOf } from './totals';
import { wordsOf } from './words';

export const AUDIT_OPTIONS = {
  ...TABLE_OPTIONS,
  'as-of': { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  pack: { type: 'string' },
  format: { type: 'string' },
  locale: { type: 'string' },
} as const;

/** Judges every elevator of the register. 1 = some elevator is non-compliant; 2 = rows could not be read. */
export async function auditCommand(values: Values, io: CommandIo): Promise<number> {
  const locale = localeOption(values, io);
  const days = daysOption(values, locale);
  const format = choiceOption(values, 'format', ['text', 'json'], 'text', locale);
  const loaded = await loadPack(io, textOption(values, 'pack'), locale);
  const { pack } = loaded;
  const records = await loadRecords(values, { pack, asOf: days.asOf, locale }, io);
  const audits = judgeFleet(records.body, pack, days);
  const { problems } = records;
  await tellProblems(records, locale, io);
  if (format === 'json') await writeJson({ days, loaded, audits, problems }, io);
  else await io.out(auditText(records.body, audits, { pack, days, locale }));
  const skipBadRows = values['skip-bad-rows'] === true;
  if (problems.length > 0) {
    const words = wordsOf(locale);
    await io.err(`${skipBadRows ? words.skipped(problems.length) : words.problems(problems.length)}\n`);
  }
  if (problems.length > 0 && !skipBadRows) return EXIT.badInput;
  return audits.some(({ verdict }) => verdict === 'non-compliant') ? EXIT.notInOrder : EXIT.done;
}

interface Judged {
  readonly days: AuditDays;
  readonly loaded: LoadedPack;
  readonly audits: readonly ElevatorAudit[];
  readonly problems: readonly Problem[];
}

const ELEVATORS_A_WRITE = 200;

/** The object of `formats.md` section 3, its members in the order given there, written piece by piece. */
async function writeJson({ days, loaded, audits, problems }: Judged, io: CommandIo): Promise<void> {
  const { asOf, period } = days;
  const { id, version } = loaded.pack;
  const head = JSON.stringify({ asOf, period, pack: { id, version } });
  await io.out(`${head.slice(0, -1)},"elevators":[`);
  for (let from = 0; from < audits.length; from += ELEVATORS_A_WRITE) {
    const part = audits.slice(from, from + ELEVATORS_A_WRITE).map((audit) => JSON.stringify(audit));
    await io.out(`${from === 0 ? '' : ','}\n${part.join(',\n')}`);
  }
  await io.out(`],\n"totals":${JSON.stringify(totalsOf(audits))},"problems":${JSON.stringify(problems)}}\n`);
}

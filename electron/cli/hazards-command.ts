import { callOutsText } from './callouts-text';
import { exitAfter } from './exit-after';
import { hazardJson } from './hazards-json';
import { hazardsText } from './hazards-text';
import { EXIT, InputError, UsageError, type CommandIo } from './io';
import { judgeCallOuts } from './judge-callouts';
import { judgeLedger, ledgerTotals } from './judge-ledger';
import { loadPack } from './load-pack';
import { loadRecords, tellProblems, TABLE_OPTIONS } from './load-records';
import { choiceOption, dateOption, listOption, localeOption, textOption, type Values } from './options';
import { wordsOf } from './words';

export const HAZARDS_OPTIONS = {
  register: TABLE_OPTIONS.register,
  hazards: TABLE_OPTIONS.hazards,
  'hazard-steps': TABLE_OPTIONS['hazard-steps'],
  callouts: TABLE_OPTIONS.callouts,
  'skip-bad-rows': TABLE_OPTIONS['skip-bad-rows'],
  encoding: TABLE_OPTIONS.encoding,
  mapping: TABLE_OPTIONS.mapping,
  refused: TABLE_OPTIONS.refused,
  'as-of': { type: 'string' },
  pack: { type: 'string' },
  'packs-dir': { type: 'string' },
  format: { type: 'string' },
  locale: { type: 'string' },
} as const;

/**
 * Judges every hazard of the ledger. 1 = some elevator must be taken out of use now, or a deadline that a clause or the
 * notice set was not kept; days that nobody could confirm decide nothing. 2 = rows could not be read.
 */
export async function hazardsCommand(values: Values, io: CommandIo): Promise<number> {
  const locale = localeOption(values, io);
  const words = wordsOf(locale);
  const asOf = dateOption(values, 'as-of', locale);
  if (asOf === undefined) throw new UsageError(words.missing('--as-of'));
  const format = choiceOption(values, 'format', ['text', 'json'], 'text', locale);
  const { pack, names } = await loadPack(io, textOption(values, 'pack'), locale, textOption(values, 'packs-dir'));
  const criteria = pack.hazards;
  if (criteria === undefined) throw new InputError(words.noHazardCriteria(pack.id));
  const needs = ['register', 'hazards'];
  const records = await loadRecords(values, { pack: names, asOf, locale, needs }, io);
  const { body, problems } = records;
  await tellProblems(records, locale, io);
  const ledger = judgeLedger(body, criteria, asOf);
  const totals = ledgerTotals(ledger);
  const callOuts = listOption(values, 'callouts').length > 0 ? judgeCallOuts(body, pack, asOf) : null;
  if (format === 'json') {
    const { id, version } = pack;
    const hazards = ledger.map((one) => hazardJson(one, criteria.matrix));
    const whole = { asOf, pack: { id, version }, hazards, totals, problems, ...(callOuts && { callouts: callOuts }) };
    await io.out(`${JSON.stringify(whole)}\n`);
  } else {
    await io.out(hazardsText(ledger, totals, { asOf, pack: { ...pack, hazards: criteria }, locale }));
    if (callOuts !== null) await io.out(callOutsText(callOuts, pack, locale));
  }
  return exitAfter(problems, totals.breached > 0 ? EXIT.notInOrder : EXIT.done, { values, locale }, io);
}

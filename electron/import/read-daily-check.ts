import {
  CHECK_MODULES,
  CHECK_RESULTS,
  type CheckModule,
  type CheckResult,
  type DailyCheck,
} from '../../domain/daily-check/daily-check';
import { refused, taken, type Parsed } from '../../domain/reading/parsed';
import { parseList } from '../../domain/reading/people';
import { isPlaceholder, plain } from '../../domain/reading/text';
import { parseMinute, parseTime } from '../../domain/reading/times';
import { MAX_NAME, MAX_NOTE } from '../../domain/record/schemas';
import { withoutUndefined } from '../../domain/record/without-undefined';
import { termsOf } from '../../domain/terms/terms-of';
import { readEnteredAt } from './read-entered-at';
import type { RowContext } from './row-context';
import type { RowReader } from './row-reader';
import { pastDate, registrationNoOf } from './rows';

const ZH = termsOf('zh-CN');
const EN = termsOf('en');

/** What cards and platforms write, beside our own words. */
const RESULT_NAMES: Readonly<Record<string, CheckResult>> = {
  ...Object.fromEntries(
    CHECK_RESULTS.flatMap((one) => [one, ZH.checkResult[one], EN.checkResult[one]].map((name) => [name, one])),
  ),
  正常: 'nothing-found',
  无异常: 'nothing-found',
  未发现隐患: 'nothing-found',
  未发现问题: 'nothing-found',
  零风险: 'nothing-found',
  异常: 'found',
  有异常: 'found',
  发现隐患: 'found',
  发现问题: 'found',
  有问题: 'found',
  未检: 'not-done',
};

const MODULE_NAMES: Readonly<Record<string, CheckModule>> = Object.fromEntries(
  CHECK_MODULES.flatMap((one) => [one, ZH.checkModule[one], EN.checkModule[one]].map((name) => [name, one])),
);

/**
 * A row is one day of one elevator. Its day and its result are never put right from a table: what was not checked does
 * not become checked. When it was written down is read as with visits, so that a past day counts as entered late.
 */
export function readDailyCheck(row: RowReader, context: RowContext): DailyCheck | null {
  const registrationNo = registrationNoOf(row);
  const date = pastDate(row, 'date', context.today);
  const result = row.requiredParsed('result', parseResult);
  const by = row.requiredText('by', MAX_NAME);
  const at = row.soft('at', (text) => parseAt(text, row));
  const modules = row.soft('modules', parseModules);
  const said = {
    found: saysNothing(row, result) ? undefined : row.text('found', MAX_NOTE),
    measure: row.text('measure', MAX_NOTE),
    toldTo: row.text('told_to', MAX_NAME),
    reason: result !== 'not-done' && isPlaceholder(row.raw('reason')) ? undefined : row.text('reason', MAX_NOTE),
  };
  const enteredAt = readEnteredAt(row, context, date);
  if (result !== undefined) refuseContradictions(row, result, { modules, ...said });
  const isWhole = registrationNo !== undefined && date !== undefined && result !== undefined && by !== undefined;
  if (row.refusals.length > 0 || !isWhole) return null;
  return withoutUndefined({ registrationNo, date, result, by, at, modules, ...said, enteredAt });
}

/** A form that asks for findings on every line is told 未发现问题 there, which is none. */
function saysNothing(row: RowReader, result: CheckResult | undefined): boolean {
  const word = plain(row.raw('found')).toLowerCase();
  return result === 'nothing-found' && Object.hasOwn(RESULT_NAMES, word) && RESULT_NAMES[word] === result;
}

const FIELD_OF = { modules: 'modules', found: 'found', measure: 'measure', toldTo: 'told_to' } as const;

/** A finding says what it is, a day without a check says why, and neither stands beside another result. */
function refuseContradictions(
  row: RowReader,
  result: CheckResult,
  said: Readonly<Partial<Record<keyof typeof FIELD_OF | 'reason', unknown>>>,
): void {
  if (result === 'found' && said.found === undefined) row.refuse('found', 'missing-value');
  if (result === 'not-done' && said.reason === undefined) row.refuse('reason', 'missing-value');
  const params = { known: ZH.checkResult[result], knownEn: EN.checkResult[result] };
  if (result !== 'found')
    for (const name of Object.keys(FIELD_OF) as (keyof typeof FIELD_OF)[])
      if (said[name] !== undefined) row.refuse(FIELD_OF[name], 'against-result', params);
  if (result !== 'not-done' && said.reason !== undefined) row.refuse('reason', 'against-result', params);
}

function parseResult(text: string): Parsed<CheckResult> {
  const word = plain(text).toLowerCase();
  if (Object.hasOwn(RESULT_NAMES, word)) return taken(RESULT_NAMES[word]!);
  const known = CHECK_RESULTS.map((one) => ZH.checkResult[one]).join('、');
  return refused('not-one-of', { known, knownEn: CHECK_RESULTS.join(', ') });
}

function parseModules(text: string): Parsed<CheckModule[]> {
  const words = parseList(text).map((word) => plain(word).toLowerCase());
  const known = new Set(words.flatMap((word) => (Object.hasOwn(MODULE_NAMES, word) ? [MODULE_NAMES[word]!] : [])));
  if (words.length > 0 && words.every((word) => Object.hasOwn(MODULE_NAMES, word))) return taken([...known]);
  const names = CHECK_MODULES.map((one) => ZH.checkModule[one]).join('、');
  return refused('not-one-of', { known: names, knownEn: CHECK_MODULES.join(', ') });
}

/** A time, or a day with its time. */
function parseAt(text: string, row: RowReader): Parsed<string> {
  const time = parseTime(text);
  if (time.ok) return time;
  const minute = parseMinute(text, row.daysOf('at'));
  return minute.ok ? taken(minute.value.slice(11)) : time;
}

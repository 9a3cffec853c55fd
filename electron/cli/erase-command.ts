import { join } from 'node:path';
import { ERASURE_REASONS, type ErasureReason } from '../../domain/record/erasure';
import type { Locale } from '../../domain/pack/legal-basis';
import { detailsErasedOf, withoutDetails } from '../../domain/plan/personal-plan';
import { civilDayIn } from '../host/local-time';
import { openPlan } from '../host/plan-store';
import { openSettings } from '../host/settings-store';
import { formsErasing } from '../journal/find-details';
import { EXIT, InputError, UsageError, type CommandIo } from './io';
import { eraseWordsOf } from './erase-words';
import { journalOf, ZONE } from './journal-of';
import { requiredOption, textOption, type Values } from './options';
import { readInput } from './read-input';

/**
 * Erases personal details from the journal of a profile that nobody has open, as Settings does. The details stand in a file or on
 * standard input, one a line and whole, never among the arguments, which other programs can read. `--dry-run` counts and changes
 * nothing, also while the program runs. Exits with 1 where details stay: those of entries of the first version, or where the file could
 * not be written anew.
 */
export async function eraseDetails(values: Values, locale: Locale, io: CommandIo): Promise<number> {
  const said = eraseWordsOf(locale);
  const profile = requiredOption(values, 'profile', locale);
  const reason = reasonIn(requiredOption(values, 'reason', locale), said.reasons);
  const texts = linesIn((await readInput(requiredOption(values, 'details', locale), locale)).toString('utf8'));
  if (texts.length === 0) throw new InputError(said.noDetails);
  const isDry = values['dry-run'] === true;
  const on = civilDayIn(ZONE, io.now());
  const journal = await journalOf(profile, { readOnly: isDry && 'asked', io, said });
  try {
    const { lists, details, fixed } = await formsErasing(journal.entries, texts, { on, reason });
    const entries = lists.flat().length;
    const plan = await openPlan(join(profile, 'plan.json'), () => !isDry);
    const planned = detailsErasedOf(plan.read(), texts);
    const rest = [
      ...(fixed === 0 ? [] : [said.fixed(fixed)]),
      ...(planned === 0 ? [] : [said.planned(planned, isDry)]),
    ];
    const isNone = details + planned === 0;
    if (isDry || isNone) {
      await io.out(`${[said.would(details, entries, on), ...rest].join('\n')}\n`);
      return isNone || fixed > 0 ? EXIT.notInOrder : EXIT.done;
    }
    if (journal.readOnly) throw new InputError(said.readOnly);
    const { author } = (await openSettings(join(profile, 'settings.json'))).read();
    const by = textOption(values, 'author') ?? author;
    const done = details === 0 ? null : await journal.erase(by, reason, lists);
    if (planned > 0) await plan.write(withoutDetails(plan.read(), texts));
    const isFinished = done?.isFinished ?? true;
    const begins = done === null ? [] : [said.erased(details, entries, done.entry.seq)];
    const ends = isFinished ? [] : [said.unfinished];
    await io.out(`${[...begins, ...rest, ...ends, said.elsewhere].join('\n')}\n`);
    return fixed > 0 || !isFinished ? EXIT.notInOrder : EXIT.done;
  } finally {
    await journal.close();
  }
}

function reasonIn(text: string, known: string): ErasureReason {
  const reason = ERASURE_REASONS.find((one) => one === text);
  if (reason === undefined) throw new UsageError(known);
  return reason;
}

function linesIn(text: string): string[] {
  return [...new Set(text.split(/\r?\n/).filter((line) => line !== ''))];
}

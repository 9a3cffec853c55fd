import type { Locale } from '../../domain/pack/legal-basis';
import { EXIT, type CommandIo } from './io';
import type { Problem } from './load-records';
import type { Values } from './options';
import { wordsOf } from './words';

/** Says last how much of the tables could not be read. What was found is the code only where those rows may be passed over. */
export async function exitAfter(
  problems: readonly Problem[],
  found: number,
  { values, locale }: { readonly values: Values; readonly locale: Locale },
  io: CommandIo,
): Promise<number> {
  if (problems.length === 0) return found;
  const words = wordsOf(locale);
  const passesOver = values['skip-bad-rows'] === true;
  await io.err(`${passesOver ? words.skipped(problems.length) : words.problems(problems.length)}\n`);
  return passesOver ? found : EXIT.badInput;
}

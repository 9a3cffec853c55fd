import type { Locale } from '../../domain/pack/legal-basis';
import { InputError } from './io';
import { readInput } from './read-input';
import { wordsOf } from './words';

/** The passphrase in a file, without the line break that editors put at its end. Secrets never stand in arguments. */
export async function readPassphrase(path: string, locale: Locale): Promise<string> {
  const text = (await readInput(path, locale)).toString('utf8').replace(/\r?\n$/, '');
  if (text === '') throw new InputError(wordsOf(locale).emptyPassphrase(path));
  return text;
}

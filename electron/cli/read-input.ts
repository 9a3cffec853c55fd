import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { Locale } from '../../domain/pack/legal-basis';
import { InputError } from './io';
import { wordsOf } from './words';

/** The bytes of a file that the command line names; `-` = standard input. */
export async function readInput(path: string, locale: Locale): Promise<Buffer> {
  try {
    return path === '-' ? await buffer(process.stdin) : await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new InputError(wordsOf(locale).noFile(path, code), { cause: error });
  }
}

import type { RefusedPack } from '../../domain/pack/pack-fault';
import type { Locale } from '../../domain/pack/legal-basis';
import { wordsOf } from './words';

/** One line a fault, as compilers write them: `file:line:column: reason [pointer]`. */
export function faultLines({ file, faults, more }: Omit<RefusedPack, 'origin'>, locale: Locale): string[] {
  const lines = faults.map(({ line, column, pointer, sentence }) => {
    const at = pointer === '' ? '' : ` [${pointer}]`;
    return `${file}:${line}:${column}: ${sentence[locale]}${at}`;
  });
  return more === 0 ? lines : [...lines, `${file}: ${wordsOf(locale).moreFaults(more)}`];
}

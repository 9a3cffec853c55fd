import type { Locale } from '../../domain/pack/legal-basis';
import type { Sheet } from './sheet';

/** The head of the sheet of a template that explains its columns; it is no table. */
export const EXPLAINED: Readonly<
  Record<Locale, readonly [column: string, required: string, meaning: string, words: string]>
> = {
  'zh-CN': ['列名', '必填', '含义', '可填的词'],
  en: ['column', 'required', 'meaning', 'words'],
};

export function explainsColumns({ rows }: Sheet): boolean {
  const first = rows.at(0);
  return Object.values(EXPLAINED).some((head) => head.every((cell, at) => first?.cells[at] === cell));
}

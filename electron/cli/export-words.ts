import { plural } from '../../domain/terms/plural';
import type { Locale } from '../../domain/pack/legal-basis';

export interface ExportWords {
  readonly written: (path: string, rows: number) => string;
}

const WORDS: Readonly<Record<Locale, ExportWords>> = {
  'zh-CN': { written: (path, rows) => `${path}：${rows} 行` },
  en: { written: (path, rows) => `${path}: ${plural(rows, 'row')}` },
};

export function exportWordsOf(locale: Locale): ExportWords {
  return WORDS[locale];
}

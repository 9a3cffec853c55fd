import type { Locale } from '../../domain/pack/legal-basis';
import { parseYuan as readYuan } from '../../domain/reading/numbers';
import { count } from './dates';

/** Yuan as people write them: `150 000` in Chinese, `150,000` in English; fen only where there are some. */
export function yuan(value: number, locale: Locale): string {
  const [whole = '0', fen] = value.toFixed(2).split('.');
  const text = count(Number(whole), locale);
  return fen === undefined || fen === '00' ? text : `${text}.${fen}`;
}

/** An amount typed as people write it (`150,000`, `150 000`, `15万`) in yuan; null for anything else. */
export function parseYuan(typed: string): number | null {
  const amount = readYuan(typed);
  return amount.ok ? amount.value : null;
}

import type { Locale } from '../../domain/pack/rule-pack';
import { count } from './dates';

/** Yuan as people write them: `150 000` in Chinese, `150,000` in English; fen only where there are some. */
export function yuan(value: number, locale: Locale): string {
  const [whole = '0', fen] = value.toFixed(2).split('.');
  const text = count(Number(whole), locale);
  return fen === undefined || fen === '00' ? text : `${text}.${fen}`;
}

const AMOUNT = /^\d{1,10}([.]\d{1,2})?$/;

/** An amount typed as people write it (`150,000`, `150 000`, `15万`) in yuan; null for anything else. */
export function parseYuan(typed: string): number | null {
  const text = typed.normalize('NFKC').replaceAll(/[\s,元¥]/g, '');
  const tenThousands = text.endsWith('万');
  const figure = tenThousands ? text.slice(0, -1) : text;
  if (!(tenThousands ? /^\d{1,6}([.]\d{1,6})?$/ : AMOUNT).test(figure)) return null;
  return tenThousands ? Math.round(Number(figure) * 1_000_000) / 100 : Number(figure);
}

import type { Locale } from '../pack/legal-basis';
import { en } from './en';
import type { Terms } from './terms';
import { zhCn } from './zh-cn';

export function termsOf(locale: Locale): Terms {
  return locale === 'en' ? en : zhCn;
}

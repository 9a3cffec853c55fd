import type { Locale } from '../../pack/legal-basis';
import { en } from './en';
import type { ReportTexts } from './report-texts';
import { zhCn } from './zh-cn';

export function textsOf(locale: Locale): ReportTexts {
  return locale === 'en' ? en : zhCn;
}

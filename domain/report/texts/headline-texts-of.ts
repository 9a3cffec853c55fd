import type { Locale } from '../../pack/legal-basis';
import { HEADLINE_EN } from './headline-en';
import type { HeadlineTexts } from './headline-texts';
import { HEADLINE_ZH } from './headline-zh';

export function headlineTextsOf(locale: Locale): HeadlineTexts {
  return locale === 'en' ? HEADLINE_EN : HEADLINE_ZH;
}

import type { Locale } from '../../../pack/legal-basis';
import type { NoticeTexts } from './notice-texts';
import { NOTICE_TEXTS_EN } from './notice-texts-en';
import { NOTICE_TEXTS_ZH } from './notice-texts-zh';

export function noticeTextsOf(locale: Locale): NoticeTexts {
  return locale === 'en' ? NOTICE_TEXTS_EN : NOTICE_TEXTS_ZH;
}

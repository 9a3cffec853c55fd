import type { Locale } from '../../../pack/legal-basis';
import type { OldElevatorWords } from './words';
import { EN } from './words-en';
import { ZH } from './words-zh';

export function oldElevatorWords(locale: Locale): OldElevatorWords {
  return locale === 'en' ? EN : ZH;
}

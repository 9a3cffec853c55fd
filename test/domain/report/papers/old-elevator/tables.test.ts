import { describe, expect, it } from 'vitest';
import { numbersOf, type Ledger } from '../../../../../domain/report/papers/old-elevator/tables';
import { oldElevatorWords } from '../../../../../domain/report/papers/old-elevator/words-of';
import { textsOf } from '../../../../../domain/report/texts/texts-of';
import type { Locale } from '../../../../../domain/pack/legal-basis';

const ledger = (locale: Locale) =>
  ({ words: oldElevatorWords(locale), subject: { texts: textsOf(locale) }, hazards: [] }) as unknown as Ledger;

describe('numbers of hazards', () => {
  it.each<[readonly number[], Locale, string]>([
    [[], 'zh-CN', ''],
    [[4], 'zh-CN', 'YH-04'],
    [[1, 2], 'zh-CN', 'YH-01、YH-02'],
    [[1, 2, 3], 'zh-CN', 'YH-01至YH-03'],
    [[1, 3, 4, 5, 9], 'zh-CN', 'YH-01、YH-03至YH-05、YH-09'],
    [[98, 99, 100, 101], 'en', 'YH-98 to YH-101'],
    [[1, 3, 5], 'en', 'YH-01, YH-03, YH-05'],
  ])('%j in %s', (nos, locale, said) => {
    expect(
      numbersOf(
        ledger(locale),
        nos.map((no) => `YH-${String(no).padStart(2, '0')}`),
      ),
    ).toBe(said);
  });
});

import { expect, it } from 'vitest';
import { DOSSIER_LISTS } from '../../../../domain/record/kinds';
import { PACK_WORDS_EN } from '../../../../domain/report/papers/inspection-pack/pack-words-en';
import { PACK_WORDS_ZH } from '../../../../domain/report/papers/inspection-pack/pack-words-zh';

it.each([
  [PACK_WORDS_ZH, /未作记录/, /应急演练与每日检查.*有记录的也不附入/],
  [PACK_WORDS_EN, /not (?:recorded|on record)/i, /drills and of daily checks, also where they are on record/],
])('a pack calls nothing unrecorded that the ledger keeps, and says that it leaves it out', (words, claim, says) => {
  expect(DOSSIER_LISTS).toEqual(expect.arrayContaining(['drills', 'dailyChecks']));
  expect([words.none.text, ...words.beside].filter((text) => claim.test(text))).toEqual([]);
  expect(words.beside.filter((text) => says.test(text))).toHaveLength(1);
});

import { describe, expect, it } from 'vitest';
import { isTask } from '../../../domain/inspection/inspection';
import { expectBothLanguages, textsIn } from '../../support/pack-texts';
import { shippedPack, shippedPacks } from '../../support/shipped-packs';

const IDS = ['hk', 'tw', 'sg', 'gb', 'de'] as const;

/** The open questions of the collection as they stand there, then a key of each that the mapping adds. */
const DOUBTS: Readonly<Record<(typeof IDS)[number], readonly string[]>> = {
  hk: [
    'Clause numbers of Cap. 618 for the 12-month, 6-month and five-year ceilings were not visible.',
    'Works Code 2021 text on the monthly visit and on escalators was not visible.',
    'Two-month chaining comes from a fragment of the form, not from the form itself.',
    'further apart than 12 months',
  ],
  tw: [
    'The mirror read is from October 2024.',
    'A county web page still shows the older 30-day application window; article 5 now says two months.',
    'overlap with building lifts',
    'restarts the 15 years',
  ],
  sg: [
    'The regulations of 2016 were repealed on 2025-10-01',
    'Text of regs 8-12 and 14-17 was not visible, so the hour limit for incident reports and the retention years are open.',
    'Transition from authorised examiner to specialist professional engineer: use the current title.',
    'calendar month or one month from the last visit',
    'goods-only lifts',
  ],
  gb: [
    'Great Britain regulation 9 itself was read through its Northern Ireland twin and quotations.',
    'LG1 interval table needs the document.',
    'Lifts used only by the public are outside LOLER but usually examined the same way.',
    'written examination scheme',
    '3120, 3130, 3220',
    'call for evidence on LOLER',
  ],
  de: [
    'Mirror text is of March 2022; later amendments not checked.',
    'How two months after a month-only due date is measured (end of the second following month is the usual reading).',
    '3430',
  ],
};

describe('the doubts and words of the packs of Hong Kong, Taiwan, Singapore, the United Kingdom and Germany', () => {
  it.each(IDS)('%s shows every open question', (id) => {
    const { doubts } = shippedPack(id);
    expect(doubts).toHaveLength(DOUBTS[id].length);
    for (const [index, key] of DOUBTS[id].entries()) expect(doubts[index]?.en).toContain(key);
  });

  it.each(IDS)('%s has every text in both languages, each in its own letters and marks', (id) => {
    const texts = textsIn(shippedPack(id));
    expect(texts.length).toBeGreaterThan(50);
    for (const text of texts) expectBothLanguages(text);
  });

  it.each(IDS)('%s names the acts its rules speak of, and all four visit categories', (id) => {
    const { rules, tasks, inspections } = shippedPack(id);
    const spoken = new Set(rules.flatMap(({ satisfiedBy }) => satisfiedBy).filter((act) => !isTask(act)));
    expect(inspections.map((one) => one.id).sort()).toEqual([...spoken].sort());
    expect(tasks.map((one) => one.id)).toEqual(['half-month', 'quarter', 'half-year', 'year']);
  });

  it.each(shippedPacks.map((pack) => [pack.id, pack] as const))(
    '%s names categories and tests so that sentences can carry them: "a quarterly visit", "a load test"',
    (_id, { tasks, inspections }) => {
      for (const { title } of tasks) {
        expect(title['zh-CN']).not.toMatch(/维|保养/);
        expect(title.en).not.toMatch(/visit|maintenance|upkeep/i);
      }
      for (const { title } of inspections)
        for (const text of Object.values(title)) expect(text).not.toMatch(/[;；。]|\.$/);
    },
  );
});

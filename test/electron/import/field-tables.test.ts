import { describe, expect, it } from 'vitest';
import { refusalCure, refusalSentence } from '../../../domain/record/refusal-sentences';
import { outcomeOf, outcomes, readTables, tables } from '../../support/field-tables';

describe('tables as people keep them', () => {
  it('each has its outcome, and each outcome its table', () => {
    expect(Object.keys(outcomes).sort()).toEqual([...tables].sort());
  });

  it.each(tables)('%s gives what a person reads in it, or says why not', async (name) => {
    expect(await outcomeOf(name, outcomes[name]!)).toEqual(outcomes[name]);
  });

  it('whatever is refused or told has its sentence and its step in both languages', async () => {
    const { preview } = await readTables(
      tables.filter((name) => outcomes[name]!.refused !== undefined || outcomes[name]!.told !== undefined),
      'cn',
      '2026-11-23',
    );
    const told = [...preview.refusals, ...preview.notes];
    expect(told.length).toBeGreaterThan(20);
    for (const one of told)
      for (const locale of ['zh-CN', 'en'] as const) {
        expect(refusalSentence(one, locale)).toMatch(/\S/);
        expect(refusalSentence(one, locale)).not.toMatch(/undefined|null|\[object/);
        expect(refusalCure(one, locale)).toMatch(/\S/);
      }
  });
});

describe('what proves an encoding', () => {
  it('a list in Big5 is asked about where the rules of the mainland are chosen, with what it would say', async () => {
    const { preview } = await readTables(['35-big5-values.csv'], 'cn', '2026-11-23');
    expect(preview.refusals.map(({ code }) => code)).toEqual(['encoding-asked']);
    expect(refusalSentence(preview.refusals[0]!, 'zh-CN')).toContain('臺北市信義區');
  });
});

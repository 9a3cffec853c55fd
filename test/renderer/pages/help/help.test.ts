import { describe, expect, it } from 'vitest';
import { clausesOf, holds } from '../../../../renderer/pages/help/clauses-of';
import { glossaryLines } from '../../../../renderer/pages/help/glossary-lines';
import { shippedLicences } from '../../../../scripts/notices.mjs';
import { shippedPacks } from '../../../support/shipped-packs';

describe('the help', () => {
  it.each(shippedPacks.map((pack) => [pack.id, pack] as const))('has every clause of %s once', (_id, pack) => {
    const clauses = clausesOf(pack);
    const keys = clauses.map(({ basis, confidence }) => JSON.stringify([basis, confidence]));
    expect(new Set(keys).size).toBe(keys.length);
    const known = new Set(clauses.map(({ basis }) => `${basis.document.en} ${basis.clause.en} ${basis.says.en}`));
    for (const { legalBasis } of [...pack.rules.flatMap(({ versions }) => versions), ...pack.requirements])
      expect(known).toContain(`${legalBasis.document.en} ${legalBasis.clause.en} ${legalBasis.says.en}`);
  });

  it('names every term in both languages', () => {
    const lines = glossaryLines();
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter(({ zh, en }) => zh === '' || en === '' || /\p{Script=Han}/u.test(en))).toEqual([]);
  });

  it('finds by all words of a search, whatever their width and case', () => {
    expect(holds(['Ｔ5002 半月', 'Half-month'], 't5002 half')).toBe(true);
    expect(holds(['T5002 半月'], '半月 季度')).toBe(false);
    expect(holds(['anything'], '')).toBe(true);
  });

  it('tells the licence of everything that is shipped, and its text where there is one', () => {
    const shipped = shippedLicences();
    const names = shipped.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['react', 'pdfkit', 'Noto Sans SC Regular']));
    expect(shipped.filter(({ licence, version }) => licence === 'not stated' || version === '')).toEqual([]);
    expect(shipped.filter(({ text }) => text.length > 200).length).toBeGreaterThan(shipped.length / 2);
  });
});

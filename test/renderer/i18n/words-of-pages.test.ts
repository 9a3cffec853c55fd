import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import i18next from 'i18next';
import { describe, expect, it, vi } from 'vitest';
import { CHANNELS, type Channel } from '../../../domain/bridge/channels';
import { HAZARD_FIELDS, HAZARD_SOURCES } from '../../../domain/hazard/hazard';
import { STEP_ACTS } from '../../../domain/hazard/hazard-step';
import { TIMED_STEPS } from '../../../domain/pack/hazard-criteria';
import { startI18n, WORDS } from '../../../renderer/i18n/i18n';
import { FIELDS_OF, labelOf } from '../../../renderer/features/hazard/step-form';

const PAGES = resolve(import.meta.dirname, '../../../renderer/pages');

function leaves(tree: unknown, path = ''): Map<string, string> {
  if (typeof tree === 'string') return new Map([[path, tree]]);
  const entries = Object.entries(tree as Record<string, unknown>);
  return new Map(entries.flatMap(([key, value]) => [...leaves(value, path === '' ? key : `${path}.${key}`)]));
}

const words = { 'zh-CN': leaves(WORDS['zh-CN']), en: leaves(WORDS.en) };
const base = (key: string): string => key.replace(/_(one|other)$/, '');
const placeholders = (text: string): string[] => [...text.matchAll(/{{(\w+)[,}]/g)].map((match) => match[1]!).sort();

/** Every `t('a.b')` and every `'a.b'` chosen between inside a `t(…)`, but for keys put together from parts. */
function keysIn(source: string): string[] {
  return [...source.matchAll(/'((?:[a-z]\w*\.)+[\w-]+)'/gi)]
    .map((match) => match[1]!)
    .filter((key) => Object.hasOwn(WORDS.en, key.split('.')[0]!) && !CHANNELS.includes(key as Channel));
}

describe('words of the pages', () => {
  it('both languages have the same texts', () => {
    const keys = (locale: 'zh-CN' | 'en'): string[] => [...new Set([...words[locale].keys()].map(base))].sort();
    expect(keys('en')).toEqual(keys('zh-CN'));
  });

  it('English has straight quotation marks: the font of the pages draws curly ones as wide as a hanzi', () => {
    for (const [key, text] of words.en) expect([key, /[‘’“”]/.exec(text)?.[0] ?? null]).toEqual([key, null]);
  });

  it('a text and its translation use the same figures', () => {
    for (const [key, text] of words.en) {
      const chinese = words['zh-CN'].get(base(key)) ?? words['zh-CN'].get(key);
      if (key.endsWith('_one') || chinese === undefined) continue;
      expect([key, placeholders(text)]).toEqual([key, placeholders(chinese)]);
    }
  });

  it('an English number agrees with its noun, whichever number it is', async () => {
    vi.stubGlobal('document', { documentElement: {} });
    await startI18n('en');
    for (const [key, text] of words.en) {
      if (/_(one|other)$/.test(key) && placeholders(text).every((name) => name === 'count')) continue;
      const ones = Object.fromEntries(placeholders(text).map((name) => [name, 1]));
      const said = i18next.t(base(key), ones);
      const plural =
        /(?<![\d.,:-])1 (?!as |is |its |was |has |always |stays |serves |corrects |withdraws |turns )[a-z]+s\b(?! ×)/.exec(
          said,
        );
      expect([key, plural?.[0] ?? null]).toEqual([key, null]);
    }
    vi.unstubAllGlobals();
  });

  it('English texts have no full-width marks', () => {
    for (const [key, text] of words.en) expect([key, /[，。；：（）「」]/.test(text)]).toEqual([key, false]);
  });

  it.each([
    'elevator',
    'visit',
    'register',
    'import',
    'packs',
    'settings',
    'compare',
    'callouts',
    'insurance',
    'notice',
    'stock',
    'passport',
    'hazards',
    '../features/hazard',
  ])('every text that the %s page names exists', (page) => {
    const files = readdirSync(resolve(PAGES, page)).filter((name) => /\.tsx?$/.test(name));
    const used = files.flatMap((name) => keysIn(readFileSync(resolve(PAGES, page, name), 'utf8')));
    expect(used.length).toBeGreaterThan(10);
    const known = new Set([...words.en.keys()].map(base));
    expect(used.filter((key) => !known.has(key))).toEqual([]);
  });

  it('every state, step, clock and field of a hazard has its word', () => {
    const fields = [...HAZARD_FIELDS, 'severe', 'major', 'risk', 'residual', 'deadline', 'responsible', 'documents'];
    const acts = STEP_ACTS.flatMap((act) => [`effects.${act}`, `whenPossible.${act}`]);
    const used = [
      ...acts.map((key) => `hazard.${key}`),
      ...[...TIMED_STEPS, 'close'].map((step) => `hazard.clockSteps.${step}`),
      ...HAZARD_SOURCES.map((one) => `hazard.sources.${one}`),
      ...STEP_ACTS.flatMap((act) =>
        FIELDS_OF[act].filter((field) => field !== 'cell').map((field) => labelOf(act, field)),
      ),
      ...fields.map((field) => `hazardFields.${field}`),
    ];
    expect(used.filter((key) => !words.en.has(key))).toEqual([]);
  });
});

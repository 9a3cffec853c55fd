import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../../domain/pack/legal-basis';
import type { Evidence } from '../../../domain/report/evidence';
import { sha256Hex } from '../../../electron/fs/sha256';
import { photoFactsOf } from '../../../electron/pdf/photos/photo-facts';
import { renderPaper } from '../../../electron/pdf/render-paper';
import { hazardEvidence, hazardId } from '../../support/hazard-story';
import { DOOR_LOCK, LIGHTING } from '../../support/notice-hazards';
import { oldElevatorStory } from '../../support/old-elevator-story';
import { runOk } from '../../support/pdf/outside-tools';
import { colourPng } from '../../support/pdf/pictures';
import { objectsOf, pagesOf, sharedFonts } from '../../support/pdf/rendered';
import { ABANDONED, COMPLIANT, dayAfter, storyEvidence } from '../../support/report-stories';

const PICTURE = colourPng(320, 200, (x, y) => [x & 255, (x + y) & 255, 120]);
const PHOTO = sha256Hex(PICTURE);
const PHOTOS = new Map([[PHOTO, PICTURE]]);
const FACTS = [{ sha256: PHOTO, ...photoFactsOf(PICTURE) }];

describe('what readers copy and hear of a paper', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copied-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const fileOf = async (name: string, evidence: Evidence): Promise<string> => {
    const file = join(folder, `${name}.pdf`);
    writeFileSync(file, (await renderPaper(evidence, sharedFonts(), PHOTOS)).unsigned);
    return file;
  };
  const notice = (locale: Locale, about = 1): Evidence =>
    hazardEvidence({
      kind: 'rectification-notice',
      locale,
      story: ABANDONED,
      hazards: [{ ...DOOR_LOCK, photos: [PHOTO] }, LIGHTING],
      photos: FACTS,
      paper: { hazards: [hazardId(about)] },
    });
  const copied = (file: string): string => runOk('pdftotext', ['-raw', file, '-']);

  it('a ticked box is copied as ticked and an empty one as empty', async () => {
    const zh = copied(await fileOf('boxes-zh', notice('zh-CN')));
    expect(zh).toContain('☐一般 ☑严重 ☐重大');
    expect(zh).toMatch(/☑立即停用[^☐]*☐限期整改/);
    const en = copied(await fileOf('boxes-en', notice('en')));
    expect(en).toContain('☐ordinary ☑severe ☐major');
    expect(zh + en).not.toMatch(/[▢▣□]/);
  });

  it('a screen reader hears the state of a box', async () => {
    const zh = objectsOf(await fileOf('heard-zh', notice('zh-CN')));
    const said = (text: string): string => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
    expect(zh).toContain(`/ActualText ${said('已勾选')}`);
    expect(zh).toContain(`/ActualText ${said('未勾选')}`);
    expect(objectsOf(await fileOf('heard-en', notice('en')))).toMatch(/\/ActualText \(ticked\)/);
  });

  it('no space is read between hanzi and figures, in lines that are stretched too', async () => {
    const sentences: readonly (readonly [Evidence, readonly string[]])[] = [
      [
        storyEvidence(),
        ['期内半月维护保养22个间隔中，5个超过15日期限，合计超期19个在用日', '（2026年1月26日期满，2026年2月10日到场）'],
      ],
      [storyEvidence(COMPLIANT), ['半月维护保养26个（期限15日），季度维护保养4个（期限3个月）']],
      [
        hazardEvidence(oldElevatorStory('zh-CN')),
        ['登记隐患4项，未销号3项', '应不迟于2026年6月27日，已超期79个在用日，错过6次'],
      ],
    ];
    for (const [evidence, told] of sentences) {
      const file = await fileOf('spaces', evidence);
      for (const flags of [['-raw'], []]) {
        const text = runOk('pdftotext', [...flags, file, '-']).replaceAll('\n', '');
        for (const sentence of ['翠柏路18号', ...told]) expect(text, flags.join(' ')).toContain(sentence);
      }
    }
  });

  it('report numbers and dates stand whole on a line; a number too wide for its cell is parted before its serial', async () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const evidence = hazardEvidence(oldElevatorStory(locale));
      const text = copied(await fileOf(`whole-${locale}`, { ...evidence, locale }));
      expect(text.match(/字第[0-9A-F-]*\n/g) ?? []).toEqual([]);
      expect(text.match(/\d{4}年\d{0,2}\n|\d月\n\d|\d{4}-\n|\d{4}-\d{2}-?\n/g) ?? []).toEqual([]);
      expect(text.match(/\b\d{1,2}\n(?:January|February|March|April|May|June|July|August|September)/g) ?? []).toEqual(
        [],
      );
      expect(text).toMatch(/恒升改〔2026〕改字\n第4F1A92C7-0039号/);
    }
  });

  it('papers of several pages have their titles as bookmarks, a paper of one page has none', async () => {
    const { locale } = storyEvidence();
    const report = objectsOf(await fileOf('bookmarks', storyEvidence()));
    expect(report).toContain('/Type /Catalog');
    expect(report).toContain('/Outlines');
    const title = (text: string): string => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
    for (const words of ['一、审计结论', '二、年度维保图', '九、签章', '如何自行核验本报告'])
      expect(report, words).toContain(`/Title ${title(words)}`);
    expect(locale).toBe('zh-CN');
    expect(objectsOf(await fileOf('no-bookmarks', notice('zh-CN', 2)))).not.toContain('/Outlines');
  });

  it('the photos of the hazards that a notice names are drawn behind it, and no others', async () => {
    const shown = await fileOf('annex', notice('zh-CN'));
    expect(pagesOf(shown)).toHaveLength(2);
    expect(pagesOf(shown)[1]).toContain('附：照片YH-01整改前2026-09-15');
    expect(objectsOf(shown).match(/\/Subtype \/Image/g)).toHaveLength(1);
    const other = await fileOf('annex-other', notice('zh-CN', 2));
    expect(pagesOf(other)).toHaveLength(1);
    expect(objectsOf(other)).not.toContain('/Subtype /Image');
  });

  it('the day of the last visit is read beside the due day, however near the as-of day it lies', async () => {
    for (let ago = 0; ago < 15; ago++) {
      const last = dayAfter('2026-11-23', -ago);
      const visits = Array.from({ length: 27 }, (_, at) => `${4000 + at} ${dayAfter(last, -14 * at)} year`);
      const file = await fileOf('due', storyEvidence({ ...COMPLIANT, visits }));
      const words = [...runOk('pdftotext', ['-bbox', file, '-']).matchAll(WORD)].map(([, x, y, to, , text = '']) => ({
        text,
        x: Number(x),
        to: Number(to),
        y: Number(y),
      }));
      const due = words.find(({ text }) => /^\d+\/\d+(?:到期)?$/.test(text))!;
      const day = words.filter(
        ({ text, y, x }) =>
          text === String(Number(last.slice(8))) && Math.abs(y - due.y) < 25 && Math.abs(x - due.x) < 60,
      );
      expect(day.length, `${ago} days ago: the day is shown`).toBeGreaterThan(0);
      const covered = day.filter(({ x, to, y }) => Math.abs(y - due.y) < 4 && x < due.to && to > due.x);
      expect(covered, `${ago} days ago`).toEqual([]);
    }
  });
});

const WORD = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g;

describe('lists over pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lists-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])(
    'with %i hazards more no item is parted, the last is not alone, and a sentence stays with its table',
    async (more) => {
      const story = oldElevatorStory('zh-CN');
      const hazards = [...(story.hazards ?? []), ...Array.from({ length: more }, () => ({ ...LIGHTING }))];
      const file = join(folder, 'lists.pdf');
      writeFileSync(file, (await renderPaper(hazardEvidence({ ...story, hazards }), sharedFonts(), PHOTOS)).unsigned);
      const pages = pagesOf(file);
      const on = (text: string): number => pages.findIndex((page) => page.includes(text));
      expect(on('4.“严重”与“重大”')).toBe(on('3.标“待核”'));
      expect(on('未见保险')).toBe(on('PICC-2026-204'));
      expect(on('二、声明')).toBe(on('1.本报告依据附带记录'));
      const items = [...pages.join('\n').matchAll(/(?<=[。\n])\d{1,2}\.[^\n]{20,400}?。(?=\d{1,2}\.|$)/g)];
      for (const [item] of items) expect(on(item), item.slice(0, 20)).toBeGreaterThanOrEqual(0);
    },
  );
});

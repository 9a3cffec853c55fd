import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFonts } from '../../../electron/pdf/fonts';
import { renderReport } from '../../../electron/pdf/render-report';
import { CONTENTS_BYTES } from '../../../electron/pades/profile';
import { preflight, runOk } from '../../support/pdf/outside-tools';
import { objectsOf, renderedFile, sharedFonts, textOf, wordsOutside } from '../../support/pdf/rendered';
import { processorSeconds } from '../../support/processor-seconds';
import { ABANDONED, dayAfter, LAPSED, LAPSED_VISITS, storyEvidence } from '../../support/report-stories';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-pitfalls-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hanzi = (count: number): string =>
  Array.from({ length: count }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 37) % 8000))).join('');

describe('text that pdfkit would lose or break', () => {
  it('XML characters in a name leave the metadata well formed', async () => {
    const evidence = storyEvidence({ signer: { organisation: 'A & B <x> "物业"' } });
    const { file, bytes } = await renderedFile(folder, 'xmp', evidence);
    expect(preflight(file)).toEqual([]);
    expect(Buffer.from(bytes).toString('utf8')).toContain('A &amp; B &lt;x&gt; &quot;物业&quot;');
    expect(runOk('pdfinfo', [file])).toContain('Author:          A & B <x> "物业"');
  });

  it('a note of 4800 hanzi, taller than a page, is printed to its last character', async () => {
    const note = `${hanzi(4800)}完`;
    const evidence = storyEvidence({ visits: LAPSED_VISITS.slice(0, 3), visitFields: { note } });
    const { file, pages } = await renderedFile(folder, 'long-note', evidence);
    const printed = runOk('pdftotext', ['-layout', '-nodiag', file, '-']).replace(/[\sA-Za-z0-9]/g, '');
    expect(pages).toBeGreaterThan(4);
    for (let at = 0; at < note.length - 20; at += 400) expect(printed).toContain(note.slice(at, at + 20));
    expect(printed.split('完').length - 1).toBeGreaterThanOrEqual(2); // two visits of the period carry the note
    expect(textOf(file)).toContain('备注（续）');
    const characters = (text: string): number => Array.from(text).filter((one) => note.includes(one)).length;
    expect(characters(printed)).toBeGreaterThanOrEqual(2 * Array.from(note).length);
  });

  it('a character that no font has is printed as 〓 and listed with its code point', async () => {
    const evidence = storyEvidence({ elevator: { userUnit: '𠮷野物业公司' }, signer: { person: '𪚥' } });
    const { file, missing } = await renderedFile(folder, 'rare', evidence);
    expect(missing).toEqual(['U+20BB7', 'U+2A6A5']);
    const text = textOf(file);
    expect(text).toContain('〓野物业公司');
    expect(text).toContain('字体所缺的字以〓代替：U+20BB7、U+2A6A5');
    expect(preflight(file)).toEqual([]);
    const english = await renderedFile(
      folder,
      'rare-en',
      storyEvidence({ ...LAPSED, locale: 'en', elevator: { model: '𠮷' } }),
    );
    expect(textOf(english.file)).toContain('Characterswithoutaglyphareprintedas〓:U+20BB7');
  });

  it('nothing is listed when every character has a glyph', async () => {
    const { file, missing } = await renderedFile(folder, 'no-rare', storyEvidence(LAPSED));
    expect(missing).toEqual([]);
    expect(textOf(file)).not.toContain('〓');
  });

  it('control characters, white space of all kinds and joiners cannot break a page', async () => {
    const note = 'a\u0000b\tc\nd\u2028e\u200bf\ufefft\u202eg\ud83d\ude00';
    const { file } = await renderedFile(folder, 'odd', storyEvidence({ visitFields: { note } }));
    expect(runOk('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
    expect(preflight(file)).toEqual([]);
  });

  it('names without a space, longer than their cell, wrap inside it', async () => {
    const organisation = hanzi(120);
    const model = 'X'.repeat(200);
    const evidence = storyEvidence({ signer: { organisation }, elevator: { model, maintainer: hanzi(90) } });
    const { file } = await renderedFile(folder, 'long-names', evidence);
    expect(textOf(file)).toContain(organisation.slice(-12));
    expect(textOf(file).split('X').length - 1).toBe(200);
    expect(wordsOutside(file)).toEqual([]);
  });
});

describe('nothing runs past the margins', () => {
  it.each([
    ['Chinese', LAPSED],
    ['English', { ...LAPSED, locale: 'en' as const }],
    ['English, non-compliant', { ...ABANDONED, locale: 'en' as const }],
  ])('%s', async (name, story) => {
    const { file } = await renderedFile(folder, `margins-${name}`, storyEvidence(story));
    expect(wordsOutside(file)).toEqual([]);
  });
});

describe('many intervals', () => {
  it('six hundred, all late, mean more pages: every row and every remedy, heads repeated', async () => {
    const days = Array.from({ length: 601 }, (_, index) => dayAfter('2000-01-01', index * 16));
    const evidence = storyEvidence({
      asOf: days.at(-1)!,
      period: { from: days[0] as never, to: days.at(-1) as never },
      visits: days.map((day, index) => `${index + 1} ${day} ${index % 24 === 0 ? 'year' : 'half-month'}`),
      outages: [],
      elevator: { recordsFrom: days[0] },
    });
    const before = process.memoryUsage().heapUsed;
    const { value, seconds } = await processorSeconds(() => renderedFile(folder, 'many', evidence));
    const { file, pages } = value;
    expect(seconds).toBeLessThan(20);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(500e6);
    expect(pages).toBeGreaterThan(40);
    const text = textOf(file);
    expect(text).toContain('共601行');
    for (const { from, to, deadline } of evidence.audit.rules[0]!.gaps) {
      expect(text).toContain(`${deadline}一次`);
      expect(text).toContain(`${from}半月${to ?? ''}`.slice(0, 10));
    }
    expect(text.split('续表1').length).toBeGreaterThan(20);
    expect(text.split('间隔起（类别、记录号）').length - 1).toBeGreaterThan(20);
  });

  it('leave at least three rows on either side of a break', async () => {
    for (let count = 18; count <= 30; count++) {
      const visits = Array.from({ length: count }, (_, index) => `${index} ${dayAfter('2026-11-10', -12 * index)}`);
      const evidence = storyEvidence({ visits, elevator: { recordsFrom: null, inServiceOn: null }, outages: [] });
      const { file } = await renderedFile(folder, `break-${count}`, evidence);
      for (const [, from, to] of textOf(file).matchAll(/续表\d.{2,20}?第(\d+)行至第(\d+)行/g))
        expect(Number(to) - Number(from)).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('the signature field', () => {
  it('has one placeholder of fixed size, an appearance, and no NeedAppearances', async () => {
    const { file, bytes } = await renderedFile(folder, 'field', storyEvidence(LAPSED));
    const text = Buffer.from(bytes).toString('latin1');
    expect(text.match(/\/ByteRange \[0 2147483647 2147483647 2147483647\]/g)).toHaveLength(1);
    expect(text.match(new RegExp(`<0{${CONTENTS_BYTES * 2}}>`, 'g'))).toHaveLength(1);
    expect(text).not.toContain('NeedAppearances');
    const objects = objectsOf(file);
    expect(objects).toContain('/SubFilter /ETSI.CAdES.detached');
    expect(objects).toContain('/SigFlags 3');
    const widget = /<<(?:(?!>>\nendobj)[\s\S])*\/Subtype \/Widget[\s\S]*?endobj/.exec(objects)?.[0] ?? '';
    expect(widget).toContain('/F 132');
    expect(widget).toMatch(/\/AP <<\s+\/N \d+ 0 R/);
    expect(widget).toMatch(/\/StructParent \d+/);
  });

  it('states the claimed time of the evidence, whatever zone the machine is in', async () => {
    const zone = process.env['TZ'];
    const texts: string[] = [];
    for (const other of ['UTC', 'Asia/Shanghai', 'America/Los_Angeles']) {
      process.env['TZ'] = other;
      const { unsigned } = await renderReport(storyEvidence(LAPSED), sharedFonts());
      texts.push(Buffer.from(unsigned).toString('latin1'));
    }
    if (zone === undefined) Reflect.deleteProperty(process.env, 'TZ');
    else process.env['TZ'] = zone;
    expect(texts[0]).toContain('/M (D:20261123102045Z)');
    expect(texts[1]).toBe(texts[0]);
    expect(texts[2]).toBe(texts[0]);
  });
});

describe('the same evidence', () => {
  it('gives the same bytes, again and in another process state', async () => {
    const evidence = storyEvidence({ ...LAPSED, elevator: { model: 'A·B' } });
    const other = storyEvidence({ ...LAPSED, elevator: { model: 'A・B ⼀一' } });
    const fonts = openFonts();
    const first = (await renderReport(evidence, fonts)).unsigned;
    await renderReport(other, fonts); // · and ・ share a glyph, as do ⼀ and 一
    const second = (await renderReport(evidence, fonts)).unsigned;
    const fresh = openFonts();
    await renderReport(other, fresh);
    const third = (await renderReport(evidence, fresh)).unsigned;
    expect(Buffer.compare(first, second)).toBe(0);
    expect(Buffer.compare(first, third)).toBe(0);
  });

  it('is not changed by being laid out', async () => {
    const evidence = storyEvidence(LAPSED);
    const before = JSON.stringify(evidence);
    await renderReport(evidence, sharedFonts());
    expect(JSON.stringify(evidence)).toBe(before);
  });
});

describe('made-up data', () => {
  it('is marked on every page, in both languages', async () => {
    for (const [locale, mark] of [
      ['zh-CN', '样例数据，非真实电梯'],
      ['en', 'Sampledata,notarealelevator'],
    ] as const) {
      const { file, pages } = await renderedFile(
        folder,
        `sample-${locale}`,
        storyEvidence({ locale, elevator: { sample: true } }),
      );
      expect(textOf(file).split(mark).length - 1).toBe(pages);
    }
    const real = await renderedFile(folder, 'real', storyEvidence());
    expect(textOf(real.file)).not.toContain('样例数据');
  });
});

describe('the packages', () => {
  it('placeholder packages that break installs or PDF/A are not among them', () => {
    const manifest = readFileSync(join(import.meta.dirname, '..', '..', '..', 'package.json'), 'utf8');
    expect(manifest).not.toContain('@signpdf');
    expect(manifest).not.toContain('@fontsource');
    expect(manifest).toMatch(/"pdfkit": "\d/); // exact: private members are used
  });
});

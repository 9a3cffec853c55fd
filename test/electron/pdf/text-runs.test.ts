import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faceFor, missingIn } from '../../../electron/pdf/fonts';
import type { Line } from '../../../electron/pdf/runs';
import { layOut, measure, oneLine, stretchOf, type TextStyle } from '../../../electron/pdf/text-runs';
import { rounds } from '../../support/length';
import { sharedFonts } from '../../support/pdf/rendered';

const fonts = sharedFonts();
const lay = (text: string, width: number, style: Partial<TextStyle> = {}): Line[] =>
  layOut(fonts, [{ text }], { size: 10, ...style }, width);
const shown = ({ atoms }: Line): string => atoms.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('');
const lines = (text: string, width: number, style: Partial<TextStyle> = {}): string[] =>
  lay(text, width, style).map((line) => shown(line).trimEnd());

describe('line breaking', () => {
  it('starts no line with closing punctuation and ends none with an opening bracket', () => {
    const text = '电梯应当至少每15日（含）进行一次清洁、润滑、调整和检查；“通行读法”不作违法认定。'.repeat(6);
    for (let width = 40; width <= 200; width += 7)
      for (const line of lines(text, width)) {
        expect(line).not.toMatch(/^[，。；：、！？）」》』】”’]/);
        expect(line).not.toMatch(/[（「《『【“‘]$/);
      }
  });

  it.each(['2026年11月26日', '2026-11-26', '第31条', '第三十一条', '15日', '3个月', '22个', 'T5002-2017'])(
    'never breaks %s',
    (whole) => {
      for (let width = 85; width <= 160; width += 3)
        expect(lines(`期限期限期限期限${whole}期限期限期限期限${whole}期限`, width).join('|')).toContain(whole);
    },
  );

  it('breaks English between words only', () => {
    const words = 'the longest by 15 days on the accepted reading'.split(' ');
    for (let width = 60; width < 200; width += 9)
      expect(lines(words.join(' '), width).flatMap((line) => line.split(' '))).toEqual(words);
  });

  it('keeps a space at the end of a line that breaks there, outside its width', () => {
    const [first] = lay('accepted reading', 50);
    expect(shown(first!)).toBe('accepted ');
    expect(first!.width).toBeCloseTo(measure(fonts, 'regular', 'accepted', 10), 5);
  });

  it('takes a name to the next line whole, and breaks it only where no line could hold it', () => {
    const cell = (name: string, width: number): string[] =>
      layOut(
        fonts,
        [{ text: '恒升电梯工程有限公司' }, { text: ' ' }, { text: name, whole: true }],
        { size: 10 },
        width,
      ).map((line) => shown(line).trimEnd());
    for (let width = 41; width <= 160; width += 1) expect(cell('王建国', width).join('|')).toContain('王建国');
    expect(cell('王建国', 20).join('')).toBe('恒升电梯工程有限公司王建国');
    const long = 'Wang Jianguo of Hengsheng Elevator Engineering';
    expect(cell(long, 90).join(' ').split(' ').slice(-6)).toEqual(long.split(' ')); // between words
  });

  it('cuts what is wider than a line and loses nothing', () => {
    const hash = 'dbd3dadce93cfead'.repeat(8);
    expect(lines(hash, 70).join('')).toBe(hash);
    expect(lay(hash, 70).every(({ width }) => width <= 70.01)).toBe(true);
  });

  it('any text comes out whole and inside the width', () => {
    const character = fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0x4e00, max: 0x5fff }).map((code) => String.fromCodePoint(code)) },
      { weight: 4, arbitrary: fc.constantFrom(...'abcXYZ0123456789-.:/'.split('')) },
      { weight: 2, arbitrary: fc.constantFrom(...'，。（）《》“”、；% ()'.split('')) },
      { weight: 1, arbitrary: fc.constantFrom('2026年1月26日', ' ', '15日', '梯11浙A12056(04)') },
    );
    fc.assert(
      fc.property(fc.array(character, { maxLength: 120 }), fc.integer({ min: 30, max: 400 }), (parts, width) => {
        const text = parts.join('');
        const laid = lay(text, width);
        expect(laid.map(shown).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of laid) expect(line.width).toBeLessThanOrEqual(width + 0.02);
        expect(laid.filter(({ last }) => last)).toEqual([laid.at(-1)]);
      }),
      { numRuns: rounds(80, 400), seed: 20_261_123 },
    );
  });
});

describe('air and alignment', () => {
  it('puts air between hanzi and Latin, by position and not by a space, and less than is read as one', () => {
    const line = oneLine(fonts, '共23行', { size: 8 });
    expect(shown(line)).toBe('共23行');
    const parts = ['共', '23', '行'].map((text) => measure(fonts, 'regular', text, 8));
    const air = (line.width - parts.reduce((sum, part) => sum + part)) / 2;
    expect(air).toBeCloseTo(0.095 * 8, 5);
    expect(air).toBeLessThan(0.1 * 8);
  });

  it('puts none into a registration number, which people search for', () => {
    const whole = measure(fonts, 'regular', '梯11浙A12056(04)', 10);
    const letters = Array.from('梯11浙A12056(04)', (one) => measure(fonts, 'regular', one, 10));
    expect(whole).toBeCloseTo(
      letters.reduce((sum, one) => sum + one),
      5,
    );
  });

  it('starts no line with air', () => {
    for (const line of lay('期限15日期限15日期限15日', 45)) expect(line.atoms[0]!.pieces[0]?.gap ?? 0).toBe(0);
  });

  it('a tab leads to the next stop, whatever stands before it', () => {
    for (const before of ['1.', '12.', '年度']) {
      const line = oneLine(fonts, `${before}\tX`, { size: 10, tabs: [40, 80] });
      expect(line.width).toBeCloseTo(40 + measure(fonts, 'regular', 'X', 10), 5);
    }
    expect(oneLine(fonts, 'a\tb\tX', { size: 10, tabs: [40, 80] }).width).toBeCloseTo(
      80 + measure(fonts, 'regular', 'X', 10),
      5,
    );
  });

  it('stretches a full line to the margin, but never the last, nor so far that readers see spaces', () => {
    const laid = lay('每项判定均列明所依条文所据日期和何以合规日期按北京时间的历日计算', 104);
    expect(stretchOf(laid.at(-1)!, 104, 10)).toBe(0);
    const stretch = stretchOf(laid[0]!, 104, 10);
    expect(laid[0]!.width + stretch * (laid[0]!.atoms.length - 1)).toBeCloseTo(104, 5);
    expect(stretch).toBeLessThan(1);
    expect(stretchOf(laid[0]!, 130, 10)).toBe(0);
  });
});

describe('glyphs', () => {
  it('a character that the face lacks is taken from another face', () => {
    const onlyInSans = '\uf900';
    expect(faceFor(fonts, 'serif', 0xf900)).toBe('regular');
    expect(lay(onlyInSans, 50, { face: 'serif' })[0]!.atoms[0]!.pieces[0]!.face).toBe('regular');
  });

  it('what no face has becomes 〓, one for each character', () => {
    expect(lines('张𠮷𪚥', 100)).toEqual(['张〓〓']);
    expect(missingIn(fonts, '张𠮷李\t\n')).toEqual(['U+20BB7']);
  });

  it('rare hanzi that the faces have are kept', () => {
    expect(lines('﨑㼆龦①✓℃', 200)).toEqual(['﨑㼆龦①✓℃']);
  });
});

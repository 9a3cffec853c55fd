import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { fromBase32, toBase32 } from '../../../domain/report/summary/base32';
import { parseSummary, summaryPayload, summaryText, type Summary } from '../../../domain/report/summary/summary';
import { fromUtf8, toUtf8 } from '../../../domain/report/summary/utf8';

const SUMMARY: Summary = {
  registrationNo: '梯11浙A12056(04)',
  rescueCode: '330104',
  lastVisit: { on: '2026-11-11' as CivilDate, task: 'year' },
  nextDue: '2026-11-26' as CivilDate,
  inspectedUntil: '2027-05-31' as CivilDate,
  openHazards: 2,
  asOf: '2026-11-23' as CivilDate,
  serial: '4F1A92C7-0304',
  head: 'dbd3dadce93cfead',
  signer: 'caccbd5378ae05c4',
};
const SIGNATURE = Uint8Array.from({ length: 64 }, (_, index) => index);
const textOf = (summary: Summary): string => summaryText(summaryPayload(summary), SIGNATURE);

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as CivilDate);
const hex = fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: 16, maxLength: 16 });
const oneLine = (least: number) =>
  fc
    .string({ unit: 'binary', minLength: least, maxLength: 64 })
    .map((text) => text.replaceAll(/\p{Cc}|\p{Surrogate}/gu, '_'));
const summaries: fc.Arbitrary<Summary> = fc.record({
  registrationNo: oneLine(1),
  rescueCode: oneLine(0),
  lastVisit: fc.option(fc.record({ on: day, task: fc.constantFrom('half-month', 'quarter', 'half-year', 'year') })),
  nextDue: fc.option(day),
  inspectedUntil: fc.option(day),
  openHazards: fc.option(fc.nat(999_999)),
  asOf: day,
  serial: fc.constantFrom('4F1A92C7-0304', '00000000-12345'),
  head: hex,
  signer: hex,
});

describe('the bytes of a summary', () => {
  it('are written in base32 as the examples of RFC 4648 are, without padding', () => {
    const examples = ['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI'];
    for (const [length, expected] of examples.entries())
      expect(toBase32(Buffer.from('foobar'.slice(0, length)))).toBe(expected);
  });

  it('come back, and only from the one text that holds them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(fromBase32(toBase32(bytes))).toEqual(bytes);
      }),
    );
    for (const text of ['A', 'MZ', 'MZXW6Y', 'my', 'M1', 'MY======', 'MZXW6YTBA']) expect(fromBase32(text)).toBeNull();
  });

  it('are UTF-8 as Node has it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Buffer.from(toUtf8(text))).toEqual(Buffer.from(text, 'utf8'));
      }),
    );
    expect(fromUtf8(Uint8Array.of(0xc0, 0xaf))).toBeNull();
    expect(fromUtf8(Uint8Array.of(0xed, 0xa0, 0x80))).toBeNull();
  });
});

describe('the text of a QR code', () => {
  it('of any summary is read back as it was', () => {
    fc.assert(
      fc.property(summaries, (summary) => {
        const parsed = parseSummary(textOf(summary));
        expect(parsed).toMatchObject({ ok: true, summary, signature: SIGNATURE });
      }),
    );
  });

  it('consists of letters that a QR code holds in its alphanumeric mode, and fits one that a sheet has room for', () => {
    expect(textOf(SUMMARY)).toMatch(/^EAS1\.[A-Z2-7]+\.[A-Z2-7]+$/);
    expect(textOf(SUMMARY).length).toBeLessThan(311); // version 10 with correction M: 57 modules
  });

  it('may have air around it, as scanners leave it', () => {
    expect(parseSummary(`\ufeff ${textOf(SUMMARY)}\r\n`).ok).toBe(true);
  });

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['https://example.org/elevator?no=1', 'other'],
    ['梯11浙A12056(04)', 'other'],
    ['绿源梯审〔2026〕示字第0304号\ndbd3', 'other'],
    ['EAS', 'other'],
    ['eas1.MY.MY', 'other'],
    ['EAS2.MY.MY', 'newer'],
    ['EAS10.MY', 'newer'],
    ['EAS1', 'damaged'],
    ['EAS1..', 'damaged'],
    ['EAS1.MY.MY', 'damaged'],
    ['EAS1.MY.MY.MY', 'damaged'],
  ])('%j is no summary: %s', (text, reason) => {
    expect(parseSummary(text)).toEqual({ ok: false, reason });
  });

  it('of a million characters is too long, whatever it begins with', () => {
    for (const start of ['EAS1.', 'x', ' '])
      expect(parseSummary(start.padEnd(1024 * 1024, start))).toEqual({ ok: false, reason: 'too-long' });
    expect(parseSummary('EAS1.'.padEnd(3001, 'A'))).toEqual({ ok: false, reason: 'too-long' });
  });

  it('that is cut short or has more behind it is damaged', () => {
    const whole = textOf(SUMMARY);
    const lastDot = whole.lastIndexOf('.');
    for (let length = 5; length <= lastDot + 1; length++)
      expect(parseSummary(whole.slice(0, length))).toEqual({ ok: false, reason: 'damaged' });
    expect(parseSummary(`${whole}.MY`)).toEqual({ ok: false, reason: 'damaged' });
  });

  it.each<[string, Partial<Summary>]>([
    ['a day that does not exist', { nextDue: '2026-02-30' as CivilDate }],
    ['no as-of day', { asOf: '' as CivilDate }],
    ['no registration number', { registrationNo: '' }],
    ['a serial of another form', { serial: '0304' }],
    ['a chain head in capitals', { head: 'DBD3DADCE93CFEAD' }],
    ['a count below nought', { openHazards: -1 }],
    ['a part of a count', { openHazards: 1.5 }],
  ])('with %s is damaged', (_, change) => {
    expect(parseSummary(textOf({ ...SUMMARY, ...change }))).toEqual({ ok: false, reason: 'damaged' });
  });

  it('of a name with a line break keeps its ten lines', () => {
    const parsed = parseSummary(textOf({ ...SUMMARY, rescueCode: '33\n01' }));
    expect(parsed).toMatchObject({ ok: true, summary: { rescueCode: '33 01' } });
  });

  it('that is anything at all never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), fc.boolean(), (text, marked) => {
        const parsed = parseSummary(marked ? `EAS1.${text}` : text);
        expect(parsed.ok).toBe(false);
      }),
    );
  });
});

import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { signPdf } from '../../../electron/signing/sign-pdf';
import { MAX_FILE_BYTES } from '../../../electron/verify/limits';
import { verifySignature } from '../../../electron/verify/verify-signature';
import { rounds } from '../../support/length';
import { foreignPdf } from '../../support/pdf/foreign-pdf';
import { testIdentity, type TestIdentity } from '../../support/pdf/identities';
import { byteRangeOf } from '../../support/pdf/signature-parts';
import { smallReport } from '../../support/pdf/small-report';
import { processorWatch } from '../../support/processor-seconds';

const VERDICTS = ['intact', 'untrusted', 'tampered', 'unsigned', 'unreadable'];
const SLOW_SECONDS = 10; // of processor time

describe('whatever the bytes are, there is a verdict, and soon', () => {
  let identity: TestIdentity;
  let ours: Buffer;
  beforeAll(async () => {
    identity = await testIdentity();
    ours = Buffer.from(signPdf(await smallReport(), identity.signer));
  });

  function verdictOf(bytes: Uint8Array): string {
    const watch = processorWatch();
    const { verdictSoFar, reasons } = verifySignature(bytes, [identity.der]);
    expect(watch()).toBeLessThan(SLOW_SECONDS);
    expect(VERDICTS).toContain(verdictSoFar);
    expect(reasons.length > 0).toBe(verdictSoFar !== 'intact');
    expect(reasons.map(({ code }) => code)).not.toContain('check-failed');
    return verdictSoFar;
  }

  it('random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => verdictOf(bytes) === 'unreadable'),
      { seed: 1, numRuns: rounds(100, 500) },
    );
  });

  it('random tokens of the syntax between a header and an end', () => {
    const word = fc.constantFrom(
      ...[
        '1 0 obj',
        'endobj',
        '<<',
        '>>',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '/Type',
        '/Sig',
        '/ByteRange',
        '/Contents',
        '%',
      ],
      ...[
        'stream',
        'endstream',
        'xref',
        'trailer',
        'startxref',
        '9',
        '0 R',
        '1 0 R',
        'null',
        '/Root',
        '/Prev',
        '\\',
        '#4',
      ],
      ...['0000000015 00000 n', '/AcroForm', '/Fields', '/XRefStm', '/Length', '-', '.', '+5', 'R', '\n'],
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 80 }), fc.integer({ min: 0, max: 300 }), (words, start) => {
        const body = words.join(' ');
        verdictOf(Buffer.from(`%PDF-1.7\n%\xff\xff\xff\xff\n${body}\nstartxref\n${start}\n%%EOF\n`, 'latin1'));
      }),
      { seed: 2, numRuns: rounds(120, 600) },
    );
  });

  it.each(['ours', 'another maker’s'])(
    'a signed file of %s with bytes changed, cut out, doubled or broken off',
    (kind) => {
      const whole = kind === 'ours' ? ours : foreignPdf({ xrefStream: true });
      const place = fc.integer({ min: 0, max: whole.length });
      const change = fc.record({
        at: place,
        length: fc.integer({ min: 0, max: 40 }),
        bytes: fc.uint8Array({ maxLength: 40 }),
      });
      fc.assert(
        fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), fc.option(place), (changes, end) => {
          let bytes = Buffer.from(whole);
          for (const { at, length, bytes: inserted } of changes)
            bytes = Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + length)]);
          const mutated = end === null ? bytes : bytes.subarray(0, end);
          const verdict = verdictOf(mutated);
          if (!mutated.equals(whole)) expect(verdict).not.toBe('intact');
        }),
        { seed: 3, numRuns: rounds(100, 500) },
      );
    },
  );

  it('any bytes in the place of the CMS', () => {
    const [, length, second] = byteRangeOf(ours);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), (cms) => {
        const changed = Buffer.from(ours);
        const hex = Buffer.from(cms)
          .toString('hex')
          .padEnd(second - length - 2, '0');
        changed.write(hex, length + 1, 'latin1');
        expect(['tampered', 'unsigned']).toContain(verdictOf(changed));
      }),
      { seed: 4, numRuns: rounds(80, 400) },
    );
  });

  const wrapped = (body: string): Buffer =>
    Buffer.from(`%PDF-1.7\n%\xff\xff\xff\xff\n${body}\nstartxref\n15\n%%EOF\n`, 'latin1');
  const table = (offset: number): string =>
    `xref\n0 2\n0000000000 65535 f \n${String(offset).padStart(10, '0')} 00000 n \ntrailer\n<<\n/Size 2\n/Root 1 0 R\n>>`;

  it.each([
    ['a million open brackets', () => wrapped('['.repeat(1_000_000))],
    ['a million open dictionaries', () => wrapped('<</A'.repeat(1_000_000))],
    ['an open string of ten million brackets', () => wrapped(`(${'('.repeat(10_000_000)}`)],
    [
      'a hundred thousand signatures',
      () => wrapped('1 0 obj<</ByteRange[0 1 2 3]/Contents<00>>>endobj\n'.repeat(100_000)),
    ],
    ['two million object headers before one mark', () => wrapped(`${'1 0 obj\n'.repeat(2_000_000)}/ByteRange`)],
    ['a table that promises a billion objects', () => wrapped('xref\n0 1000000000\n0000000000 65535 f \n')],
    ['a table whose /Prev is itself', () => wrapped(`${table(0).slice(0, -2)}/Prev 15\n>>`)],
    ['an object that is its own length', () => wrapped(`${table(120)}\n1 0 obj\n<</Length 1 0 R>>stream\n`)],
    ['a reference to itself', () => wrapped(`${table(110)}\n\n\n\n\n1 0 obj\n1 0 R\nendobj\n`)],
    ['ten million numbers', () => wrapped(`${table(100)}\n1 0 obj [${'1 '.repeat(10_000_000)}]`)],
    ['zeros', () => Buffer.alloc(32 * 1024 * 1024)],
    ['blanks behind a header', () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(32 * 1024 * 1024, 32)])],
  ])('%s', (_name, make) => {
    expect(['unreadable', 'tampered', 'unsigned']).toContain(verdictOf(make()));
  });

  it.each([
    ['an open string', '('],
    ['an open hexadecimal string', '<'],
    ['blanks without end', ' '],
    ['an open comment', '%'],
  ])('thousands of fields that all lead into %s of 64 MB', (_name, opening) => {
    const fields = 4000;
    const head = '%PDF-1.7\n%\xff\xff\xff\xff\n';
    const values = Array.from({ length: fields }, (_, index) => `<</FT/Sig/V ${index + 2} 0 R>>`).join('');
    const catalog = `1 0 obj\n<</Type/Catalog/AcroForm<</Fields[${values}]>>>>\nendobj\n`;
    const objects = Array.from({ length: fields }, (_, index) => `${index + 2} 0 obj ${opening}`);
    const offsets = [head.length];
    let at = head.length + catalog.length;
    for (const object of objects) {
      offsets.push(at);
      at += object.length;
    }
    const filling = Buffer.alloc(64 * 1024 * 1024, opening);
    const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    const tail = `xref\n0 ${fields + 2}\n0000000000 65535 f \n${rows}trailer\n<</Size ${fields + 2}/Root 1 0 R>>\n`;
    const before = Buffer.from(head + catalog + objects.join(''), 'latin1');
    const end = `startxref\n${before.length + filling.length + 1}\n%%EOF\n`;
    expect(['unreadable', 'tampered']).toContain(
      verdictOf(Buffer.concat([before, filling, Buffer.from(`\n${tail}${end}`, 'latin1')])),
    );
  });

  it('marks of signatures in thousands of open strings', () => {
    const bytes = Buffer.alloc(64 * 1024 * 1024, '1 0 obj (/ByteRange');
    expect(['unreadable', 'tampered']).toContain(verdictOf(Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes])));
  });

  it('a cross-reference stream that inflates to gigabytes', () => {
    const data = deflateSync(Buffer.alloc(200 * 1024 * 1024), { level: 9 }).toString('latin1');
    const dictionary = `<</Type/XRef/Size 9/W[1 3 1]/Root 1 0 R/Filter/FlateDecode/Length ${data.length}>>`;
    expect(verdictOf(wrapped(`1 0 obj\n${dictionary}\nstream\n${data}\nendstream\nendobj`))).toBe('unreadable');
  });

  it('a file above the limit is refused by its size alone', () => {
    const report = verifySignature(new Uint8Array(MAX_FILE_BYTES + 1), []);
    expect(report.reasons.map(({ code }) => code)).toEqual(['too-large']);
  });
});

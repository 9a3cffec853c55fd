import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { countersign } from '../../../electron/countersign/countersign';
import { signPdf } from '../../../electron/signing/sign-pdf';
import { verifySignature, type SignatureReport } from '../../../electron/verify/verify-signature';
import { testIdentity, type TestIdentity } from '../../support/pdf/identities';
import { run } from '../../support/pdf/outside-tools';
import { smallReport } from '../../support/pdf/small-report';
import { nextNumber, objectWith, placeholder, updated, withField } from '../../support/pdf/updated';

const codes = ({ reasons }: SignatureReport): string[] => reasons.map(({ code }) => code);

describe('each signature stands on its own revision', () => {
  let issuer: TestIdentity;
  let unit: TestIdentity;
  let report: Buffer;
  const check = (bytes: Uint8Array, trust = [issuer.der]): SignatureReport => verifySignature(bytes, trust);
  const received = (bytes: Uint8Array, role: 'receipt' | 'witness' = 'receipt', remark = '一式两份'): Buffer =>
    Buffer.from(
      countersign(bytes, unit.signer, { role, remark, claimedAt: new Date('2026-11-24T08:00:00Z'), locale: 'zh-CN' }),
    );
  const signedBy = (bytes: Buffer, { signer }: TestIdentity): Buffer => Buffer.from(signPdf(bytes, signer));

  beforeAll(async () => {
    issuer = await testIdentity();
    unit = await testIdentity({ organisation: '绿源物业服务有限公司' });
    report = signedBy(await smallReport(), issuer);
  });

  it('a receipt leaves our signer shown, and the report valid', () => {
    const signed = received(report);
    const found = check(signed);
    expect(found.verdictSoFar).toBe('intact');
    expect(found.signature).toMatchObject({ signer: '通达机电设备有限公司', intact: true, coversWholeFile: false });
    expect(found.signatures).toMatchObject([
      {
        role: 'issuer',
        verdict: 'valid',
        coversTo: report.length,
        changesBefore: [],
        changesAfter: ['signature-field'],
      },
      {
        role: 'receipt',
        remark: '一式两份',
        signer: '绿源物业服务有限公司',
        claimedTime: '2026-11-24T08:00:00Z',
        verdict: 'untrusted',
        coversTo: signed.length,
        changesBefore: ['signature-field'],
        changesAfter: [],
      },
    ]);
    expect(check(signed, [issuer.der, unit.der]).signatures[1]!.verdict).toBe('valid');
    expect(Buffer.from(found.revision!).equals(report)).toBe(true);
  });

  it('a later signature never improves the verdict of our report', () => {
    expect(codes(check(received(report), [unit.der]))).toEqual(['not-in-trust-list']);
  });

  it('ten signatures, one behind the other, are told in their order', () => {
    let bytes = report;
    for (let count = 0; count < 10; count++)
      bytes = received(bytes, count % 2 === 0 ? 'receipt' : 'witness', `第${count + 1}份`);
    const { signatures, verdictSoFar } = check(bytes);
    expect(verdictSoFar).toBe('intact');
    expect(signatures.map(({ role }) => role)).toEqual([
      'issuer',
      ...Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? 'receipt' : 'witness')),
    ]);
    expect(signatures.map(({ remark }) => remark).slice(1)).toEqual(
      Array.from({ length: 10 }, (_, at) => `第${at + 1}份`),
    );
    expect(signatures.slice(1).every(({ changesBefore }) => changesBefore.join() === 'signature-field')).toBe(true);
  });

  it('a signature that another program adds leaves ours whole, and has no role', () => {
    const found = check(signedBy(withField(report, { value: '/Reason (seen)\n' }), unit));
    expect(found.verdictSoFar).toBe('intact');
    expect(found.signatures[1]).toMatchObject({ role: 'unknown', remark: 'seen', changesBefore: ['signature-field'] });
  });

  it('validation data and a time-stamp leave ours whole', () => {
    const number = nextNumber(report);
    const catalog = objectWith(report, '/Type /Catalog');
    const withData = updated(report, {
      [number]: `<<\n/Certs [${number + 1} 0 R]\n>>`,
      [number + 1]: '<<\n/Length 3\n>>\nstream\nabc\nendstream',
      [catalog.number]: catalog.text.replace(
        />>$/,
        `/DSS ${number} 0 R\n/Extensions << /ESIC << /BaseVersion /1.7 /ExtensionLevel 5 >> >>\n>>`,
      ),
    });
    expect(check(withData).verdictSoFar).toBe('intact');
    expect(check(withData).signatures[0]!.changesAfter).toEqual(['dss']);
    const kind = '/Type /DocTimeStamp\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.RFC3161\n';
    const found = check(signedBy(withField(withData, { signature: placeholder('', kind) }), unit));
    expect(found.verdictSoFar).toBe('intact');
    expect(found.signatures[0]!.changesAfter).toEqual(['dss', 'timestamp']);
    expect(found.signatures[1]!.changesBefore).toEqual(['dss', 'timestamp']);
  });

  it('what stood in an earlier signature and the line ends behind it are no change', () => {
    const twice = received(received(report), 'witness', '');
    expect(check(Buffer.concat([twice, Buffer.from('\n')])).verdictSoFar).toBe('intact');
  });

  describe('changes that no standard allows', () => {
    const page = () => objectWith(report, '/Type /Page\n');
    const catalog = () => objectWith(report, '/Type /Catalog');
    const next = () => nextNumber(report);
    const stream = (text: string): string => `<<\n/Length ${text.length}\n>>\nstream\n${text}\nendstream`;
    const contentOf = (): number => Number(/\/Contents (\d+) 0 R/.exec(page().text)![1]);
    const fontOf = (): number => objectWith(report, '/Type /Font\n').number;
    const ATTACKS: Readonly<Record<string, [() => Buffer, string]>> = {
      'a page’s content replaced': [() => updated(report, { [contentOf()]: stream('BT ET') }), 'page-after-signing'],
      'a page pointed at other content': [
        () =>
          updated(report, {
            [next()]: stream('BT ET'),
            [page().number]: page().text.replace(/\/Contents \d+/, `/Contents ${next()}`),
          }),
        'page-after-signing',
      ],
      'a font replaced': [
        () => updated(report, { [fontOf()]: '<<\n/Type /Font\n/Subtype /Type1\n/BaseFont /Courier\n>>' }),
        'page-after-signing',
      ],
      'a page tree replaced': [
        () =>
          updated(report, { [objectWith(report, '/Type /Pages').number]: '<<\n/Type /Pages\n/Count 0\n/Kids []\n>>' }),
        'page-after-signing',
      ],
      'an annotation added': [
        () =>
          updated(report, {
            [next()]: '<<\n/Type /Annot\n/Subtype /FreeText\n/Rect [0 0 500 800]\n/Contents (met 24)\n>>',
            [page().number]: page().text.replace(/\/Annots \[/, `/Annots [${next()} 0 R `),
          }),
        'annotation-after-signing',
      ],
      'our signature’s annotation taken off the page': [
        () => updated(report, { [page().number]: page().text.replace(/\/Annots \[[^\]]*\]/, '/Annots []') }),
        'annotation-after-signing',
      ],
      'the appearance of our signature replaced': [
        () => {
          const field = objectWith(report, '/FT /Sig');
          return updated(report, {
            [next()]: stream('q Q'),
            [field.number]: field.text.replace(/\/N \d+ 0 R/, `/N ${next()} 0 R`),
          });
        },
        'annotation-after-signing',
      ],
      'our signature’s field taken out of the form': [
        () => {
          const form = objectWith(report, '/Fields [', '/SigFlags');
          return updated(report, { [form.number]: form.text.replace(/\/Fields \[[^\]]*\]/, '/Fields []') });
        },
        'other-after-signing',
      ],
      'fields that a viewer is to draw anew': [
        () => {
          const form = objectWith(report, '/Fields [', '/SigFlags');
          return updated(report, { [form.number]: form.text.replace(/>>$/, '/NeedAppearances true\n>>') });
        },
        'other-after-signing',
      ],
      'another catalog': [
        () => {
          const bytes = updated(report, { [next()]: catalog().text });
          const root = /\/Root \d+ 0 R/.exec(bytes.toString('latin1', bytes.lastIndexOf('/Root ')))![0];
          bytes.write(`/Root ${next()} 0 R`.padEnd(root.length), bytes.lastIndexOf('/Root '), 'latin1');
          return bytes;
        },
        'other-after-signing',
      ],
      'a script that opens with the file': [
        () =>
          updated(report, {
            [catalog().number]: catalog().text.replace(
              />>$/,
              '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>\n>>',
            ),
          }),
        'other-after-signing',
      ],
      'layers that hide what is shown': [
        () =>
          updated(report, {
            [catalog().number]: catalog().text.replace(/>>$/, '/OCProperties << /OCGs [] /D << >> >>\n>>'),
          }),
        'page-after-signing',
      ],
      'another evidence': [
        () => updated(report, { [objectWith(report, '/Type /EmbeddedFile').number]: stream('{}') }),
        'other-after-signing',
      ],
      'another title': [
        () => {
          const info = objectWith(report, '/CreationDate', '/Title');
          return updated(report, { [info.number]: info.text.replace(/\/Title \d+ 0 R/, '/Title (compliant)') });
        },
        'other-after-signing',
      ],
      'the words of the title replaced where they stand': [
        () => {
          const info = objectWith(report, '/CreationDate', '/Title');
          return updated(report, { [Number(/\/Title (\d+)/.exec(info.text)![1])]: '(compliant)' });
        },
        'other-after-signing',
      ],
      'an object that nothing leads to': [() => updated(report, { [next()]: stream('BT ET') }), 'other-after-signing'],
      'an object of ours freed': [
        () => {
          const bytes = updated(report, { [next()]: stream('BT ET') });
          const row = bytes.lastIndexOf(`${next()} 1\n`);
          bytes.write(`${contentOf()} 1\n0000000000 00001 f `.padEnd(22), row, 'latin1');
          return bytes;
        },
        'other-after-signing',
      ],
    };

    it.each(Object.entries(ATTACKS))('%s', (_name, [attack, code]) => {
      const found = check(attack());
      expect(found.verdictSoFar).toBe('tampered');
      expect(codes(found)).toContain(code);
      expect(found.signature).toMatchObject({ signer: '通达机电设备有限公司', coversWholeFile: false });
    });

    it('a stranger who signs such a change does not make it better', () => {
      const changed = updated(report, { [contentOf()]: stream('BT (met 24) Tj ET') });
      const found = check(signedBy(withField(changed), unit), [issuer.der, unit.der]);
      expect(found.verdictSoFar).toBe('tampered');
      expect(found.signature!.signer).toBe('通达机电设备有限公司');
      expect(found.signatures).toMatchObject([
        { role: 'issuer', verdict: 'tampered' },
        { role: 'unknown', verdict: 'valid', changesBefore: ['signature-field', 'page'] },
      ]);
    });

    it('a change in the very update that a stranger signs', () => {
      const found = check(signedBy(withField(report, { more: { [contentOf()]: stream('BT ET') } }), unit));
      expect(found.verdictSoFar).toBe('tampered');
      expect(codes(found)).toContain('page-after-signing');
    });

    it('a change that a later update takes back', () => {
      const there = updated(report, {
        [page().number]: page()
          .text.replace('/MediaBox [', '/MediaBox [ ')
          .replace(/841.89|842/, '100'),
      });
      const back = updated(there, { [page().number]: page().text });
      expect(check(there).verdictSoFar).toBe('tampered');
      expect(check(back).verdictSoFar).toBe('tampered');
    });

    it('a field with an action, with the name of ours, or of another kind', () => {
      const found = (wish: Parameters<typeof withField>[1]): SignatureReport => check(withField(report, wish));
      expect(codes(found({ field: '/A << /S /JavaScript /JS (1) >>\n' }))).toContain('annotation-after-signing');
      expect(codes(found({ name: 'Signature1' }))).toContain('annotation-after-signing');
      const text = withField(report);
      text.write('/FT /Tx ', text.lastIndexOf('/FT /Sig'), 'latin1');
      expect(codes(check(text))).toContain('annotation-after-signing');
    });

    it('a field that shows the value of ours as its own', () => {
      const own = objectWith(report, '/ByteRange').number;
      const bytes = withField(report);
      const at = bytes.lastIndexOf(`/V ${next() + 1} 0 R`);
      bytes.write(`/V ${String(own).padStart(String(next() + 1).length, '0')} 0 R`, at, 'latin1');
      expect(codes(check(bytes))).toContain('other-after-signing');
    });

    it('a signature that shows itself over words or over ours; beside them it may', () => {
      const shown = (rect: string) => check(signedBy(withField(report, { rect }), unit)).verdictSoFar;
      expect(shown('0 700 300 842')).toBe('tampered');
      expect(shown('80 190 200 230')).toBe('tampered');
      expect(shown('0 0 x 842')).not.toBe('intact');
      expect(shown('72 300 232 340')).toBe('intact');
    });

    it('an index that points an object of ours at other bytes of the same file', () => {
      const bytes = updated(report, { [next()]: stream('x') }).toString('latin1');
      const other = objectWith(report, '/Type /Pages').number;
      const at = report.toString('latin1').indexOf(`\n${other} 0 obj`) + 1;
      const moved = bytes.replace(
        new RegExp(`${next()} 1\n\\d{10} 00000 n`),
        `${contentOf()} 1\n${String(at).padStart(10, '0')} 00000 n`.padEnd(20),
      );
      expect(check(Buffer.from(moved, 'latin1')).verdictSoFar).toBe('tampered');
    });

    it('an index that leaves our revision out', () => {
      const bytes = received(report).toString('latin1');
      const cut = bytes.replace(/\/Prev \d+/, (text) => `/Prev ${'9'.padStart(text.length - 6, '0')}`);
      expect(check(Buffer.from(cut, 'latin1')).verdictSoFar).toBe('tampered');
    });

    it.each([
      ['blanks and words', ' more'],
      ['a comment', '% more\n'],
      ['half an update', '90 0 obj\n<<>>\nendobj\n'],
      ['a second end', 'startxref\n9\n%%EOF\n'],
    ])('%s behind a receipt', (_name, tail) => {
      const found = check(Buffer.concat([received(report), Buffer.from(tail)]));
      expect(found.verdictSoFar).toBe('tampered');
      expect(codes(found)).toContain('bytes-after-signature');
    });

    it('a byte of our revision, under a receipt', () => {
      const signed = received(report);
      for (const at of [200, report.indexOf('/Type /Page\n') + 3, report.length - 3]) {
        const changed = Buffer.from(signed);
        changed[at]! ^= 1;
        expect(check(changed).verdictSoFar).toBe('tampered');
      }
    });
  });

  it('a byte of a receipt makes that receipt tampered, and our report no worse', () => {
    const signed = received(report);
    signed.write('9', signed.lastIndexOf('/M (D:2026') + 6, 'latin1');
    const found = check(signed);
    expect(found.signatures.map(({ verdict }) => verdict)).toEqual(['valid', 'tampered']);
    expect(found.verdictSoFar).toBe('intact');
  });

  it('qpdf reads a file with a receipt without complaint', () => {
    const folder = mkdtempSync(join(tmpdir(), 'revisions-'));
    writeFileSync(join(folder, 'a.pdf'), received(received(report)));
    const { stdout, status } = run('qpdf', ['--check', join(folder, 'a.pdf')]);
    rmSync(folder, { recursive: true, force: true });
    expect(stdout).toContain('No syntax or stream encoding errors found');
    expect(status).toBe(0);
  });

  it('a place kept for a signature is an addition too', () => {
    expect(check(withField(report)).signatures[0]!.changesAfter).toEqual(['signature-field']);
    expect(placeholder()).toContain('/ByteRange');
  });
});

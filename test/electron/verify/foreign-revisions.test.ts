import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifySignature, type SignatureReport } from '../../../electron/verify/verify-signature';
import { foreignPdf, signedByOpenssl } from '../../support/pdf/foreign-pdf';

const codes = ({ reasons }: SignatureReport): string[] => reasons.map(({ code }) => code);
const SOUND = ['not-in-trust-list', 'foreign-maker', 'no-evidence'];

/** An update as another program writes it, behind a file of another maker. */
function behind(pdf: Buffer, objects: Readonly<Record<number, string>>): Buffer {
  const startxref = /startxref\r\n(\d+)\r\n%%EOF\r\n$/.exec(pdf.toString('latin1'))![1];
  let body = '';
  const rows = Object.entries(objects).map(([number, value]) => {
    const row = `${number} 1\r\n${String(pdf.length + body.length).padStart(10, '0')} 00000 n\r\n`;
    body += `${number} 0 obj\r\n${value}\r\nendobj\r\n`;
    return row;
  });
  const size = Math.max(9, ...Object.keys(objects).map((number) => Number(number) + 1));
  const at = pdf.length + body.length;
  const tail = `xref\r\n${rows.join('')}trailer\r\n<</Size ${size}/Root 1 0 R/Prev ${startxref}>>\r\nstartxref\r\n${at}\r\n%%EOF\r\n`;
  return Buffer.concat([pdf, Buffer.from(body + tail, 'latin1')]);
}

describe('what came behind the signature of another maker', () => {
  let folder: string;
  let signed: Buffer;
  const check = (objects: Readonly<Record<number, string>>): SignatureReport =>
    verifySignature(behind(signed, objects), []);
  const catalog = (more: string): string =>
    `<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]/SigFlags 3>>${more}>>`;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'foreign-revisions-'));
    signed = signedByOpenssl(folder, foreignPdf({})).bytes;
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('validation data leave it intact', () => {
    const report = check({
      1: catalog('/DSS 9 0 R'),
      9: '<</Certs[10 0 R]>>',
      10: '<</Length 1>>\nstream\nx\nendstream',
    });
    expect(report.verdictSoFar).toBe('untrusted');
    expect(codes(report)).toEqual(SOUND);
    expect(report.signature).toMatchObject({ intact: true, coversWholeFile: false });
    expect(report.signatures).toMatchObject([{ role: 'unknown', verdict: 'untrusted', changesAfter: ['dss'] }]);
  });

  it.each<[string, Record<number, string>, string]>([
    [
      'an annotation',
      {
        3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots[5 0 R 9 0 R]/Resources<<>>>>',
        9: '<</Type/Annot/Subtype/Text/Rect[0 0 9 9]>>',
      },
      'annotation-after-signing',
    ],
    ['other content', { 4: '<</Length 5>>\nstream\nBT ET\nendstream' }, 'page-after-signing'],
    [
      'a script',
      { 1: '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]/SigFlags 3>>/OpenAction<</S/JavaScript/JS(1)>>>>' },
      'other-after-signing',
    ],
    [
      'validation data that take the page in, and then its content',
      {
        1: '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]/SigFlags 3>>/DSS<</Certs[4 0 R]>>>>',
        4: '<</Length 5>>\nstream\nBT ET\nendstream',
      },
      'page-after-signing',
    ],
  ])('%s makes it tampered', (_name, objects, code) => {
    const report = check(objects);
    expect(report.verdictSoFar).toBe('tampered');
    expect(codes(report)).toContain(code);
  });

  it('content under the name of validation data that came before is still content', () => {
    const first = behind(signed, { 1: catalog('/DSS<</Certs[4 0 R]>>') });
    const report = verifySignature(behind(first, { 4: '<</Length 5>>\nstream\nBT ET\nendstream' }), []);
    expect(codes(report)).toContain('page-after-signing');
  });

  it('usage rights are no signature', () => {
    const rights =
      '<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 1 2 3]/Contents<3003020100>>>';
    const plain = foreignPdf({});
    const bytes = behind(plain, {
      1: '<</Type/Catalog/Pages 2 0 R/Perms<</UR3 9 0 R>>>>',
      3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>',
      5: 'null',
      6: 'null',
      9: rights,
    });
    const report = verifySignature(bytes, []);
    expect(report.verdictSoFar).toBe('unsigned');
    expect(codes(report)).toEqual(['usage-rights']);
  });

  it('an object stream written anew takes its objects with it', () => {
    const packed = signedByOpenssl(folder, foreignPdf({ xrefStream: true })).bytes;
    const member =
      '1 0 <</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]/SigFlags 3>>/OpenAction<</S/JavaScript/JS(1)>>>>';
    const bytes = behind(packed, {
      7: `<</Type/ObjStm/N 1/First 4/Length ${member.length}>>\nstream\n${member}\nendstream`,
    });
    expect(codes(verifySignature(bytes, []))).toContain('other-after-signing');
  });
});

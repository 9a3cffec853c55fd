import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BridgeError } from '../../../domain/bridge/errors';
import { countersign, requireCountersignable } from '../../../electron/countersign/countersign';
import { signPdf } from '../../../electron/signing/sign-pdf';
import { verifyPdf, type VerifyResult } from '../../../electron/verify/verify-pdf';
import { foreignPdf, signedByOpenssl } from '../../support/pdf/foreign-pdf';
import { testIdentity, type TestIdentity } from '../../support/pdf/identities';
import { pdfsig, preflightFindings, run, runOk, trustingNssDatabase } from '../../support/pdf/outside-tools';
import { smallReport } from '../../support/pdf/small-report';
import { nextNumber, objectWith, updated } from '../../support/pdf/updated';

const CLAIMED_AT = new Date('2026-11-24T08:00:00Z');

describe('a receipt inside the file', () => {
  let folder: string;
  let issuer: TestIdentity;
  let unit: TestIdentity;
  let paper: Buffer;
  const at = (name: string): string => join(folder, name);
  const signed = (
    bytes: Uint8Array,
    { signer } = unit,
    remark = '已收到',
    role: 'receipt' | 'witness' = 'receipt',
  ): Buffer => Buffer.from(countersign(bytes, signer, { role, remark, claimedAt: CLAIMED_AT, locale: 'zh-CN' }));
  const verified = (bytes: Uint8Array): Promise<VerifyResult> =>
    verifyPdf(bytes, {
      trust: [issuer.der],
      checkEvidence: () => Promise.resolve({ present: true, verdictReproduced: true, failures: [], doubts: null }),
      checkPages: () => Promise.resolve({ match: true, reason: null }),
    });
  const refusal = async (bytes: Uint8Array): Promise<string> => {
    const result = await verified(bytes);
    try {
      requireCountersignable(result);
      return 'taken';
    } catch (error) {
      return (error as BridgeError).code;
    }
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'countersign-'));
    issuer = await testIdentity();
    unit = await testIdentity({ organisation: '绿源物业服务有限公司', algorithm: 'rsa-3072' });
    paper = Buffer.from(signPdf(await smallReport(), issuer.signer));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('stands behind the paper, of which no byte moves, and leaves it valid', async () => {
    const file = signed(paper);
    expect(file.subarray(0, paper.length).equals(paper)).toBe(true);
    const result = await verified(file);
    expect(result.verdict).toBe('valid');
    expect(result.signatures.map(({ role, remark, verdict }) => [role, remark, verdict])).toEqual([
      ['issuer', null, 'valid'],
      ['receipt', '已收到', 'untrusted'],
    ]);
  });

  it('outside judges find every signature valid, the last over the whole file, and the file sound', async () => {
    const inspector = await testIdentity({ organisation: '特检院' });
    writeFileSync(at('two.pdf'), signed(signed(paper), inspector, '', 'witness'));
    const told = pdfsig(at('two.pdf'), trustingNssDatabase(at('nss'), issuer.pem));
    expect(told.match(/Signature Validation: Signature is Valid\./g)).toHaveLength(3);
    expect(told.match(/Total document signed/g)!.length).toBeGreaterThanOrEqual(1);
    expect(told).toContain('Countersignature2');
    expect(runOk('qpdf', ['--check', at('two.pdf')])).toContain('No syntax or stream encoding errors found');
    expect(runOk('qpdf', ['--json', '--json-key=acroform', at('two.pdf')])).toContain('Countersignature1');
  });

  it('breaks no rule of PDF/A or of tagged files that the paper kept', () => {
    writeFileSync(at('paper.pdf'), paper);
    writeFileSync(at('one.pdf'), signed(paper));
    const before = new Set(preflightFindings(at('paper.pdf')));
    expect(preflightFindings(at('one.pdf')).filter((line) => !before.has(line))).toEqual([]);
    expect(run('pdfinfo', [at('one.pdf')]).stdout).toContain('Tagged:          yes');
  });

  it('takes ten, in their order, and no eleventh', async () => {
    let file = paper;
    for (let count = 1; count <= 10; count++) {
      expect(await refusal(file)).toBe('taken');
      file = signed(file, unit, `第${count}份`);
    }
    expect((await verified(file)).signatures.slice(1).map(({ remark }) => remark)).toEqual(
      Array.from({ length: 10 }, (_, index) => `第${index + 1}份`),
    );
    expect(await refusal(file)).toBe('countersign-full');
  });

  it('goes behind an update with a cross-reference stream too', async () => {
    const [number, start] = [nextNumber(paper), paper.length];
    const startxref = /startxref\n(\d+)\n%%EOF\n$/.exec(paper.toString('latin1'))![1];
    const catalog = objectWith(paper, '/Type /Catalog');
    const dss = updated(paper, {
      [number]: '<<\n/Certs []\n>>',
      [catalog.number]: catalog.text.replace(/>>$/, `/DSS ${number} 0 R\n>>`),
    });
    const section = dss.lastIndexOf('xref\n', dss.lastIndexOf('startxref') - 1);
    const rows = Buffer.alloc(15);
    [number, catalog.number, number + 1].forEach((object, index) => {
      const place = object === number + 1 ? section : dss.indexOf(`${object} 0 obj`, start);
      rows[index * 5] = 1;
      rows.writeUInt32BE(place, index * 5 + 1);
    });
    const root = /\/Root \d+ 0 R/.exec(paper.toString('latin1'))![0];
    const info = /\/Info \d+ 0 R/.exec(paper.toString('latin1'))![0];
    const index = `[${number} 1 ${catalog.number} 1 ${number + 1} 1]`;
    const stream = `${number + 1} 0 obj\n<< /Type /XRef /Size ${number + 2} ${root} ${info} /W [1 4 0] /Index ${index} /Prev ${startxref} /Length 15 >>\nstream\n`;
    const tail = `\nendstream\nendobj\nstartxref\n${section}\n%%EOF\n`;
    const file = Buffer.concat([dss.subarray(0, section), Buffer.from(stream), rows, Buffer.from(tail)]);
    expect((await verified(file)).signatures[0]).toMatchObject({ verdict: 'valid', changesAfter: ['dss'] });
    writeFileSync(at('streams.pdf'), signed(file));
    expect((await verified(signed(file))).signatures.map(({ changesBefore }) => changesBefore)).toEqual([
      [],
      ['signature-field', 'dss'],
    ]);
    expect(run('qpdf', ['--check', at('streams.pdf')]).status).toBe(0);
  });

  it('is refused for a file that is none of ours, unsigned, changed, encrypted, or no PDF', async () => {
    expect(await refusal(signedByOpenssl(folder, foreignPdf({})).bytes)).toBe('countersign-not-ours');
    expect(await refusal(await smallReport())).toBe('countersign-not-ours');
    expect(await refusal(Buffer.from('梯审'))).toBe('countersign-not-ours');
    const changed = Buffer.from(paper);
    changed[300]! ^= 1;
    expect(await refusal(changed)).toBe('countersign-tampered');
    const broken = signed(paper);
    broken.write('9', broken.lastIndexOf('/M (D:2026') + 6, 'latin1');
    expect(await refusal(broken)).toBe('countersign-tampered');
    writeFileSync(at('in.pdf'), paper);
    runOk('qpdf', ['--encrypt', 'user', 'owner', '256', '--', at('in.pdf'), at('locked.pdf')]);
    expect(await refusal(readFileSync(at('locked.pdf')))).toBe('countersign-encrypted');
  });
});

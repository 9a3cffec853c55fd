import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVIDENCE_FILE_NAME } from '../../../domain/report/evidence';
import { signPdf } from '../../../electron/signing/sign-pdf';
import { testIdentity } from '../../support/pdf/identities';
import { pdfsig, preflight, preflightFindings, run, runOk, trustingNssDatabase } from '../../support/pdf/outside-tools';
import { objectsOf, paintedOutside, renderedFile, textOf, type RenderedFile } from '../../support/pdf/rendered';
import {
  ABANDONED,
  COMPLIANT,
  evidenceBytes,
  LAPSED,
  NO_DATA,
  SHUT,
  storyEvidence,
  type Story,
} from '../../support/report-stories';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-pdf-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const STORIES: readonly (readonly [string, Story])[] = [
  ['lapsed', LAPSED],
  ['non-compliant, out of service', ABANDONED],
  ['compliant', COMPLIANT],
  ['without data', NO_DATA],
  ['without a service day', SHUT],
  ['lapsed, in English', { ...LAPSED, locale: 'en' }],
  ['non-compliant, in English', { ...ABANDONED, locale: 'en' }],
  ['made up', { ...LAPSED, elevator: { sample: true } }],
];

describe.each(STORIES)('the report of an elevator that is %s', (name, story) => {
  const evidence = storyEvidence(story);
  let made: RenderedFile;
  beforeAll(async () => {
    made = await renderedFile(folder, name, evidence);
  });

  it('is a sound PDF 1.7, tagged, with metadata', () => {
    expect(runOk('qpdf', ['--check', made.file])).toContain('No syntax or stream encoding errors found');
    const info = runOk('pdfinfo', [made.file]);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^PDF version: +1\.7$/m);
    expect(info).toMatch(/^Metadata Stream: +yes$/m);
    expect(info).toMatch(/^Form: +AcroForm$/m);
    expect(info).toMatch(new RegExp(`^Pages: +${made.pages}$`, 'm'));
  });

  it('embeds every font as a subset with Unicode', () => {
    const lines = runOk('pdffonts', [made.file]).trim().split('\n').slice(2);
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatch(/CID TrueType +Identity-H +yes yes yes/);
  });

  it('breaks no rule of PDF/A that PDFBox Preflight knows, beside the four that part 3 allows', () => {
    const findings = preflightFindings(made.file);
    for (const line of findings) if (line.startsWith('3.1.11')) expect(line).toContain('The CIDSet entry is missing');
    expect(findings.find((line) => line.startsWith('7.11.2'))).toContain('part must be 1');
    const kinds = new Set(findings.map((line) => /^[\d.]+\d/.exec(line)?.[0]));
    expect([...kinds].sort()).toEqual(['1.2.9', '1.4.7', '3.1.11', '7.11.2']);
  });

  it('gives its evidence back byte for byte', () => {
    const out = join(folder, `${name}.json`);
    runOk('pdfdetach', ['-save', '1', '-o', out, made.file]);
    expect(readFileSync(out).equals(evidenceBytes(evidence))).toBe(true);
    expect(runOk('pdfdetach', ['-list', made.file])).toContain(EVIDENCE_FILE_NAME);
  });

  it('prints every date of every gap, and the deadlines, as text', () => {
    const text = textOf(made.file);
    for (const gap of evidence.audit.rules.flatMap(({ gaps }) => gaps))
      for (const day of [gap.from, gap.deadline, ...(gap.to === null ? [] : [gap.to])]) expect(text).toContain(day);
    for (const { dueOn } of evidence.audit.rules) if (dueOn !== null) expect(text).toContain(dueOn);
  });

  it('paints nothing outside marked content', () => {
    const { pages, outside } = paintedOutside(made.file);
    expect(pages).toBe(made.pages);
    expect(outside).toEqual([]);
  });
});

describe('a signed report', () => {
  it('is covered whole by a valid signature of the expected kind', async () => {
    const made = await renderedFile(folder, 'signed', storyEvidence(LAPSED));
    const { signer, pem } = await testIdentity();
    writeFileSync(made.file, signPdf(made.bytes, signer));
    const answer = pdfsig(made.file, trustingNssDatabase(join(folder, 'nss'), pem));
    expect(answer).toContain('Signature Type: ETSI.CAdES.detached');
    expect(answer).toContain('Total document signed');
    expect(answer).toContain('Signature Validation: Signature is Valid.');
    expect(answer).toContain('Certificate Validation: Certificate is Trusted.');
    expect(preflight(made.file)).toEqual([]);
  });
});

describe('structure', () => {
  let tree: string;
  let objects: string;
  let file: string;
  beforeAll(async () => {
    ({ file } = await renderedFile(folder, 'structure', storyEvidence(LAPSED)));
    tree = runOk('pdfinfo', ['-struct-text', file]);
    objects = objectsOf(file);
  });

  it('has one heading of the first level, tables with head cells of a scope, and figures with a meaning', () => {
    expect(tree.match(/^ *H1 /gm)).toHaveLength(1);
    expect(tree.match(/^ *H2 /gm)).toHaveLength(9);
    expect(tree.match(/^ *Form$/gm)).toHaveLength(1);
    expect(objects.match(/\/S \/Figure/g)).toHaveLength(2); // strip and QR code
    expect(tree.match(/\/Scope \/Column/g)).toHaveLength(9 + 3 * 5 + 8 + 8 + 6 + 3 + 6);
    expect(objects).not.toContain('/Headers');
  });

  it('repeats the head of a broken table as an artifact only', () => {
    expect(textOf(file).split('何以合规').length - 1).toBeGreaterThan(tree.split('"何以合规"').length - 1);
    expect(textOf(file)).toContain('续表');
    expect(tree).not.toContain('续表');
    expect(tree.match(/"表1 半月维护保养间隔/g)).toHaveLength(1);
  });

  it('says what the strip shows instead of showing it', async () => {
    const english = await renderedFile(folder, 'strip', storyEvidence({ ...LAPSED, locale: 'en' }));
    const meaning = '22 visits in the period; late 7 times: Half-month, limit 2025-12-11, 1 day late';
    expect(objectsOf(english.file)).toContain(meaning);
  });

  it('tells a screen reader which words of an English paper are Chinese', async () => {
    const english = objectsOf((await renderedFile(folder, 'lang-en', storyEvidence({ locale: 'en' }))).file);
    expect(english.match(/\/Lang \(zh-CN\)[^>]*\/S \/Span/g)!.length).toBeGreaterThan(20);
    expect(english).toMatch(/\/Lang \(en\)/);
    expect(objects).not.toContain('/S /Span');
    expect(objects).toMatch(/\/Lang \(zh-CN\)/);
  });
});

describe('what the catalogue and the attachment say', () => {
  it('the checksum of the evidence is its MD5 in 16 bytes, and its relationship is Data', async () => {
    const evidence = storyEvidence(LAPSED);
    const { file } = await renderedFile(folder, 'sum', evidence);
    const { stdout } = run('qpdf', ['--json', '--json-stream-data=none', file]);
    const text = JSON.stringify(JSON.parse(stdout));
    const md5 = createHash('md5').update(evidenceBytes(evidence)).digest('hex');
    expect(text.toLowerCase()).toContain(`"/checksum":"b:${md5}"`);
    expect(text).toContain('"/AFRelationship":"/Data"');
    expect(text).toContain('"/DisplayDocTitle":true');
    expect(text).toContain('"/Marked":true');
    expect(text).toContain('"/Subtype":"/application/json"');
  });

  it('metadata claim PDF/A-3b and PDF/UA-1 beside each other', async () => {
    const { bytes } = await renderedFile(folder, 'claims', storyEvidence(LAPSED));
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(text).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(text).toContain('http://www.aiim.org/pdfa/ns/extension/');
  });
});

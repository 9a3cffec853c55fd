import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { Hazard } from '../../../domain/hazard/hazard';
import type { RecordedHazard } from '../../../domain/record/dossier';
import type { RecordId } from '../../../domain/record/record-id';
import { judgedEvidence } from '../../../domain/report/audit-evidence';
import type { Evidence } from '../../../domain/report/evidence';
import type { PaperParticulars } from '../../../domain/report/paper-particulars';
import { isSummaryOf, summaryOf } from '../../../domain/report/summary/summary-of';
import { criteriaFor } from '../../../domain/report/used-parts';
import { renderPaper } from '../../../electron/pdf/render-paper';
import { fitQr } from '../../../electron/pdf/qr-fit';
import { signPdf } from '../../../electron/signing/sign-pdf';
import { signSummary } from '../../../electron/signing/sign-summary';
import { checkEvidence } from '../../../electron/verify/check-evidence';
import { canonicalJson } from '../../../domain/record/canonical-json';
import { testIdentity, type TestIdentity } from '../../support/pdf/identities';
import { pdfsig, preflight, runOk, trustingNssDatabase } from '../../support/pdf/outside-tools';
import { sharedFonts, textOf } from '../../support/pdf/rendered';
import { chinaPack } from '../../support/report-evidence';
import { LAPSED, NO_DATA, storyEvidence, type Story } from '../../support/report-stories';

const WHAT = ['门锁啮合不足7毫米', '轿厢照明一只不亮', '底坑积水', '对讲无应答', '层门地坎松动'];

function hazard(what: string, index: number): RecordedHazard {
  const value: Hazard = {
    registrationNo: storyEvidence(LAPSED).dossier.registrationNo,
    foundOn: `2026-11-1${index}` as CivilDate,
    foundBy: ['张建国'],
    source: 'visit',
    component: 'door-lock',
    location: `${index + 1}层层门`,
    what,
    responsible: { party: 'maintainer' },
  };
  return {
    id: `4f1a92c7/49${index}.1` as RecordId,
    at: '2026-11-20T09:00:00+08:00',
    author: '张建国',
    value,
    steps: [],
  };
}

describe('a public sheet', () => {
  let folder: string;
  let identity: TestIdentity;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sheet-'));
    identity = await testIdentity();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** The sheet of a story with its signed summary, as the application makes it. */
  function sheetOf(story: Story, hazards: number, paper: PaperParticulars = {}): Evidence {
    const base = storyEvidence({ ...story, number: '绿源梯审〔2026〕示字第4F1A92C7-0304号' });
    const dossier = { ...base.dossier, hazards: WHAT.slice(0, hazards).map(hazard) };
    const bare = judgedEvidence({
      ...base,
      kind: 'public-sheet',
      signer: { ...base.signer, fingerprint: identity.signer.fingerprint },
      dossier,
      criteria: criteriaFor(chinaPack.hazards!, dossier, 'public-sheet'),
      hazardDays: {},
      paper,
    });
    return { ...bare, paper: { ...paper, summary: signSummary(summaryOf(bare), identity.signer) } };
  }

  async function fileOf(
    name: string,
    evidence: Evidence,
  ): Promise<{ file: string; pages: number; unsigned: Uint8Array }> {
    const made = await renderPaper(evidence, sharedFonts());
    const file = join(folder, `${name}.pdf`);
    writeFileSync(file, made.unsigned);
    return { ...made, file };
  }

  const known = {
    maintainerPhone: '0571-5555 0138',
    managerPhone: '0571-5555 0172',
    safetyOfficer: '孙丽华',
    ratedPersons: 13,
  };
  const STORIES: readonly (readonly [string, Story, number, PaperParticulars])[] = [
    ['lapsed', { ...LAPSED, elevator: known }, 2, {}],
    ['lapsed-a5', { ...LAPSED, elevator: known }, 0, { size: 'A5' }],
    ['english', { ...LAPSED, locale: 'en', elevator: known }, 5, {}],
    ['english-a5', { ...LAPSED, locale: 'en' }, 5, { size: 'A5' }],
    ['nothing-known', { ...NO_DATA, elevator: { ...NO_DATA.elevator, rescueCode: null, maintainer: null } }, 0, {}],
    ['long', { ...LAPSED, elevator: { maintainer: '恒升电梯工程有限公司杭州拱墅分公司第三维保站'.repeat(8) } }, 5, {}],
    ['made-up', { ...LAPSED, elevator: { sample: true } }, 1, {}],
  ];

  it.each(STORIES)(
    'of the story %s is one sound page that gives its verdict again',
    async (name, story, hazards, paper) => {
      const evidence = sheetOf(story, hazards, paper);
      const { file, pages } = await fileOf(name, evidence);
      expect(pages).toBe(1);
      expect(runOk('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
      const info = runOk('pdfinfo', [file]);
      expect(info).toMatch(/^Pages: +1$/m);
      expect(info).toMatch(paper.size === 'A5' ? /419\.53 x 595\.28/ : /595\.28 x 841\.89/);
      const text = textOf(file);
      expect(text).toContain(evidence.number);
      if (hazards === 0) expect(text).toContain('无未销号隐患');
      for (const what of WHAT.slice(0, Math.min(hazards, 3))) expect(text).toContain(what);
      if (hazards === 5) expect(text).toContain(story.locale === 'en' ? '2more' : '另有2项');
      const bytes = new TextEncoder().encode(canonicalJson(evidence));
      const claimed = { fingerprint: `sha256:${evidence.signer.fingerprint}`, claimedTime: evidence.claimedAt };
      expect(checkEvidence(bytes, [], claimed)).toMatchObject({ present: true, failures: [{ code: 'pack-unknown' }] });
    },
  );

  it('says that what nobody recorded is not registered', async () => {
    const story = { ...NO_DATA, elevator: { rescueCode: null, maintainer: null, loadKg: null } };
    const text = textOf((await fileOf('missing', sheetOf(story, 0))).file);
    expect(text.match(/未登记/g)!.length).toBeGreaterThanOrEqual(7);
    expect(text).toContain('96333识别码未登记');
  });

  it('made twice has the same bytes; signed, it is covered whole by a valid signature', async () => {
    const evidence = sheetOf(LAPSED, 2);
    const [once, again] = [await fileOf('once', evidence), await fileOf('again', evidence)];
    expect(Buffer.from(once.unsigned).equals(Buffer.from(again.unsigned))).toBe(true);
    writeFileSync(once.file, signPdf(once.unsigned, identity.signer));
    const answer = pdfsig(once.file, trustingNssDatabase(join(folder, 'nss'), identity.pem));
    expect(answer).toContain('Total document signed');
    expect(answer).toContain('Signature Validation: Signature is Valid.');
    expect(preflight(once.file)).toEqual([]);
  });

  it('with the summary of another day is contradicted', () => {
    const evidence = sheetOf(LAPSED, 2);
    expect(isSummaryOf(evidence)).toBe(true);
    const other = sheetOf(LAPSED, 1).paper!.summary!;
    const wrong = { ...evidence, paper: { ...evidence.paper, summary: other } };
    const claimed = { fingerprint: `sha256:${evidence.signer.fingerprint}`, claimedTime: evidence.claimedAt };
    expect(checkEvidence(new TextEncoder().encode(canonicalJson(wrong)), [], claimed)).toMatchObject({
      verdictReproduced: false,
      failures: [{ code: 'summary-differs' }],
    });
  });

  it('has a code of modules of 0.8 mm, and none below 0.4 mm where the signature is of RSA', async () => {
    const MM = 72 / 25.4;
    const module = (text: string) => fitQr(text, 46 * MM, 0.8 * MM, 0.4 * MM)!.module / MM;
    expect(module(sheetOf(LAPSED, 2).paper!.summary!)).toBeCloseTo(0.8, 1);
    const rsa = await testIdentity({ algorithm: 'rsa-3072' });
    expect(module(signSummary(summaryOf(sheetOf(LAPSED, 2)), rsa.signer))).toBeGreaterThan(0.4);
    expect(fitQr('x'.repeat(5000), 46 * MM, 0.8 * MM, 0.4 * MM)).toBeNull();
  });

  it('reads aloud in the order in which it is printed, with its code as a figure', async () => {
    const tree = runOk('pdfinfo', ['-struct-text', (await fileOf('tree', sheetOf(LAPSED, 2))).file]);
    const places = [
      '电梯维保公示',
      '最近一次维保',
      '下次应不迟于',
      '维保单位',
      '未销号隐患',
      '被困或故障时',
      '如何核对本公示',
    ];
    const at = places.map((place) => tree.indexOf(place));
    expect(at.every((place) => place >= 0)).toBe(true);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(tree.match(/^ *H1 /gm)).toHaveLength(1);
    expect(tree).toMatch(/Figure/);
  });
});

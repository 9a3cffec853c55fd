import { createIdentity } from '../../electron/signing/create-identity';
import { openIdentity } from '../../electron/signing/open-identity';
import { signPdf } from '../../electron/signing/sign-pdf';
import { defaultPeriod } from '../../domain/calendar/period';
import { canonicalJson } from '../../domain/record/canonical-json';
import { NO_HASH } from '../../domain/record/entry';
import { composeComplianceReport } from '../../domain/report/papers/compliance/compose-compliance';
import type { Evidence } from '../../domain/report/evidence';
import { gatherEvidence } from '../../electron/papers/evidence';
import { sha256Hex } from '../../electron/fs/sha256';
import { doubtBases } from '../../electron/cli/doubt-bases';
import { sealEntry } from '../../electron/journal/seal-entry';
import { RecordState } from '../../electron/journal/record-state';
import { openFonts } from '../../electron/pdf/fonts';
import { evidenceBytes, renderReport } from '../../electron/pdf/render-report';
import { ASOF, fleetOf, readPack } from './fleet';
import { naiveReport } from './naive-report';
import { median, medians, ms, print } from './timing';

export const REPORTS = 100;
const CLAIMED_AT = '2026-11-23T16:00:00+08:00';

export function benchEvidences(root: string, fingerprint: string): Evidence[] {
  const pack = readPack(root);
  const state = new RecordState();
  const body = { ...fleetOf(REPORTS, 2), sources: [], elevatorChanges: [] };
  const entry = sealEntry(
    { type: 'records-imported', subject: '', author: '', body },
    { feed: NO_HASH, seq: 1, at: CLAIMED_AT, prev: NO_HASH },
  );
  state.apply(entry);
  const days = { asOf: ASOF, period: defaultPeriod(ASOF) };
  const basisOf = doubtBases(state.dossiers, { pack, days, ways: null, certificates: null });
  return [...state.dossiers.values()].map((dossier, i) =>
    gatherEvidence({
      version: 'bench',
      kind: 'compliance',
      hazardDays: {},
      lateDays: 3,
      scope: 'all',
      number: `梯审〔2026〕合字第${String(i + 1).padStart(4, '0')}号`,
      locale: 'zh-CN',
      asOf: ASOF,
      period: defaultPeriod(ASOF),
      claimedAt: CLAIMED_AT,
      signer: { organisation: '恒升电梯工程有限公司', person: '张建国', fingerprint },
      loaded: { pack, sha256: sha256Hex(canonicalJson(pack)), file: 'cn.json', origin: 'program' },
      chain: { origin: 'files', feed: NO_HASH, seq: 1, head: entry.hash },
      sources: [],
      refused: [],
      dossier,
      doubts: basisOf(dossier),
    }),
  );
}

/** The same content, ours against pdfkit as its guide has it; neither is signed in the comparison. */
export async function reportBench(root: string): Promise<void> {
  const wish = {
    organisation: '恒升电梯工程有限公司',
    kind: 'self-signed',
    algorithm: 'ec-p256',
    validYears: 1,
    now: new Date(),
  } as const;
  const { p12 } = await createIdentity(wish, 'bench');
  const { signer } = await openIdentity(p12, 'bench');
  const all = benchEvidences(root, signer.fingerprint);
  const one = all[0]!;
  const fonts = openFonts();
  const naive = (evidence: Evidence) =>
    naiveReport(composeComplianceReport(evidence), evidenceBytes(evidence), fonts.faces);
  const cold = performance.now();
  const first = await renderReport(one, openFonts());
  const coldTook = performance.now() - cold;
  const [ours, theirs] = await medians(
    15,
    () => renderReport(one, fonts),
    () => naive(one),
  );
  const signed = await median(15, async () => signPdf((await renderReport(one, fonts)).unsigned, signer));
  const [hundred, naiveHundred] = await medians(
    3,
    async () => {
      for (const evidence of all) await renderReport(evidence, fonts);
    },
    async () => {
      for (const evidence of all) await naive(evidence);
    },
  );
  const { length: bytes } = first.unsigned;
  const { length: naiveBytes } = await naive(one);
  const share = (a: number, b: number): string => `${(a / b).toFixed(2)} of naive`;
  const aim = { text: 'under a third' };
  print(`Compliance report, ${first.pages} pages, one thread`, [
    { what: 'one report, first of a process', result: ms(coldTook) },
    {
      what: 'one report, warm',
      result: `${ms(ours)}, ${Math.round(bytes / 1000)} kB`,
      ratio: share(ours, theirs),
      aim: { ...aim, reached: ours * 3 < theirs },
    },
    { what: 'one report, warm, signed', result: ms(signed) },
    {
      what: 'one naive report (doc.table, doc.file, tagged, fonts shared)',
      result: `${ms(theirs)}, ${Math.round(naiveBytes / 1000)} kB`,
    },
    {
      what: `${REPORTS} reports`,
      result: ms(hundred),
      ratio: share(hundred, naiveHundred),
      aim: { ...aim, reached: hundred * 3 < naiveHundred },
    },
    { what: `${REPORTS} naive reports`, result: ms(naiveHundred) },
  ]);
}

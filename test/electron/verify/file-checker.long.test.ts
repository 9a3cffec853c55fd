import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../domain/record/canonical-json';
import { judgedEvidence } from '../../../domain/report/audit-evidence';
import type { Evidence } from '../../../domain/report/evidence';
import { renderPaper } from '../../../electron/pdf/render-paper';
import { signPdf } from '../../../electron/signing/sign-pdf';
import { fileChecker, type FileChecker } from '../../../electron/verify/file-checker';
import { LIMITS, type Limits } from '../../../electron/verify/limits';
import { testIdentity, type TestIdentity } from '../../support/pdf/identities';
import { rebuilt } from '../../support/pdf/rebuilt';
import { sharedFonts } from '../../support/pdf/rendered';
import { smallReport } from '../../support/pdf/small-report';
import { processorSeconds } from '../../support/processor-seconds';
import { storyEvidence } from '../../support/report-stories';

const WORKER = join(import.meta.dirname, '..', '..', '..', 'out', 'main', 'check-worker.js');
const signal = new AbortController().signal;

let identity: TestIdentity;
let checker: FileChecker;
/** How often what a worker needs was asked for. */
let asked = 0;
const open = (limits: Limits = LIMITS): void => {
  asked = 0;
  const data = () => {
    asked += 1;
    return { packs: [], program: 'Elevator Audit test' };
  };
  checker = fileChecker(WORKER, data, limits);
};
beforeAll(async () => {
  identity = await testIdentity();
});
afterEach(() => checker.close());

const over = async (evidence: Uint8Array): Promise<Uint8Array> =>
  signPdf(await smallReport({ evidence }), identity.signer);
const json = (value: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(value));

/** Of a stranger, and what judging `endless` costs is several times as much. */
const SHORT: Limits['stranger'] = { ms: 1_000, mb: 512 };
const DAYS = 19_000;

/** Records that take several seconds to judge: tens of thousands of visits between as many outages. */
function endless(): Evidence {
  const evidence = storyEvidence({});
  const { visits, outages } = evidence.dossier;
  const day = (count: number): string => new Date(Date.UTC(1971, 0, 1) + count * 86_400_000).toISOString().slice(0, 10);
  const from = <T extends object>(sample: T, count: number, dates: (index: number) => object): T[] =>
    Array.from({ length: count }, (_, index) => {
      const copy = JSON.parse(JSON.stringify(sample)) as T & { value: object };
      copy.value = { ...copy.value, ...dates(index) };
      return copy;
    });
  return judgedEvidence({
    ...evidence,
    dossier: {
      ...evidence.dossier,
      visits: from(visits[0]!, 3 * DAYS, (index) => ({ date: day(index % DAYS) })),
      outages: from(outages[0]!, 2 * DAYS, (index) => ({ from: day(index % DAYS), to: day((index % DAYS) + 3_000) })),
    },
  });
}

describe('a file is checked within limits', () => {
  it('and comes out as it is', async () => {
    open();
    const report = signPdf((await renderPaper(storyEvidence({}), sharedFonts())).unsigned, identity.signer);
    const stages: string[] = [];
    expect(asked, 'before anything is verified').toBe(0);
    const { result, stated, claims } = await checker.check(report, [identity.der], {
      signal,
      progress: ({ stage }) => stages.push(stage),
    });
    expect(result.signature).toMatchObject({ intact: true, trusted: true });
    expect(result.evidence).toMatchObject({ present: true, pagesMatch: true });
    expect(stated?.number).toBe(storyEvidence({}).number);
    expect(claims?.registrationNo).toBe(storyEvidence({}).dossier.registrationNo);
    expect(stages).toEqual(['signature', 'evidence', 'pages']);
    expect(asked).toBe(1);
  });

  it.each<[string, () => Uint8Array]>([
    ['records that take longer to judge than is allowed', () => json(endless())],
    ['evidence that inflates to a thousand times its size', () => Buffer.alloc(900 * 1024 * 1024, '[')],
    ['brackets without end', () => Buffer.alloc(40 * 1024 * 1024, '[')],
    ['millions of values', () => Buffer.from(`[${'{},'.repeat(2_900_000)}0]`)],
  ])('that hold for a stranger with %s', async (_, evidence) => {
    open({ ...LIMITS, stranger: SHORT });
    const file = await over(evidence());
    expect(file.length).toBeLessThan(3_000_000);
    const { value, seconds } = await processorSeconds(() => checker.check(file, [], { signal }));
    expect(value.result.verdict).toBe('untrusted');
    expect(value.result.signature).toMatchObject({ intact: true, trusted: false });
    expect(value.result.evidence.pagesMatch).toBeNull();
    expect(value.result.reasons.map(({ code }) => code)).toEqual([
      'not-in-trust-list',
      expect.stringMatching(/^(?:too-large|evidence-unreadable)$/),
    ]);
    expect(seconds).toBeLessThan(10);
    expect((await checker.check(await over(json(storyEvidence({}))), [], { signal })).result.evidence.present).toBe(
      true,
    );
  });

  it('that are wider for a signer who is trusted, and told when they end', async () => {
    open({ stranger: SHORT, trusted: { ms: 2_500, mb: 1_024 } });
    const file = await over(json(endless()));
    const { value, seconds } = await processorSeconds(() => checker.check(file, [identity.der], { signal }));
    expect(value.result.verdict).not.toBe('valid');
    expect(value.result.reasons.map(({ code }) => code)).toContain('too-large');
    expect(seconds).toBeGreaterThan(2);
    const inflating = await over(Buffer.alloc(70 * 1024 * 1024, ' '));
    expect((await checker.check(inflating, [identity.der], { signal })).result).toMatchObject({
      verdict: 'pages-not-compared',
      reasons: [{ code: 'too-large' }],
    });
  });

  it('of memory, in a larger worker for a signer who is trusted', async () => {
    open({ stranger: { ms: 20_000, mb: 48 }, trusted: { ms: 60_000, mb: 1_024 } });
    const report = await over(json({ ...storyEvidence({}), sources: [{ name: 'x'.repeat(30_000_000) }] }));
    const stranger = await checker.check(report, [], { signal });
    expect(stranger.result.reasons.map(({ code }) => code)).toContain('too-large');
    const trusted = await checker.check(report, [identity.der], { signal });
    expect(trusted.result.reasons.map(({ code }) => code)).not.toContain('too-large');
  });

  it('before the signature was reached', async () => {
    open({ stranger: { ms: 100, mb: 512 }, trusted: LIMITS.trusted });
    const nested = rebuilt(await smallReport(), ({ add }) => void add(`[${'[]'.repeat(7_000_000)}]`));
    const { result } = await checker.check(nested, [identity.der], { signal });
    expect(result).toMatchObject({ verdict: 'unreadable', reasons: [{ code: 'too-large' }], signature: null });
  });

  it('and given up when asked to', async () => {
    open();
    const file = await over(json(endless()));
    const giveUp = new AbortController();
    const checked = checker.check(file, [identity.der], {
      signal: giveUp.signal,
      progress: ({ stage }) => stage === 'evidence' && giveUp.abort(new Error('given up')),
    });
    await expect(checked).rejects.toThrow('given up');
    expect((await checker.check(Buffer.from('x'), [], { signal })).result.verdict).toBe('unreadable');
  });

  it('one file after another, however many are asked for', async () => {
    open();
    const file = await over(json(storyEvidence({})));
    const checked = await Promise.all(Array.from({ length: 20 }, () => checker.check(file, [], { signal })));
    expect(checked.map(({ result }) => result.verdict)).toEqual(Array.from({ length: 20 }, () => 'untrusted'));
  });
});

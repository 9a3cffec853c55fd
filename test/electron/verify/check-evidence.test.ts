import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../domain/record/canonical-json';
import type { Evidence } from '../../../domain/report/evidence';
import { auditEvidence } from '../../../domain/report/audit-evidence';
import { claimsOf } from '../../../domain/report/ledger';
import { sha256Hex } from '../../../electron/fs/sha256';
import { checkEvidence, readEvidence } from '../../../electron/verify/check-evidence';
import { hazardEvidence, type HazardWords } from '../../support/hazard-story';
import { rounds } from '../../support/length';
import { chinaPack, makeEvidence } from '../../support/report-evidence';

type Loose = Record<string, never>;

const packs = [{ pack: chinaPack, sha256: sha256Hex(canonicalJson(chinaPack)) }];
const signature = { fingerprint: `sha256:${'ca'.repeat(32)}`, claimedTime: '2026-11-23T10:20:45Z' };
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(value));
const check = (value: unknown) => checkEvidence(bytesOf(value), packs, signature);
const whole = makeEvidence();
const lastVisit = whole.dossier.visits.length - 1;

/** The evidence after a change by someone who does not know better than to leave the verdict as it is. */
function changed(change: (evidence: Loose) => void): Evidence {
  const copy = JSON.parse(JSON.stringify(whole)) as Loose;
  change(copy);
  return copy as unknown as Evidence;
}

const at = (value: unknown, ...path: (string | number)[]): Loose =>
  path.reduce((inner, key) => (inner as Record<string | number, unknown>)[key], value) as Loose;

describe('evidence judged by itself', () => {
  it('as the program made it gives the verdict that it states', () => {
    const doubts = { state: 'same', told: 1 };
    expect(check(whole)).toEqual({ present: true, verdictReproduced: true, failures: [], doubts });
  });

  it('made before call-outs were kept is judged as it always was', () => {
    const old = changed((e) => Reflect.deleteProperty(at(e, 'dossier'), 'callouts'));
    expect(check(old)).toMatchObject({ present: true, verdictReproduced: true, failures: [] });
    const wrong = changed((e) => Object.assign(at(e, 'dossier'), { callouts: [{ id: 'x', value: {} }] }));
    expect(check(wrong)).toMatchObject({ present: false });
  });

  it.each<[string, (evidence: Loose) => void]>([
    [
      'the last visit on another day',
      (e) => Object.assign(at(e, 'dossier', 'visits', lastVisit, 'value'), { date: '2026-11-01' }),
    ],
    ['a visit withdrawn', (e) => Object.assign(at(e, 'dossier', 'visits', 40), { withdrawn: true })],
    [
      'a later start of records',
      (e) => Object.assign(at(e, 'dossier', 'elevator', 'value'), { recordsFrom: '2026-10-01' }),
    ],
    ['a friendlier verdict', (e) => Object.assign(at(e, 'audit'), { verdict: 'compliant' })],
    ['a gap left out', (e) => Object.assign(at(e, 'audit', 'rules', 0), { gaps: [] })],
    ['another period', (e) => Object.assign(at(e, 'period'), { from: '2026-10-20' })],
  ])('with %s no longer gives that verdict', (_, change) => {
    expect(check(changed(change))).toMatchObject({ verdictReproduced: false, failures: [{ code: 'verdict-differs' }] });
  });

  it('that brings easier rules under the hash of a known pack is contradicted, even with its verdict made to fit', () => {
    const easier = changed((e) => Object.assign(at(e, 'pack', 'rules', 0, 'versions', 0, 'interval'), { count: 45 }));
    const fitting = { ...easier, audit: auditEvidence(easier) };
    expect(check(fitting)).toMatchObject({ verdictReproduced: false, failures: [{ code: 'verdict-differs' }] });
  });

  it('under a pack that is not here stays open, and a verdict that does not fit its own rules is contradicted', () => {
    const foreign = changed((e) => Object.assign(at(e, 'pack'), { sha256: 'ab'.repeat(32), version: '1999.9' }));
    expect(check(foreign)).toMatchObject({
      verdictReproduced: null,
      failures: [{ code: 'pack-unknown', detail: 'cn 1999.9' }],
    });
    Object.assign(at(foreign, 'audit'), { verdict: 'compliant' });
    expect(check(foreign)).toMatchObject({ verdictReproduced: false });
  });

  it.each([
    ['another certificate', { ...signature, fingerprint: `sha256:${'00'.repeat(32)}` }],
    ['another time', { ...signature, claimedTime: '2026-11-23T10:20:46Z' }],
    ['no time', { ...signature, claimedTime: null }],
    ['nothing', null],
  ])('that was signed by %s than it says was taken over by someone else', (_, facts) => {
    expect(checkEvidence(bytesOf(whole), packs, facts)).toMatchObject({ failures: [{ code: 'signer-differs' }] });
  });
});

describe('evidence about hazards judged by itself', () => {
  const hazards: HazardWords[] = [
    { found: '2026-09-15', severe: 'severe-25-3', steps: [{ act: 'stop-use', on: '2026-09-15' }] },
    {
      found: '2026-10-01',
      steps: [{ act: 'notify', on: '2026-10-02', to: '业委会' }],
      deadline: '2026-11-20',
    },
  ];
  const ofHazards = hazardEvidence({ kind: 'old-elevator', hazards });
  const facts = { fingerprint: `sha256:${ofHazards.signer.fingerprint}`, claimedTime: ofHazards.claimedAt };
  const judge = (change: (evidence: Loose) => void = () => undefined) => {
    const copy = JSON.parse(JSON.stringify(ofHazards)) as Loose;
    change(copy);
    return checkEvidence(bytesOf(copy), packs, facts);
  };

  it('as the program made it gives the verdict and the ledger that it states', () => {
    expect(judge()).toEqual({ present: true, verdictReproduced: true, failures: [], doubts: null });
  });

  it.each<[string, string, (evidence: Loose) => void]>([
    ['a hazard called closed', 'YH-02 state', (e) => Object.assign(at(e, 'ledger', 1), { state: 'closed' })],
    ['an overdue one called in time', 'YH-02 overdue', (e) => Object.assign(at(e, 'ledger', 1), { overdue: false })],
    [
      'one left out',
      'YH-02',
      (e) => Reflect.deleteProperty(at(e, 'ledger'), '1') && Object.assign(at(e, 'ledger'), { length: 1 }),
    ],
    ['the day out of use moved', 'YH-01 stopped', (e) => Object.assign(at(e, 'dossier', 'hazards', 0), { steps: [] })],
    [
      'a later deadline',
      'YH-02 overdue',
      (e) => Object.assign(at(e, 'dossier', 'hazards', 1, 'value'), { deadline: '2026-12-31' }),
    ],
  ])('with %s is contradicted, and the hazard is named', (_, named, change) => {
    expect(judge(change)).toMatchObject({
      verdictReproduced: false,
      failures: [{ code: 'ledger-differs', detail: named }],
    });
  });

  it.each<[string, (evidence: Loose) => void]>([
    ['a duty left out', (e) => Object.assign(at(e, 'criteria'), { duties: [] })],
    [
      'other words in a criterion',
      (e) => Object.assign(at(e, 'criteria', 'classes', 0, 'legalBasis', 'says'), { en: 'x' }),
    ],
  ])('that brings %s than the pack has is contradicted', (_, change) => {
    const copy = JSON.parse(JSON.stringify(ofHazards)) as Loose;
    change(copy);
    const fitting = { ...(copy as object), ledger: claimsOf(copy as unknown as Evidence) };
    expect(checkEvidence(bytesOf(fitting), packs, facts)).toMatchObject({
      verdictReproduced: false,
      failures: [{ code: 'criteria-differ' }],
    });
  });

  it.each<[string, (evidence: Loose) => void]>([
    [
      'a step that does not exist',
      (e) => Object.assign(at(e, 'dossier', 'hazards', 0, 'steps', 0, 'step'), { act: 'bless' }),
    ],
    ['a ledger without criteria', (e) => Reflect.deleteProperty(e, 'criteria')],
    ['no hazards at all', (e) => Reflect.deleteProperty(at(e, 'dossier'), 'hazards')],
    ['a paper about a hazard that is not there', (e) => Object.assign(e, { paper: { hazards: ['4f1a92c7/99'] } })],
    ['a deadline of a million days', (e) => Object.assign(at(e, 'criteria', 'deadlines', 0), { days: 1e6 })],
  ])('with %s is not judged', (_, change) => {
    expect(judge(change)).toMatchObject({ present: false, failures: [{ code: 'evidence-unreadable' }] });
  });
});

describe('bytes that are no evidence', () => {
  const text = canonicalJson(whole);
  it.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['no JSON', 'evidence'],
    ['no UTF-8', Uint8Array.of(0xff, 0xfe, 0x7b)],
    ['a byte order mark before it', `\ufeff${text}`],
    ['white space in it', `${text}\n`],
    ['a member that stands twice', text.replace('{"asOf"', '{"asOf":"2026-01-01","asOf"')],
    ['lists nested a hundred thousand deep', '['.repeat(100_000) + ']'.repeat(100_000)],
  ])('are told apart: %s', (_, bytes) => {
    const encoded = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    expect(checkEvidence(encoded, packs, signature)).toMatchObject({
      present: false,
      failures: [{ code: 'evidence-unreadable' }],
    });
  });

  it.each<[string, (evidence: Loose) => void]>([
    ['of a later form', (e) => Object.assign(e, { formatVersion: 3 })],
    [
      'with an interval of nought',
      (e) => Object.assign(at(e, 'pack', 'rules', 1, 'versions', 0, 'interval'), { count: 0 }),
    ],
    ['with a rule without a version', (e) => Object.assign(at(e, 'pack', 'rules', 1), { versions: [] })],
    [
      'with a day that does not exist',
      (e) => Object.assign(at(e, 'dossier', 'visits', 3, 'value'), { date: '2026-02-30' }),
    ],
    ['with a period that ends before it begins', (e) => Object.assign(at(e, 'period'), { from: '2027-01-01' })],
    ['about two elevators', (e) => Object.assign(at(e, 'audit'), { registrationNo: '梯X' })],
    ['without records', (e) => Reflect.deleteProperty(e, 'dossier')],
  ])('evidence %s is not judged', (_, change) => {
    expect(check(changed(change))).toMatchObject({ present: false, verdictReproduced: null });
  });

  it('are met without a throw whatever members are missing or of another type (seed 20261123)', () => {
    const paths: (string | number)[][] = [];
    const walk = (value: unknown, path: (string | number)[]): void => {
      if (path.length > 0) paths.push(path);
      if (path.length > 5 || value === null || typeof value !== 'object') return;
      for (const key of Object.keys(value).slice(0, 25)) walk((value as Record<string, unknown>)[key], [...path, key]);
    };
    walk(whole, []);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 2 }), (path, value) => {
        const broken = changed((e) => {
          const parent = at(e, ...path.slice(0, -1)) as Record<string | number, unknown>;
          parent[path.at(-1)!] = value;
        });
        const bytes = new TextEncoder().encode(JSON.stringify(broken));
        const { present, verdictReproduced } = checkEvidence(bytes, packs, signature);
        expect(present || verdictReproduced === null).toBe(true);
        const canonical = safeCanonical(broken);
        if (canonical !== null) expect(typeof checkEvidence(canonical, packs, signature).present).toBe('boolean');
      }),
      { seed: 20_261_123, numRuns: rounds(100, 500) },
    );
  });

  it('are read as evidence only when they are', () => {
    expect(readEvidence(bytesOf(whole))).toEqual(whole);
    expect(readEvidence(bytesOf({ format: whole.format }))).toBeNull();
  });
});

function safeCanonical(value: unknown): Uint8Array | null {
  try {
    return bytesOf(value);
  } catch (error) {
    if (error instanceof TypeError) return null; // a lone surrogate has no canonical form
    throw error;
  }
}

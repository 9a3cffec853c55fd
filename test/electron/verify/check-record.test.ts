import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../domain/record/canonical-json';
import type { Evidence } from '../../../domain/report/evidence';
import { judgedEvidence } from '../../../domain/report/audit-evidence';
import { sha256Hex } from '../../../electron/fs/sha256';
import { checkEvidence } from '../../../electron/verify/check-evidence';
import { chinaPack } from '../../support/report-evidence';
import { answered, visitEvidence } from '../../support/visit-evidence';

type Loose = Record<string, never>;

const packs = [{ pack: chinaPack, sha256: sha256Hex(canonicalJson(chinaPack)) }];
const whole = visitEvidence({
  results: answered('half-month', { 'A-1.29': { reading: 6.2, outcome: 'defect' } }),
  record: { at: '2026-11-22T09:00:00+08:00', late: { reason: '无网络' } },
});
const signature = { fingerprint: `sha256:${whole.signer.fingerprint}`, claimedTime: whole.claimedAt };
const check = (evidence: unknown, known = packs) =>
  checkEvidence(new TextEncoder().encode(canonicalJson(evidence)), known, signature);
const at = (value: unknown, ...path: (string | number)[]): Loose =>
  path.reduce((inner, key) => (inner as Record<string | number, unknown>)[key], value) as Loose;
const last = whole.dossier.visits.length - 1;
/** Changed by somebody who judges it anew, as the program does. */
function changed(change: (evidence: Loose) => void): Evidence {
  const copy = JSON.parse(JSON.stringify(whole)) as Loose;
  change(copy);
  const { audit: _audit, headline: _headline, ledger: _ledger, doubts: _doubts, ...rest } = copy as unknown as Evidence;
  return judgedEvidence(rest);
}

describe('the evidence of the paper of one visit', () => {
  it('as the program made it is confirmed', () => {
    expect(check(whole)).toMatchObject({ present: true, verdictReproduced: true, failures: [] });
  });

  it('with a confirmation it is confirmed where that is bound to the hash of its entry, and to no other', () => {
    const bound = visitEvidence({ said: [{}] });
    const own = { fingerprint: `sha256:${bound.signer.fingerprint}`, claimedTime: bound.claimedAt };
    const checked = (evidence: Evidence) =>
      checkEvidence(new TextEncoder().encode(canonicalJson(evidence)), packs, own);
    expect(checked(bound)).toMatchObject({ verdictReproduced: true, failures: [] });
    expect(checked(visitEvidence({ said: [{ hash: 'ab'.repeat(32) }] }))).toMatchObject({
      verdictReproduced: false,
      failures: [{ code: 'record-differs' }],
    });
  });

  it.each<[string, (evidence: Loose) => void]>([
    ['another hash of the entry', (e) => Object.assign(at(e, 'recorded', 'entry'), { hash: 'ab'.repeat(32) })],
    ['another entry before it', (e) => Object.assign(at(e, 'recorded', 'entry'), { prev: 'ab'.repeat(32) })],
    ['another author of the entry', (e) => Object.assign(at(e, 'recorded', 'entry'), { author: '李明' })],
    [
      'an earlier time of entry',
      (e) => Object.assign(at(e, 'dossier', 'visits', last), { at: '2026-11-20T16:00:00+08:00' }),
    ],
    ['another number of the entry', (e) => Object.assign(at(e, 'recorded', 'entry'), { seq: 413 })],
    ['no entry', (e) => Reflect.deleteProperty(at(e, 'recorded'), 'entry')],
    ['no salt', (e) => Reflect.deleteProperty(at(e, 'recorded', 'entry'), 'salt')],
    [
      'another measured value',
      (e) => {
        const results = at(e, 'dossier', 'visits', last, 'value', 'checklist', 'results') as unknown as Loose[];
        Object.assign(
          results.find((one) => at(one, 'itemId') === ('A-1.29' as never))!,
          { reading: 7.4, outcome: 'ok' },
        );
      },
    ],
    ['another technician', (e) => Object.assign(at(e, 'dossier', 'visits', last, 'value'), { technicians: ['王五'] })],
    [
      'another reason of the late entry',
      (e) => Object.assign(at(e, 'dossier', 'visits', last, 'late'), { reason: '忘了' }),
    ],
    ['another wording of an item', (e) => Object.assign(at(e, 'recorded', 'checklist', 'items', 0), { no: 99 })],
    ['an item left out', (e) => (at(e, 'recorded', 'checklist', 'items') as unknown as unknown[]).pop()],
  ])('with %s no longer is what the entry or the pack says', (_, change) => {
    expect(check(changed(change))).toMatchObject({ verdictReproduced: false, failures: [{ code: 'record-differs' }] });
  });

  it.each<[string, (evidence: Loose) => void]>([
    ['a record that it has not', (e) => Object.assign(at(e, 'paper'), { record: '4f1a92c7/9999' })],
    ['no record', (e) => Reflect.deleteProperty(at(e, 'paper'), 'record')],
    ['nothing of the record', (e) => Reflect.deleteProperty(e, 'recorded')],
    ['a record that was withdrawn', (e) => Object.assign(at(e, 'dossier', 'visits', last), { withdrawn: true })],
  ])('that names %s is not read', (_, change) => {
    const copy = JSON.parse(JSON.stringify(whole)) as Loose;
    change(copy);
    expect(check(copy)).toMatchObject({ present: false, failures: [{ code: 'evidence-unreadable' }] });
  });

  it('a paper of another kind that names a record is not read', () => {
    const copy = { ...whole, kind: 'stop-use-sheet' };
    expect(check(copy)).toMatchObject({ present: false });
  });

  it('with items of a pack that is not here leaves the question open', () => {
    const other = changed((e) =>
      Object.assign(at(e, 'recorded', 'checklist'), { sha256: 'cd'.repeat(32), packVersion: '1999.1' }),
    );
    expect(check(other)).toMatchObject({
      verdictReproduced: null,
      failures: [{ code: 'pack-unknown', detail: 'cn 1999.1' }],
    });
  });

  it('of which a detail was erased since is still confirmed', () => {
    const erased = changed((e) =>
      Object.assign(at(e, 'dossier', 'visits', last, 'value'), {
        technicians: ['⟦erased 2026-11-22 request⟧', '周伟'],
      }),
    );
    expect(check(erased)).toMatchObject({ verdictReproduced: true, failures: [] });
  });

  it('that was corrected is held against the record as it was first', () => {
    const value = at(whole, 'dossier', 'visits', last, 'value') as unknown as object;
    const corrected = changed((e) =>
      Object.assign(at(e, 'dossier', 'visits', last), { original: value, value: { ...value, startedAt: '14:30' } }),
    );
    expect(check(corrected)).toMatchObject({ verdictReproduced: true, failures: [] });
  });
});

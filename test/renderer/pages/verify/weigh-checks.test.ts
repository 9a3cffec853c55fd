import { describe, expect, it } from 'vitest';
import type { VerifyReply } from '../../../../domain/bridge/verify-replies';
import {
  bySigner,
  clashesOf,
  clashingNumbers,
  heaviestFirst,
  resultOf,
} from '../../../../renderer/pages/verify/many/weigh-checks';
import type { FileCheck } from '../../../../renderer/features/verification/verification-queue';

let id = 0;
function check(
  verdict: VerifyReply['verdict'],
  part: Partial<VerifyReply> = {},
  state: FileCheck['state'] = 'done',
): FileCheck {
  id += 1;
  const signature = { fingerprint: 'sha256:a', signer: '甲', intact: true, trusted: verdict === 'valid' };
  const reply = {
    verdict,
    reasons: [],
    remarks: [],
    claims: null,
    signature,
    signerCertificatePem: 'PEM',
    ...part,
  } as VerifyReply;
  return { id, name: `${id}.pdf`, file: new File([], 'x'), state, reply, failure: null };
}
const claims = (number: string, evidence: string) => ({ number, evidence }) as NonNullable<VerifyReply['claims']>;

describe('many verified files', () => {
  it('two of one number and different content clash, whichever came first; the same report twice does not', () => {
    const twins = [
      check('valid', { claims: claims('0412', 'a') }),
      check('valid', { claims: claims('0412', 'b') }),
      check('valid', { claims: claims('0413', 'c') }),
      check('valid', { claims: claims('0413', 'c') }),
    ];
    const numbers = clashingNumbers(twins);
    expect([...numbers]).toEqual(['0412']);
    expect(twins.map((one) => clashesOf(one, numbers))).toEqual([
      ['number-seen-otherwise'],
      ['number-seen-otherwise'],
      [],
      [],
    ]);
  });

  it('what was changed stands first, then what clashes, the valid last, and what has no result at the end', () => {
    const remark = { code: 'key-changed', sentence: { 'zh-CN': '', en: '' } };
    const all = [
      check('valid', {}, 'waiting'),
      check('valid'),
      check('untrusted'),
      check('untrusted', { remarks: [remark] }),
      check('tampered'),
    ];
    const sorted = heaviestFirst(all, new Set());
    expect(sorted.map((one) => all.indexOf(one))).toEqual([4, 3, 2, 1, 0]);
  });

  it('a result holds only while nothing is verified again', () => {
    expect(resultOf(check('valid', {}, 'running'))).toBeNull();
    expect(resultOf(check('valid'))).toBe('valid');
  });

  it('one decision is offered for the whole files of a signer, and none for changed ones or by a signer without certificate', () => {
    const broken = { fingerprint: 'sha256:a', signer: '甲', intact: false, trusted: false } as VerifyReply['signature'];
    const [group, ...others] = bySigner([
      check('untrusted'),
      check('untrusted'),
      check('tampered', { signature: broken }),
    ]);
    expect(others).toEqual([]);
    expect(group).toMatchObject({ signer: '甲', pem: 'PEM', waiting: 2, trusted: false });
    expect(bySigner([check('untrusted', { signerCertificatePem: null })])[0]).toMatchObject({ pem: null, waiting: 0 });
    const foreign = [{ code: 'foreign-maker', sentence: { 'zh-CN': '', en: '' } }];
    expect(bySigner([check('untrusted', { reasons: foreign })])[0]).toMatchObject({ pem: null, waiting: 0 });
    expect(bySigner([check('unsigned', { signature: null })])).toEqual([]);
  });
});

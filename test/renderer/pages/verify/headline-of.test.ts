import { describe, expect, it } from 'vitest';
import type { VerifyReply } from '../../../../domain/bridge/replies';
import { headlineOf } from '../../../../renderer/pages/verify/headline-of';

const sentence = { 'zh-CN': '', en: '' };
const of = (verdict: VerifyReply['verdict'], trusted: boolean, code = 'pack-unknown') =>
  headlineOf({ verdict, reasons: [{ code, sentence }], signature: { trusted } as VerifyReply['signature'] });

describe('the headline of a verdict', () => {
  it('asks for trust only where the signer is not trusted', () => {
    expect(of('untrusted', false)).toBe('untrusted');
    expect(of('untrusted', true)).toBe('unconfirmed');
    expect(of('untrusted', true, 'foreign-maker')).toBe('foreign');
    expect(of('untrusted', false, 'foreign-maker')).toBe('foreign');
    expect(of('valid', true)).toBe('valid');
    expect(of('pages-not-compared', true)).toBe('pages-not-compared');
  });
});

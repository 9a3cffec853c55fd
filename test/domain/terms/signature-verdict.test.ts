import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../domain/pack/legal-basis';
import {
  HEADLINE_WORDS,
  headlineOf,
  SIGNATURE_HEADLINES,
  SIGNATURE_VERDICTS,
  type SignatureVerdict,
} from '../../../domain/terms/signature-verdict';

const of = (verdict: SignatureVerdict, trusted: boolean, code = 'pack-unknown') =>
  headlineOf({ verdict, reasons: [{ code }], signature: { trusted } });

describe('what is said of a file', () => {
  it('asks for trust only where the signer is not trusted', () => {
    expect(of('untrusted', false)).toBe('untrusted');
    expect(of('untrusted', true)).toBe('unconfirmed');
    expect(of('untrusted', true, 'foreign-maker')).toBe('foreign');
    expect(of('untrusted', false, 'foreign-maker')).toBe('foreign');
    expect(headlineOf({ verdict: 'untrusted', reasons: [], signature: null })).toBe('untrusted');
  });

  it('is the verdict itself in every other case', () => {
    for (const verdict of SIGNATURE_VERDICTS.filter((one) => one !== 'untrusted'))
      for (const trusted of [true, false])
        for (const code of ['pack-unknown', 'foreign-maker']) expect(of(verdict, trusted, code)).toBe(verdict);
  });

  it.each(LOCALES)('has one headline and one next step each in %s', (locale) => {
    const words = HEADLINE_WORDS[locale];
    expect(Object.keys(words).sort()).toEqual([...SIGNATURE_HEADLINES].sort());
    for (const member of ['headline', 'step'] as const)
      expect(new Set(SIGNATURE_HEADLINES.map((one) => words[one][member])).size).toBe(SIGNATURE_HEADLINES.length);
    const next = locale === 'en' ? 'Next: ' : '下一步：';
    for (const one of SIGNATURE_HEADLINES)
      expect([one, words[one].step.startsWith(next)]).toEqual([one, one !== 'valid']);
  });
});

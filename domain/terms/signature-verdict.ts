import type { Locale } from '../pack/legal-basis';

/** What a file of papers is found to be, from good to bad; named in the terms. */
export const SIGNATURE_VERDICTS = [
  'valid',
  'untrusted',
  'pages-not-compared',
  'tampered',
  'unsigned',
  'unreadable',
] as const;
export type SignatureVerdict = (typeof SIGNATURE_VERDICTS)[number];

/** What is said of a file: `untrusted` only where trust is what is missing. */
export const SIGNATURE_HEADLINES = [...SIGNATURE_VERDICTS, 'foreign', 'unconfirmed'] as const;
export type SignatureHeadline = (typeof SIGNATURE_HEADLINES)[number];

export function headlineOf({
  verdict,
  reasons,
  signature,
}: {
  readonly verdict: SignatureVerdict;
  readonly reasons: readonly { readonly code: string }[];
  readonly signature: { readonly trusted: boolean } | null;
}): SignatureHeadline {
  if (verdict !== 'untrusted') return verdict;
  // Of another maker's file nobody here could say what its pages hold, whoever is trusted.
  if (reasons.some(({ code }) => code === 'foreign-maker')) return 'foreign';
  return signature?.trusted === true ? 'unconfirmed' : verdict;
}

interface HeadlineWords {
  readonly headline: string;
  /** What to do about it. */
  readonly step: string;
}

export const HEADLINE_WORDS: Readonly<Record<Locale, Readonly<Record<SignatureHeadline, HeadlineWords>>>> = {
  'zh-CN': {
    valid: {
      headline: '内容完好，签名人可信',
      step: '文件可以留存使用；记录所述是否属实，仍由签名人负责。',
    },
    untrusted: {
      headline: '内容完好，签名人尚未受信任',
      step: '下一步：用另一途径（电话、当面）与签名人核对证书指纹，一致后加入信任名单再核验。',
    },
    'pages-not-compared': {
      headline: '签名完好、签名人可信，但页面未比对',
      step: '下一步：不要凭页面上的文字采信；看由证据重算的结论，或请出具单位用现行版本重新出具。',
    },
    tampered: {
      headline: '已被改动',
      step: '下一步：不要采信。若只是用阅读器打开后另存、打印成 PDF 或经软件转存过，请向出具单位索取原件再核验。',
    },
    unsigned: {
      headline: '没有签名',
      step: '下一步：请向出具单位索取带签名的原件；打印件、扫描件和另存件都没有签名。',
    },
    unreadable: {
      headline: '读不了这个文件',
      step: '下一步：请出具单位重新发送原件（不要压缩、加密或转存），再核验一次。',
    },
    foreign: {
      headline: '由其他软件制作，签名完好',
      step: '下一步：签名只说明文件由谁签署；其内容本程序无法重算，请向签名人核实。',
    },
    unconfirmed: {
      headline: '内容完好，签名人可信，但结论没有在这里重算出来',
      step: '下一步：按上面的原因补齐（例如装入同一版本的规则包）后再核验，或向签名人核实。',
    },
  },
  en: {
    valid: {
      headline: 'Intact, and the signer is trusted',
      step: 'The file can be kept and used; whether what the records say did happen is for the signer to answer.',
    },
    untrusted: {
      headline: 'Intact, but the signer is not trusted yet',
      step: 'Next: compare the fingerprint of the certificate with the signer by another way (telephone, in person); if it is the same, add it to the trust list and verify again.',
    },
    'pages-not-compared': {
      headline: 'Intact and by a trusted signer, but its pages were not compared',
      step: 'Next: do not rely on the words of the pages; go by the verdict recomputed from the evidence, or ask the issuer for the report made anew with the present release.',
    },
    tampered: {
      headline: 'It was changed',
      step: 'Next: do not rely on it. If it was only saved again by a viewer, printed to PDF or passed through another program, ask the issuer for the original and verify that.',
    },
    unsigned: {
      headline: 'It carries no signature',
      step: 'Next: ask the issuer for the signed original; printouts, scans and copies saved again carry no signature.',
    },
    unreadable: {
      headline: 'It cannot be read',
      step: 'Next: ask the issuer to send the original again (not packed, encrypted or saved again) and verify that.',
    },
    foreign: {
      headline: 'Made by another program; its signature holds',
      step: 'Next: the signature says who signed this file. What it says cannot be recomputed here; ask the signer.',
    },
    unconfirmed: {
      headline: 'Intact and by a trusted signer, but its verdict was not recomputed here',
      step: 'Next: mend the reason above (such as a rule pack of that version that is not here) and verify again, or ask the signer.',
    },
  },
};

import { plural } from '../../domain/terms/plural';
import type { Locale } from '../../domain/pack/legal-basis';
import type { VerifyResult } from '../verify/verify-pdf';

interface VerifyWords {
  readonly verdict: Readonly<Record<VerifyResult['verdict'], string>>;
  /** What to do about a file of this verdict. */
  readonly step: Readonly<Record<VerifyResult['verdict'], string>>;
  readonly remark: string;
  /** The same for an intact file of another maker. */
  readonly foreignStep: string;
  readonly signer: string;
  readonly claimed: string;
  readonly fingerprint: string;
  readonly reproduced: string;
  readonly samePages: string;
  /** What became of the section of doubts, where no reason says it. */
  readonly sameDoubts: (told: number) => string;
  readonly noDoubts: Readonly<Record<'before' | 'absent', string>>;
}

export const VERIFY_WORDS: Readonly<Record<Locale, VerifyWords>> = {
  'zh-CN': {
    verdict: {
      valid: '有效',
      'pages-not-compared': '页面未比对',
      untrusted: '未信任',
      tampered: '已被改动',
      unsigned: '没有签名',
      unreadable: '读不了',
    },
    step: {
      valid: '文件可以留存使用；记录所述是否属实，仍由签名人负责。',
      'pages-not-compared': '下一步：不要凭页面上的文字采信；看由证据重算的结论，或请出具单位用现行版本重新出具。',
      untrusted: '下一步：用另一途径（电话、当面）与签名人核对证书指纹，一致后加入信任名单再核验。',
      tampered: '下一步：不要采信。若只是用阅读器打开后另存、打印成 PDF 或经软件转存过，请向出具单位索取原件再核验。',
      unsigned: '下一步：请向出具单位索取带签名的原件；打印件、扫描件和另存件都没有签名。',
      unreadable: '下一步：请出具单位重新发送原件（不要压缩、加密或转存），再核验一次。',
    },
    remark: '注意',
    foreignStep: '下一步：签名只说明文件由谁签署；其内容本程序无法重算，请向签名人核实。',
    signer: '签名人',
    claimed: '签名人自称时间',
    fingerprint: '证书指纹',
    reproduced: '由附带证据重算的结论与报告一致。',
    samePages: '页面已与附带证据比对，一致。',
    sameDoubts: (told) =>
      told === 0
        ? '由附带证据重算，没有可提出的疑点，与报告一致；只依据随附的记录。'
        : `报告列出${told}处疑点，与由附带证据重算的一致；疑点是要问的问题，不是结论。`,
    noDoubts: {
      before: '报告作出时程序尚不列疑点，没有这一节；不等于没有疑点。',
      absent: '报告没有疑点一节：作出时程序尚不列疑点，或被略去，本机无从分辨；不等于没有疑点。',
    },
  },
  en: {
    verdict: {
      valid: 'valid',
      'pages-not-compared': 'pages not compared',
      untrusted: 'untrusted',
      tampered: 'tampered',
      unsigned: 'unsigned',
      unreadable: 'unreadable',
    },
    step: {
      valid: 'The file can be kept and used; whether what the records say did happen is for the signer to answer.',
      'pages-not-compared':
        'Next: do not rely on the words of the pages; go by the verdict recomputed from the evidence, or ask the issuer for the report made anew with the present release.',
      untrusted:
        'Next: compare the fingerprint of the certificate with the signer by another way (telephone, in person); if it is the same, add it to the trust list and verify again.',
      tampered:
        'Next: do not rely on it. If it was only saved again by a viewer, printed to PDF or passed through another program, ask the issuer for the original and verify that.',
      unsigned:
        'Next: ask the issuer for the signed original; printouts, scans and copies saved again carry no signature.',
      unreadable:
        'Next: ask the issuer to send the original again (not packed, encrypted or saved again) and verify that.',
    },
    remark: 'Note',
    foreignStep:
      'Next: the signature says who signed this file. What it says cannot be recomputed here; ask the signer.',
    signer: 'Signer',
    claimed: 'Claimed time',
    fingerprint: 'Certificate',
    reproduced: 'The verdict recomputed from the embedded evidence is the one in the report.',
    samePages: 'The pages were compared with the embedded evidence and are those it gives.',
    sameDoubts: (told) =>
      told === 0
        ? 'The embedded evidence raises no doubt, and the report tells none; only the records in it were asked.'
        : `The report tells ${plural(told, 'doubt')}, the same that the embedded evidence gives; a doubt is a question, no verdict.`,
    noDoubts: {
      before:
        'The report was made before doubts were told and has no section of them; that does not say that there are none.',
      absent:
        'The report has no section of doubts: it was made before they were told, or the section was left out, and this machine cannot tell which. That does not say that there are none.',
    },
  },
};

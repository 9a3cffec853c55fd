import { plural } from '../../domain/terms/plural';
import type { Locale } from '../../domain/pack/legal-basis';

interface VerifyWords {
  readonly remark: string;
  readonly signer: string;
  readonly claimed: string;
  readonly fingerprint: string;
  readonly reproduced: string;
  readonly samePages: string;
  readonly papers: (valid: number, of: number) => string;
  /** What became of the section of doubts, where no reason says it. */
  readonly sameDoubts: (told: number) => string;
  readonly noDoubts: Readonly<Record<'before' | 'absent', string>>;
}

export const VERIFY_WORDS: Readonly<Record<Locale, VerifyWords>> = {
  'zh-CN': {
    remark: '注意',
    signer: '签名人',
    claimed: '签名人自称时间',
    fingerprint: '证书指纹',
    reproduced: '由附带证据重算的结论与报告一致。',
    samePages: '页面已与附带证据比对，一致。',
    papers: (valid, of) => `所附资料逐件核验：${of}件中${valid}件有效。`,
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
    remark: 'Note',
    signer: 'Signer',
    claimed: 'Claimed time',
    fingerprint: 'Certificate',
    reproduced: 'The verdict recomputed from the embedded evidence is the one in the report.',
    papers: (valid, of) => `The papers inside, each checked as its own: ${valid} of ${of} valid.`,
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

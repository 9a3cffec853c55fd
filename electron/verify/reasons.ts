/**
 * Every reason a verdict may have, in plain words. `{}` stands for the detail of the check: a figure or a name.
 * Codes are kept for ever: other programs read them.
 */
export const REASONS = {
  'not-a-pdf': { 'zh-CN': '这不是 PDF 文件。', en: 'This is not a PDF file.' },
  truncated: {
    'zh-CN': '文件在第 {} 字节断开，后面的内容缺失。',
    en: 'The file breaks off at byte {}; the rest is missing.',
  },
  'structure-damaged': {
    'zh-CN': '文件结构已损坏，无法读取。',
    en: 'The structure of the file is damaged and cannot be read.',
  },
  'duplicate-key': {
    'zh-CN': '文件中同一条目写了两次，不同软件会读出不同内容。',
    en: 'An entry stands in the file twice, so that two programs may read two different things.',
  },
  'too-large': {
    'zh-CN': '核验所需的时间或内存超出本软件的限度，核验没有做完；请向出具单位索取原件，或请其说明文件为何如此之大。',
    en: 'Checking it takes more time or memory than this program allows, so the check was not finished; ask its issuer for the original, or why it is so large.',
  },
  'too-complex': {
    'zh-CN': '文件结构异常复杂，超出安全读取的限度。',
    en: 'The file is more intricate than can be read safely.',
  },
  encrypted: {
    'zh-CN': '文件已加密，无法核验；请向出具单位索取未加密的原件。',
    en: 'The file is encrypted and cannot be checked; ask its issuer for the original without encryption.',
  },
  'unknown-filter': {
    'zh-CN': '文件使用了无法识别的压缩方式。',
    en: 'The file uses a compression that is not known here.',
  },
  'no-signature': { 'zh-CN': '文件没有电子签名。', en: 'The file carries no signature.' },
  'empty-signature-field': {
    'zh-CN': '文件留有签名位置，但没有签名。',
    en: 'The file has a place for a signature and no signature in it.',
  },
  'usage-rights': {
    'zh-CN': '文件带有某阅读器的使用权限数据，那不是任何人的签名。',
    en: "The file carries usage rights of a viewer, which are nobody's signature.",
  },
  'timestamp-only': {
    'zh-CN': '文件只有时间戳：它说明文件何时是这样，不说明由谁负责。',
    en: 'The file carries a time-stamp only: it says when the file was as it is, not who stands for it.',
  },
  'signature-damaged': {
    'zh-CN': '文件曾有签名，但签名已损坏，无法读取。',
    en: 'The file had a signature; what is left of it cannot be read.',
  },
  'not-own-layout': {
    'zh-CN': '文件结构与本软件出具的报告不同。',
    en: 'The file is not laid out as the reports of this program are.',
  },
  'several-signatures': {
    'zh-CN': '报告本身的签名不止一个，或另有签名不在签名域内。',
    en: 'The report itself has more than one signature, or one outside its signature field.',
  },
  'unknown-signature-kind': {
    'zh-CN': '签名类型「{}」无法识别，不能核验。',
    en: 'The signature is of the kind "{}", which cannot be checked here.',
  },
  'byte-range-wrong': {
    'zh-CN': '签名声明的范围与文件不符，有内容未被签名覆盖。',
    en: 'The range that the signature declares does not fit the file; some of it is not covered.',
  },
  'bytes-after-signature': {
    'zh-CN': '签名之后文件又追加了 {} 字节。',
    en: 'Bytes that were added to the file after it was signed: {}.',
  },
  'annotation-after-signing': {
    'zh-CN': '签名之后文件上添加或改动了批注；请向出具单位索取没有批注的原件。',
    en: 'An annotation was added or changed after signing; ask the issuer for the original without it.',
  },
  'page-after-signing': {
    'zh-CN': '签名之后页面内容被替换；请向出具单位索取原件。',
    en: 'What the pages show was replaced after signing; ask the issuer for the original.',
  },
  'other-after-signing': {
    'zh-CN': '签名之后文件作了签名、时间戳以外的改动；请向出具单位索取原件。',
    en: 'The file was changed after signing by more than signatures and time-stamps; ask the issuer for the original.',
  },
  'gap-altered': {
    'zh-CN': '签名存放处的字节已被改动。',
    en: 'Bytes in the place that holds the signature were altered.',
  },
  'cms-unreadable': { 'zh-CN': '签名数据无法读取。', en: 'The data of the signature cannot be read.' },
  'several-signers': {
    'zh-CN': '这个签名由 {} 个签名人共同作出，每一个都已核验。',
    en: 'The signature was made by {} signers together; each of them was checked.',
  },
  'no-signer': {
    'zh-CN': '签名数据里没有签名人，不能核验。',
    en: 'The data of the signature name no signer, so it cannot be checked.',
  },
  'gap-not-empty': {
    'zh-CN': '签名存放处的余位不是空的；那里的内容不受签名保护，也不影响文件内容。',
    en: 'The rest of the place that holds the signature is not empty; nothing covers it, and it changes nothing in the file.',
  },
  'signing-certificate-missing': {
    'zh-CN': '签名没有写明所用的证书，不能确认所附证书就是签署时的那一张。',
    en: 'The signature does not name the certificate it was made with, so that the one beside it cannot be confirmed.',
  },
  'no-signer-certificate': {
    'zh-CN': '签名中没有签名人的证书，不能核验。',
    en: 'The signature does not carry the certificate of its signer and cannot be checked.',
  },
  'certificate-unreadable': {
    'zh-CN': '签名中的证书无法读取。',
    en: 'A certificate in the signature cannot be read.',
  },
  'unknown-algorithm': {
    'zh-CN': '本程序不能判断签名所用的算法（{}），既不能说它有效，也不能说它有问题；请用支持该算法的软件核验。',
    en: 'This program cannot judge the algorithm of the signature ({}): it says neither that it holds nor that it fails. Check it with a program that knows the algorithm.',
  },
  'weak-algorithm': {
    'zh-CN': '签名使用的算法或密钥强度不足，不能作为凭据。',
    en: 'The signature uses an algorithm or a key too weak to prove anything.',
  },
  'digest-mismatch': {
    'zh-CN': '文件内容在签名之后被改动。',
    en: 'The content of the file was changed after it was signed.',
  },
  'signing-certificate-mismatch': {
    'zh-CN': '签名指定的证书与所附证书不一致。',
    en: 'The certificate in the signature is not the one that was signed with.',
  },
  'signature-wrong': {
    'zh-CN': '签名值与证书不符。',
    en: 'The signature value does not belong to the certificate.',
  },
  'signature-altered': {
    'zh-CN': '签名数据与签署时不同，已被改动。',
    en: 'The data of the signature are not as they were made; they were altered.',
  },
  'no-claimed-time': {
    'zh-CN': '签名没有写明时间，无法判断证书当时是否有效。',
    en: 'The signature states no time, so whether the certificate was valid then cannot be judged.',
  },
  'certificate-expired': {
    'zh-CN': '签名人自称的签署时间晚于证书有效期。',
    en: 'The claimed time of signing is after the certificate had expired.',
  },
  'certificate-not-yet-valid': {
    'zh-CN': '签名人自称的签署时间早于证书有效期。',
    en: 'The claimed time of signing is before the certificate became valid.',
  },
  'certificate-not-for-signing': {
    'zh-CN': '该证书不可用于签署文件。',
    en: 'The certificate is not one for signing documents.',
  },
  'issuer-not-valid': {
    'zh-CN': '签发证书的机构在自称的签署时间不在有效期内。',
    en: 'The issuer of the certificate was not valid at the claimed time of signing.',
  },
  'not-in-trust-list': {
    'zh-CN': '签名人的证书不在本机信任名单内。',
    en: 'The certificate of the signer is not in the trust list of this machine.',
  },
  'foreign-maker': {
    'zh-CN': '文件由其他软件制作，只能核验签名，不能核验内容。',
    en: 'The file was made by another program: its signature can be checked, its content cannot.',
  },
  'no-evidence': {
    'zh-CN': '文件没有附带证据，结论无法重算。',
    en: 'The file carries no evidence, so its verdict cannot be recomputed.',
  },
  'several-evidences': {
    'zh-CN': '文件附带的证据不止一份。',
    en: 'The file carries more than one set of evidence.',
  },
  'evidence-unreadable': {
    'zh-CN': '所附证据无法读取。',
    en: 'The attached evidence cannot be read.',
  },
  'evidence-not-checked': {
    'zh-CN': '未能由所附证据重算结论。',
    en: 'The verdict could not be recomputed from the attached evidence.',
  },
  'verdict-differs': {
    'zh-CN': '由所附证据重算的结论与报告不一致。',
    en: 'The verdict recomputed from the attached evidence is not the one in the report.',
  },
  'ledger-differs': {
    'zh-CN': '由所附证据重算的隐患台账与报告不一致：{}。',
    en: 'The ledger of hazards recomputed from the attached evidence is not the one in the report: {}.',
  },
  'criteria-differ': {
    'zh-CN': '报告所据的隐患规则与规则包 {} 不一致。',
    en: 'The criteria for hazards that the report rests on are not those of the rule pack {}.',
  },
  'record-differs': {
    'zh-CN': '报告所载记录与其录入条目或检查项目的文字不一致：{}。',
    en: 'The record of the report is not that of its entry, or an item is worded otherwise than in its rule pack: {}.',
  },
  'doubts-missing': {
    'zh-CN': '所附证据提出的疑点没有列在报告中：{}。',
    en: 'A doubt that the attached evidence raises is not told in the report: {}.',
  },
  'doubts-differ': {
    'zh-CN': '报告所列疑点与由所附证据重算的不一致：{}。',
    en: 'The doubts of the report are not those that the attached evidence gives: {}.',
  },
  'doubts-left-out': {
    'zh-CN': '报告略去了疑点一节，而作出它的程序是列出疑点的。',
    en: 'The section of doubts was left out of the report, though the program that makes such reports tells them.',
  },
  'summary-differs': {
    'zh-CN': '公示上的二维码摘要与由所附证据得出的不一致。',
    en: 'The summary in the QR code is not the one that the attached evidence gives.',
  },
  'label-differs': {
    'zh-CN': '标签与其签名摘要不一致：{}。',
    en: 'A label is not that of its signed summary: {}.',
  },
  'paper-not-listed': {
    'zh-CN': '所附资料与目次不符：{}。',
    en: 'An attached paper is not as the contents list it: {}.',
  },
  'paper-differs': {
    'zh-CN': '目次对所附资料的说明与该件自身所载不一致：{}。',
    en: 'The contents say of an attached paper what it does not say itself: {}.',
  },
  'cover-differs': {
    'zh-CN': '封面对该台电梯的说明与其合规审计报告的证据不一致：{}。',
    en: 'The cover says of an elevator what the evidence of its compliance report does not give: {}.',
  },
  'paper-not-valid': {
    'zh-CN': '所附资料中有未通过核验的：{}。',
    en: 'An attached paper does not pass verification: {}.',
  },
  'signer-differs': {
    'zh-CN': '报告写明的签名人或时间与签名本身不一致。',
    en: 'The signer or the time that the report states is not that of its signature.',
  },
  'pages-differ': {
    'zh-CN': '报告第 {} 页与由所附证据重排的页面不一致。',
    en: 'Page {} of the report is not the one that the attached evidence gives when laid out again.',
  },
  'parts-differ': {
    'zh-CN': '由所附证据重排，报告的页面相同，字体、图片或标签等部分不一致。',
    en: 'Laid out again from the attached evidence, the pages are alike; other parts of the report (fonts, pictures, tags) are not.',
  },
  'pages-contradict': {
    'zh-CN': '页面所写与所附证据给出的不一致（页码：所写 ≠ 证据）：{}。',
    en: 'What a page says contradicts the attached evidence (page: said ≠ given): {}.',
  },
  'other-glyphs': {
    'zh-CN': '报告的字体被改过：看到的字与复制、朗读出来的字不同。',
    en: 'A font of the report was altered: the characters seen are not those that are copied or read aloud.',
  },
  'pages-not-compared': {
    'zh-CN':
      '页面未能与所附证据比对：可能由本软件其他版本排版。页面上写的不能凭此文件采信；请以证据重算的结论为准，或请出具单位用现行版本重新出具。',
    en: 'The pages could not be compared with the attached evidence; another release of this program may have laid them out. Do not rely on what the pages say: go by the verdict recomputed from the evidence, or ask the issuer for the report made anew.',
  },
  'headline-differs': {
    'zh-CN': '报告写明的能否使用、范围或录入情况与由所附记录重算的不一致。',
    en: 'What the report states of use, scope or entry is not what its records give when recomputed.',
  },
  'evidence-older': {
    'zh-CN': '报告由较早的程序（{}）作出，其判定方法本程序已不再使用，结论没有重算。',
    en: 'The report was made by an earlier program ({}) whose way of judging this one no longer has; its verdict was not recomputed.',
  },
  'pack-unknown': {
    'zh-CN': '报告所用的规则包本机没有，结论无法重算。',
    en: 'The rule pack of the report is not on this machine, so its verdict cannot be recomputed.',
  },
  'check-failed': {
    'zh-CN': '核验中途出错，未得出结果。',
    en: 'The check failed midway and came to no result.',
  },
} as const satisfies Record<string, { readonly 'zh-CN': string; readonly en: string }>;

export type ReasonCode = keyof typeof REASONS;

export interface Reason {
  readonly code: string;
  readonly sentence: { readonly 'zh-CN': string; readonly en: string };
}

/** A code without words of its own, from a newer check of the evidence, gets those of the verdict it led to. */
export function reasonOf(code: string, detail = ''): Reason {
  const words = Object.hasOwn(REASONS, code) ? REASONS[code as ReasonCode] : REASONS['evidence-not-checked'];
  const fill = (sentence: string): string => sentence.replace('{}', () => detail);
  return { code, sentence: { 'zh-CN': fill(words['zh-CN']), en: fill(words.en) } };
}

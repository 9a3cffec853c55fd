/** Every reason a check of a summary may give, in plain words; `{}` stands for its detail. Codes are kept for ever. */
export const SUMMARY_REASONS = {
  empty: { 'zh-CN': '没有可核验的文字。', en: 'There is no text to check.' },
  'too-long': {
    'zh-CN': '文字太长，不是公示二维码的内容。',
    en: "The text is too long to be that of a public sheet's QR code.",
  },
  other: {
    'zh-CN': '这不是电梯公示的二维码内容。',
    en: 'This is not the text of a QR code of an elevator notice.',
  },
  newer: {
    'zh-CN': '二维码由更新版本的软件生成，本版本不能读取。',
    en: 'The QR code was made by a newer version of the program and cannot be read by this one.',
  },
  damaged: {
    'zh-CN': '二维码内容残缺或有误，请重新扫描；仍不能读取的，以原件为准。',
    en: 'The text of the QR code is incomplete or wrong. Scan it again; if it stays so, ask for the original.',
  },
  'signature-wrong': {
    'zh-CN': '签名与内容不符：内容或签名已被改动。',
    en: 'The signature does not fit the content: one of them was altered.',
  },
  'signer-unknown': {
    'zh-CN': '本机没有指纹以 {} 开头的签名人证书，不能判断是否被改动；请先核验该单位的一份签名报告并信任其证书。',
    en: 'This machine has no certificate of a signer whose fingerprint begins with {}, so whether anything was altered cannot be told. Check a signed report of that unit first and trust its certificate.',
  },
  'not-in-trust-list': {
    'zh-CN': '签名无误，但签名人的证书不在本机信任名单内。',
    en: 'The signature is right, but the certificate of its signer is not in the trust list of this machine.',
  },
  'certificate-not-for-signing': {
    'zh-CN': '签名人的证书不可用于签署。',
    en: 'The certificate of the signer is not one for signing.',
  },
  'certificate-expired': {
    'zh-CN': '截至日晚于签名人证书的有效期。',
    en: 'The as-of day is after the certificate of the signer had expired.',
  },
  'issuer-not-valid': {
    'zh-CN': '签发证书的机构在截至日不在有效期内。',
    en: 'The issuer of the certificate was not valid on the as-of day.',
  },
} as const satisfies Record<string, { readonly 'zh-CN': string; readonly en: string }>;

export type SummaryReason = keyof typeof SUMMARY_REASONS;

import type { Locale } from '../pack/legal-basis';
import { COUNTERSIGN_ROLES } from '../record/countersignature';

export const SIGNATURE_ROLES = ['issuer', ...COUNTERSIGN_ROLES, 'unknown'] as const;
export type SignatureRole = (typeof SIGNATURE_ROLES)[number];

/** What was done to a file between two signatures. The first three are additions that the standard allows. */
export const LATER_CHANGES = ['signature-field', 'dss', 'timestamp', 'annotation', 'page', 'other'] as const;
export type LaterChange = (typeof LATER_CHANGES)[number];

interface SignatureTerms {
  readonly role: Readonly<Record<SignatureRole, string>>;
  readonly change: Readonly<Record<LaterChange, string>>;
  readonly several: string;
  readonly before: string;
  readonly after: string;
}

export const SIGNATURE_TERMS: Readonly<Record<Locale, SignatureTerms>> = {
  'zh-CN': {
    role: { issuer: '出具', receipt: '签收', witness: '见证', unknown: '签名' },
    change: {
      'signature-field': '签名',
      dss: '验证数据',
      timestamp: '时间戳',
      annotation: '批注',
      page: '页面内容',
      other: '其他内容',
    },
    several: '签名先后',
    before: '其前增加',
    after: '最后一个签名之后增加',
  },
  en: {
    role: { issuer: 'issued', receipt: 'received', witness: 'witnessed', unknown: 'signed' },
    change: {
      'signature-field': 'a signature',
      dss: 'validation data',
      timestamp: 'a time-stamp',
      annotation: 'annotations',
      page: 'page content',
      other: 'other content',
    },
    several: 'Signatures in their order',
    before: 'added before it',
    after: 'Added after the last signature',
  },
};

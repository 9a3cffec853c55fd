/** Every check, in the order in which it is made and shown. */
export const CHECK_IDS = [
  'readable',
  'one-revision',
  'one-signature',
  'sub-filter',
  'byte-range',
  'padding',
  'cms',
  'algorithms',
  'digest',
  'signing-certificate',
  'signature-value',
  'own-encoding',
  'claimed-time',
  'key-usage',
  'trust-list',
  'evidence-present',
  'verdict-reproduced',
  'pages-match',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

export interface Check {
  readonly id: CheckId;
  readonly outcome: 'passed' | 'failed' | 'not-reached';
  /** Figures and names, no sentence: byte positions, an algorithm, a certificate's dates. */
  readonly detail: string;
  readonly code?: string;
}

export interface Checklist {
  pass(id: CheckId, detail?: string): void;
  fail(id: CheckId, code: string, detail?: string): void;
  passed(id: CheckId): boolean;
  all(): Check[];
}

/** Collects outcomes; what nobody spoke of was not reached. The first failure of a check stays. */
export function openChecklist(): Checklist {
  const done = new Map<CheckId, Check>();
  return {
    pass: (id, detail = '') => {
      if (!done.has(id)) done.set(id, { id, outcome: 'passed', detail });
    },
    fail: (id, code, detail = '') => {
      if (done.get(id)?.outcome !== 'failed') done.set(id, { id, outcome: 'failed', detail, code });
    },
    passed: (id) => done.get(id)?.outcome === 'passed',
    all: () => CHECK_IDS.map((id) => done.get(id) ?? { id, outcome: 'not-reached', detail: '' }),
  };
}

/** Every check, in the order in which it is made and shown. */
export const CHECK_IDS = [
  'readable',
  'one-revision',
  'one-signature',
  'sub-filter',
  'byte-range',
  'later-changes',
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
/** Of a pack alone, behind all others: the papers inside. */
export type CheckId = (typeof CHECK_IDS)[number] | 'enclosed-papers';

export interface Check {
  readonly id: CheckId;
  /** Held, broken, and what this program cannot judge; `not-reached` where nothing was asked. */
  readonly outcome: 'passed' | 'failed' | 'cannot-tell' | 'not-reached';
  /** Figures and names, no sentence: byte positions, an algorithm, a certificate's dates. */
  readonly detail: string;
  readonly code?: string;
}

export interface Checklist {
  pass(id: CheckId, detail?: string): void;
  fail(id: CheckId, code: string, detail?: string): void;
  doubt(id: CheckId, code: string, detail?: string): void;
  passed(id: CheckId): boolean;
  outcome(id: CheckId): Check['outcome'];
  all(): Check[];
}

const WEIGHT: Readonly<Record<Check['outcome'], number>> = { 'not-reached': 0, passed: 1, 'cannot-tell': 2, failed: 3 };

/** Collects outcomes; what nobody spoke of was not reached. Of several the gravest stays, and of those the first. */
export function openChecklist(): Checklist {
  const done = new Map<CheckId, Check>();
  const outcomeOf = (id: CheckId): Check['outcome'] => done.get(id)?.outcome ?? 'not-reached';
  const note = (check: Check): void => {
    if (WEIGHT[check.outcome] > WEIGHT[outcomeOf(check.id)]) done.set(check.id, check);
  };
  return {
    pass: (id, detail = '') => note({ id, outcome: 'passed', detail }),
    fail: (id, code, detail = '') => note({ id, outcome: 'failed', detail, code }),
    doubt: (id, code, detail = '') => note({ id, outcome: 'cannot-tell', detail, code }),
    passed: (id) => outcomeOf(id) === 'passed',
    outcome: outcomeOf,
    all: () => CHECK_IDS.map((id) => done.get(id) ?? { id, outcome: 'not-reached', detail: '' }),
  };
}

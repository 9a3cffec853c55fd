import type { RuleStatus, Verdict } from '../../domain/audit/verdict';

export type Shape = Verdict | RuleStatus | 'refused' | 'late' | 'running';

const TONE: Readonly<Record<Shape, string>> = {
  compliant: 'ok',
  met: 'ok',
  'due-soon': 'warn',
  lapsed: 'warn',
  'non-compliant': 'bad',
  overdue: 'bad',
  failed: 'bad',
  late: 'bad',
  refused: 'bad',
  'not-shown': 'warn',
  'not-applicable': 'muted',
  'no-data': 'muted',
  running: 'muted',
};

export function toneOf(shape: Shape): string {
  return TONE[shape];
}

/** A status is a shape and a word; colour is never the only sign. */
export function StatusMark({ shape, word }: { readonly shape: Shape; readonly word: string }) {
  return (
    <span className={`status ${TONE[shape]}`}>
      <StatusShape shape={shape} />
      <span>{word}</span>
    </span>
  );
}

export function StatusShape({ shape }: { readonly shape: Shape }) {
  const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 };
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true">
      {shape === 'compliant' || shape === 'met' ? (
        <>
          <circle cx="7" cy="7" r="5.8" {...line} />
          <path d="M4.2 7.2l2 2 3.6-4.2" {...line} />
        </>
      ) : shape === 'due-soon' ? (
        <path d="M3 1.5h8M3 12.5h8M4 1.5c0 3 6 4.5 6 11M10 1.5c0 3-6 4.5-6 11" {...line} strokeWidth={1.2} />
      ) : shape === 'lapsed' ? (
        <>
          <path d="M7 1L13 7 7 13 1 7z" {...line} />
          <path d="M7 1v12L1 7z" fill="currentColor" />
        </>
      ) : shape === 'non-compliant' ||
        shape === 'overdue' ||
        shape === 'failed' ||
        shape === 'refused' ||
        shape === 'late' ? (
        <>
          <rect x="1" y="1" width="12" height="12" fill="currentColor" />
          <path d="M4.2 4.2l5.6 5.6M9.8 4.2L4.2 9.8" stroke="var(--sheet)" strokeWidth="1.8" />
        </>
      ) : shape === 'not-applicable' ? (
        <>
          <circle cx="7" cy="7" r="5.8" {...line} />
          <path d="M4 7h6" {...line} />
        </>
      ) : shape === 'running' ? (
        <>
          <circle cx="7" cy="7" r="5.8" {...line} />
          <path d="M7 3.4V7l2.4 1.6" {...line} strokeWidth={1.2} />
        </>
      ) : (
        <>
          <circle cx="7" cy="7" r="5.8" {...line} strokeDasharray="1.6 1.6" />
          <path d="M5.4 5.6c0-2.2 3.3-2 3.3 0 0 1.4-1.6 1.4-1.6 2.7M7.1 10v.8" {...line} strokeWidth={1.2} />
        </>
      )}
    </svg>
  );
}

import type { SignatureVerdict } from '../../../domain/terms/signature-verdict';
import type { Shape } from '../../components/status-mark';
import type { LevelOutcome } from './verify-levels';

/** The results wear the shapes of the verdicts. */
export const RESULT_SHAPES: Readonly<Record<SignatureVerdict, Shape>> = {
  valid: 'compliant',
  'pages-not-compared': 'due-soon',
  untrusted: 'lapsed',
  tampered: 'non-compliant',
  unsigned: 'no-data',
  unreadable: 'not-applicable',
};

export const LEVEL_SHAPES: Readonly<Record<LevelOutcome, Shape>> = {
  passed: 'met',
  confirm: 'lapsed',
  failed: 'refused',
  'cannot-tell': 'no-data',
  'not-reached': 'not-applicable',
};

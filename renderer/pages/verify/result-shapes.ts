import type { VerifyReply } from '../../../domain/bridge/replies';
import type { Shape } from '../../components/status-mark';
import type { LevelOutcome } from './verify-levels';

/** The results wear the shapes of the verdicts. */
export const RESULT_SHAPES: Readonly<Record<VerifyReply['verdict'], Shape>> = {
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

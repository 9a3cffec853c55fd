import type { VerifyReply } from '../../../domain/bridge/replies';
import type { Shape } from '../../components/status-mark';

/** The five results wear the shapes of the verdicts. */
export const RESULT_SHAPES: Readonly<Record<VerifyReply['verdict'], Shape>> = {
  valid: 'compliant',
  untrusted: 'lapsed',
  tampered: 'non-compliant',
  unsigned: 'no-data',
  unreadable: 'not-applicable',
};

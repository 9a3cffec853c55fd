import type { SignatureVerdict } from '../../../domain/terms/signature-verdict';
import type { Shape } from '../../components/status-mark';

/** The results wear the shapes of the verdicts. */
export const RESULT_SHAPES: Readonly<Record<SignatureVerdict, Shape>> = {
  valid: 'compliant',
  'pages-not-compared': 'due-soon',
  untrusted: 'lapsed',
  tampered: 'non-compliant',
  unsigned: 'no-data',
  unreadable: 'not-applicable',
};

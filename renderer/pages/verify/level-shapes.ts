import type { Shape } from '../../components/status-mark';
import type { LevelOutcome } from './verify-levels';

export const LEVEL_SHAPES: Readonly<Record<LevelOutcome, Shape>> = {
  passed: 'met',
  confirm: 'lapsed',
  failed: 'refused',
  'cannot-tell': 'no-data',
  'not-reached': 'not-applicable',
};

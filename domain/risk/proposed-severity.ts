import type { Severity } from '../hazard/hazard';

/** Parts that keep people from falling, being sheared or crushed: their failure may kill. */
const LIFE = [
  'brake',
  'suspension-rope',
  'coated-belt',
  'rope-terminations',
  'traction-sheave',
  'doors',
  'door-lock',
  'overspeed-governor',
  'safety-gear',
  'buffer',
  'ascending-overspeed-protection',
  'unintended-movement-protection',
  'pessral',
  'limit-switches',
  'inspection-controls',
  'escalator-stop',
  'escalator-drive',
  'steps',
];
const MINOR = ['alarm', 'overload-device', 'landing-area', 'well', 'pit', 'machine-room', 'travelling-cable'];
const NONE = ['signs'];

/**
 * The row of the matrix that is put forward for a hazard at a component: our own proposal from what the part is for. No
 * standard stands behind it, nothing is judged by it, and it becomes an estimate only when somebody chooses a cell.
 */
export function proposedSeverity(component: string): Severity | null {
  if (component === '' || component === 'other') return null;
  if (LIFE.includes(component)) return 1;
  if (MINOR.includes(component)) return 3;
  return NONE.includes(component) ? 4 : 2;
}

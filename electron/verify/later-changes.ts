import type { LaterChange } from '../../domain/terms/signatures';
import type { LooseFile } from './loose-reader';
import type { PdfNode } from './pdf-syntax';
import type { PlacedArray, PlacedDictionary } from './placed';

const ALLOWED: readonly LaterChange[] = ['signature-field', 'dss', 'timestamp'];

export function isAllowed(change: LaterChange): boolean {
  return ALLOWED.includes(change);
}

/** A file before and after an update, while their differences are being explained. */
export interface Comparison {
  readonly before: LooseFile;
  readonly after: LooseFile;
  /** Objects of the file before that are gone or say something else. */
  readonly changed: ReadonlySet<number>;
  /** Those of them that a rule has looked at. */
  readonly explained: Set<number>;
  /** What leads to objects that were allowed to be added. */
  readonly added: PdfNode[];
  /** Numbers of the annotations of added signature fields. */
  readonly widgets: Set<number>;
  readonly found: Set<LaterChange>;
  /** The file before is, or began as, a report of ours. */
  readonly isOwn: boolean;
}

/** A rule has looked at this object. */
export function explain({ explained }: Comparison, value: PlacedDictionary | PlacedArray | null): void {
  if (value !== null && value.number !== null) explained.add(value.number);
}

export function isNew({ before }: Comparison, number: number): boolean {
  return (before.places.get(number) ?? null) === null;
}

import type { Text } from './legal-basis';

/** One thing wrong with a pack's file, and where. Line and column count from 1. */
export interface PackFault {
  readonly line: number;
  readonly column: number;
  /** JSON pointer (RFC 6901) of what is wrong; '' = the file as a whole. */
  readonly pointer: string;
  readonly sentence: Text;
}

export interface RefusedPack {
  readonly file: string;
  readonly origin: PackOrigin;
  /** In the order of the file. */
  readonly faults: readonly PackFault[];
  /** Faults beyond those listed. */
  readonly more: number;
}

/** Whether a pack comes with the program or from the folder of the one who uses it. */
export type PackOrigin = 'program' | 'user';

import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import type { DoubtKind } from '../pack/doubt-threshold';
import type { RecordId } from '../record/record-id';

/** By what a doubt is known again: its kind and its records in whatever order, no figure and no threshold. */
export function doubtKey(kind: DoubtKind, records: readonly RecordId[]): string {
  return bytesToHex(sha256(JSON.stringify([kind, ...[...new Set(records)].sort()])));
}

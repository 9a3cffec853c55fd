import { KEY_FIELDS } from '../elevator/elevator';
import { unreadableSign } from '../elevator/registration-no';
import { hasErasedMark } from '../record/erasure';
import { isWritableText } from '../record/writable-text';
import type { Channel } from './channels';

/** What no request may carry, and where it stands: `visit.technicians.0`. */
export interface TextFault {
  readonly code: 'unwritable-text' | 'unreadable-key';
  readonly what: string;
}

/**
 * Texts that no record will hold: what a scanner or a stranger's file gave is looked at as it is, and a passphrase opens
 * what another program closed with it.
 */
const AS_GIVEN: Partial<Record<Channel, readonly string[]>> = {
  'summary.verify': ['text'],
  'verify.file': ['name'],
  'trust.add': ['pem'],
  'identity.create': ['passphrase'],
  'identity.import': ['passphrase'],
  'report.make': ['passphrase'],
  'sheet.batch': ['passphrase'],
  'routine.paper': ['passphrase'],
  'countersign.make': ['name', 'passphrase'],
  'insurer.bundle': ['passphrase'],
};

/** Members that are keys by which a record will be told from others, wherever they are written. */
const KEYS: ReadonlySet<string> = new Set([...KEY_FIELDS, 'successorNo', 'reportNo']);

/**
 * Half of a character anywhere, or a control character in a key that is about to be written; null = neither. Walks the
 * request before its schema does, so that no channel and no member can be left out. Numbers of elevators that a request
 * only names may be as an old ledger holds them: who asks by one that is not on record is answered by its handler.
 */
export function textFault(channel: Channel, request: unknown): TextFault | null {
  return faultIn(channel, request, []);
}

function faultIn(channel: Channel, value: unknown, path: readonly string[]): TextFault | null {
  if (typeof value === 'string') {
    const what = path.join('.');
    if (AS_GIVEN[channel]?.includes(what) === true) return null;
    if (!isWritableText(value) || hasErasedMark(value)) return { code: 'unwritable-text', what };
    return unreadableSign(value) !== null && isWrittenKey(channel, path) ? { code: 'unreadable-key', what } : null;
  }
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return null;
  const { field } = value as { readonly field?: unknown };
  for (const [name, held] of Object.entries(value)) {
    // A correction names the field beside its value: {field: 'reportNo', to: '…'}.
    const as = name === 'to' && typeof field === 'string' ? [...path, field] : [...path, name];
    if (!isWritableText(name)) return { code: 'unwritable-text', what: path.join('.') };
    const fault = faultIn(channel, held, as);
    if (fault !== null) return as.at(-1) === name ? fault : { ...fault, what: [...path, name].join('.') };
  }
  return null;
}

function isWrittenKey(channel: Channel, path: readonly string[]): boolean {
  const member = path.findLast((name) => !/^\d+$/.test(name)) ?? '';
  if (KEYS.has(member)) return true;
  if (member === 'policyNo') return path[0] === 'policies' || path[0] === 'set';
  return channel === 'elevator.register' && path.join('.') === 'elevator.registrationNo';
}

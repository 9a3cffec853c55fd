import type { Checklist, CheckId } from './checks';
import { Fault, faultOf } from './fault';
import { ownEvidence, ownSignature } from './own-structure';
import type { SignatureDictionary } from './signature-dictionary';
import { readStrict } from './strict-reader';

/** A report of ours with which a file begins. */
export interface OwnFile {
  /** Where it ends; behind it stands what was added later. */
  readonly end: number;
  readonly signature: SignatureDictionary;
  readonly evidence: Uint8Array;
}

/** Ends of a file that are tried, the whole one not counted: our reports are first revisions, so theirs comes early. */
const MAX_ENDS = 16;
const END = /^startxref\n[1-9]\d{0,9}\n%%EOF\n/;

/** The report of ours that a file is or begins with. Null, with the reason noted in `checks`, where it is none. */
export function findOwn(bytes: Buffer, checks: Checklist): OwnFile | null {
  const whole = readOwn(bytes);
  const own = 'signature' in whole ? whole : earlierOwn(bytes);
  if (own !== null) {
    checks.pass('one-revision');
    checks.pass('one-signature');
  } else if (!('signature' in whole)) {
    checks.fail(whole.check, whole.fault.code, whole.fault.detail);
  }
  return own;
}

function earlierOwn(bytes: Buffer): OwnFile | null {
  let at = bytes.indexOf('startxref\n');
  for (let tried = 0; at >= 0 && tried < MAX_ENDS; at = bytes.indexOf('startxref\n', at + 1)) {
    const end = END.exec(bytes.toString('latin1', at, at + 32));
    if (end === null) continue;
    tried++;
    const own = readOwn(bytes.subarray(0, at + end[0].length));
    if ('signature' in own) return own;
  }
  return null;
}

function readOwn(bytes: Buffer): OwnFile | { readonly check: CheckId; readonly fault: Fault } {
  let check: CheckId = 'one-revision';
  try {
    const file = readStrict(bytes);
    check = 'one-signature';
    const signature = ownSignature(file);
    check = 'evidence-present';
    const evidence = ownEvidence(file);
    if (evidence === null) throw new Fault('no-evidence');
    return { end: bytes.length, signature, evidence };
  } catch (error) {
    return { check, fault: faultOf(error, 'not-own-layout') };
  }
}

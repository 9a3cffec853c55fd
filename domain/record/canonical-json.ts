/**
 * RFC 8785 canonical JSON: members sorted by UTF-16 code units, ECMAScript numbers, no white space.
 * Members that are `undefined` are left out, as JSON does. Throws TypeError on what JSON cannot say (NaN, Infinity,
 * functions, BigInt) and on lone surrogates, which have no UTF-8 form and would hash ambiguously.
 */
export function canonicalJson(value: unknown): string {
  const sorted = sortedCopy(value);
  if (sorted === UNSORTABLE) return memberByMember(value);
  const text = JSON.stringify(sorted);
  return ESCAPED_SURROGATE.test(text) ? memberByMember(value) : text;
}

/** `JSON.stringify` writes a lone surrogate as an escape; the same letters may stand behind an escaped backslash. */
const ESCAPED_SURROGATE = /\\u[dD][89a-fA-F]/;
const UNSORTABLE = Symbol('an object lists these keys in an order of its own');

/** The value with all members in order, its parts as they are where nothing is to be done: `JSON.stringify` is many times faster than the text made by hand. */
function sortedCopy(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return finite(value);
  if (typeof value !== 'object') throw new TypeError(`no canonical JSON for a ${typeof value}`);
  return Array.isArray(value) ? sortedItems(value) : sortedMembers(value as Record<string, unknown>);
}

function sortedItems(items: readonly unknown[]): unknown {
  let copy: unknown[] | null = null;
  for (let index = 0; index < items.length; index++) {
    const item = sortedCopy(items[index]);
    if (item === UNSORTABLE) return UNSORTABLE;
    if (item !== items[index]) (copy ??= [...items])[index] = item;
  }
  return copy ?? items;
}

function sortedMembers(record: Record<string, unknown>): unknown {
  const keys = Object.keys(record);
  if (keys.some(hasOwnOrder) || 'toJSON' in record) return UNSORTABLE;
  let isCopied = !inOrder(keys);
  if (isCopied) keys.sort();
  const copy: Record<string, unknown> = {};
  for (const key of keys) {
    const inner = record[key];
    const sorted = inner === undefined ? undefined : sortedCopy(inner);
    if (sorted === UNSORTABLE) return UNSORTABLE;
    if (sorted !== inner) isCopied = true;
    copy[key] = sorted;
  }
  return isCopied ? copy : record;
}

/** The default sort compares UTF-16 code units, which is the order RFC 8785 section 3.2.3 asks for; so does `<`. */
function inOrder(keys: readonly string[]): boolean {
  for (let index = 1; index < keys.length; index++) if (keys[index]! < keys[index - 1]!) return false;
  return true;
}

/** Keys that are array indices come first in every object, and `__proto__` cannot be set like another. */
function hasOwnOrder(key: string): boolean {
  const first = key.charCodeAt(0);
  return (first >= 0x30 && first <= 0x39) || key === '__proto__';
}

function memberByMember(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return JSON.stringify(finite(value)); // Number::toString, as section 3.2.2.3; -0 becomes 0
  if (typeof value === 'string') return canonicalString(value);
  if (Array.isArray(value)) return `[${value.map(memberByMember).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`no canonical JSON for a ${typeof value}`);
  const record = value as Record<string, unknown>;
  const members: string[] = [];
  for (const key of Object.keys(record).sort()) {
    if (record[key] !== undefined) members.push(`${canonicalString(key)}:${memberByMember(record[key])}`);
  }
  return `{${members.join(',')}}`;
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new TypeError(`no canonical JSON for ${value}`);
  return value;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

function canonicalString(text: string): string {
  if (LONE_SURROGATE.test(text)) throw new TypeError('no canonical JSON for a lone surrogate');
  return JSON.stringify(text);
}

/**
 * RFC 8785 canonical JSON: members sorted by UTF-16 code units, ECMAScript numbers, no white space.
 * Members that are `undefined` are left out, as JSON does. Throws TypeError on what JSON cannot say (NaN, Infinity,
 * functions, BigInt) and on lone surrogates, which have no UTF-8 form and would hash ambiguously.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (typeof value === 'string') return canonicalString(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`no canonical JSON for a ${typeof value}`);
  const members: string[] = [];
  const record = value as Record<string, unknown>;
  // The default sort compares UTF-16 code units, which is the order RFC 8785 section 3.2.3 asks for.
  for (const key of Object.keys(record).sort()) {
    if (record[key] !== undefined) members.push(`${canonicalString(key)}:${canonicalJson(record[key])}`);
  }
  return `{${members.join(',')}}`;
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`no canonical JSON for ${value}`);
  return JSON.stringify(value); // ECMAScript Number::toString, as RFC 8785 section 3.2.2.3; -0 becomes 0
}

const LONE_SURROGATE = /\p{Surrogate}/u;

function canonicalString(text: string): string {
  if (LONE_SURROGATE.test(text)) throw new TypeError('no canonical JSON for a lone surrogate');
  return JSON.stringify(text);
}

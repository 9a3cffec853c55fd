import { CURVE_ORDERS } from '../pades/profile';

/**
 * DER ECDSA-Sig-Value (RFC 3279 section 2.2.3) from r and s one behind the other (IEEE P1363), with the smaller of the
 * two equivalent values of s: see CURVE_ORDERS.
 */
export function ecdsaValue(p1363: Uint8Array, namedCurve: string): Uint8Array {
  const order = CURVE_ORDERS[namedCurve];
  if (order === undefined) throw new Error(`no known order of ${namedCurve}`);
  const hex = Buffer.from(p1363).toString('hex');
  const r = BigInt(`0x${hex.slice(0, hex.length / 2)}`);
  const s = BigInt(`0x${hex.slice(hex.length / 2)}`);
  const content = Buffer.concat([derInteger(r), derInteger(s > order / 2n ? order - s : s)]);
  const length = content.length < 0x80 ? [content.length] : [0x81, content.length]; // P-521: 138 bytes at most
  return Buffer.concat([Buffer.of(0x30, ...length), content]);
}

function derInteger(value: bigint): Buffer {
  const digits = value.toString(16);
  const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
  const sign = bytes[0]! >= 0x80 ? [0] : [];
  return Buffer.concat([Buffer.of(0x02, bytes.length + sign.length, ...sign), bytes]);
}

import * as asn1js from 'asn1js';

const CONTEXT = 3;

export const oid = (value: string): asn1js.ObjectIdentifier => new asn1js.ObjectIdentifier({ value });
export const integer = (value: number): asn1js.Integer => new asn1js.Integer({ value });
export const sequence = (...value: asn1js.AsnType[]): asn1js.Sequence => new asn1js.Sequence({ value });
export const setOf = (...value: asn1js.AsnType[]): asn1js.Set => new asn1js.Set({ value });
export const octets = (bytes: Uint8Array): asn1js.OctetString =>
  new asn1js.OctetString({ valueHex: Uint8Array.from(bytes).buffer });
export const tagged = (tagNumber: number, ...value: asn1js.AsnType[]): asn1js.Constructed =>
  new asn1js.Constructed({ idBlock: { tagClass: CONTEXT, tagNumber }, value });
export const der = (node: asn1js.AsnType): Buffer => Buffer.from(node.toBER(false));

/** The value that `bytes` begin with; null when there is none. */
export function parsed(bytes: Uint8Array): asn1js.AsnType | null {
  const { offset, result } = asn1js.fromBER(Uint8Array.from(bytes).buffer);
  return offset < 0 ? null : result;
}

/** Members of a constructed value; none of any other. */
export function members(node: asn1js.AsnType | null | undefined): readonly asn1js.AsnType[] {
  const value: unknown = node instanceof asn1js.Constructed ? node.valueBlock.value : [];
  return Array.isArray(value) ? (value as asn1js.AsnType[]) : [];
}

export function oidOf(node: asn1js.AsnType | undefined): string {
  return node instanceof asn1js.ObjectIdentifier ? node.valueBlock.toString() : '';
}

/** Bytes of an OCTET STRING, also in pieces, and also under an implicit tag. */
export function octetsOf(node: asn1js.AsnType | undefined): Buffer | null {
  if (node instanceof asn1js.OctetString) return Buffer.from(node.getValue());
  if (node instanceof asn1js.Primitive) return Buffer.from(node.valueBlock.valueHexView);
  const pieces = members(node).map(octetsOf);
  return pieces.length > 0 && pieces.every((piece) => piece !== null) ? Buffer.concat(pieces) : null;
}

/** A whole number from 0 to 2^31 − 1; null for anything else. */
export function countOf(node: asn1js.AsnType | undefined): number | null {
  if (!(node instanceof asn1js.Integer) || node.valueBlock.valueHexView.length > 8) return null;
  const value = Number(node.toBigInt());
  return value >= 0 && value < 2 ** 31 ? value : null;
}

/** The bytes that a parsed value was read from. */
export function encodingOf(node: asn1js.AsnType): Buffer {
  return Buffer.from(node.valueBeforeDecodeView);
}

/** DER of a value out of parts that are DER already, which a tree of asn1js values does not take as they are. */
export function wrapped(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const digits = content.length.toString(16);
  const size = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
  const head = content.length < 0x80 ? [tag, content.length] : [tag, 0x80 + size.length, ...size];
  return Buffer.concat([Buffer.from(head), content]);
}

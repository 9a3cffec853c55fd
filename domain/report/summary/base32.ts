/** The alphabet of RFC 4648 section 6: a QR code holds it in its alphanumeric mode, five bits in five and a half. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BITS = 5;

/** Base32 without padding. */
export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let count = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    count += 8;
    while (count >= BITS) {
      count -= BITS;
      text += LETTERS.charAt((held >> count) & 31);
    }
    held &= (1 << count) - 1;
  }
  return count === 0 ? text : text + LETTERS.charAt((held << (BITS - count)) & 31);
}

/** Null for anything that `toBase32` does not write: other letters, a length that no bytes have, bits left over. */
export function fromBase32(text: string): Uint8Array | null {
  const bytes: number[] = [];
  let held = 0;
  let count = 0;
  for (const letter of text) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return null;
    held = (held << BITS) | value;
    count += BITS;
    if (count < 8) continue;
    count -= 8;
    bytes.push(held >> count);
    held &= (1 << count) - 1;
  }
  return count >= BITS || held !== 0 ? null : Uint8Array.from(bytes);
}

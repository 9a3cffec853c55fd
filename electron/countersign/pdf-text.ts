/** A text string (ISO 32000-2 section 7.9.2.2): UTF-16 behind its mark, in hexadecimal digits, so that no byte of it needs an escape. */
export function textString(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

export function dateString(date: Date): string {
  return `(D:${date.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z)`;
}

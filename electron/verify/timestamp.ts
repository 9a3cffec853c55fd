import { child, oidOf, readDer, TAG } from './der';

/** What a time-stamping authority signed (RFC 3161 section 2.4.2, TSTInfo). */
export interface Timestamp {
  readonly algorithm: string;
  readonly imprint: Buffer;
  /** genTime, ISO 8601; null when it makes no sense. */
  readonly time: string | null;
}

/** Null for bytes that are no TSTInfo. */
export function readTimestamp(content: Buffer): Timestamp | null {
  try {
    const info = readDer(content);
    const imprint = child(info, 2, TAG.sequence);
    return {
      algorithm: oidOf(child(imprint, 0, TAG.sequence).children[0]),
      imprint: child(imprint, 1, TAG.octetString).content,
      time: timeOf(child(info, 4, TAG.generalizedTime).content.toString('latin1')),
    };
  } catch {
    return null;
  }
}

function timeOf(text: string): string | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/.exec(text);
  if (parts === null) return null;
  const [, year, month, day, hours, minutes, seconds] = parts;
  const time = `${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`;
  return Number.isNaN(Date.parse(time)) ? null : time;
}

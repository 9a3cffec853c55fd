import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Refused {
  readonly status: 403 | 405 | 415 | 421;
  readonly reason: string;
}

export const TOKEN_HEADER = 'x-elevator-audit-token';
export const CALL_MEDIA_TYPE = 'application/x-elevator-audit';

/** A name that resolves to 127.0.0.1 but is not ours (DNS rebinding) never gets an answer. */
export function refuseHost(headers: IncomingHttpHeaders, port: number): Refused | null {
  const allowed = [`127.0.0.1:${port}`, `localhost:${port}`];
  return allowed.includes(headers.host ?? '') ? null : { status: 421, reason: 'unknown host' };
}

/**
 * A call must come from our own page (Origin), carry this run's token, and have a content type that no HTML form can
 * send, so that a foreign page's request always needs a preflight, which is never granted.
 */
export function refuseCall(
  method: string | undefined,
  headers: IncomingHttpHeaders,
  port: number,
  token: string,
): Refused | null {
  if (method !== 'POST') return { status: 405, reason: 'only POST' };
  const origins = [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
  if (!origins.includes(headers.origin ?? '')) return { status: 403, reason: 'foreign origin' };
  if (headers['sec-fetch-site'] !== undefined && headers['sec-fetch-site'] !== 'same-origin')
    return { status: 403, reason: 'foreign page' };
  if (!sameToken(headers[TOKEN_HEADER], token)) return { status: 403, reason: 'wrong token' };
  if (headers['content-type'] !== CALL_MEDIA_TYPE) return { status: 415, reason: 'unknown content type' };
  return null;
}

/** Constant time, so that the token cannot be guessed byte by byte. */
function sameToken(given: string | string[] | undefined, token: string): boolean {
  if (typeof given !== 'string') return false;
  const a = Buffer.from(given);
  const b = Buffer.from(token);
  return a.length === b.length && timingSafeEqual(a, b);
}

import { parseCivilDate, type CivilDate } from '../../calendar/civil-date';
import { TASKS, type Task } from '../../visit/visit';
import { fromBase32, toBase32 } from './base32';
import { fromUtf8, toUtf8 } from './utf8';

/** What the QR code of a public sheet or label says of an elevator, short enough to be printed small. */
export interface Summary {
  readonly registrationNo: string;
  /** '' = not on record. */
  readonly rescueCode: string;
  readonly lastVisit: { readonly on: CivilDate; readonly task: Task } | null;
  readonly nextDue: CivilDate | null;
  /** Day by which the next inspection is due. */
  readonly inspectedUntil: CivilDate | null;
  /** Null = the paper does not know of hazards. */
  readonly openHazards: number | null;
  readonly asOf: CivilDate;
  /** What tells the paper apart from all others, `4F1A92C7-0304`. */
  readonly serial: string;
  /** Start of the chain head and of the SHA-256 of the signer's certificate, hex. */
  readonly head: string;
  readonly signer: string;
}

/** Hex digits of chain head and fingerprint that a summary carries. */
export const PREFIX_DIGITS = 16;

const MARK = 'EAS1';
const MOST_CHARACTERS = 3000;
const LINES = 10;
const TASK_LETTERS: Readonly<Record<Task, string>> = { 'half-month': 'H', quarter: 'Q', 'half-year': 'S', year: 'Y' };

/** `EAS1.<payload>`: what is signed. The payload is ten lines of UTF-8 in base32. */
export function summaryPayload(summary: Summary): string {
  const { lastVisit, openHazards } = summary;
  const lines = [
    oneLine(summary.registrationNo),
    oneLine(summary.rescueCode),
    lastVisit === null ? '' : digits(lastVisit.on) + TASK_LETTERS[lastVisit.task],
    digits(summary.nextDue),
    digits(summary.inspectedUntil),
    openHazards === null ? '' : String(openHazards),
    digits(summary.asOf),
    summary.serial,
    summary.head,
    summary.signer,
  ];
  return `${MARK}.${toBase32(toUtf8(lines.join('\n')))}`;
}

/** The text of the QR code: `EAS1.<payload>.<signature>`. */
export function summaryText(payload: string, signature: Uint8Array): string {
  return `${payload}.${toBase32(signature)}`;
}

const oneLine = (text: string): string => text.replaceAll(/\p{Cc}/gu, ' ');
const digits = (day: CivilDate | null): string => (day ?? '').replaceAll('-', '');

export type ParsedSummary =
  | { readonly ok: true; readonly summary: Summary; readonly payload: string; readonly signature: Uint8Array }
  /** `other`: the text of something else. `newer`: of a later form. `damaged`: begins like a summary and is none. */
  | { readonly ok: false; readonly reason: 'empty' | 'too-long' | 'other' | 'newer' | 'damaged' };

/** Reads any text; only what `summaryText` writes is a summary, letter for letter. Never throws. */
export function parseSummary(scanned: string): ParsedSummary {
  if (scanned.length > 2 * MOST_CHARACTERS) return { ok: false, reason: 'too-long' };
  const text = scanned.trim();
  if (text === '') return { ok: false, reason: 'empty' };
  if (text.length > MOST_CHARACTERS) return { ok: false, reason: 'too-long' };
  const [mark, payload, signed, ...more] = text.split('.');
  if (mark !== MARK) return { ok: false, reason: /^EAS\d+$/.test(mark ?? '') ? 'newer' : 'other' };
  const bytes = fromBase32(payload ?? '');
  const signature = fromBase32(signed ?? '');
  const summary = bytes === null ? null : summaryIn(fromUtf8(bytes));
  if (more.length > 0 || summary === null || signature === null || signature.length === 0)
    return { ok: false, reason: 'damaged' };
  const whole = `${MARK}.${payload}`;
  return summaryPayload(summary) === whole
    ? { ok: true, summary, payload: whole, signature }
    : { ok: false, reason: 'damaged' };
}

const SERIAL = /^[0-9A-F]{8}-\d{4,9}$/;
const PREFIX = /^[0-9a-f]{16}$/;
const COUNT = /^(?:0|[1-9]\d{0,5})?$/;

function summaryIn(text: string | null): Summary | null {
  const lines = text?.split('\n') ?? [];
  if (lines.length !== LINES) return null;
  const [registrationNo, rescueCode, visit, due, until, hazards, day, serial, head, signer] = lines as Ten;
  const lastVisit = visitIn(visit);
  const [nextDue, inspectedUntil, asOf] = [dayIn(due), dayIn(until), dayIn(day)];
  if (registrationNo === '' || lastVisit === undefined || nextDue === undefined || inspectedUntil === undefined)
    return null;
  if (asOf === undefined || asOf === null || !COUNT.test(hazards) || !SERIAL.test(serial)) return null;
  if (!PREFIX.test(head) || !PREFIX.test(signer)) return null;
  const openHazards = hazards === '' ? null : Number(hazards);
  return { registrationNo, rescueCode, lastVisit, nextDue, inspectedUntil, openHazards, asOf, serial, head, signer };
}

type Ten = [string, string, string, string, string, string, string, string, string, string];

/** `20261126`; null = left out, undefined = no day. */
function dayIn(text: string): CivilDate | null | undefined {
  if (text === '') return null;
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  return parseCivilDate(date) === null ? undefined : (date as CivilDate);
}

function visitIn(text: string): Summary['lastVisit'] | undefined {
  if (text === '') return null;
  const on = dayIn(text.slice(0, -1));
  const task = TASKS.find((one) => TASK_LETTERS[one] === text.slice(-1));
  return on === undefined || on === null || task === undefined ? undefined : { on, task };
}

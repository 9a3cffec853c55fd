import type { Evidence } from '../evidence';
import { sheetFactsOf, type SheetFacts } from '../papers/public-sheet/sheet-facts';
import { PREFIX_DIGITS, parseSummary, summaryPayload, type Summary } from './summary';

/** Reads the serial out of a number of this program; a number of another form gives none. */
const SERIAL = /第([0-9A-F]{8}-\d{4,9})号$/;

/** What the evidence of a sheet says in short; `number` must be one that `reportNumber` made. */
export function summaryOf(evidence: Evidence, facts: SheetFacts = sheetFactsOf(evidence)): Summary {
  const { dossier, asOf, number, chain, signer } = evidence;
  const { lastVisit, due, inspectedUntil, openHazards } = facts;
  return {
    registrationNo: dossier.registrationNo,
    rescueCode: dossier.elevator.value.rescueCode ?? '',
    lastVisit: lastVisit === null ? null : { on: lastVisit.date, task: lastVisit.task },
    nextDue: due?.on ?? null,
    inspectedUntil,
    openHazards: openHazards?.length ?? null,
    asOf,
    serial: SERIAL.exec(number)?.[1] ?? '',
    head: chain.head.slice(0, PREFIX_DIGITS),
    signer: signer.fingerprint.slice(0, PREFIX_DIGITS),
  };
}

/** Whether the summary printed on a sheet is the one that its evidence gives; a sheet without one has nothing to contradict. */
export function isSummaryOf(evidence: Evidence): boolean {
  const text = evidence.paper?.summary;
  if (text === undefined) return true;
  const parsed = parseSummary(text);
  return parsed.ok && parsed.payload === summaryPayload(summaryOf(evidence));
}

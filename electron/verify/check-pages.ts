import type { Evidence } from '../../domain/report/evidence';
import type { LabelsEvidence } from '../../domain/report/labels';
import { shownPhotos } from '../../domain/report/photos';
import type { Photos } from '../pdf/report-renderer';
import { readEvidence } from './check-evidence';
import { Fault } from './fault';
import { readLabels } from './labels';
import { photosIn } from './photos-in-file';
import type { ReasonCode } from './reasons';
import { firstDifference, type Difference } from './same-pages';
import { readStrict, type StrictFile } from './strict-reader';

export interface PageFindings {
  /** Null = could not be told. */
  readonly match: boolean | null;
  readonly difference: Difference | null;
  /** The reason, where it could not be told. */
  readonly untold: ReasonCode | null;
}

export interface Layout {
  /** Identity of the code behind `layOut`. */
  readonly id: string;
  /** The paper of an evidence before signing; rejects when it cannot be laid out, or not in the time it is given. */
  readonly layOut: (evidence: Evidence | LabelsEvidence, photos: Photos) => Promise<Uint8Array>;
}

const UNTOLD: PageFindings = { match: null, difference: null, untold: 'pages-not-compared' };
const ELSEWHERE: Difference = { object: 0 };

/**
 * Whether the pages of a report are those that its evidence gives: it is laid out again, and every page, font, tag and
 * photo compared. Alike is alike whoever says it; otherwise is held against a report of the same layout code only, for
 * another version may set the same words differently.
 */
export async function checkPages(report: Uint8Array, attached: Uint8Array, layout: Layout): Promise<PageFindings> {
  const evidence = readLabels(attached) ?? readEvidence(attached);
  if (evidence === null) return UNTOLD;
  const signed = readStrict(Buffer.from(report.buffer, report.byteOffset, report.byteLength));
  const shown = evidence.kind === 'labels' ? [] : shownPhotos(evidence);
  const photos = photosIn(signed, evidence.kind === 'labels' ? [] : (evidence.photos ?? []));
  const differs = (difference: Difference): PageFindings =>
    evidence.layout === layout.id ? { match: false, difference, untold: null } : UNTOLD;
  if (shown.some(({ sha256 }) => !photos.has(sha256))) return differs(ELSEWHERE);
  const again = await layout.layOut(evidence, photos).catch(() => null);
  if (again === null) return UNTOLD;
  const difference = differenceOf(signed, Buffer.from(again));
  return difference === null ? { match: true, difference, untold: null } : differs(difference);
}

/** A file of ours that cannot be read where a report of ours can is not alike. */
function differenceOf(signed: StrictFile, again: Buffer): Difference | null {
  try {
    return firstDifference(signed, readStrict(again));
  } catch (error) {
    if (error instanceof Fault) return ELSEWHERE;
    throw error;
  }
}

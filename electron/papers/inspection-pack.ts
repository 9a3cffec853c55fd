import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { Policy } from '../../domain/insurance/policy';
import type { Recorded } from '../../domain/record/dossier';
import type { Evidence } from '../../domain/report/evidence';
import { elevatorFacts } from '../../domain/report/inspection-pack/elevator-facts';
import {
  INSPECTION_PACK_FORMAT,
  type InspectionPackEvidence,
  type PaperInside,
} from '../../domain/report/inspection-pack/pack-evidence';
import { recordOf } from '../../domain/report/inspection-pack/record-of-paper';
import { sha256Hex } from '../fs/sha256';
import { LAYOUT_ID } from '../pdf/layout-id';

/** A pack is never larger than what is verified. */
export const MOST_PACK_BYTES = 240 * 1024 * 1024;

/** A signed paper that goes into a pack. */
export interface EnclosedFile {
  readonly listed: PaperInside;
  readonly bytes: Uint8Array;
}

/** A paper made for the pack, as the contents list it. */
export function enclosedFile(evidence: Evidence, fileName: string, bytes: Uint8Array, pages: number): EnclosedFile {
  const { kind, number, dossier, asOf } = evidence;
  return {
    listed: {
      fileName,
      kind,
      number,
      registrationNo: dossier.registrationNo,
      asOf,
      ...recordOf(evidence),
      sha256: sha256Hex(bytes),
      bytes: bytes.length,
      pages,
    },
    bytes,
  };
}

export interface PackParts {
  readonly number: string;
  readonly site: string;
  /** Of the compliance report of each elevator, in the order of the cover. */
  readonly reports: readonly Evidence[];
  readonly papers: readonly EnclosedFile[];
  /** Null where no such list is kept. */
  readonly policies: readonly Recorded<Policy>[] | null;
}

/** What a pack carries; everything it says of its elevators follows from the reports inside. */
export function packEvidence({ number, site, reports, papers, policies }: PackParts): InspectionPackEvidence {
  const [first] = reports;
  if (first === undefined) throw new Error('a pack without an elevator');
  const { program, locale, asOf, period, claimedAt, signer, chain, pack } = first;
  return {
    format: INSPECTION_PACK_FORMAT,
    formatVersion: 1,
    program,
    layout: LAYOUT_ID,
    kind: 'inspection-pack',
    number,
    locale,
    asOf,
    period,
    claimedAt,
    signer,
    chain,
    pack: { id: pack.id, version: pack.version },
    site,
    elevators: reports.map(elevatorFacts),
    policies,
    papers: papers.map(({ listed }) => listed),
    sample: reports.some(({ dossier }) => dossier.elevator.value.sample === true),
  };
}

/** The papers of a pack by elevator, its report first, then its records by day, then what else is there. */
export function inPackOrder(papers: readonly EnclosedFile[], elevators: readonly RegistrationNo[]): EnclosedFile[] {
  const place = new Map(elevators.map((no, index) => [no, index]));
  const rank = ({ listed: { kind } }: EnclosedFile): number =>
    kind === 'compliance' ? 0 : kind === 'visit-record' ? 2 : 1;
  const dayOf = ({ listed: { recordOn, asOf } }: EnclosedFile): string => recordOn ?? asOf;
  return [...papers]
    .sort(
      (a, b) =>
        place.get(a.listed.registrationNo)! - place.get(b.listed.registrationNo)! ||
        rank(a) - rank(b) ||
        (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0),
    )
    .map((paper, index) => ({
      ...paper,
      listed: { ...paper.listed, fileName: numbered(index + 1, paper.listed.fileName) },
    }));
}

const PLACE_DIGITS = 4;

/** Whoever saves all of them into one folder finds them in the order of the contents. */
function numbered(place: number, fileName: string): string {
  return `${String(place).padStart(PLACE_DIGITS, '0')}_${fileName}`;
}

/** By digest, as the layout takes them. */
export function filesOf(papers: readonly EnclosedFile[]): ReadonlyMap<string, Uint8Array> {
  return new Map(papers.map(({ listed, bytes }) => [listed.sha256, bytes]));
}

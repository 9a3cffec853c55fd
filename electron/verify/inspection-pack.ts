import { z } from 'zod';
import { LOCALES } from '../../domain/pack/legal-basis';
import { canonicalJson } from '../../domain/record/canonical-json';
import { ELEVATOR_PAPERS } from '../../domain/record/paper-kind';
import { civilDateSchema, registrationNoSchema, sha256Schema } from '../../domain/record/schemas';
import {
  INSPECTION_PACK_FORMAT,
  type InspectionPackEvidence,
  type PaperInside,
} from '../../domain/report/inspection-pack/pack-evidence';
import { EVIDENCE_FILE } from '../pades/profile';
import { sha256Hex } from '../fs/sha256';
import { Fault } from './fault';
import type { EvidenceFindings } from './findings';
import { MAX_FILE_BYTES } from './limits';
import { attachmentsOf } from './own-structure';
import { readStrict } from './strict-reader';

const MOST_PAPERS = 20_000;
const MOST_LETTERS = 4000;
const MOST_BYTES = 32 * 1024 * 1024;

const words = z.string().max(MOST_LETTERS);
const period = z.strictObject({ from: civilDateSchema, to: civilDateSchema });

const schema = z.looseObject({
  format: z.literal(INSPECTION_PACK_FORMAT),
  formatVersion: z.literal(1),
  kind: z.literal('inspection-pack'),
  program: words,
  layout: sha256Schema.optional(),
  number: words,
  locale: z.enum(LOCALES),
  asOf: civilDateSchema,
  period,
  claimedAt: z.iso.datetime({ offset: true }),
  signer: z.looseObject({ organisation: words, fingerprint: sha256Schema }),
  chain: z.looseObject({ head: sha256Schema }),
  pack: z.strictObject({ id: words, version: words }),
  site: words,
  sample: z.boolean(),
  elevators: z
    .array(z.looseObject({ elevator: z.looseObject({ registrationNo: registrationNoSchema }) }))
    .min(1)
    .max(MOST_PAPERS),
  papers: z
    .array(
      z.looseObject({
        fileName: words,
        kind: z.enum(ELEVATOR_PAPERS),
        number: words,
        registrationNo: registrationNoSchema,
        asOf: civilDateSchema,
        sha256: sha256Schema,
        bytes: z.int().min(0),
        pages: z.int().min(1),
      }),
    )
    .min(1)
    .max(MOST_PAPERS),
});

/** What a pack carries beside its papers: UTF-8, canonical JSON of a known form; null otherwise. Never throws. */
export function readPack(bytes: Uint8Array): InspectionPackEvidence | null {
  if (bytes.length > MOST_BYTES) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    const isWhole = schema.safeParse(value).success && canonicalJson(value) === text;
    return isWhole ? (value as InspectionPackEvidence) : null; // what a cover says is computed again, never believed
  } catch {
    return null; // not UTF-8, not JSON, or nested more deeply than the stack
  }
}

/** A paper as the contents list it, with its bytes out of the file. */
export interface Enclosed {
  readonly listed: PaperInside;
  readonly bytes: Uint8Array;
}

/** The papers of a pack in the order of its contents; or the name of the first that is not there as it is listed. */
export function enclosedIn(
  report: Uint8Array,
  { papers }: InspectionPackEvidence,
): { readonly enclosed: readonly Enclosed[]; readonly wrong: string | null } {
  const file = readStrict(Buffer.from(report.buffer, report.byteOffset, report.byteLength));
  const others = attachmentsOf(file).filter(({ names }) => !names.includes(EVIDENCE_FILE));
  const enclosed: Enclosed[] = [];
  let left = MAX_FILE_BYTES;
  for (let place = 0; place < Math.max(others.length, papers.length); place++) {
    const [attached, listed] = [others[place], papers[place]];
    if (attached === undefined || listed === undefined)
      return { enclosed, wrong: listed?.fileName ?? attached?.names.at(-1) ?? '' };
    const bytes = Uint8Array.from(attached.content(left));
    left -= bytes.length;
    const isListed =
      attached.names.slice(1).every((name) => name === listed.fileName) &&
      bytes.length === listed.bytes &&
      sha256Hex(bytes) === listed.sha256;
    if (!isListed) return { enclosed, wrong: listed.fileName };
    enclosed.push({ listed, bytes });
  }
  return { enclosed, wrong: null };
}

/** A pack by itself: each paper is there, as its digest says. What the papers say is judged paper by paper. */
export function checkPack(
  pack: InspectionPackEvidence,
  report: Uint8Array,
  isSignedAsStated: boolean,
): { readonly findings: EvidenceFindings; readonly enclosed: readonly Enclosed[] } {
  const found = { present: true, doubts: null } as const;
  const { enclosed, wrong } = takenOut(pack, report);
  if (wrong !== null)
    return {
      findings: { ...found, verdictReproduced: false, failures: [{ code: 'paper-not-listed', detail: wrong }] },
      enclosed: [],
    };
  const failures = isSignedAsStated ? [] : [{ code: 'signer-differs', detail: '' }];
  return { findings: { ...found, verdictReproduced: true, failures }, enclosed };
}

function takenOut(pack: InspectionPackEvidence, report: Uint8Array): ReturnType<typeof enclosedIn> {
  try {
    return enclosedIn(report, pack);
  } catch (error) {
    if (error instanceof Fault) return { enclosed: [], wrong: error.detail };
    throw error;
  }
}

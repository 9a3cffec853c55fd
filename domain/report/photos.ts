import type { CivilDate } from '../calendar/civil-date';
import { standing, type Dossier } from '../record/dossier';
import { HAZARD_PAPERS, type PaperKind } from '../record/paper-kind';
import type { RecordId } from '../record/record-id';
import type { JudgedHazard } from '../risk/judge-hazards';
import type { Evidence } from './evidence';
import { ledgerOf } from './ledger';

/** Papers that show photos: of every hazard, or of those that a notice is about. */
export function showsPhotos(kind: PaperKind): boolean {
  return kind === 'old-elevator' || (kind !== 'stop-use-sheet' && HAZARD_PAPERS.some((paper) => paper === kind));
}

/**
 * Every photo of hazards, their steps and assessments, once, in the order of the records. A paper about some of the
 * hazards names those of theirs and no other.
 */
export function photosNamedIn(
  { hazards, assessments }: Pick<Dossier, 'hazards' | 'assessments'>,
  { kind, about }: PaperSubject,
): readonly string[] {
  const found = hazards
    .filter(({ id, withdrawn }) => withdrawn !== true && (kind === 'old-elevator' || about.includes(id)))
    .flatMap(({ value, steps }) => [
      ...(value.photos ?? []),
      ...steps.flatMap(({ step }) => step.evidence?.photos ?? []),
    ]);
  const assessed = (kind === 'old-elevator' ? standing(assessments) : []).flatMap(({ items }) =>
    items.flatMap(({ photos = [] }) => photos),
  );
  return [...new Set([...found, ...assessed])];
}

export interface PaperSubject {
  readonly kind: PaperKind;
  /** The hazards that a notice names. */
  readonly about: readonly RecordId[];
}

/** Photos shown of one hazard; the others are listed by their hash. */
const MOST_SHOWN = 4;

export interface HazardPhoto {
  readonly sha256: string;
  readonly hazard: JudgedHazard;
  /** Before = as found, or from a step before its rectification; after = from the rectification on. */
  readonly when: 'before' | 'after';
  readonly on: CivilDate;
  readonly time: string | null;
}

/** The photos of a hazard in the order in which they were taken. */
export function photosOf(hazard: JudgedHazard): readonly HazardPhoto[] {
  const { value, record } = hazard;
  const found = (value.photos ?? []).map((sha256): HazardPhoto => ({
    sha256,
    hazard,
    when: 'before',
    on: value.foundOn,
    time: value.foundTime ?? null,
  }));
  const rectifiedAt = record.steps.findIndex(({ step }) => step.act === 'rectify');
  const taken = record.steps.flatMap(({ step }, place) =>
    (step.evidence?.photos ?? []).map((sha256): HazardPhoto => {
      const after = rectifiedAt >= 0 && place >= rectifiedAt;
      return { sha256, hazard, when: after ? 'after' : 'before', on: step.on, time: step.time ?? null };
    }),
  );
  const all = [...found, ...taken];
  return all.filter(({ sha256 }, place) => all.findIndex((other) => other.sha256 === sha256) === place);
}

/** The photos that a paper shows: of each hazard the first before and the last after, up to four, as they were taken. */
export function shownPhotos(evidence: Evidence): readonly HazardPhoto[] {
  const usable = new Set((evidence.photos ?? []).filter((photo) => photo.usable).map(({ sha256 }) => sha256));
  const { kind, paper } = evidence;
  if (!showsPhotos(kind)) return [];
  const ledger = ledgerOf(evidence) ?? [];
  const hazards = kind === 'old-elevator' ? ledger : ledger.filter(({ id }) => paper?.hazards?.includes(id) === true);
  return hazards.flatMap((hazard) => {
    const all = photosOf(hazard).filter(({ sha256 }) => usable.has(sha256));
    const before = all.filter(({ when }) => when === 'before');
    const after = all.filter(({ when }) => when === 'after');
    const half = MOST_SHOWN / 2;
    const ofBefore = Math.min(before.length, Math.max(half, MOST_SHOWN - after.length));
    const ofAfter = Math.min(after.length, MOST_SHOWN - ofBefore);
    const chosen = [...before.slice(0, ofBefore), ...after.slice(after.length - ofAfter)];
    return all.filter((photo) => chosen.includes(photo));
  });
}

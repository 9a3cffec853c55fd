import type { Dossier } from '../../domain/record/dossier';
import type { Evidence } from '../../domain/report/evidence';
import type { PhotoFacts } from '../../domain/report/photo-facts';
import { photosNamedIn, showsPhotos, shownPhotos, type PaperSubject } from '../../domain/report/photos';
import type { Attachments } from '../journal/attachments';
import { photoFactsOf } from '../pdf/photos/photo-facts';
import type { Photos } from '../pdf/surface';

/** All photos of one paper together; a file larger than a verifier reads would prove nothing. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Facts of every photo that the records name, in their order; null for kinds that show none. */
export async function photosFor(
  attachments: Attachments,
  subject: PaperSubject,
  dossier: Dossier,
): Promise<readonly PhotoFacts[] | null> {
  if (!showsPhotos(subject.kind)) return null;
  const photos: PhotoFacts[] = [];
  let room = MOST_BYTES;
  for (const sha256 of photosNamedIn(dossier, subject)) {
    const bytes = await bytesOf(attachments, sha256);
    const facts = bytes === null ? NOT_HERE : photoFactsOf(bytes);
    const usable = facts.usable && facts.bytes <= room;
    if (usable) room -= facts.bytes;
    photos.push({ sha256, ...facts, usable });
  }
  return photos;
}

const NOT_HERE = { mediaType: null, bytes: 0, width: 0, height: 0, usable: false } as const;

/** The bytes of the photos that a paper shows, for its layout. */
export async function photosToDraw(attachments: Attachments, evidence: Evidence): Promise<Photos> {
  const photos = new Map<string, Uint8Array>();
  for (const { sha256 } of shownPhotos(evidence)) {
    const bytes = await bytesOf(attachments, sha256);
    if (bytes !== null) photos.set(sha256, bytes);
  }
  return photos;
}

function bytesOf(attachments: Attachments, sha256: string): Promise<Uint8Array | null> {
  return attachments.read(sha256).then(
    ({ bytes }) => bytes,
    () => null, // lost or damaged since: the paper says so instead of showing it
  );
}

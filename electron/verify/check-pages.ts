import type { Composer } from '../../domain/report/composer';
import type { PaperEvidence } from '../../domain/report/paper-evidence';
import { shownPhotos } from '../../domain/report/photos';
import type { Fonts } from '../pdf/fonts';
import type { Photos } from '../pdf/surface';
import { readEvidence } from './check-evidence';
import { Fault } from './fault';
import type { PageFindings } from './findings';
import { enclosedIn, readPack } from './inspection-pack';
import { readRoutine } from './routine-paper';
import { readLabels } from './labels';
import { compareShown } from './pages/compare-shown';
import { repeatedBy } from './pages/repeated-words';
import { photosIn } from './photos-in-file';
import { firstDifference, type Difference } from './same-pages';
import { readStrict, type StrictFile } from './strict-reader';

export interface Layout {
  /** Identity of the code behind `layOut`. */
  readonly id: string;
  /** The program as its evidence names it; null = not told apart from others of that identity. */
  readonly program: string | null;
  /** Those of the papers, to tell what the glyphs of a report are. */
  readonly fonts: () => Fonts;
  /** What words the papers of a layout; this program's own words where none are kept. */
  readonly words: (layout: string | undefined) => Composer;
  /** The paper of an evidence before signing, worded as its release did; rejects when it cannot be laid out. */
  readonly layOut: (evidence: PaperEvidence, photos: Photos) => Promise<Uint8Array>;
}

const ALIKE: PageFindings = { match: true, reason: null };
const UNTOLD: PageFindings = { match: null, reason: { code: 'pages-not-compared', detail: '' } };

/**
 * Whether the pages of a report are those that its evidence gives: it is laid out again, and every page, font, tag and photo
 * compared. Alike is alike whoever says it. What differs is held against a report of this very release; for any other the
 * words are compared, wherever they stand.
 */
export async function checkPages(report: Uint8Array, attached: Uint8Array, layout: Layout): Promise<PageFindings> {
  const evidence = readLabels(attached) ?? readPack(attached) ?? readRoutine(attached) ?? readEvidence(attached);
  if (evidence === null) return UNTOLD;
  const signed = readStrict(Buffer.from(report.buffer, report.byteOffset, report.byteLength));
  const isOfThisRelease =
    evidence.layout === layout.id && (layout.program === null || evidence.program === layout.program);
  const ofElevator = 'dossier' in evidence ? evidence : null;
  const shown = ofElevator === null ? [] : shownPhotos(ofElevator);
  const photos =
    evidence.kind === 'inspection-pack'
      ? new Map(enclosedIn(report, evidence).enclosed.map(({ listed, bytes }) => [listed.sha256, bytes]))
      : photosIn(signed, ofElevator?.photos ?? []);
  if (shown.some(({ sha256 }) => !photos.has(sha256))) return isOfThisRelease ? differing({ object: 0 }) : UNTOLD;
  const bytes = await layout.layOut(evidence, photos).catch(() => null);
  const again = bytes === null ? null : strictly(bytes);
  if (again === null) return UNTOLD;
  const difference = differenceOf(signed, again);
  if (difference === null) return ALIKE;
  return isOfThisRelease ? differing(difference) : byWords(signed, again, evidence, layout);
}

function byWords(signed: StrictFile, again: StrictFile, evidence: PaperEvidence, layout: Layout): PageFindings {
  const compared = compareShown(
    { signed, again, evidence, mayRepeat: repeatedBy(evidence, layout.words(evidence.layout)) },
    layout.fonts(),
  );
  switch (compared.outcome) {
    case 'alike':
      return ALIKE;
    case 'untold':
      return UNTOLD;
    case 'other-glyphs':
      return { match: false, reason: { code: 'other-glyphs', detail: '' } };
    case 'contradicted': {
      const { page, says, gives } = compared.contradiction;
      return {
        match: false,
        reason: { code: 'pages-contradict', detail: `${page}: ${shortened(says)} ≠ ${shortened(gives)}` },
      };
    }
  }
}

const MOST_LETTERS = 60;

function shortened(text: string): string {
  const letters = Array.from(text);
  return letters.length <= MOST_LETTERS ? text : `${letters.slice(0, MOST_LETTERS).join('')}…`;
}

function differing(difference: Difference): PageFindings {
  const reason =
    'page' in difference
      ? ({ code: 'pages-differ', detail: String(difference.page) } as const)
      : ({ code: 'parts-differ', detail: '' } as const);
  return { match: false, reason };
}

function strictly(bytes: Uint8Array): StrictFile | null {
  try {
    return readStrict(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

/** A file that is read strictly and has pages of another form than ours is not alike. */
function differenceOf(signed: StrictFile, again: StrictFile): Difference | null {
  try {
    return firstDifference(signed, again);
  } catch (error) {
    if (error instanceof Fault) return { object: 0 };
    throw error;
  }
}

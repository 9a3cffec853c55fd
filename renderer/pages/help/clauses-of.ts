import type { Confidence, LegalBasis, SourceConfidence } from '../../../domain/pack/legal-basis';
import type { RulePack } from '../../../domain/pack/rule-pack';

export interface Clause {
  readonly basis: LegalBasis;
  readonly confidence: Confidence;
  readonly sourceConfidence: SourceConfidence;
  readonly sources: readonly string[];
}

/** Every clause that a pack rests something on, once, in the order of the pack, wherever in it that is. */
export function clausesOf(pack: RulePack): readonly Clause[] {
  const found = new Map<string, Clause>();
  collect(pack, found);
  return [...found.values()];
}

function collect(part: unknown, found: Map<string, Clause>): void {
  if (typeof part !== 'object' || part === null) return;
  if (isFact(part)) {
    const { legalBasis: basis, confidence, sourceConfidence, sources } = part;
    const key = JSON.stringify([basis.document, basis.clause, basis.says, confidence]);
    if (!found.has(key)) found.set(key, { basis, confidence, sourceConfidence, sources });
  }
  for (const member of Object.values(part)) collect(member, found);
}

interface Founded extends Omit<Clause, 'basis'> {
  readonly legalBasis: LegalBasis;
}

/** As the schema of packs has every fact that rests on a clause. */
function isFact(part: object): part is Founded {
  return 'legalBasis' in part && 'confidence' in part && 'sourceConfidence' in part && 'sources' in part;
}

/** Whether all words of a search stand in one of the texts. */
export function holds(texts: readonly string[], search: string): boolean {
  const whole = texts.join('\n').normalize('NFKC').toLowerCase();
  return search
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => whole.includes(word));
}

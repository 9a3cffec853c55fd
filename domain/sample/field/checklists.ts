import { checklistFor, type ChecklistItem, type RulePack } from '../../pack/rule-pack';
import { TASKS, type CheckResult, type Task, type Visit } from '../../visit/visit';
import type { Random } from '../random';
import type { Draft } from './drafts';
import { isAtDesk } from './kinds';

type Made = NonNullable<Visit['checklist']>;

/** Checklists with readings and photos, which no table has. Made when asked for; the same draft has the same one. */
export class Checklists {
  readonly #pack: RulePack;
  readonly #kindOf: (lift: number) => string;
  readonly #random: Random;
  readonly #made = new Map<Draft, Made>();

  constructor(pack: RulePack, kindOf: (lift: number) => string, random: Random) {
    [this.#pack, this.#kindOf, this.#random] = [pack, kindOf, random];
  }

  of(draft: Draft): Made {
    const known = this.#made.get(draft);
    if (known !== undefined) return known;
    const own = this.#random.fork(placeOf(draft));
    const items = checklistFor(this.#pack, this.#kindOf(draft.lift), containedIn(draft.task));
    const results = items.map((item) => this.#result(item, draft, own));
    const source = draft.evidenceOf === null ? null : this.of(draft.evidenceOf);
    const made = {
      packId: this.#pack.id,
      packVersion: this.#pack.version,
      results: source === null ? photographed(results, draft, own) : this.#copied(results, source.results, draft, own),
    };
    this.#made.set(draft, made);
    return made;
  }

  /** A value of the lift's own that hardly moves; out of somebody's head the middle of what is allowed. */
  #result(item: ChecklistItem, draft: Draft, random: Random): CheckResult {
    const result = { itemId: item.id, outcome: 'ok', set: item.asks === undefined ? 'rest' : 'each' } as const;
    if (item.asks !== 'value') return result;
    const [least, most] = [item.limit?.min ?? 0, item.limit?.max ?? (item.limit?.min ?? 10) * 2];
    const invented = draft.fabricated !== null && isAtDesk(draft.fabricated.kind);
    const steps = 100;
    const ofLift = this.#random.fork(1_000_000_000 + draft.lift * 997 + item.no).whole(25, 75);
    const step = invented && draft.fabricated?.care !== 'careful' ? 50 : ofLift + random.whole(-3, 3);
    return { ...result, reading: Math.round((least + ((most - least) * step) / steps) * 10) / 10 };
  }

  /** Readings of the source where it has them; its photos only where those are re-used. */
  #copied(
    results: readonly CheckResult[],
    source: readonly CheckResult[],
    draft: Draft,
    random: Random,
  ): CheckResult[] {
    const before = new Map(source.map((result) => [result.itemId, result]));
    const withReadings = results.map((result) => {
      const reading = before.get(result.itemId)?.reading;
      return reading === undefined || result.reading === undefined ? result : { ...result, reading };
    });
    if (draft.fabricated?.kind !== 'photo-reuse') return photographed(withReadings, draft, random);
    const photos = source.flatMap((result) => result.photos ?? []);
    return withPhotos(withReadings, photos.slice(0, random.whole(1, photos.length || 1)), random);
  }
}

const containedIn = (task: Task): Task[] => TASKS.slice(0, TASKS.indexOf(task) + 1);

/** One to three photos of its own; at a desk there is nothing to take one of. */
function photographed(results: readonly CheckResult[], draft: Draft, random: Random): CheckResult[] {
  const { fabricated } = draft;
  if (fabricated !== null && isAtDesk(fabricated.kind)) return [...results];
  const photos = Array.from({ length: random.whole(1, 3) }, (_, nth) => hashOf(draft, nth, random));
  return withPhotos(results, photos, random);
}

function withPhotos(results: readonly CheckResult[], photos: readonly string[], random: Random): CheckResult[] {
  if (results.length === 0 || photos.length === 0) return [...results];
  const at = random.whole(0, results.length - 1);
  return results.map((result, nth) => (nth === at ? { ...result, photos: [...photos] } : result));
}

const LIFTS_A_DEPOT = 256;

/** Another number for each record of a fleet; the second part of a broken-off visit is of the same round. */
function placeOf({ round, lift, happened }: Draft): number {
  const second = happened !== null && round.stops.some((stop) => stop.lift === lift && stop.part === 'second');
  return (round.no * LIFTS_A_DEPOT + lift) * 2 + (second ? 1 : 0);
}

/** 64 hex digits, as a SHA-256 has; the first say whose photo it is, since drawn ones alone would meet in a large fleet. */
function hashOf(draft: Draft, nth: number, random: Random): string {
  const own = (placeOf(draft) * 4 + nth).toString(16).padStart(16, '0');
  return own + Array.from({ length: 12 }, () => random.whole(0, 0xffff).toString(16).padStart(4, '0')).join('');
}

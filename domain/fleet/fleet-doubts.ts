import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import { answersByKey, knownBy, type LedgerDoubt, type RecordOfDoubt } from '../doubts/answered';
import type { Doubt } from '../doubts/doubt';
import type { DoubtTables } from '../doubts/facts';
import { tablesOfParts, type DoubtPart } from '../doubts/from-dossiers';
import { joiningSigns, joinSigns, type JoinedSigns } from '../doubts/join-signs';
import { lookForDoubts, lookingForDoubts, type CheckDone } from '../doubts/look';
import type { Certificate } from '../doubts/certificate';
import type { Person } from '../roster/person';
import type { RegistrationNo } from '../elevator/elevator';
import type { DoubtKind } from '../pack/doubt-threshold';
import type { RulePack } from '../pack/rule-pack';
import type { Visit } from '../visit/visit';
import type { HistoryRow } from './elevator-history';

export type DoubtPack = Pick<RulePack, 'id' | 'version' | 'believability' | 'checklists'>;

/** By which thresholds, and up to which day, the records of the fleet are looked through. */
export interface DoubtsQuestion {
  readonly pack: DoubtPack;
  readonly asOf: CivilDate;
  /** Of the people on record; absent or null = none is. */
  readonly certificates?: readonly Certificate[] | null;
  /** As well. */
  readonly roster?: readonly Person[] | null;
}

/** How much is looked for: doubts near each other, those of every kind, or weak signs joined. */
export type DoubtsDepth = 'near' | 'all' | 'joined';

/**
 * What a doubt of a kind can change with: the visits of its days and the days beside them, those that say the very same, or
 * those of its elevator. Kinds about the habits of a person, a firm or the whole fleet have none; they are notes, and looked
 * for when they are asked for.
 */
const NEAR: Readonly<Partial<Record<DoubtKind, 'day' | 'mark' | 'elevator'>>> = {
  'two-places': 'day',
  travel: 'day',
  overload: 'day',
  'too-short': 'elevator',
  'not-in-use': 'day',
  entrapment: 'day',
  'nobody-seen': 'day',
  'trips-meanwhile': 'day',
  'bulk-answers': 'day',
  'entered-late': 'day',
  'entered-early': 'day',
  'confirmed-by-crew': 'day',
  'copied-photos': 'mark',
  'copied-readings': 'mark',
  'copied-notes': 'mark',
  'same-times': 'elevator',
};

/** The doubts of a fleet, kept up by what changes: a visit saved is looked at with those near it, not with all. */
export class FleetDoubts {
  readonly #parts = new Map<RegistrationNo, DoubtPart>();
  readonly #records = new Map<object, RecordOfDoubt>();
  readonly #known = new WeakMap<Doubt, Omit<LedgerDoubt, 'answers'>>();
  readonly #question: DoubtsQuestion;
  /** Of the near kinds; null until they are looked for. */
  #near: readonly Doubt[] | null = null;
  #far: readonly Doubt[] | null = null;
  #joined: readonly JoinedSigns[] | null = null;
  /** Visits looked at since the beginning: what a change costs is counted, not timed. */
  lookedAt = 0;

  constructor(question: DoubtsQuestion) {
    this.#question = question;
  }

  /** What is now on record of some elevators; null = nothing. Before doubts are asked for this costs nothing but room. */
  put(changed: ReadonlyMap<RegistrationNo, DoubtPart | null>): void {
    const around = new Around();
    for (const [no, part] of changed) {
      const before = this.#parts.get(no) ?? null;
      const after = before === null || part === null ? part : withKnown(part, before);
      for (const [given] of before?.records ?? []) this.#records.delete(given);
      for (const [given, record] of after?.records ?? []) this.#records.set(given, record);
      if (after === null) this.#parts.delete(no);
      else this.#parts.set(no, after);
      around.add(no, before, after);
    }
    this.#far = this.#joined = null;
    if (this.#near === null) return;
    const found = this.#look(around.partsNear(this.#parts.values()), true);
    this.#near = [
      ...this.#near.filter((doubt) => !around.touches(doubt)),
      ...found.filter((doubt) => around.touches(doubt)),
    ];
  }

  /** Looks for what is asked for after it, with pauses between the parts of it. Nothing may be put meanwhile. */
  async lookAhead(depth: DoubtsDepth, pause: () => Promise<void>): Promise<void> {
    if (depth === 'joined') {
      this.#joined ??= await inSteps(joiningSigns(this.#tables(this.#parts.values())), pause);
      return;
    }
    this.#near ??= await this.#lookPausing(true, pause);
    if (depth === 'all') this.#far ??= await this.#lookPausing(false, pause);
  }

  /** Half-years of elevators, crews and firms in which weak signs stand together far beyond what is usual, strongest first. */
  joined(): readonly JoinedSigns[] {
    return (this.#joined ??= joinSigns(this.#tables(this.#parts.values())));
  }

  /** Doubts that name records near each other; with `far` those of every kind. */
  doubts(far: boolean): readonly Doubt[] {
    this.#near ??= this.#look(this.#parts.values(), true);
    if (!far) return this.#near;
    this.#far ??= this.#look(this.#parts.values(), false);
    return [...this.#near, ...this.#far];
  }

  /** The doubts with their records and what was answered to them. */
  inLedger(rows: Iterable<Pick<HistoryRow, 'doubtAnswers'>>, far: boolean): readonly LedgerDoubt[] {
    const answers = answersByKey(Array.from(rows, (row) => row.doubtAnswers).flat());
    return this.doubts(far).map((doubt) => {
      let known = this.#known.get(doubt);
      if (known === undefined)
        this.#known.set(doubt, (known = knownBy(doubt, (given) => this.#records.get(given) ?? null)));
      return { ...known, answers: answers.get(known.key) ?? [] };
    });
  }

  /** What the checks could look at in one elevator. */
  checksOf(no: RegistrationNo): readonly CheckDone[] {
    const part = this.#parts.get(no);
    const { pack, ...judged } = this.#question;
    return part === undefined ? [] : lookForDoubts(tablesOfParts([part], { pack, ...judged }).tables, pack).checks;
  }

  #look(parts: Iterable<DoubtPart>, near: boolean): readonly Doubt[] {
    return lookForDoubts(...this.#asked(parts, near)).doubts;
  }

  async #lookPausing(near: boolean, pause: () => Promise<void>): Promise<readonly Doubt[]> {
    return (await inSteps(lookingForDoubts(...this.#asked(this.#parts.values(), near)), pause)).doubts;
  }

  #tables(parts: Iterable<DoubtPart>): DoubtTables {
    const { pack, asOf, certificates = null, roster = null } = this.#question;
    const { tables } = tablesOfParts(parts, { pack, asOf, certificates, roster });
    this.lookedAt += tables.visits.length;
    return tables;
  }

  #asked(parts: Iterable<DoubtPart>, near: boolean): Parameters<typeof lookForDoubts> {
    const { pack } = this.#question;
    return [
      this.#tables(parts),
      { believability: (pack.believability ?? []).filter(({ id }) => (NEAR[id] !== undefined) === near) },
    ];
  }
}

/** What the steps come to, with a pause before each. */
async function inSteps<T>(steps: Generator<undefined, T>, pause: () => Promise<void>): Promise<T> {
  for (;;) {
    await pause();
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** What changed, and what is near it. */
class Around {
  readonly #numbers = new Set<RegistrationNo>();
  readonly #marks = new Set<string>();
  /** Days whose doubts may be others now, and those that must be looked at for it. */
  readonly #days = new Set<CivilDate>();
  readonly #wide = new Set<CivilDate>();

  add(no: RegistrationNo, before: DoubtPart | null, after: DoubtPart | null): void {
    this.#numbers.add(no);
    const [was, is] = [new Set(before?.visits), new Set(after?.visits)];
    const besides = !isAlike(besideOf(before), besideOf(after));
    for (const visit of [...was, ...is])
      if (besides || !was.has(visit) || !is.has(visit)) {
        for (const mark of marksOf(visit)) this.#marks.add(mark);
        for (let away = -2; away <= 2; away += 1) {
          const day = toCivilDate(toEpochDay(visit.date) + away);
          this.#wide.add(day);
          if (Math.abs(away) < 2) this.#days.add(day);
        }
      }
  }

  *partsNear(parts: Iterable<DoubtPart>): Generator<DoubtPart> {
    for (const part of parts) {
      const isChanged = this.#numbers.has(part.elevator.registrationNo);
      const visits = isChanged ? part.visits : part.visits.filter((visit) => this.#isNear(visit));
      if (visits.length > 0) yield { ...part, visits };
    }
  }

  touches({ kind, visits }: Doubt): boolean {
    const near = NEAR[kind];
    if (near === 'elevator') return visits.some(({ registrationNo }) => this.#numbers.has(registrationNo));
    return visits.some((visit) => (near === 'day' ? this.#days.has(visit.date) : this.#hasMark(visit)));
  }

  #isNear(visit: Visit): boolean {
    return this.#wide.has(visit.date) || this.#hasMark(visit);
  }

  #hasMark(visit: Visit): boolean {
    return this.#marks.size > 0 && marksOf(visit).some((mark) => this.#marks.has(mark));
  }
}

/** What a visit may say in the very words of another. */
function marksOf({ note, checklist }: Visit): string[] {
  const results = checklist?.results ?? [];
  const readings = results.flatMap(({ itemId, reading }) => (reading === undefined ? [] : [`${itemId} ${reading}`]));
  return [
    ...(note === undefined ? [] : [`note ${note.normalize('NFKC').trim()}`]),
    ...(readings.length === 0 ? [] : [`readings ${readings.sort().join(' ')}`]),
    ...results.flatMap(({ photos = [] }) => photos),
  ];
}

/** What of an elevator the checks read beside its visits. */
function besideOf(part: DoubtPart | null): unknown {
  return part === null ? null : [part.elevator, part.outages, part.callouts, part.deviceEvents];
}

function isAlike(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The part with what did not change as it was known before, so that doubts about it stay. */
function withKnown(part: DoubtPart, before: DoubtPart): DoubtPart {
  const known = new Map(before.records.map(([given, { id }]) => [`${id} ${JSON.stringify(given)}`, given]));
  const kept = new Map<object, object>();
  const records = part.records.map(([given, record]) => {
    const one = known.get(`${record.id} ${JSON.stringify(given)}`) ?? given;
    kept.set(given, one);
    return [one, record] as const;
  });
  const all = <T extends object>(list: readonly T[]): T[] => list.map((given) => (kept.get(given) ?? given) as T); // alike
  return { ...part, visits: all(part.visits), outages: all(part.outages), callouts: all(part.callouts), records };
}

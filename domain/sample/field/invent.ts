import type { Task } from '../../visit/visit';
import type { Random } from '../random';
import type { Agenda } from './agenda';
import { DAY, layShift, minutesOf, type DayRules } from './day';
import type { Depot } from './depots';
import { mark, type Draft } from './drafts';
import type { Duty } from './duty';
import type { Episode, Ground } from './episodes';
import { isAtDesk, type Change, type Person } from './kinds';
import { isOut, type Round } from './rounds';
import { confirmedBy, roundedBy, writeDown } from './write-down';

const HOURS = [510, 540, 570, 600, 630, 810, 840, 870, 900, 930] as const;
const NIGHT_HOURS = [1260, 1290, 1320] as const;
const DURATIONS = [30, 35, 40, 45, 50, 60] as const;
const PHRASES = ['正常', '设备运行正常', '按计划保养，正常'] as const;
const MORE: Readonly<Record<Task, number>> = { 'half-month': 0, quarter: 20, 'half-year': 40, year: 80 };

interface Line {
  readonly lift: number;
  readonly task: Task;
  readonly minutes: number;
  /** Minutes after the line before. */
  readonly gap: number;
  readonly source?: Draft | undefined;
}

interface Writing {
  readonly people: readonly Person[];
  /** Minute at which it would begin if nobody looked. */
  readonly wish: number;
  readonly note: string | null;
  readonly entered: Draft['entered'];
  readonly changed: readonly Change[];
}

/** Writes the records of rounds in which nobody came. */
export class Inventor {
  readonly #ground: Ground;
  readonly #duty: Duty;
  readonly #rules: DayRules;
  readonly #agenda: Agenda;
  /** All drafts by the number of their round, invented ones too. */
  readonly #draftsOf: Map<number, Draft[]>;
  readonly #days: Set<string>;
  readonly #asOfDay: number;

  constructor(ground: Ground, duty: Duty, rules: DayRules, agenda: Agenda, draftsOf: Map<number, Draft[]>) {
    [this.#ground, this.#duty, this.#rules, this.#agenda, this.#draftsOf] = [ground, duty, rules, agenda, draftsOf];
    this.#days = new Set([...draftsOf.values()].flat().map(({ lift, date }) => `${lift} ${date}`));
    for (const { day, stops } of ground.rounds) for (const { lift } of stops) this.#days.add(`${lift} ${day}`);
    this.#asOfDay = ground.lifts[0]!.course.asOfDay;
  }

  write(episode: Episode, random: Random): Draft[] {
    switch (episode.kind) {
      case 'desk':
        return this.#desk(episode, random);
      case 'copied':
        return episode.rounds.flatMap((round) => this.#copied(episode, round, random));
      case 'one-crew':
        return this.#oneCrew(episode, random);
      case 'gap-fill':
        return this.#gapFill(episode, random);
      case 'photo-reuse':
        return episode.rounds.flatMap((round) => this.#photoReuse(episode, round, random));
      default:
        throw new Error(`in ${episode.kind} somebody came`);
    }
  }

  #desk(episode: Episode, random: Random): Draft[] {
    const { care } = episode;
    const hours = random.shuffled(HOURS).slice(0, 3);
    const durations = random.shuffled(DURATIONS).slice(0, 3);
    const note = random.pick(PHRASES);
    const left = [...episode.rounds];
    const drafts: Draft[] = [];
    while (left.length > 0) {
      const sitting = left.splice(0, random.whole(1, 3));
      const day = Math.min(this.#asOfDay, sitting.at(-1)!.day + random.whole(0, 3));
      let minute = day * DAY + random.whole(18 * 60, 21 * 60);
      for (const round of sitting) {
        const lines = this.#invented(episode, round, durations, random);
        const wish = round.day * DAY + random.pick(round.night ? NIGHT_HOURS : hours);
        const own = care === 'careful';
        const made = this.#lay(episode, round, lines, {
          people: this.#duty.of(round.crew, round.day, round.night).people,
          wish: own ? wish + random.whole(-12, 17) : wish,
          note: own ? this.#depot.crews[round.crew]!.phrase : note,
          entered: own ? 'habit' : null,
          changed: ['started_at', 'ended_at', ...(own ? [] : (['note', 'entered_at'] as const))],
        }, random); // prettier-ignore
        if (!own) for (const draft of made) this.#enter(draft, (minute += random.whole(1, 2)));
        drafts.push(...made);
      }
    }
    return drafts;
  }

  /** Lines out of somebody's head, in the order of the register; who is careless forgets that a lift is out of service. */
  #invented({ care }: Episode, round: Round, durations: readonly number[], random: Random): Line[] {
    if (care === 'careful')
      return round.stops.map((stop) => ({
        ...stop,
        minutes: minutesOf(stop, this.#rules.kindOf(stop.lift), random),
        gap: random.whole(3, 12),
      }));
    const line = (lift: number, task: Task): Line => ({
      lift,
      task,
      minutes: random.pick(durations) + MORE[task],
      gap: random.pick([0, 0, 5]),
    });
    const lines = round.stops.map(({ lift, task }) => line(lift, task));
    if (care === 'careless' && round.batch !== null)
      for (const lift of this.#ground.batches[round.batch]!.lifts) {
        const { course, outages } = this.#ground.lifts[lift]!;
        const forgotten = round.day >= course.fromDay && isOut(outages, round.day);
        if (forgotten && this.#claim(lift, round.day)) lines.push(line(lift, 'half-month'));
      }
    return lines.sort((a, b) => a.lift - b.lift);
  }

  #copied(episode: Episode, round: Round, random: Random): Draft[] {
    const { care } = episode;
    const source = this.#sourceOf(round, random);
    const begin = source[0]!.from;
    const moved = care === 'careless' ? 0 : care === 'ordinary' ? random.whole(0, 3) : random.whole(-12, 12);
    const lines = round.stops.map((stop, nth): Line => {
      const of = source.find(({ lift }) => lift === stop.lift) ?? source[nth % source.length]!;
      const before = nth === 0 ? undefined : (source[(nth - 1) % source.length] ?? of);
      const gap = before === undefined ? 0 : Math.max(-of.to + of.from, Math.min(60, of.from - before.to));
      return { ...stop, minutes: of.to - of.from, gap, source: of };
    });
    return this.#lay(episode, round, lines, {
      people: this.#duty.of(round.crew, round.day, round.night).people,
      wish: round.day * DAY + (begin - Math.floor(begin / DAY) * DAY) + moved,
      note: care === 'careful' ? null : source[0]!.note,
      entered: 'habit',
      changed: ['started_at', 'ended_at', ...(care === 'careful' ? [] : (['note'] as const)), 'readings'],
    }, random); // prettier-ignore
  }

  /** The sheet that is copied, by its hours: the batch's round before, or the crew's last one at another site. */
  #sourceOf(round: Round, random: Random): Draft[] {
    const before = this.#before(round);
    const elsewhere = random.chance(1 / 4)
      ? this.#ground.rounds.findLast(
          (other) =>
            other.crew === round.crew && other.day < round.day && other.site !== round.site && this.#has(other),
        )
      : undefined;
    const found = elsewhere ?? before;
    return [...this.#draftsOf.get(found.no)!].sort((a, b) => a.from - b.from);
  }

  #has(round: Round): boolean {
    return (this.#draftsOf.get(round.no) ?? []).length > 0;
  }

  #hasPhotos(round: Round): boolean {
    const drafts = this.#draftsOf.get(round.no) ?? [];
    return drafts.length > 0 && drafts.every(({ fabricated }) => fabricated === null || !isAtDesk(fabricated.kind));
  }

  /** The last round of the batch before this one that has records. */
  #before(round: Round): Round {
    const found = this.#ground.rounds.findLast(
      (other) => other.batch === round.batch && other.day < round.day && this.#has(other),
    );
    if (found === undefined) throw new Error('an episode never begins with the first round of a batch');
    return found;
  }

  #oneCrew(episode: Extract<Episode, { kind: 'one-crew' }>, random: Random): Draft[] {
    const { care, signer } = episode;
    return shiftsOf(episode.rounds).flatMap((rounds) => {
      const { crew, day, night } = rounds[0]!;
      const plan = { day, night, people: this.#duty.of(crew, day, night).people, rounds, edges: [] };
      const planned = layShift(plan, this.#rules, random);
      const { people } = this.#duty.of(signer, day, night);
      return rounds.flatMap((round) => {
        const done = planned.filter((one) => one.round === round);
        const own = this.#agenda.lastEnd(people, day);
        const lines = done.map((one, nth): Line => ({
          ...one.stop,
          minutes: one.to - one.from,
          gap: nth === 0 ? 0 : one.from - done[nth - 1]!.to,
        }));
        return this.#lay(episode, round, lines, {
          people,
          wish: care === 'careful' && own !== null ? own + 1 : done[0]!.from,
          note: this.#depot.crews[crew]!.phrase,
          entered: 'habit',
          changed: ['technicians', 'started_at', 'ended_at'],
        }, random, care === 'careful' ? 'careful' : 'careless'); // prettier-ignore
      });
    });
  }

  #gapFill(episode: Extract<Episode, { kind: 'gap-fill' }>, random: Random): Draft[] {
    const { care, rounds, filledOn } = episode;
    const own = care === 'careful';
    const patterns = random.shuffled(HOURS).slice(0, random.whole(1, 2));
    const durations = [random.pick(DURATIONS)];
    const note = random.pick(PHRASES);
    const step = random.whole(14, 15);
    let last = this.#before(rounds[0]!).day;
    let minute = filledOn * DAY + random.whole(14 * 60, 17 * 60);
    return rounds.flatMap((round) => {
      const day = own ? round.day : this.#filledDay(round, last + step, filledOn);
      last = day;
      const lines = this.#invented({ ...episode, care: own ? 'careful' : 'ordinary' }, round, durations, random);
      const made = this.#lay(episode, round, lines, {
        people: this.#duty.of(round.crew, day, round.night).people,
        wish: day * DAY + random.pick(round.night ? NIGHT_HOURS : patterns) + (own ? random.whole(-12, 17) : 0),
        note,
        entered: null,
        changed: [
          ...(day === round.day ? [] : (['date'] as const)),
          ...(['started_at', 'ended_at', 'confirmed_by', 'note', 'entered_at'] as const),
        ],
      }, random); // prettier-ignore
      const { safetyManager } = this.#depot.sites[round.site]!;
      for (const draft of made) {
        draft.confirmedBy = safetyManager;
        this.#enter(draft, (minute += random.whole(0, 1)));
      }
      return made;
    });
  }

  /** The day by the step, where none of the lifts has a record of it and the folder is filled later; else the planned one. */
  #filledDay(round: Round, day: number, filledOn: number): number {
    const isFree = day < filledOn && round.stops.every(({ lift }) => !this.#days.has(`${lift} ${day}`));
    if (day === round.day || !isFree) return round.day;
    for (const { lift } of round.stops) this.#claim(lift, day);
    return day;
  }

  #photoReuse(episode: Episode, round: Round, random: Random): Draft[] {
    const { people, edges } = this.#duty.of(round.crew, round.day, round.night);
    const done = layShift({ ...round, people, rounds: [round], edges }, this.#rules, random);
    const from = random.pick(['before', 'before', 'beside', 'year'] as const);
    const isYearAgo = ({ day }: Round): boolean => day > round.day - 380 && day < round.day - 340;
    const earlier = this.#ground.rounds.filter(
      (other) => other.batch === round.batch && other.day < round.day && this.#hasPhotos(other),
    );
    const yearAgo = from === 'year' ? earlier.find(isYearAgo) : undefined;
    const source = yearAgo ?? earlier.at(-1) ?? this.#before(round);
    const sources = this.#draftsOf.get(source.no)!;
    const lines = done.map((one, nth): Line => ({
      ...one.stop,
      minutes: one.to - one.from,
      gap: nth === 0 ? 0 : one.from - done[nth - 1]!.to,
      source: sources.find(({ lift }) => lift === one.stop.lift) ?? sources[0],
    }));
    const made = this.#lay({ ...episode, care: 'careful' }, round, lines, {
      people,
      wish: done[0]!.from,
      note: writeDown(done[0]!, this.#depot, random).note,
      entered: 'habit',
      changed: ['photos', 'readings'],
    }, random); // prettier-ignore
    for (const draft of made) {
      mark(draft, { kind: 'photo-reuse', care: episode.care }, ['photos', 'readings']);
      if (from === 'beside' && draft !== made[0]) draft.evidenceOf = made[0]!;
    }
    return made;
  }

  #lay(
    episode: Episode,
    round: Round,
    lines: readonly Line[],
    writing: Writing,
    random: Random,
    care = episode.care,
  ): Draft[] {
    // prettier-ignore
    const { people, wish } = writing;
    const minutes = lines.reduce((sum, line, nth) => sum + line.minutes + (nth === 0 ? 0 : line.gap), 0);
    let clock = this.#agenda.place({ people, site: round.site, wish, minutes, night: round.night, care });
    const { times } = this.#depot.crews[round.crew]!;
    const drafts = lines.map((line, nth): Draft => {
      const from = clock + (nth === 0 ? 0 : line.gap);
      clock = from + line.minutes;
      const planned = round.stops.some(({ lift }) => lift === line.lift);
      const draft: Draft = {
        round,
        lift: line.lift,
        task: line.task,
        happened: null,
        date: Math.floor(wish / DAY),
        ...roundedBy(episode.kind === 'copied' ? 'exact' : times, from, clock),
        people,
        confirmedBy: confirmedBy(round, this.#depot, random),
        note: writing.note,
        entered: this.#depot.entry === 'unsaid' ? null : writing.entered,
        habitDay: Math.floor(wish / DAY),
        edges: [],
        fabricated: null,
        evidenceOf: line.source ?? null,
      };
      const changed = this.#depot.entry === 'unsaid' ? writing.changed.filter((one) => one !== 'entered_at') : writing.changed; // prettier-ignore
      mark(draft, { kind: episode.kind, care: episode.care }, planned ? changed : ['row', ...changed]);
      return draft;
    });
    for (const draft of drafts) this.#agenda.add(draft);
    this.#draftsOf.set(round.no, drafts);
    return drafts;
  }

  #enter(draft: Draft, minute: number): void {
    if (this.#depot.entry !== 'unsaid') draft.entered = minute;
  }

  /** Whether a lift has no record on a day yet; from now on it has. */
  #claim(lift: number, day: number): boolean {
    const key = `${lift} ${day}`;
    if (this.#days.has(key)) return false;
    this.#days.add(key);
    return true;
  }

  get #depot(): Depot {
    return this.#ground.depot;
  }
}

/** Rounds by the shift they belong to. */
export function shiftsOf(rounds: readonly Round[], dayOf = ({ day }: Round): number => day): Round[][] {
  const shifts = new Map<string, Round[]>();
  for (const round of rounds) {
    const key = `${dayOf(round)} ${round.crew} ${round.night ? 'night' : 'day'}`;
    const known = shifts.get(key);
    if (known === undefined) shifts.set(key, [round]);
    else known.push(round);
  }
  return [...shifts.values()];
}

import { toCivilDate, toEpochDay, type CivilDate } from '../../calendar/civil-date';
import type { EnteredAt } from '../../calendar/entered-at';
import { addMonths } from '../../calendar/interval';
import type { CallOut } from '../../callout/callout';
import type { Elevator } from '../../elevator/elevator';
import type { Inspection } from '../../inspection/inspection';
import type { RulePack } from '../../pack/rule-pack';
import type { ImportedRecord } from '../../record/entry';
import type { Visit } from '../../visit/visit';
import { conductsFor, type Conduct } from '../conduct';
import { SAFETY_MANAGERS } from '../places';
import { seededRandom, type Random } from '../random';
import { callOutsBy } from '../sample-callouts';
import { sampleSites } from '../sample-elevators';
import type { SampleOrder } from '../sample-fleet';
import { siteStock } from '../site-stock';
import { Agenda } from './agenda';
import { alter } from './alter';
import { Checklists } from './checklists';
import { DAY, layShift, type DayRules, type Done } from './day';
import { planDepots, wayMinutes, type Depot } from './depots';
import { byRound, type Draft } from './drafts';
import { Duty } from './duty';
import { roughen } from './edges';
import { enterAll } from './entry';
import { EpisodeChooser, type Episode, type Ground } from './episodes';
import { Inventor, shiftsOf } from './invent';
import type { FieldVisit, Person, Rates } from './kinds';
import { hiring } from './people';
import { planRounds, withBrokenOff, type Lift, type Round } from './rounds';
import { writeDown } from './write-down';

export interface FieldOrder extends SampleOrder {
  /** Nothing is fabricated without it; the rough edges of honest records are there in any case. */
  readonly fabricate?: Rates;
  /** With it every visit has a checklist with readings and photos. */
  readonly checklists?: RulePack;
}

/** Way between two sites of a depot, the same both ways. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
}

/** One depot of a made-up fleet with what is known about its records. */
export interface FieldDepot {
  readonly firm: string;
  readonly elevators: readonly Elevator[];
  readonly outages: readonly ImportedRecord<'outages'>[];
  readonly inspections: readonly Inspection[];
  readonly callOuts: readonly CallOut[];
  readonly ways: readonly Way[];
  readonly people: readonly Person[];
  /** By date. */
  readonly visits: readonly FieldVisit[];
  /** Rounds on record, of which the rates are shares. */
  readonly rounds: number;
}

const FIELD_STREAM = 800_000_003;

/**
 * A fleet as crews work and people write, in parts that fit in memory at any size: `docs/fabrication.md`. Depends on
 * nothing but the order, and knows nothing of what may be looked for in it.
 */
export function* fieldFleetByDepot(order: FieldOrder): Generator<FieldDepot> {
  const { elevators: count, years, seed, asOf } = order;
  const [whole, random] = [seededRandom(seed), seededRandom(seed).fork(FIELD_STREAM)];
  const asOfDay = toEpochDay(asOf);
  const firstDay = addMonths(asOfDay, -12 * years);
  const conducts = conductsFor(count, whole.fork(1));
  const staff = hiring(firstDay, asOfDay, random.fork(1));
  const depots = planDepots(sampleSites(count, asOfDay, whole.fork(2), SAFETY_MANAGERS), staff, random.fork(2));
  const chooser = new EpisodeChooser(order.fabricate ?? {});
  const callOutsOf = callOutsBy({ years, asOf, seed });
  let firstNo = 1;
  for (const [index, depot] of depots.entries()) {
    const own = random.fork(1000 + index);
    const lifts = liftsOf(depot, conducts, { asOfDay, years }, whole, own);
    const { rounds, batches } = planRounds(depot, lifts, firstNo, own.fork(1));
    firstNo += rounds.length;
    const ground = { depot, lifts, rounds, batches };
    const drafts = new FieldWork(ground, firstDay, chooser.choose(ground, own.fork(2)), own.fork(3)).drafts();
    const first = depot.sites[0]!.first;
    yield {
      firm: depot.firm,
      elevators: lifts.map(({ elevator }) => elevator),
      outages: lifts.flatMap(({ outages }) => outages),
      inspections: lifts.flatMap(({ inspections }) => inspections),
      callOuts: lifts.flatMap(({ elevator, outages }, lift) =>
        notWhileServed(callOutsOf(elevator, first + lift, outages), drafts, lift),
      ),
      ways: waysOf(depot),
      people: [...depot.crews.flatMap(({ pairs }) => pairs.flat()), ...depot.spares],
      visits: finished(drafts, lifts, staff.namesakes, order.checklists, own.fork(4)),
      rounds: rounds.length,
    };
  }
}

function liftsOf(
  depot: Depot,
  conducts: readonly Conduct[],
  span: { readonly asOfDay: number; readonly years: number },
  whole: Random,
  random: Random,
): Lift[] {
  return depot.sites.flatMap((site, index) => {
    const own = random.fork(100 + index);
    const acceptedDay = toEpochDay(`${site.builtIn}-01-01` as CivilDate) + own.whole(0, 364);
    const ofSite = conducts.slice(site.first, site.first + site.elevators);
    return siteStock({ site, first: site.first, conducts: ofSite, acceptedDay }, span, whole).map((stock) => ({
      ...stock,
      site: index,
    }));
  });
}

/** What a depot did and wrote in all its days. */
class FieldWork {
  readonly #ground: Ground;
  readonly #episodes: readonly Episode[];
  readonly #episodeOf: ReadonlyMap<number, Episode>;
  readonly #duty: Duty;
  readonly #random: Random;
  readonly #asOfDay: number;
  readonly #rules: DayRules;

  constructor(ground: Ground, firstDay: number, episodes: readonly Episode[], random: Random) {
    this.#asOfDay = ground.lifts[0]!.course.asOfDay;
    [this.#ground, this.#episodes, this.#random] = [ground, episodes, random];
    this.#episodeOf = new Map(episodes.flatMap((episode) => episode.rounds.map(({ no }) => [no, episode])));
    this.#duty = new Duty(ground.depot, firstDay, this.#asOfDay, random.fork(1));
    this.#rules = {
      sites: ground.depot.sites,
      kindOf: (lift) => ground.lifts[lift]!.elevator.kind,
      isPassedBy: ({ no }) => {
        const episode = this.#episodeOf.get(no);
        return episode?.kind === 'walk-by' && episode.care !== 'careful';
      },
      partnerOf: ({ no }) => {
        const episode = this.#episodeOf.get(no);
        return episode?.kind === 'lent-name' ? episode.rounds.find((other) => other.no !== no) : undefined;
      },
    };
  }

  drafts(): Draft[] {
    const { depot } = this.#ground;
    const written = this.#random.fork(2);
    const drafts = this.#done().map((done) => writeDown(done, depot, written));
    const honest = drafts.filter(({ round }) => !this.#episodeOf.has(round.no));
    roughen(honest, depot, this.#asOfDay, this.#random.fork(3));
    const draftsOf = byRound(drafts);
    const altered = this.#random.fork(4);
    for (const episode of this.#episodes)
      if (somebodyCame(episode)) alter(episode, draftsOf, depot, this.#duty, altered);
    const agenda = new Agenda(depot.sites, drafts);
    const inventor = new Inventor(this.#ground, this.#duty, this.#rules, agenda, draftsOf);
    const invented = this.#episodes
      .filter((episode) => !somebodyCame(episode))
      .sort((a, b) => a.rounds[0]!.no - b.rounds[0]!.no)
      .flatMap((episode) => inventor.write(episode, this.#random.fork(1000 + episode.rounds[0]!.no)));
    const all = [...drafts, ...invented].filter(({ date }) => date <= this.#asOfDay);
    enterAll(all, depot, this.#asOfDay, this.#random.fork(5));
    return all.sort((a, b) => a.date - b.date || a.from - b.from || a.lift - b.lift);
  }

  /** What truly happened: the rounds in which somebody came, on the days on which they did. */
  #done(): Done[] {
    const random = this.#random.fork(6);
    const takesPlace = ({ no }: Round): boolean => !this.#episodeOf.has(no);
    const { rounds, lifts } = this.#ground;
    const planned = withBrokenOff(rounds, takesPlace, this.#asOfDay, lifts, random.fork(1));
    const came = planned.flatMap((round) => {
      const episode = this.#episodeOf.get(round.no);
      if (episode !== undefined && !somebodyCame(episode)) return [];
      const day = episode?.kind === 'back-dated' ? episode.doneOn[episode.rounds.indexOf(round)]! : round.day;
      return [{ round, day }];
    });
    const dayOf = new Map(came.map(({ round, day }) => [round, day]));
    return shiftsOf(
      came.map(({ round }) => round),
      (round) => dayOf.get(round)!,
    ).flatMap((ofShift) => {
      const { crew, night } = ofShift[0]!;
      const day = dayOf.get(ofShift[0]!)!;
      return layShift({ day, night, rounds: ofShift, ...this.#duty.of(crew, day, night) }, this.#rules, random);
    });
  }
}

const somebodyCame = ({ kind }: Episode): boolean =>
  kind === 'back-dated' || kind === 'walk-by' || kind === 'lent-name';

function waysOf({ sites }: Depot): Way[] {
  return sites.flatMap((a, nth) =>
    sites.slice(nth + 1).map((b) => ({ from: a.address, to: b.address, minutes: wayMinutes(a, b) })),
  );
}

const HANDLING = 90;

/** No passenger calls while somebody works on the lift. */
function notWhileServed(calls: readonly CallOut[], drafts: readonly Draft[], lift: number): CallOut[] {
  if (calls.length === 0) return [];
  const there = drafts.flatMap((draft) => (draft.lift === lift && draft.happened !== null ? [draft.happened] : []));
  return calls.filter(({ reportedAt }) => {
    const minute =
      toEpochDay(reportedAt.slice(0, 10) as CivilDate) * DAY +
      Number(reportedAt.slice(11, 13)) * 60 +
      Number(reportedAt.slice(14));
    return there.every(({ from, to }) => minute + HANDLING < from || to < minute);
  });
}

function finished(
  drafts: readonly Draft[],
  lifts: readonly Lift[],
  namesakes: ReadonlySet<string>,
  pack: RulePack | undefined,
  random: Random,
): FieldVisit[] {
  const checklists = pack === undefined ? null : new Checklists(pack, (lift) => lifts[lift]!.elevator.kind, random);
  return drafts.map((draft) => {
    const shared = draft.people.some(({ name }) => namesakes.has(name));
    return {
      visit: visitOf(draft, lifts[draft.lift]!.elevator, checklists?.of(draft)),
      round: draft.round.no,
      happened: draft.happened,
      fabricated: draft.fabricated,
      edges: draft.fabricated === null ? [...draft.edges, ...(shared ? (['namesake'] as const) : [])] : [],
    };
  });
}

function visitOf(draft: Draft, { registrationNo }: Elevator, checklist: Visit['checklist']): Visit {
  if (draft.entered === 'habit') throw new Error('a record without its entry');
  return {
    registrationNo,
    date: toCivilDate(draft.date),
    task: draft.task,
    startedAt: clock(draft.from),
    endedAt: clock(draft.to),
    technicians: draft.people.map(({ name }) => name),
    ...(draft.confirmedBy === null ? {} : { confirmedBy: draft.confirmedBy }),
    ...(draft.note === null ? {} : { note: draft.note }),
    ...(checklist === undefined ? {} : { checklist }),
    ...(draft.entered === null ? {} : { enteredAt: enteredAt(draft.entered) }),
  };
}

function clock(minute: number): string {
  const ofDay = minute - Math.floor(minute / DAY) * DAY;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
}

function enteredAt(minute: number): EnteredAt {
  return `${toCivilDate(Math.floor(minute / DAY))}T${clock(minute)}` as EnteredAt;
}

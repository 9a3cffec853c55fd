import type { Random } from '../random';
import { DAY } from './day';
import type { Depot } from './depots';
import type { Draft } from './drafts';

const WHOLE_ROUND = 0.03;
const CLOCK_DAY = 1 / 250;
const CLOCK_HOUR = 1 / 150;
const TYPO = 1 / 1500;

/** Changes honest drafts as paper, telephones and tired people do. */
export function roughen(drafts: readonly Draft[], depot: Depot, asOfDay: number, random: Random): void {
  const rounds = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = `${draft.round.no} ${draft.date}`;
    const known = rounds.get(key);
    if (known === undefined) rounds.set(key, [draft]);
    else known.push(draft);
  }
  const days = new Set(drafts.map(({ lift, date }) => `${lift} ${date}`));
  const clocks = depot.crews.map((_, crew) => wrongClock(drafts, crew, random.fork(crew)));
  for (const ofRound of rounds.values()) {
    if (depot.entry !== 'app') {
      if (ofRound.length > 1 && random.chance(WHOLE_ROUND)) oneLine(ofRound);
      if (random.chance(CLOCK_DAY)) wrongDay(ofRound, depot, asOfDay, days, random);
      for (const draft of ofRound) if (random.chance(TYPO)) mistype(draft, random);
    }
    for (const draft of ofRound) {
      const shift = clocks[draft.round.crew]!.get(draft.habitDay);
      if (shift !== undefined) moveHour(draft, shift);
    }
  }
}

function oneLine(drafts: readonly Draft[]): void {
  const from = Math.min(...drafts.map((draft) => draft.from));
  const to = Math.max(...drafts.map((draft) => draft.to));
  if (to - from >= DAY / 2) return;
  for (const draft of drafts) {
    draft.from = from;
    draft.to = to;
    draft.edges.push('whole-round');
  }
}

/** Not after it was entered, and not where the lift has a record that day. */
function wrongDay(drafts: readonly Draft[], depot: Depot, asOfDay: number, days: Set<string>, random: Random): void {
  const by = random.pick([-1, 1]);
  const free = drafts.every(({ lift, date }) => date + by <= asOfDay && !days.has(`${lift} ${date + by}`));
  if (!free || (by === 1 && depot.entry === 'evening')) return;
  for (const draft of drafts) {
    days.add(`${draft.lift} ${draft.date + by}`);
    draft.date += by;
    draft.from += by * DAY;
    draft.to += by * DAY;
    draft.edges.push('clock-day');
  }
}

function mistype(draft: Draft, random: Random): void {
  const hours = random.whole(1, 2) * 60;
  const early = random.chance(0.5);
  if (draft.to - draft.from + hours >= DAY / 2) return;
  if (early && Math.floor((draft.from - hours) / DAY) !== draft.date) return;
  if (early) draft.from -= hours;
  else draft.to += hours;
  draft.edges.push('typo');
}

/** The days on which the clock of a crew is wrong, and by how many minutes. */
function wrongClock(drafts: readonly Draft[], crew: number, random: Random): ReadonlyMap<number, number> {
  const days = [...new Set(drafts.flatMap(({ round, habitDay }) => (round.crew === crew ? [habitDay] : [])))];
  const wrong = new Map<number, number>();
  for (const day of days.sort((a, b) => a - b)) {
    if (wrong.has(day) || !random.chance(CLOCK_HOUR)) continue;
    const by = random.pick([-60, 60]);
    const until = day + random.whole(5, 15);
    for (let other = day; other <= until; other++) wrong.set(other, by);
  }
  return wrong;
}

function moveHour(draft: Draft, by: number): void {
  if (Math.floor((draft.from + by) / DAY) !== draft.date) return;
  draft.from += by;
  draft.to += by;
  draft.edges.push('clock-hour');
}

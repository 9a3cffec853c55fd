import type { Random } from '../random';
import { DAY } from './day';
import type { Depot } from './depots';
import { mark, type Draft } from './drafts';
import type { Duty } from './duty';
import type { Episode } from './episodes';

const TRUE_MINUTES = 1 / 3;

/** Kinds in which somebody was on site: the honest draft is changed. */
export function alter(
  episode: Episode,
  draftsOf: ReadonlyMap<number, readonly Draft[]>,
  depot: Depot,
  duty: Duty,
  random: Random,
): void {
  // prettier-ignore
  for (const round of episode.rounds)
    for (const draft of draftsOf.get(round.no) ?? [])
      switch (episode.kind) {
        case 'back-dated':
          backDate(draft, episode, depot);
          break;
        case 'walk-by':
          walkBy(draft, episode, random);
          break;
        case 'lent-name':
          draft.people = duty.of(round.crew, round.day, round.night).people;
          mark(draft, { kind: 'lent-name', care: null }, ['technicians']);
          break;
        default:
          throw new Error(`${episode.kind} changes no honest draft`);
      }
}

function backDate(
  draft: Draft,
  { rounds, doneOn, care }: Extract<Episode, { kind: 'back-dated' }>,
  depot: Depot,
): void {
  const days = doneOn[rounds.indexOf(draft.round)]! - draft.round.day;
  draft.date -= days;
  draft.from -= days * DAY;
  draft.to -= days * DAY;
  // The application enters by its own clock; a sheet may be dated as one likes.
  const alsoEntry = care === 'careful' && (depot.entry === 'evening' || depot.entry === 'weekly');
  if (alsoEntry) draft.habitDay -= days;
  mark(draft, { kind: 'back-dated', care }, alsoEntry ? ['date', 'entered_at'] : ['date']);
}

function walkBy(draft: Draft, { care }: Episode, random: Random): void {
  const { from, to, people } = draft.happened!;
  // Who is careful keeps the hours of a proper round; of those, minutes were spent at the lift.
  if (care === 'careful') draft.happened = { from, to: from + random.whole(1, 4), people };
  if (care === 'careful' || (care === 'ordinary' && !random.chance(TRUE_MINUTES))) {
    if (care === 'ordinary') draft.to = draft.from + random.whole(7, 11) * 5;
    mark(draft, { kind: 'walk-by', care }, ['started_at', 'ended_at']);
    return;
  }
  draft.from = from;
  draft.to = to;
  mark(draft, { kind: 'walk-by', care }, ['ended_at']);
}

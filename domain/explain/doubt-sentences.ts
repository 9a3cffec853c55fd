import { minuteAt } from '../callout/local-minute';
import type { DeviceEvent } from '../device-event/device-event';
import type { Doubt } from '../doubts/doubt';
import { timed } from '../doubts/event-index';
import { siteKey } from '../doubts/names';
import type { Elevator } from '../elevator/elevator';
import type { Locale } from '../pack/legal-basis';
import { termsOf } from '../terms/terms-of';
import { measuredTimes } from '../visit/times';
import type { Visit } from '../visit/visit';
import { nameOf, type ActNames } from './act-names';
import type { DoubtWords, ToldDoubt, ToldVisit } from './words/doubt-words';
import { DOUBTS_EN } from './words/doubts-en';
import { DOUBTS_ZH } from './words/doubts-zh-cn';

/** What sentences need of a fleet and its pack. */
export interface DoubtContext {
  readonly elevatorOf: (registrationNo: string) => Pick<Elevator, 'address'> | undefined;
  readonly names: ActNames;
  readonly locale: Locale;
}

/** The records of a doubt side by side with the arithmetic, in one sentence without a full stop. */
export function doubtSentence(doubt: Doubt, context: DoubtContext): string {
  return doubtWordsOf(context.locale).says[doubt.kind](told(doubt, context));
}

/** The question that it puts, in plain words. */
export function doubtQuestion(doubt: Doubt, context: DoubtContext): string {
  return doubtWordsOf(context.locale).asks[doubt.kind](told(doubt, context));
}

/** What would explain doubts of a kind without anybody's fault. */
export function innocentLooks(kind: Doubt['kind'], locale: Locale): string {
  return doubtWordsOf(locale).innocent[kind];
}

function doubtWordsOf(locale: Locale): DoubtWords {
  return locale === 'en' ? DOUBTS_EN : DOUBTS_ZH;
}

const NO_VISIT: ToldVisit = { no: '', place: '', date: '', start: '', end: '' };
const NO_LOAD = { maintainer: '', from: '', to: '', personVisits: 0, people: 0, workingDays: 0 };

function told(doubt: Doubt, context: DoubtContext): ToldDoubt {
  const { visits, people, measure, threshold, what = '', beside } = doubt;
  const { elevatorOf, names, locale } = context;
  const sites = new Set(visits.map(({ registrationNo: no }) => siteKey(elevatorOf(no)?.address) ?? no));
  const load = beside.find((one) => one.type === 'load');
  return {
    first: toldVisit(visits[0], elevatorOf),
    second: toldVisit(visits[1], elevatorOf),
    visits: visits.length,
    sites: sites.size,
    task: visits[0] === undefined ? '' : nameOf(visits[0].task, names, locale),
    people: people.join(doubtWordsOf(locale).joint),
    measure,
    threshold,
    what: what.replaceAll(/\s+/g, ' '),
    ...spanOf(doubt, locale),
    load: load ?? NO_LOAD,
  };
}

function toldVisit(visit: Visit | undefined, elevatorOf: DoubtContext['elevatorOf']): ToldVisit {
  if (visit === undefined) return NO_VISIT;
  const { registrationNo, date } = visit;
  const { startedAt = '', endedAt = '' } = measuredTimes(visit);
  const whole = startedAt !== '' && endedAt !== '';
  const times = whole ? { start: startedAt, end: endedAt } : { start: '', end: '' };
  return { no: registrationNo, place: elevatorOf(registrationNo)?.address ?? '', date, ...times };
}

/** By the right clock, as far as that of the source is known. */
function spanOfEvents(events: readonly DeviceEvent[], joint: string): Pick<ToldDoubt, 'since' | 'until' | 'state'> {
  const spans = events.map(timed);
  const written = (minute: number): string => minuteAt(minute).replace('T', ' ');
  return {
    since: written(Math.min(...spans.map(({ start }) => start))),
    until: written(Math.max(...spans.map(({ start, end }) => end ?? start))),
    state: [...new Set(events.map(({ source }) => source))].join(joint),
  };
}

/** Days and minutes of what lies beside the visits, and the state it speaks of. */
function spanOf({ beside, visits }: Doubt, locale: Locale): Pick<ToldDoubt, 'since' | 'until' | 'state'> {
  const [first] = beside;
  if (first?.type === 'callout') {
    const { reportedAt, freedAt = '' } = first.callOut;
    return { since: reportedAt.replace('T', ' '), until: freedAt.replace('T', ' '), state: '' };
  }
  if (first?.type === 'device-events') return spanOfEvents(first.events, doubtWordsOf(locale).joint);
  if (first?.type === 'end') return { since: first.on, until: '', state: termsOf(locale).status[first.as] };
  if (first?.type === 'outage')
    return { since: first.outage.from, until: first.outage.to ?? '', state: first.outage.reason ?? '' };
  if (first?.type === 'certificate') {
    const days = beside.flatMap((one) =>
      one.type === 'certificate' ? [`${one.certificate.validFrom ?? '…'}–${one.certificate.validUntil ?? '…'}`] : [],
    );
    return { since: '', until: days.join(doubtWordsOf(locale).joint), state: '' };
  }
  return { since: visits[0]?.enteredAt?.replace('T', ' ') ?? '', until: '', state: '' };
}

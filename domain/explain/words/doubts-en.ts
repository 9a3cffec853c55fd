import { plural } from '../../terms/plural';
import type { DoubtWords, ToldDoubt, ToldVisit } from './doubt-words';

const at = ({ place, no }: ToldVisit): string => (place === '' ? no : `${place} (${no})`);
const span = ({ start, end }: ToldVisit): string => (start === '' ? '' : ` ${start}–${end}`);
const one = ({ first }: ToldDoubt): string => `${first.date}${span(first)} at ${at(first)}`;

function peopleOf({ people, named }: ToldDoubt['load']): string {
  const counted = people === 1 ? '1 person' : `${people} people`;
  return named === undefined
    ? counted
    : `the ${counted} of the roster with the firm throughout (the visits name ${named})`;
}

export const DOUBTS_EN: DoubtWords = {
  joint: ', ',
  says: {
    'two-places': ({ first, second, measure }) =>
      `${first.date}${span(first)} at ${at(first)} and${second.date === first.date ? '' : ` ${second.date}`}${span(second)} at ${at(second)}: ${plural(measure, 'minute')} in common`,
    travel: ({ first, second, measure, threshold }) =>
      `${first.date} ${first.end} left ${at(first)}, ${second.start} began at ${at(second)}: ${plural(measure, 'minute')} between, the way takes ${threshold}`,
    'too-short': (doubt) =>
      `${one(doubt)}: ${plural(doubt.measure, 'minute')} for the ${doubt.task}, fewer than ${doubt.threshold}`,
    overload: ({ first, measure, sites, threshold }) =>
      `${first.date}: ${plural(measure, 'elevator')} at ${plural(sites, 'site')} in one day, more than ${threshold}`,
    'firm-overload': ({ load, measure, threshold }) =>
      `${load.maintainer} ${load.from} to ${load.to}: ${load.personVisits} visits counted for each person named, over ${peopleOf(load)} and ${load.workingDays} days from Monday to Friday, is ${measure} a person and day, more than ${threshold}`,
    'not-in-use': (doubt) =>
      `${one(doubt)}, ${plural(doubt.measure, 'day')} after it was ${doubt.state} (${doubt.since})`,
    entrapment: (doubt) =>
      `${one(doubt)}, while people were trapped from ${doubt.since} to ${doubt.until}: ${plural(doubt.measure, 'minute')} in common`,
    'nobody-seen': (doubt) =>
      `${one(doubt)}, while ${doubt.state} saw nobody from ${doubt.since} to ${doubt.until}: ${plural(doubt.measure, 'minute')} in common`,
    'trips-meanwhile': (doubt) =>
      `${one(doubt)}, while ${doubt.state} counts ${plural(doubt.measure, 'run')} in normal operation from ${doubt.since} to ${doubt.until}, with neither maintenance mode nor inspection switch on`,
    'no-certificate': ({ visits, measure, until }) =>
      `${plural(visits, 'visit')} outside the days of the certificate, at most by ${plural(measure, 'day')} (${until})`,
    'bulk-answers': (doubt) =>
      `${one(doubt)}: ${plural(doubt.measure, 'item')} that ask for a measured value or an answer of their own put in order with the rest by one key`,
    'copied-readings': (doubt) => `${doubt.measure} visits with the very same readings, the first ${one(doubt)}`,
    'copied-notes': (doubt) => `${doubt.measure} visits with the note "${doubt.what}", the first ${one(doubt)}`,
    'copied-photos': (doubt) =>
      `${doubt.measure} visits with the same photo (SHA-256 ${doubt.what.slice(0, 12)}…), the first ${one(doubt)}`,
    'entered-late': (doubt) => `${one(doubt)}, entered ${plural(doubt.measure, 'day')} later`,
    'entered-early': (doubt) => `${one(doubt)}, entered ${plural(doubt.measure, 'minute')} before it ended`,
    'entered-together': (doubt) =>
      `${doubt.measure} visits of ${at(doubt.first)} entered in one sitting about ${doubt.since}, the earliest made on ${doubt.first.date}`,
    'copied-hours': (doubt) =>
      `${one(doubt)}: ${plural(doubt.measure, 'elevator')} of the site as long as in the round before to the minute, all begun earlier or later by the same minutes`,
    'entered-out-of-order': ({ first, second, measure }) =>
      `${first.date}${span(first)} at ${at(first)}, entered when a visit ${plural(measure, 'day')} younger (${second.date} at ${at(second)}) stood there already`,
    'confirmed-by-crew': (doubt) => `${one(doubt)}, confirmed by ${doubt.people}, who did the work`,
    'confirmed-once': (doubt) =>
      `${one(doubt)}, confirmed by ${doubt.people}, who confirms ${plural(doubt.measure, 'visit')} in all the records`,
    unconfirmed: (doubt) => `${one(doubt)}, without the confirmation of the user unit's safety manager`,
    'same-times': (doubt) =>
      `${at(doubt.first)}: ${doubt.measure} visits one behind the other, from ${doubt.first.date} on, all${span(doubt.first)}`,
    'same-duration': (doubt) =>
      `${doubt.measure} % of the visits of one category (${doubt.task}) are of one length (${plural(doubt.visits, 'visit')})`,
  },
  asks: {
    'two-places': ({ people }) => `At which of the two was ${people} in these minutes?`,
    travel: ({ people, measure }) => `How did ${people} get from one to the other in ${plural(measure, 'minute')}?`,
    'too-short': ({ measure }) => `Which items were done in ${plural(measure, 'minute')}?`,
    overload: ({ people, measure }) => `How did ${people} get through ${plural(measure, 'elevator')} that day?`,
    'firm-overload': () => 'How many people did the work in these two weeks?',
    'not-in-use': () => 'Which elevator was visited, and is the day in the register right?',
    entrapment: () => 'What was done on this elevator while people were trapped?',
    'nobody-seen': () => 'Where at the elevator were the people in these minutes?',
    'trips-meanwhile': () => 'Why was the elevator in normal operation in these minutes?',
    'no-certificate': ({ people }) => `Which certificate did ${people} hold that day?`,
    'bulk-answers': () => 'Were the items that ask for a measurement done one by one?',
    'copied-readings': () => 'Were these values measured each time?',
    'copied-notes': () => 'Was this note written each time?',
    'copied-photos': () => 'At which of the visits was this photo taken?',
    'entered-late': ({ measure }) => `Why was it entered ${plural(measure, 'day')} later?`,
    'entered-early': () => 'How was it written down before the visit had ended?',
    'entered-together': () => 'Why were visits of several days entered together?',
    'copied-hours': () => 'Were the hours of this round noted when it was done?',
    'entered-out-of-order': () => 'Why was it entered after visits of later days?',
    'confirmed-by-crew': () => 'Who of the user unit confirmed it?',
    'confirmed-once': ({ people }) => `What is ${people} at the user unit?`,
    unconfirmed: () => 'Did the user unit confirm it?',
    'same-times': () => 'Were start and end noted at each visit?',
    'same-duration': () => 'Were the lengths noted at each visit?',
  },
  innocent: {
    'two-places':
      'two people of one name; a pair that parted; one time written for a whole round; a clock that is wrong',
    travel: 'start pressed at the gate; times in steps of five minutes; the clock of a phone; two people of one name',
    'too-short': 'start pressed late; times typed afterwards; the rest done on another day',
    overload: 'small elevators or escalators side by side; apprentices named on every sheet; two people of one name',
    'firm-overload':
      'work on weekends; one of two named on the sheet; subcontractors not named; people whom the roster lacks',
    'not-in-use': 'a wrong day in the register; the wrong elevator written; the same machine under a new certificate',
    entrapment: 'the rescue written down as a visit too; a clock that is wrong; people trapped in the car beside it',
    'nobody-seen': 'another entrance; work in the machine room or the pit; a picture that does not show the place',
    'trips-meanwhile':
      'trial runs behind the work; work in the machine room while the car serves; a device that does not know the modes; a clock that is wrong',
    'no-certificate': 'a renewal not entered yet; a wrong number; two people of one name',
    'bulk-answers': 'a paper sheet typed afterwards',
    'copied-readings': 'values that are set and stay; an instrument with few steps',
    'copied-notes': 'the same part replaced in a row of elevators; a template with a model number',
    'copied-photos': 'the wrong file chosen; a plate photographed once for all',
    'entered-late': 'paper of the contractor before; a machine under repair',
    'entered-early': 'a clock that is wrong; the planned end entered with the start',
    'entered-together': 'taken over from another program; sheets of weeks typed after an absence',
    'copied-hours': 'the times of the plan written down; one time for a whole round',
    'entered-out-of-order': 'a sheet found later; one of two who enters for both; two people of one name',
    'confirmed-by-crew': 'two people of one name; the columns filled the wrong way round',
    'confirmed-once': 'a substitute; a name typed wrong; a new safety manager',
    unconfirmed: 'signed on paper; waiting for the monthly signing',
    'same-times': 'the times of the plan copied; a fixed hour of the contract',
    'same-duration': 'paper rounded to the half hour; the planned length written down',
  },
};

import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import { yearsInUse } from '../elevator/age';
import type { Elevator } from '../elevator/elevator';
import type { Hazard, HazardSource } from '../hazard/hazard';
import type { HazardStep } from '../hazard/hazard-step';
import type { ImportedHazard } from '../record/entry';
import type { Visit } from '../visit/visit';
import { ESCALATOR_STORIES, LIFT_STORIES, SEVERE_STORIES, type HazardStory } from './hazard-stories';
import { SAFETY_MANAGERS } from './places';
import { seededRandom, type Random } from './random';
import type { SampleFleet } from './sample-fleet';

const OLD_YEARS = 15;
const HAZARD_STREAM = 700_000_001;

/** Where the open hazards of old elevators stand; each once before any twice. */
const STAGES = [
  'late-work',
  'in-use',
  'notified',
  'rectified',
  'working',
  'unnoticed',
  'rechecked',
  'found',
  'refused',
] as const;
type Stage = (typeof STAGES)[number] | 'closed';

/** Days before the day of judgement on which a hazard of a stage was found. */
const FOUND_AGO: Readonly<Record<Exclude<Stage, 'closed'>, number>> = {
  'late-work': 60,
  'in-use': 2,
  notified: 4,
  rectified: 25,
  working: 20,
  unnoticed: 9,
  rechecked: 30,
  found: 1,
  refused: 40,
};

/** Who does what at one elevator. */
interface People {
  readonly finder: string;
  readonly rectifier: string;
  readonly rechecker: string;
  readonly closer: string;
}

/**
 * A made-up ledger of a sample fleet: open hazards in every state and closed ones on old elevators, and severe ones that
 * agree with outages the fleet has already. Every step keeps the lifecycle. In the order of the fleet's elevators.
 */
export function sampleHazards(fleet: SampleFleet, asOf: CivilDate, seed: number): ImportedHazard[] {
  const random = seededRandom(seed).fork(HAZARD_STREAM);
  const asOfDay = toEpochDay(asOf);
  const severe = severeOf(fleet);
  const old = fleet.elevators.filter(
    (elevator) => (yearsInUse(elevator, asOf) ?? 0) >= OLD_YEARS && !severe.has(elevator),
  );
  const isOld = new Set(old);
  const open = stagesOf(old, random);
  const wanted = new Set([...old, ...severe.keys()].map(({ registrationNo }) => registrationNo));
  const visits = lastVisits(fleet.visits, wanted);
  const made = fleet.elevators.flatMap((elevator, index): ImportedHazard[] => {
    if (!wanted.has(elevator.registrationNo)) return [];
    const own = random.fork(index);
    const people = peopleOf(visits.get(elevator.registrationNo), own);
    if (people === null) return [];
    const stories = elevator.kind.startsWith('33') ? ESCALATOR_STORIES : LIFT_STORIES;
    const first = own.whole(0, stories.length - 1);
    const stages = open.get(elevator) ?? [];
    const closed: Stage[] = isOld.has(elevator) ? Array.from({ length: own.whole(0, 2) }, () => 'closed' as const) : [];
    const ordinary = [...closed, ...stages].map((stage, n) => {
      const story = stage === 'in-use' ? SEVERE_STORIES.inUse : stories[(first + n) % stories.length]!;
      return ordinaryHazard({ elevator, story, stage, people, asOfDay, nth: n }, own);
    });
    const outage = severe.get(elevator);
    return outage === undefined ? ordinary : [...ordinary, severeHazard({ elevator, people, asOfDay, ...outage })];
  });
  return distinct(made);
}

/** The stages by elevator: as many as a little more than half the old elevators, but every stage at least once. */
function stagesOf(old: readonly Elevator[], random: Random): Map<Elevator, Stage[]> {
  const stages = new Map<Elevator, Stage[]>();
  if (old.length === 0) return stages;
  const order = random.shuffled(old);
  const count = Math.max(STAGES.length, Math.ceil(old.length * 0.6));
  for (let n = 0; n < count; n += 1) {
    const elevator = order[n % order.length]!;
    // One severe hazard in use is enough to show; the others of its turn are being worked on.
    const stage = n >= STAGES.length && STAGES[n % STAGES.length] === 'in-use' ? 'working' : STAGES[n % STAGES.length]!;
    stages.set(elevator, [...(stages.get(elevator) ?? []), stage]);
  }
  return stages;
}

interface Planted {
  readonly elevator: Elevator;
  readonly story: HazardStory;
  readonly stage: Stage;
  readonly people: People;
  readonly asOfDay: number;
  readonly nth: number;
}

function ordinaryHazard({ elevator, story, stage, people, asOfDay, nth }: Planted, random: Random): ImportedHazard {
  const ago = stage === 'closed' ? random.whole(120, 300) + 330 * nth : FOUND_AGO[stage];
  const found = asOfDay - ago;
  const source: HazardSource = stage === 'found' ? 'complaint' : stage === 'unnoticed' ? 'callout' : 'visit';
  const deadline = stage === 'late-work' ? asOfDay - 12 : found + (stage === 'closed' ? 30 : 45);
  const hasDeadline = stage !== 'found' && stage !== 'unnoticed';
  const hazard = hazardOf(elevator, story, people, found, source, hasDeadline ? deadline : null);
  return { hazard, steps: stepsOf(stage, { elevator, story, people, found, asOfDay }) };
}

interface Course {
  readonly elevator: Elevator;
  readonly story: HazardStory;
  readonly people: People;
  readonly found: number;
  readonly asOfDay: number;
}

function stepsOf(stage: Stage, course: Course): HazardStep[] {
  const { people, found, asOfDay, story } = course;
  if (stage === 'found' || stage === 'unnoticed') return [];
  const told = [notice(course, found)];
  if (stage === 'notified') return told;
  if (stage === 'in-use') return [...told, report(course, found)];
  if (stage === 'refused') {
    const reason = '现场复测在允许范围内，不构成隐患';
    return [...told, { act: 'refuse', on: toCivilDate(found + 3), by: [people.rechecker], reason }];
  }
  const begun: HazardStep[] = [...told, { act: 'start', on: toCivilDate(found + 3), by: [people.rectifier] }];
  if (stage === 'working' || stage === 'late-work') return begun;
  const rectified = stage === 'closed' ? found + 9 : asOfDay - (stage === 'rectified' ? 3 : 6);
  const done: HazardStep[] = [...begun, rectify(story, people, rectified)];
  if (stage === 'rectified') return done;
  const rechecked: HazardStep[] = [...done, recheck(people, rectified + 3)];
  if (stage === 'rechecked') return rechecked;
  return [...rechecked, { act: 'close', on: toCivilDate(rectified + 4), by: [people.closer] }];
}

interface SevereOutage {
  readonly story: HazardStory;
  readonly from: number;
  readonly to: number | null;
}

/** The outages of the fleet that a severe hazard explains. */
function severeOf({ elevators, outages }: SampleFleet): Map<Elevator, SevereOutage> {
  const found = new Map<Elevator, SevereOutage>();
  const byNo = new Map(elevators.map((elevator) => [elevator.registrationNo, elevator]));
  for (const { registrationNo, from, to, reason = '' } of outages) {
    const elevator = byNo.get(registrationNo);
    const story = elevator === undefined ? undefined : storyOfOutage(reason, elevator.kind.startsWith('33'));
    if (elevator !== undefined && story !== undefined)
      found.set(elevator, { story, from: toEpochDay(from), to: to === undefined ? null : toEpochDay(to) });
  }
  return found;
}

function storyOfOutage(reason: string, isEscalator: boolean): HazardStory | undefined {
  if (isEscalator) return reason.includes('梯级链') ? SEVERE_STORIES.steps : undefined;
  if (reason.includes('钢带')) return SEVERE_STORIES.belt;
  if (reason.includes('困人')) return SEVERE_STORIES.stopped;
  return reason.includes('主机') ? SEVERE_STORIES.waiting : undefined;
}

function severeHazard({
  elevator,
  people,
  asOfDay,
  story,
  from,
  to,
}: Omit<Planted, 'stage' | 'nth'> & SevereOutage): ImportedHazard {
  const course: Course = { elevator, story, people, found: from, asOfDay };
  const source: HazardSource = story === SEVERE_STORIES.stopped ? 'callout' : 'visit';
  const hazard = hazardOf(elevator, story, people, from, source, to === null ? asOfDay + 20 : to);
  const stopped: HazardStep[] = [
    { act: 'stop-use', on: toCivilDate(from), by: [people.finder] },
    notice(course, from),
    report(course, from),
    { act: 'start', on: toCivilDate(from + 2), by: [people.rectifier] },
  ];
  if (to === null) return { hazard, steps: stopped };
  const after: HazardStep[] = [
    rectify(story, people, to - 1),
    recheck(people, to),
    { act: 'return-to-use', on: toCivilDate(to), by: [people.rechecker] },
    { act: 'close', on: toCivilDate(to + 2), by: [people.closer] },
  ];
  return { hazard, steps: [...stopped, ...after] };
}

function hazardOf(
  elevator: Elevator,
  { party, finding }: HazardStory,
  people: People,
  found: number,
  source: HazardSource,
  deadline: number | null,
): Hazard {
  const units = {
    maintainer: elevator.maintainer,
    'user-unit': elevator.userUnit,
    'property-manager': elevator.propertyManager,
  };
  const unit = units[party];
  return {
    registrationNo: elevator.registrationNo,
    foundOn: toCivilDate(found),
    foundBy: [source === 'complaint' ? people.rechecker : people.finder],
    source,
    ...finding,
    responsible: { party, ...(unit === undefined ? {} : { unit }) },
    ...(deadline === null ? {} : { deadline: toCivilDate(deadline) }),
  };
}

function notice({ elevator, people, found }: Course, on: number): HazardStep {
  const paper = `GZ${toCivilDate(found).replaceAll('-', '')}-${elevator.rescueCode ?? '1'}`;
  const to = elevator.userUnit ?? elevator.propertyManager ?? '使用单位';
  return { act: 'notify', on: toCivilDate(on), by: [people.finder], to, paper, receivedBy: people.rechecker };
}

function report({ elevator, people, found }: Course, on: number): HazardStep {
  const paper = `BG${toCivilDate(found).replaceAll('-', '')}-${elevator.rescueCode ?? '1'}`;
  return { act: 'report', on: toCivilDate(on), by: [people.finder], to: `${elevator.district ?? ''}市场监管局`, paper };
}

function rectify({ done, finding }: HazardStory, people: People, on: number): HazardStep {
  const { component, estimatedCost } = finding;
  const documents = [`PJ-${component}-${toCivilDate(on).replaceAll('-', '')}`];
  const cost = estimatedCost === undefined ? {} : { cost: estimatedCost };
  return { act: 'rectify', on: toCivilDate(on), by: [people.rectifier], what: done, ...cost, evidence: { documents } };
}

function recheck({ rechecker }: People, on: number): HazardStep {
  const documents = [`FC-${toCivilDate(on).replaceAll('-', '')}`];
  return { act: 'recheck', on: toCivilDate(on), by: [rechecker], result: 'pass', evidence: { documents } };
}

/** The last visit of each elevator names its crew and safety manager. */
function lastVisits(visits: readonly Visit[], of: ReadonlySet<string>): Map<string, Visit> {
  const last = new Map<string, Visit>();
  for (const visit of visits) if (of.has(visit.registrationNo)) last.set(visit.registrationNo, visit);
  return last;
}

function peopleOf(visit: Visit | undefined, random: Random): People | null {
  const [finder, rectifier] = visit?.technicians ?? [];
  if (finder === undefined || rectifier === undefined) return null;
  const rechecker = visit?.confirmedBy ?? random.pick(SAFETY_MANAGERS);
  const closer = random.pick(SAFETY_MANAGERS.filter((name) => name !== rechecker));
  return { finder, rectifier, rechecker, closer };
}

/** One hazard for each elevator, day, component and wording, as a ledger knows it. */
function distinct(hazards: readonly ImportedHazard[]): ImportedHazard[] {
  const keys = new Set<string>();
  return hazards.filter(({ hazard: { registrationNo, foundOn, component, what } }) => {
    const key = `${registrationNo} ${foundOn} ${component} ${what}`;
    const isNew = !keys.has(key);
    keys.add(key);
    return isNew;
  });
}

import { auditWindow } from '../audit/audit-elevator';
import { toEpochDay, type CivilDate } from '../calendar/civil-date';
import type { RegistrationNo } from '../elevator/elevator';
import { normalKey } from '../elevator/registration-no';
import { relatedTo, type Related } from '../elevator/related';
import { visitRulesFor } from '../pack/rule-pack';
import { composeStrip, type StripModel } from '../report/strip';
import type { Dossier } from '../record/dossier';
import { compileRules } from '../service-clock/compiled-rule';
import { hasVisitOn } from '../service-clock/packed-history';
import type { Visit } from '../visit/visit';
import { inBoardOrder, sumOf } from './board-order';
import { fleetCallOuts } from './callouts';
import { comparedFleet } from './compare-fleet';
import { openByElevator, doubtsOfElevator, doubtsRest, tooManyIn } from './doubts-answers';
import type { Fleet, HistoryRow } from './elevator-history';
import { foundIn, matchesIn, neighboursIn } from './elevator-search';
import type { DoubtsDepth, DoubtsQuestion, FleetDoubts } from './fleet-doubts';
import { findIn } from './find';
import type { JudgedRows } from './fleet-row';
import { fleetHazards, openHazards } from './hazards';
import { claimRows, coverRows, policyGroups, policyRecords } from './insurance';
import { duesOf } from './dues';
import { fleetPlan } from './plan';
import type { QuestionName, QuestionOf, RestOf, RowOf, StripsQuestion } from './questions';
import { MOST_IN_ROUTINE } from '../routine/most-in-routine';
import { routineRows, routineSites } from './routine';
import type { SoundsOf } from './sounds';
import { stockRows } from './stock';
import { unconfirmedIn, unconfirmedVisits } from './unconfirmed';

/** What answers rest on: the packed fleet, and whole records of the few elevators that an answer names. */
export interface FleetGround {
  readonly fleet: Fleet;
  /** Rows judged before, by elevator. */
  readonly judged: JudgedRows;
  /** How hanzi are read; got when it is first asked for. */
  readonly sounds: () => Promise<SoundsOf>;
  /** In the order asked for; an elevator that is not on record is left out. */
  readonly recordsOf: (
    numbers: readonly RegistrationNo[],
  ) => Promise<readonly Pick<Dossier, 'registrationNo' | 'elevator' | 'policies' | 'claims'>[]>;
  /** All that is on record about these elevators, their visits with it. */
  readonly dossiersOf: (numbers: readonly RegistrationNo[]) => Promise<Iterable<Dossier>>;
  /** The doubts of the fleet as it stands, looked for already; reads every visit when asked for the first time. */
  readonly doubtsBy: (question: DoubtsQuestion, depth: DoubtsDepth) => Promise<FleetDoubts>;
  /** The visits of these elevators on that day that stand. */
  readonly visitsOn: (numbers: readonly RegistrationNo[], date: CivilDate) => Promise<readonly Visit[]>;
}

/** Takes some rows of an answer; `done` of `total` elevators have been looked at. */
export type TakePart<Row> = (rows: readonly Row[], done: number, total: number) => void;

type Answers = {
  readonly [K in QuestionName]: (
    question: QuestionOf<K>,
    ground: FleetGround,
    take: TakePart<RowOf<K>>,
  ) => RestOf<K> | Promise<RestOf<K>>;
};

/** Rows a part: whoever takes one does it within a frame. */
const ROWS_A_PART = 500;

const ANSWERS: Answers = {
  rows: (question, { fleet, judged }, take) => {
    byElevator(fleet, judged.by(question), take);
    return null;
  },
  elevators: (_question, { fleet }, take) => {
    byElevator(fleet, ({ elevator }) => elevator, take);
    return null;
  },
  found: async (question, { fleet, sounds }, take) => {
    inParts(foundIn(fleet, question, await soundsFor(question.text, sounds)), take);
    return null;
  },
  find: async (question, { fleet, judged, sounds }, take) => {
    const { things, counts } = findIn(fleet, question, judged, await soundsFor(question.text, sounds));
    inParts(things, take);
    return counts;
  },
  matching: async (text, { fleet, sounds }) => matchesIn(fleet, text, await soundsFor(text, sounds)),
  neighbours: (registrationNo, { fleet }) => neighboursIn([...fleet.keys()], registrationNo),
  compare: (question, { fleet }, take) => {
    const { differing, ...rest } = comparedFleet(fleet, question);
    inParts(differing, take);
    return rest;
  },
  callouts: (question, { fleet }) => fleetCallOuts(fleet.values(), question),
  strips: (question, { fleet }, take) => {
    inParts(stripsOf(fleet, question), take);
    return null;
  },
  'visits-on': async (date, { fleet, visitsOn }, take) => {
    const day = toEpochDay(date);
    const visited = [...fleet.values()].filter((history) => hasVisitOn(history, day));
    inParts(await visitsOn(numbersOf(visited), date), take);
    return visited.map(({ registrationNo, elevator }) => [registrationNo, elevator.address] as const);
  },
  'open-doubts': async (question, { fleet, doubtsBy }, take) => {
    const tooMany = tooManyIn(fleet);
    if (tooMany === null)
      inParts(openByElevator((await doubtsBy(question, 'near')).inLedger(fleet.values(), false)), take);
    return { tooMany };
  },
  'doubts-of': async ({ registrationNo, ...question }, { fleet, doubtsBy }, take) => {
    const tooMany = tooManyIn(fleet);
    if (tooMany !== null) return { tooMany, addresses: [], checks: [] };
    const doubts = await doubtsBy(question, 'near');
    const rows = doubtsOfElevator(doubts.inLedger(fleet.values(), false), registrationNo);
    inParts(rows, take);
    return { ...doubtsRest(fleet, rows), checks: doubts.checksOf(registrationNo) };
  },
  doubts: async (question, { fleet, doubtsBy }, take) => {
    const tooMany = tooManyIn(fleet);
    if (tooMany !== null) return { tooMany, addresses: [] };
    const rows = (await doubtsBy(question, 'all')).inLedger(fleet.values(), true);
    inParts(rows, take);
    return doubtsRest(fleet, rows);
  },
  'joined-signs': async (question, { fleet, doubtsBy }, take) => {
    const tooMany = tooManyIn(fleet);
    if (tooMany !== null) return { tooMany, addresses: [] };
    const joined = (await doubtsBy(question, 'joined')).joined();
    inParts(joined, take);
    const numbers = joined.flatMap(({ unit }) => (unit.type === 'elevator' ? [unit.registrationNo] : []));
    return { tooMany, addresses: numbers.map((no) => [no, fleet.get(no)?.elevator.address] as const) };
  },
  unconfirmed: async (question, { fleet, dossiersOf }, take) => {
    const { numbers, since, ...rest } = unconfirmedIn(fleet, question);
    inParts(unconfirmedVisits(await dossiersOf(numbers), question, since), take);
    return rest;
  },
  routine: async (question, { fleet, dossiersOf }, take) => {
    const all = routineSites(fleet, question.today);
    const { numbers = [], ...site } = all.find(({ key }) => key === question.site) ?? all[0] ?? {};
    const { rows, since } = routineRows([...(await dossiersOf(numbers.slice(0, MOST_IN_ROUTINE)))], question);
    inParts(rows, take);
    return {
      sites: all.map(({ key, name, elevators }) => ({ key, name, elevators })),
      site: 'key' in site ? site : null,
      since,
      more: numbers.length - rows.length,
    };
  },
  insurance: async (question, { fleet, recordsOf }, take) => {
    inParts(coverRows(fleet.values(), question), take);
    const claimed = [...fleet.values()].filter(({ claims }) => claims.length > 0);
    return { policies: policyGroups(fleet.values()), claims: claimRows(await recordsOf(numbersOf(claimed))) };
  },
  stock: (question, { fleet }, take) => {
    byElevator(fleet, stockRows(question), take);
    return null;
  },
  dues: (question, { fleet }, take) => {
    inParts(duesOf(fleet.values(), question), take);
    return null;
  },
  plan: (question, { fleet, judged }, take) => {
    const { rows, summary } = fleetPlan(fleet, question, judged.by(question));
    inParts(rows, take);
    return summary;
  },
  hazards: (question, { fleet }, take) => {
    const { cards, earlier, retired } = fleetHazards(fleet.values(), question);
    inParts(inBoardOrder(cards), take);
    return { earlier, retired, sum: sumOf(cards) };
  },
  related: (registrationNo, { fleet }) => relatedIn(fleet, registrationNo),
  'open-hazards': (asOf, { fleet }) => openHazards(fleet.values(), asOf),
  'policy-records': async (policy, { fleet, recordsOf }, take) => {
    const covered = [...fleet.values()].filter(({ policies }) =>
      policies.some(({ insurer, policyNo }) => insurer === policy.insurer && policyNo === policy.policyNo),
    );
    inParts(policyRecords(await recordsOf(numbersOf(covered)), policy), take);
    return null;
  },
};

/** Answers a question of `questions.ts`: its rows in parts, what comes with the last one as the result. */
/** Fetched only where something is sought by letters. */
async function soundsFor(text: string, sounds: FleetGround['sounds']): Promise<SoundsOf> {
  return /[a-z]{2}/i.test(normalKey(text)) ? sounds() : () => [];
}

export async function askFleet<K extends QuestionName>(
  name: K,
  question: QuestionOf<K>,
  ground: FleetGround,
  take: TakePart<RowOf<K>>,
): Promise<RestOf<K>> {
  return ANSWERS[name](question, ground, take);
}

function numbersOf(rows: readonly HistoryRow[]): readonly RegistrationNo[] {
  return rows.map(({ registrationNo }) => registrationNo);
}

function stripsOf(
  fleet: Fleet,
  { pack, asOf, period, numbers }: StripsQuestion,
): readonly (readonly [RegistrationNo, StripModel])[] {
  const window = auditWindow(asOf, period);
  return numbers.flatMap((registrationNo) => {
    const history = fleet.get(registrationNo);
    if (history === undefined) return [];
    const rules = compileRules({ rules: visitRulesFor(pack, history.elevator) });
    return [[registrationNo, composeStrip(history, rules, window, new Map(history.late?.visitDays))] as const];
  });
}

function relatedIn(fleet: Fleet, registrationNo: RegistrationNo): Related {
  const elevator = fleet.get(registrationNo)?.elevator;
  if (elevator === undefined) return { predecessors: [], sameCode: [] };
  return relatedTo(
    elevator,
    Array.from(fleet.values(), (row) => row.elevator),
  );
}

function byElevator<Row>(fleet: Fleet, rowOf: (history: HistoryRow) => Row, take: TakePart<Row>): void {
  const all = [...fleet.values()];
  for (let from = 0; from < all.length; from += ROWS_A_PART) {
    const part = all.slice(from, from + ROWS_A_PART);
    take(part.map(rowOf), from + part.length, all.length);
  }
}

function inParts<Row>(rows: readonly Row[], take: TakePart<Row>): void {
  for (let from = 0; from < rows.length; from += ROWS_A_PART) {
    const part = rows.slice(from, from + ROWS_A_PART);
    take(part, from + part.length, rows.length);
  }
}

import type { RegistrationNo } from '../../domain/elevator/elevator';
import { relatedTo, type Related } from '../../domain/elevator/related';
import type { ReadModel } from '../data/database';
import type { FleetQuestions, QuestionName } from '../data/fleet-questions';
import type { Fleet } from '../data/load-fleet';
import { stockRows } from './fleet-stock';
import { inBoardOrder, sumOf } from '../data/board-order';
import { fleetHazards, openHazards } from './fleet-hazards';
import { claimRows, coverRows, policyGroups, policyRecords } from './fleet-insurance';

interface Ground {
  readonly fleet: Fleet;
  readonly model: ReadModel;
}

/** Takes some rows of the answer; `done` of `total` elevators have been looked at. */
export type TakePart = (rows: readonly unknown[], done: number, total: number) => void;

type Answers = {
  readonly [K in QuestionName]: (
    question: FleetQuestions[K]['question'],
    ground: Ground,
    take: (rows: readonly FleetQuestions[K]['row'][], done: number, total: number) => void,
  ) => Promise<FleetQuestions[K]['rest']>;
};

/** Rows a message: the page takes each part within a frame. */
const ROWS_A_MESSAGE = 500;

const ANSWERS: Answers = {
  insurance: async (question, { fleet, model }, take) => {
    inParts(coverRows(fleet.values(), question), take);
    const claimed = [...fleet.values()].filter(({ claims }) => claims.length > 0);
    const rows = await model.elevators.bulkGet(claimed.map(({ registrationNo }) => registrationNo));
    return {
      policies: policyGroups(fleet.values()),
      claims: claimRows(rows.filter((row) => row !== undefined)),
    };
  },
  stock: (question, { fleet }, take) => {
    const rowOf = stockRows(question);
    const all = [...fleet.values()];
    for (let from = 0; from < all.length; from += ROWS_A_MESSAGE)
      take(all.slice(from, from + ROWS_A_MESSAGE).map(rowOf), Math.min(from + ROWS_A_MESSAGE, all.length), all.length);
    return Promise.resolve(null);
  },
  hazards: (question, { fleet }, take) => {
    const { cards, earlier, retired } = fleetHazards(fleet.values(), question);
    inParts(inBoardOrder(cards), take);
    return Promise.resolve({ earlier, retired, sum: sumOf(cards) });
  },
  related: (registrationNo, { fleet }) => Promise.resolve(relatedIn(fleet, registrationNo)),
  'open-hazards': (asOf, { fleet }) => Promise.resolve(openHazards(fleet.values(), asOf)),
  'policy-records': async (policy, { fleet, model }, take) => {
    const covered = [...fleet.values()].filter(({ policies }) =>
      policies.some(({ insurer, policyNo }) => insurer === policy.insurer && policyNo === policy.policyNo),
    );
    const rows = await model.elevators.bulkGet(covered.map(({ registrationNo }) => registrationNo));
    inParts(
      policyRecords(
        rows.filter((row) => row !== undefined),
        policy,
      ),
      take,
    );
    return null;
  },
};

/** Answers a question of `fleet-questions.ts`: its rows in parts, what comes with the last one as the result. */
export function answerQuestion(
  { name, question }: { readonly name: QuestionName; readonly question: unknown },
  ground: Ground,
  take: TakePart,
): Promise<unknown> {
  return ANSWERS[name](question as never, ground, take);
}

function relatedIn(fleet: Fleet, registrationNo: RegistrationNo): Related {
  const elevator = fleet.get(registrationNo)?.elevator;
  if (elevator === undefined) return { predecessors: [], sameCode: [] };
  return relatedTo(
    elevator,
    Array.from(fleet.values(), (row) => row.elevator),
  );
}

function inParts<T>(rows: readonly T[], take: (part: readonly T[], done: number, total: number) => void): void {
  for (let from = 0; from < rows.length; from += ROWS_A_MESSAGE)
    take(rows.slice(from, from + ROWS_A_MESSAGE), Math.min(from + ROWS_A_MESSAGE, rows.length), rows.length);
}

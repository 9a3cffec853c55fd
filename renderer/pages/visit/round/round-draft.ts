import { z } from 'zod';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../../domain/elevator/elevator';
import { registrationNoSchema } from '../../../../domain/record/schemas';
import { filledTimesOf } from '../../../../domain/visit/times';
import type { Task, Visit } from '../../../../domain/visit/visit';
import type { RulePack } from '../../../../domain/pack/rule-pack';
import { tidyDate } from '../../../i18n/dates';
import type { VisitChecklist } from '../checklist';
import { draftSchema, isUntouched, newDraft, visitOf, type VisitDraft } from '../visit-draft';
import { rowTimes, type RoundClock, type RowTimes } from './fill-times';

/** A round's draft is kept under this and its site. */
export const ROUND_PREFIX = 'round:';

/** What one visit of the round says for itself; its times and its confirmer where '' are those of the round. */
export interface RoundRow {
  readonly registrationNo: RegistrationNo;
  readonly isIn: boolean;
  readonly task: Task;
  readonly visit: Pick<
    VisitDraft,
    'answers' | 'hazards' | 'onPaper' | 'startedAt' | 'endedAt' | 'replacedParts' | 'note' | 'confirmedBy'
  >;
}

/** Unsaved work on the visits of one site, as it is kept across a crash. Text fields as typed. */
export interface RoundDraft extends RoundClock {
  readonly version: 1;
  readonly site: string;
  readonly date: string;
  readonly technicians: VisitDraft['technicians'];
  readonly typedTechnicians: string;
  readonly confirmedBy: string;
  readonly late: VisitDraft['late'];
  /** In the order in which they were visited. */
  readonly rows: readonly RoundRow[];
}

export interface RoundStart {
  readonly site: string;
  readonly date: CivilDate;
  readonly clock: Pick<RoundClock, 'minutes' | 'between'>;
  readonly rows: readonly Pick<RoundRow, 'registrationNo' | 'isIn'>[];
}

export function newRound({ site, date, clock, rows }: RoundStart): RoundDraft {
  const { technicians, typedTechnicians, confirmedBy, late, ...visit } = newDraft(
    '' as RegistrationNo,
    'half-month',
    date,
  );
  const { answers, hazards, onPaper, startedAt, endedAt, replacedParts, note } = visit;
  const empty = { answers, hazards, onPaper, startedAt, endedAt, replacedParts, note, confirmedBy };
  return {
    ...{ version: 1, site, date, technicians, typedTechnicians, confirmedBy, late, firstStart: '', ...clock },
    rows: rows.map((row) => ({ ...row, task: 'half-month', visit: empty })),
  };
}

const shape = draftSchema.shape;
const roundSchema = z.strictObject({
  version: z.literal(1),
  site: z.string().max(500),
  date: shape.date,
  technicians: shape.technicians,
  typedTechnicians: z.string(),
  confirmedBy: shape.confirmedBy,
  late: shape.late,
  firstStart: z.string().max(40),
  minutes: z.string().max(40),
  between: z.string().max(40),
  rows: z
    .array(
      z.strictObject({
        registrationNo: registrationNoSchema,
        isIn: z.boolean(),
        task: shape.task,
        visit: draftSchema.pick({
          answers: true,
          hazards: true,
          onPaper: true,
          startedAt: true,
          endedAt: true,
          replacedParts: true,
          note: true,
          confirmedBy: true,
        }),
      }),
    )
    .max(5000),
});

/** A draft read back; null when it is not one of this program's, so that a damaged draft never blocks the page. */
export function parseRound(value: unknown, site: string): RoundDraft | null {
  const parsed = roundSchema.safeParse(value);
  return parsed.success && parsed.data.site === site ? parsed.data : null;
}

/** Whether the person has put anything in that would be a loss. */
export function isRoundUntouched(round: RoundDraft): boolean {
  const own = round.rows.every((row) => isUntouched({ ...shared(round), ...ofRow(row) }));
  return own && round.firstStart.trim() === '' && isUntouched({ ...shared(round), ...ofNoRow });
}

const ofNoRow = { answers: {}, startedAt: '', endedAt: '', replacedParts: '', note: '' };
const ofRow = ({ visit }: RoundRow): Partial<VisitDraft> => ({
  ...visit,
  technicians: [],
  typedTechnicians: '',
  late: { reason: '', document: '', photos: [] },
});

function shared({ date, technicians, typedTechnicians, confirmedBy, late }: RoundDraft): VisitDraft {
  const base = newDraft('' as RegistrationNo, 'half-month', tidyDate(date) as CivilDate); // checked with the other problems
  return { ...base, technicians, typedTechnicians, confirmedBy, late };
}

/** One visit of a round as the form of a single visit would hold it, and which of its times the program filled. */
export interface RowVisit {
  readonly row: RoundRow;
  readonly draft: VisitDraft;
  readonly times: RowTimes;
}

/** The visits that are in the round, in its order. */
export function visitsOfRound(round: RoundDraft): RowVisit[] {
  const rows = round.rows.filter(({ isIn }) => isIn);
  const times = rowTimes(
    rows.map(({ visit }) => visit),
    round,
  );
  return rows.map((row, index) => {
    const own = times[index]!; // one a row
    const confirmedBy = row.visit.confirmedBy.trim() === '' ? round.confirmedBy : row.visit.confirmedBy;
    const { registrationNo, task, visit } = row;
    const { startedAt, endedAt } = own;
    return {
      row,
      times: own,
      draft: { ...shared(round), ...visit, registrationNo, task, startedAt, endedAt, confirmedBy },
    };
  });
}

/** The visit as it will be recorded; its draft must be without problems. */
export function recordOf({ draft, times }: RowVisit, checklist: VisitChecklist | null, pack: RulePack): Visit {
  const filledTimes = filledTimesOf(times.filled);
  return { ...visitOf(draft, checklist, pack), ...(filledTimes === undefined ? {} : { filledTimes }) };
}

/** One row changed, the others as they are. */
export function withRow(
  round: RoundDraft,
  registrationNo: string,
  by: (row: RoundRow) => Partial<RoundRow>,
): Pick<RoundDraft, 'rows'> {
  return { rows: round.rows.map((row) => (row.registrationNo === registrationNo ? { ...row, ...by(row) } : row)) };
}

/** One visit earlier or later in the round; the same where it stands at its end. */
export function moved(round: RoundDraft, registrationNo: string, by: 1 | -1): Pick<RoundDraft, 'rows'> {
  const rows = [...round.rows];
  const from = rows.findIndex((row) => row.registrationNo === registrationNo);
  let to = from + by;
  while (rows[to]?.isIn === false) to += by;
  const [one, other] = [rows[from], rows[to]];
  if (one === undefined || other === undefined) return { rows };
  rows.splice(from, 1);
  rows.splice(to, 0, one);
  return { rows };
}

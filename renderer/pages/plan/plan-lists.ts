import { toCivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { PlanRow, PlanSummary } from '../../../domain/plan/plan-rows';
import type { PlanMove } from '../../../domain/plan/plan-settings';
import { mondayOf } from '../../../domain/plan/work-calendar';

export const SPANS = ['today', 'week', 'fortnight', 'later', 'first'] as const;
export type Span = (typeof SPANS)[number];

export interface PlanFilter {
  readonly span: Span;
  /** '' = all, as the two that follow. */
  readonly crew: string;
  readonly person: string;
  readonly site: string;
  /** Only elevators that the organisation named in the settings maintains. */
  readonly own: boolean;
  readonly overdue: boolean;
}

/** A line of the list: the head of a site, or the visit of one elevator. */
export type PlanLine = SiteLine | { readonly kind: 'visit'; readonly row: PlanRow };

export interface SiteLine {
  readonly kind: 'site';
  readonly site: string;
  readonly address: string;
  readonly crews: readonly string[];
  readonly rows: readonly PlanRow[];
  readonly overdue: number;
  readonly today: number;
}

export function isOfSpan(row: PlanRow, span: Span, today: number): boolean {
  switch (span) {
    case 'today':
      return row.on === today;
    case 'week':
      return row.on !== null && row.on <= mondayOf(today) + 6;
    case 'fortnight':
      return row.on !== null;
    case 'later':
      return row.on === null && row.last !== null;
    case 'first':
      return row.lastVisit === null;
  }
}

export function isOwn(row: PlanRow, organisation: string): boolean {
  const { maintainer } = row.elevator;
  return maintainer === undefined || maintainer === organisation;
}

/** The rows that pass all of a filter but its span. */
export function passing(
  rows: readonly PlanRow[],
  { crew, person, site, own, overdue }: PlanFilter,
  organisation: string,
): readonly PlanRow[] {
  return rows.filter(
    (row) =>
      (crew === '' || row.crew === crew) &&
      (person === '' || row.team.includes(person)) &&
      (site === '' || row.site === site) &&
      (!own || isOwn(row, organisation)) &&
      (!overdue || row.daysOverdue > 0),
  );
}

/** Each site with its visits, in the order of the rows. */
export function linesOf(rows: readonly PlanRow[], today: number): readonly PlanLine[] {
  const lines: PlanLine[] = [];
  for (let from = 0; from < rows.length;) {
    const { site, elevator } = rows[from]!;
    let to = from;
    while (rows[to]?.site === site) to += 1;
    const ofSite = rows.slice(from, to);
    lines.push({
      kind: 'site',
      site,
      address: elevator.address ?? '',
      crews: [...new Set(ofSite.map(({ crew }) => crew))].filter((crew) => crew !== ''),
      rows: ofSite,
      overdue: ofSite.filter(({ daysOverdue }) => daysOverdue > 0).length,
      today: ofSite.filter(({ last }) => last === today).length,
    });
    for (const row of ofSite) lines.push({ kind: 'visit', row });
    from = to;
  }
  return lines;
}

/** The line of the next visit in a direction; where there is none, the line itself. */
export function visitBeside(lines: readonly PlanLine[], at: number, by: 1 | -1): number {
  for (let index = at + by; index >= 0 && index < lines.length; index += by)
    if (lines[index]!.kind === 'visit') return index;
  return at;
}

/** The first visit of the next site, or of this one and then of the one before. */
export function siteBeside(lines: readonly PlanLine[], at: number, by: 1 | -1): number {
  const heads = lines.flatMap((line, index) => (line.kind === 'site' ? [index] : []));
  const here = heads.findLastIndex((head) => head < at);
  const isFirst = heads[here] === at - 1;
  const head = heads[by === 1 ? here + 1 : isFirst ? here - 1 : here];
  return head === undefined ? at : head + 1;
}

export function keyOfLine(line: PlanLine): string {
  return line.kind === 'site' ? `site ${line.site}` : line.row.registrationNo;
}

/** The moves of before with these elevators put on a day; null = as proposed again. */
export function movedTo(
  before: readonly PlanMove[],
  rows: readonly PlanRow[],
  on: number | null,
  crew: string | null,
): readonly PlanMove[] {
  const moving = new Set<RegistrationNo>(rows.map(({ registrationNo }) => registrationNo));
  const others = before.filter(({ registrationNo }) => !moving.has(registrationNo));
  if (on === null) return others;
  return [
    ...others,
    ...rows.map(({ registrationNo, lastVisit }): PlanMove => ({
      registrationNo,
      after: lastVisit === null ? null : toCivilDate(lastVisit),
      on: toCivilDate(on),
      crew,
    })),
  ];
}

/** A holiday within the days that has last lawful days in it, and the last working day before it. */
interface HolidayAhead {
  readonly name: PlanSummary['days'][number]['name'];
  readonly days: number;
  readonly lastDays: number;
  readonly before: string | null;
}

export function holidayAhead({ days }: Pick<PlanSummary, 'days'>): HolidayAhead | null {
  const from = days.findIndex(({ kind }) => kind === 'holiday');
  if (from < 0) return null;
  const span = days.slice(from);
  const length = span.findIndex(({ kind }) => kind !== 'holiday');
  const holiday = length < 0 ? span : span.slice(0, length);
  const lastDays = holiday.reduce((sum, day) => sum + day.lastDays, 0);
  if (lastDays === 0) return null;
  const before = days.slice(0, from).findLast(({ kind }) => kind === 'work' || kind === 'made-up');
  return { name: holiday[0]!.name, days: holiday.length, lastDays, before: before?.on ?? null };
}

import { z } from 'zod';
import { LOCALES } from '../pack/legal-basis';
import { civilDateSchema, MAX_NAME, MAX_NOTE, MAX_TEXT, registrationNoSchema, text, writable } from '../record/schemas';
import {
  MOST_CREW_MEMBERS,
  MOST_CREWS,
  MOST_MOVES,
  MOST_PER_DAY,
  MOST_PLAN_SITES,
  MOST_SENSIBLE_DAYS,
  type PlanChange,
  type PlanSettings,
} from './plan-settings';
import { CALENDAR_FORMAT, type WorkCalendar } from './work-calendar';

const MOST_YEARS_OF_CALENDAR = 50;
const MOST_DAYS_OF_YEAR = 366;
const MOST_SPANS = 1000;

const inOrder = ({ from, to }: { readonly from: string; readonly to: string }): boolean => from <= to;
const span = z.strictObject({ from: civilDateSchema, to: civilDateSchema }).refine(inOrder);
const weekdays = z.array(z.int().min(1).max(7)).max(7);
const bothTexts = z.strictObject(
  Object.fromEntries(LOCALES.map((locale) => [locale, text(MAX_NAME)])) as Record<
    (typeof LOCALES)[number],
    z.ZodString
  >,
);
const perDay = z.int().min(1).max(MOST_PER_DAY).nullable();

/** A calendar as a file says it; days of a year lie in that year, holidays may reach into the next. */
export const workCalendarSchema: z.ZodType<WorkCalendar, WorkCalendar> = z.strictObject({
  format: z.literal(CALENDAR_FORMAT),
  formatVersion: z.literal(1),
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/),
  title: bothTexts,
  zone: text(MAX_NAME),
  rest: weekdays,
  years: z
    .array(
      z
        .strictObject({
          year: z.int().min(1900).max(2200),
          off: z
            .array(z.strictObject({ name: bothTexts, from: civilDateSchema, to: civilDateSchema }).refine(inOrder))
            .max(MOST_DAYS_OF_YEAR),
          work: z.array(civilDateSchema).max(MOST_DAYS_OF_YEAR),
          source: z.strictObject({
            title: text(MAX_TEXT),
            address: writable(MAX_TEXT),
            issuedOn: civilDateSchema,
            confidence: z.enum(['high', 'medium', 'low']),
          }),
        })
        .refine(({ year, off, work }) => [...off.map(({ from }) => from), ...work].every((day) => isOf(day, year))),
    )
    .max(MOST_YEARS_OF_CALENDAR),
});

function isOf(day: string, year: number): boolean {
  return Number(day.slice(0, 4)) === year;
}

const planSettingsObject = z.strictObject({
  sensibleDays: z.int().min(0).max(MOST_SENSIBLE_DAYS),
  perDay,
  crews: z
    .array(
      z.strictObject({
        name: text(MAX_NAME),
        members: z.array(text(MAX_NAME)).max(MOST_CREW_MEMBERS),
        perDay,
      }),
    )
    .max(MOST_CREWS)
    .refine((crews) => new Set(crews.map(({ name }) => name)).size === crews.length),
  away: z
    .array(
      z
        .strictObject({
          crew: text(MAX_NAME),
          from: civilDateSchema,
          to: civilDateSchema,
          perDay: z.int().min(0).max(MOST_PER_DAY),
        })
        .refine(inOrder),
    )
    .max(MOST_SPANS),
  sites: z
    .array(
      z.strictObject({
        site: writable(MAX_TEXT),
        crew: text(MAX_NAME).nullable(),
        closed: z.array(span).max(MOST_SPANS),
        closedWeekdays: weekdays,
        note: writable(MAX_NOTE),
      }),
    )
    .max(MOST_PLAN_SITES)
    .refine((sites) => new Set(sites.map(({ site }) => site)).size === sites.length),
  moves: z
    .array(
      z.strictObject({
        registrationNo: registrationNoSchema,
        after: civilDateSchema.nullable(),
        on: civilDateSchema,
        crew: writable(MAX_TEXT).nullable(),
      }),
    )
    .max(MOST_MOVES)
    .refine((moves) => new Set(moves.map(({ registrationNo }) => registrationNo)).size === moves.length),
  calendar: workCalendarSchema.nullable(),
});

export const planSettingsSchema: z.ZodType<PlanSettings> = planSettingsObject;
/** Some of its members. */
export const planChangeSchema: z.ZodType<PlanChange, PlanChange> = planSettingsObject.partial();

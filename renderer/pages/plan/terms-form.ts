import { isCivilDate } from '../../../domain/calendar/civil-date';
import type { Period } from '../../../domain/calendar/period';
import {
  MOST_CREW_MEMBERS,
  MOST_PER_DAY,
  MOST_SENSIBLE_DAYS,
  type Crew,
  type CrewAway,
} from '../../../domain/plan/plan-settings';
import { tidyDate } from '../../i18n/dates';

/** A line as it was typed that says nothing, by its number from 1. */
interface LineProblem {
  readonly line: number;
}

type Lines<T> = { readonly ok: true; readonly value: readonly T[] } | ({ readonly ok: false } & LineProblem);

function byLine<T>(text: string, read: (line: string) => T | null): Lines<T> {
  const value: T[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const one = read(line.trim());
    if (one === null) return { ok: false, line: index + 1 };
    value.push(one);
  }
  return { ok: true, value };
}

const COLON = /[:：]/;
const SEMICOLON = /[;；]/;
const LIST = /[、,，/]/;
const SPAN = /\s*(?:至|～|~|to|\.\.)\s*/;

/** `一组：赵志强、周伟；6`: a crew, who is in it, and how many elevators it takes a day where it has a limit of its own. */
export function readCrews(text: string): Lines<Crew> {
  const read = byLine(text, (line): Crew | null => {
    const [name = '', rest = '', ...more] = line.split(COLON).map((part) => part.trim());
    const [people = '', limit = '', ...others] = rest.split(SEMICOLON).map((part) => part.trim());
    const members = people.split(LIST).flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
    const perDay = limit === '' ? null : Number(limit);
    if (name === '' || more.length > 0 || others.length > 0 || members.length > MOST_CREW_MEMBERS) return null;
    return perDay === null || isCount(perDay, 1, MOST_PER_DAY) ? { name, members, perDay } : null;
  });
  if (!read.ok) return read;
  const twice = read.value.findIndex(({ name }, index) => read.value.findIndex((one) => one.name === name) !== index);
  return twice < 0 ? read : { ok: false, line: twice + 1 };
}

export function crewsText(crews: readonly Crew[]): string {
  return crews
    .map(({ name, members, perDay }) => `${name}：${members.join('、')}${perDay === null ? '' : `；${perDay}`}`)
    .join('\n');
}

/** `一组：2026-09-29 至 2026-09-30；3`: days on which a crew takes fewer, 0 = none. */
export function readAway(text: string): Lines<CrewAway> {
  return byLine(text, (line) => {
    const [crew = '', rest = '', ...more] = line.split(COLON).map((part) => part.trim());
    const [days = '', limit = '0', ...others] = rest.split(SEMICOLON).map((part) => part.trim());
    const span = readSpan(days);
    if (crew === '' || more.length + others.length > 0 || span === null) return null;
    const perDay = Number(limit === '' ? '0' : limit);
    return isCount(perDay, 0, MOST_PER_DAY) ? { crew, ...span, perDay } : null;
  });
}

export function awayText(away: readonly CrewAway[]): string {
  return away.map(({ crew, from, to, perDay }) => `${crew}：${from} 至 ${to}；${perDay}`).join('\n');
}

/** A day, or two with 至 between. */
export function readSpans(text: string): Lines<Period> {
  return byLine(text, readSpan);
}

export function spansText(spans: readonly Period[]): string {
  return spans.map(({ from, to }) => (from === to ? from : `${from} 至 ${to}`)).join('\n');
}

function readSpan(text: string): Period | null {
  const [from = '', to = from, ...more] = text.split(SPAN).map(tidyDate);
  return more.length === 0 && isCivilDate(from) && isCivilDate(to) && from <= to ? { from, to } : null;
}

/** A whole number as typed; null = it is none. */
function readCount(text: string, least: number, most: number): number | null {
  return /^\d{1,6}$/.test(text.trim()) && isCount(Number(text), least, most) ? Number(text) : null;
}

export const readSensibleDays = (text: string): number | null => readCount(text, 0, MOST_SENSIBLE_DAYS);
export const readPerDay = (text: string): number | null => readCount(text, 1, MOST_PER_DAY);

function isCount(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
